import type { Edit } from '../model/edits.js'
import { codeAt } from '../model/folded.js'
import { type Cleaner, NOTHING } from './cleaner.js'
import { ODD } from './lined-text.js'
import { BECOMES, BREAK, DROPPED, MARK, oddKindOf, RETURN, SPACE } from './odd-signs.js'

/** Letters composed (NFC), odd spaces and line breaks made plain, invisible signs dropped, look-alikes (Ð, Ƣ, Symbol-font bullets) replaced. */
export const characters: Cleaner = {
  id: 'characters',
  clean: ({ text, kinds }) => (kinds & ODD ? { edits: characterEdits(text) } : NOTHING),
}

/** What {@link characters} changes in a text. */
export function characterEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let i = 0; i < text.length; i++) {
    const kind = oddKindOf(codeAt(text, i))
    if (kind === 0) continue
    if (kind === MARK) i = composeAt(text, i, edits) - 1
    else edits.push({ start: i, end: i + 1, insert: insertFor(text, i, kind) })
  }
  return edits
}

function insertFor(text: string, at: number, kind: number): string {
  if (kind === DROPPED) return ''
  if (kind === SPACE) return ' '
  if (kind === BREAK) return '\n'
  if (kind === RETURN) return codeAt(text, at + 1) === 10 ? '' : '\n'
  return BECOMES.get(codeAt(text, at))!
}

/** One edit for a letter and the marks behind it, where composing changes them; gives where the marks end. */
function composeAt(text: string, at: number, edits: Edit[]): number {
  let end = at + 1
  while (end < text.length && oddKindOf(codeAt(text, end)) === MARK) end++
  const previous = edits.at(-1)
  const overlapping = previous !== undefined && previous.end === at && previous.insert.length === 1
  const start = overlapping ? previous.start : Math.max(at - 1, previous?.end ?? 0, 0)
  const marks = text.slice(at, end)
  const letter = overlapping ? previous.insert : text.slice(start, at)
  const composed = (letter + marks).normalize('NFC')
  if (composed === letter + marks) return end
  if (overlapping) edits.pop()
  edits.push({ start, end, insert: composed })
  return end
}
