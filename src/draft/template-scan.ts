import { type TagScope, tagKey } from '../grammar/template-tags.js'
import type { TagPlace, TemplateFault } from '../model/template-error.js'

/** A paragraph of a template: its words, whatever runs they are cut into. */
export interface TemplateParagraph {
  /** "document", "header1" … */
  readonly part: string
  /** From 1, counted in its part. */
  readonly paragraph: number
  readonly text: string
}

const MOST_TAGS = 5000

/** A list or a condition that was opened. */
interface Open {
  readonly key: string
  readonly place: TagPlace
  /** What may stand inside; null of a condition: the same as around it. */
  readonly items: TagScope | null
}

/** Every tag that the template cannot be filled with, in reading order. Values of outer levels may be printed inside a list, its own lists alone repeated. */
export function scanTemplate(paragraphs: readonly TemplateParagraph[], root: TagScope): TemplateFault[] {
  const faults: TemplateFault[] = []
  const open: Open[] = []
  let part = ''
  let count = 0
  for (const paragraph of paragraphs) {
    if (paragraph.part !== part) closeAll(open, faults)
    part = paragraph.part
    for (const [token] of paragraph.text.matchAll(/\{[^{}]*\}?|\}/g)) {
      if (++count > MOST_TAGS) return [{ code: 'too-many-tags', args: { limit: MOST_TAGS } }]
      const fault = readTag(token, placeOf(token, paragraph), open, root)
      if (fault) faults.push(fault)
    }
  }
  closeAll(open, faults)
  return faults
}

const placeOf = (tag: string, { part, paragraph, text }: TemplateParagraph): TagPlace => ({ tag, part, paragraph, near: text.length > 60 ? `${text.slice(0, 59)}…` : text })

function closeAll(open: Open[], faults: TemplateFault[]): void {
  for (const { place } of open.splice(0)) faults.push({ code: 'list-not-closed', args: place })
}

function readTag(token: string, place: TagPlace, open: Open[], root: TagScope): TemplateFault | undefined {
  if (token.length < 2 || !token.endsWith('}')) return { code: 'brace-alone', args: place }
  const [, mark = '', words = ''] = /^\{\s*([#^/]?)\s*([\s\S]*)\}$/.exec(token)!
  const key = tagKey(words)
  if (mark === '/') return closeTag(key, place, open)
  const scopes = [...open.flatMap(({ items }) => items ?? []).reverse(), root]
  const list = scopes[0]!.lists.get(key)
  const isText = scopes.some(({ texts }) => texts.has(key))
  if (mark) open.push({ key, place, items: mark === '#' && list && !scopes[0]!.texts.has(key) ? list.items : null })
  if (isText || (list && mark)) return undefined
  if (list) return { code: 'list-as-text', args: place }
  if (!scopes.some(({ lists }) => lists.has(key))) return { code: 'unknown-tag', args: place }
  return { code: 'list-out-of-place', args: { ...place, list: open.findLast(({ items }) => items)!.place.tag } }
}

/** "{/}" closes what was opened last. */
function closeTag(key: string, place: TagPlace, open: Open[]): TemplateFault | undefined {
  if (open.length && (key === '' || open.at(-1)!.key === key)) return void open.pop()
  if (open.some((each) => each.key === key)) while (open.pop()!.key !== key);
  return { code: 'list-not-opened', args: place }
}
