import { fold } from '../model/folded.js'
import { TEMPLATE_TAGS } from './generated/template-tags.js'

type Row = (typeof TEMPLATE_TAGS)[number]
export type TagScopeName = Row['scope']
type RowOf<S extends TagScopeName> = Extract<Row, { scope: S }>
/** Names of the tags of a scope that print words. */
export type TextTag<S extends TagScopeName> = Extract<RowOf<S>, { prints: 'text' }>['name']
/** Names of the lists of a scope. */
export type ListTag<S extends TagScopeName> = Exclude<RowOf<S>, { prints: 'text' }>['name']

/** Tags that may stand at one level of a template: texts with what stands where the plan does not state them (nothing or a blank), lists with the tags of their items. Keys as {@link tagKey} makes them. */
export interface TagScope {
  readonly texts: ReadonlyMap<string, { readonly name: string; readonly unstated: string }>
  readonly lists: ReadonlyMap<string, { readonly name: string; readonly items: TagScope }>
}

/** Case, tone placement and width of spaces do not tell tags apart. */
export const tagKey = (words: string): string => fold(words.normalize('NFC')).replace(/\s+/g, ' ').trim()

/** A tag in capitals prints capitals. */
export const isInCapitals = (words: string): boolean => words !== words.toLowerCase() && words === words.toUpperCase()

/** What stands where a document must say something that the plan leaves open. */
const UNSTATED: Readonly<Record<string, string>> = { blank: '……', 'blank day': 'ngày …… tháng …… năm ……' }

/** The tags of grammars/template-tags.tsv, by their English and their Vietnamese names. */
export function tagScope(name: TagScopeName): TagScope {
  const texts = new Map<string, { name: string; unstated: string }>()
  const lists = new Map<string, { name: string; items: TagScope }>()
  for (const row of TEMPLATE_TAGS as readonly (Row & { readonly unstated?: string })[]) {
    if (row.scope !== name) continue
    for (const words of [row.name, row.vi]) {
      if (row.prints === 'text') texts.set(tagKey(words), { name: row.name, unstated: UNSTATED[row.unstated ?? ''] ?? '' })
      else lists.set(tagKey(words), { name: row.name, items: tagScope(row.prints) })
    }
  }
  return { texts, lists }
}
