import type { WordFile } from './file-information.js'

/** Names of the fonts, SttbfFfn ([MS-DOC] 2.9.286), by their number. */
export function readFonts({ part }: WordFile): string[] {
  const table = part('fonts')
  const names: string[] = []
  if (table.length < 4) return names
  const count = table.u16(0)
  for (let i = 0, at = 4; i < count && at < table.length; i++) {
    const length = table.u8(at)
    names.push(length > 40 && at + 1 + length <= table.length ? nameIn(table.units(at + 40, (length - 39) >> 1)) : '')
    at += length + 1
  }
  return names
}

/** Up to the first NUL: an alternative name may stand behind it. */
const nameIn = (characters: string): string => characters.split('\0', 1)[0]!
