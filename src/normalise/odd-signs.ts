import { CHARACTERS } from '../grammar/generated/characters.js'

export const MARK = 1
export const DROPPED = 2
export const SPACE = 3
export const BREAK = 4
export const RETURN = 5
const LOOK_ALIKE = 6

/** What a look-alike becomes. */
export const BECOMES = new Map(CHARACTERS.map(({ code, becomes }) => [Number.parseInt(code.slice(2), 16), becomes]))
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

/** What to do with a code unit: {@link MARK}, {@link DROPPED} …; 0 for one that stays as it is. */
export const oddKindOf = (code: number): number => KINDS[code]!
