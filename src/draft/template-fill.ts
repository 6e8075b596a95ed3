import { isInCapitals, type TagScope, tagKey } from '../grammar/template-tags.js'
import type { TagPlace } from '../model/template-error.js'
import type { TemplateItem } from './template-values.js'

/** What the library could not do with a tag. */
export interface Refusal extends TagPlace {
  readonly because: string
}

/** Put the values into a template whose tags were looked at before. The same template and values give the same bytes. */
export async function fill(bytes: Uint8Array, scope: TagScope, items: readonly TemplateItem[]): Promise<{ readonly bytes: Uint8Array } | { readonly refused: readonly Refusal[] }> {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([import('docxtemplater'), import('pizzip')])
  try {
    const zip = new PizZip(bytes)
    const root: TemplateItem = { texts: Object.assign({}, ...items.map(({ texts }) => texts)), lists: Object.assign({}, ...items.map(({ lists }) => lists)) }
    const parser = createParser(scope, root)
    const file = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, stripInvalidXMLChars: true, errorLogging: false, parser, nullGetter: () => '' })
    file.render(root)
    for (const each of Object.values(zip.files)) each.date = new Date(1980, 0, 1)
    return { bytes: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) }
  } catch (error) {
    return { refused: refusalsOf(error) }
  }
}

interface Context {
  readonly meta: { readonly part: { readonly module?: string } }
  readonly scopeList: readonly unknown[]
}

/** Reads a tag at one level, by the names that any level gives it; undefined sends the library to the level around it. */
function createParser(root: TagScope, document: TemplateItem): (tag: string) => { get: (item: TemplateItem | boolean, context: Context) => unknown } {
  const scopes = [root, ...innerScopes(root)]
  return (tag) => {
    const key = tagKey(tag.replace(/^\s*[#^/]/, ''))
    const capitals = isInCapitals(tag)
    return {
      get: (item, { meta }) => {
        if (typeof item !== 'object') return undefined
        const looped = meta.part.module === 'loop'
        for (const { texts, lists } of scopes) {
          const text = texts.get(key)
          if (text && Object.hasOwn(item.texts, text.name)) {
            const value = item.texts[text.name] ?? null
            if (looped) return value !== null
            return value === null ? (item === document ? text.unstated : '') : capitals ? value.toUpperCase() : value
          }
          const list = lists.get(key)
          if (list && Object.hasOwn(item.lists, list.name)) return item.lists[list.name]
        }
        return undefined
      },
    }
  }
}

const innerScopes = ({ lists }: TagScope): TagScope[] => [...new Set([...lists.values()].map(({ items }) => items))].flatMap((items) => [items, ...innerScopes(items)])

interface LibraryError {
  readonly message?: string
  readonly properties?: { readonly errors?: readonly LibraryError[]; readonly explanation?: string; readonly xtag?: string; readonly file?: string; readonly context?: string }
}

function refusalsOf(error: unknown): Refusal[] {
  const { message, properties } = error as LibraryError
  if (properties?.errors?.length) return properties.errors.flatMap(refusalsOf)
  const part = properties?.file?.replace(/^word\/|\.xml$/g, '') ?? 'document'
  return [{ tag: properties?.xtag ? `{${properties.xtag}}` : '', part, paragraph: 0, near: properties?.context ?? '', because: properties?.explanation ?? message ?? String(error) }]
}
