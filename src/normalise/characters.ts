import { CHARACTERS } from '../grammar/generated/characters.js'
import type { Edit } from '../model/edits.js'
import type { Cleaner } from './cleaner.js'

const MARK = 1
const DROPPED = 2
const SPACE = 3
const BREAK = 4
const RETURN = 5
const LOOK_ALIKE = 6

const BECOMES = new Map(CHARACTERS.map(({ code, becomes }) => [Number.parseInt(code.slice(2), 16), becomes]))
const KINDS = buildKinds()

/** What to do with each code unit: 0 for all that stays as it is. */
function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(65536)
  const mark = (first: number, last: number, kind: number): void => {
    for (let code = first; code <= last; code++) kinds[code] = kind
  }
  mark(0x00, 0x08, DROPPED)
  mark(0x0b, 0x0c, BREAK)
  mark(0x0d, 0x0d, RETURN)
  mark(0x0e, 0x1f, DROPPED)
  mark(0x7f, 0x84, DROPPED)
  mark(0x85, 0x85, BREAK)
  mark(0x86, 0x9f, DROPPED)
  mark(0xa0, 0xa0, SPACE)
  mark(0xad, 0xad, DROPPED)
  mark(0x300, 0x36f, MARK)
  mark(0x1680, 0x1680, SPACE)
  mark(0x2000, 0x200a, SPACE)
  mark(0x200b, 0x200f, DROPPED)
  mark(0x2028, 0x2029, BREAK)
  mark(0x202a, 0x202e, DROPPED)
  mark(0x202f, 0x202f, SPACE)
  mark(0x205f, 0x205f, SPACE)
  mark(0x2060, 0x2069, DROPPED)
  mark(0x3000, 0x3000, SPACE)
  mark(0xfeff, 0xfeff, DROPPED)
  for (const code of BECOMES.keys()) kinds[code] = LOOK_ALIKE
  return kinds
}

/** Letters composed (NFC), odd spaces and line breaks made plain, invisible signs dropped, look-alikes (Ð, Ƣ, Symbol-font bullets) replaced. */
export const characters: Cleaner = {
  id: 'characters',
  clean: (text) => ({ edits: characterEdits(text) }),
}

function characterEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)]!
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
  if (kind === RETURN) return text.charCodeAt(at + 1) === 10 ? '' : '\n'
  return BECOMES.get(text.charCodeAt(at))!
}

/** One edit for a letter and the marks behind it, where composing changes them; gives where the marks end. */
function composeAt(text: string, at: number, edits: Edit[]): number {
  let end = at + 1
  while (KINDS[text.charCodeAt(end)] === MARK) end++
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
