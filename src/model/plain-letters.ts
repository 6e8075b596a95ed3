import { foldUnit } from './folded.js'

/** In the table of plain letters: a tone or other mark, of which nothing is left. */
const MARK = 0
/** What has no plain letter of its own length; only {@link plain} tells what is left of it. */
const OTHER = 0xffff
/** Letters with marks stand below this. */
const LAST = 0x2070

/** Folded letter without its marks, by code unit: `Ể` → `e`, `Đ` → `d`. */
const PLAIN = Uint16Array.from({ length: LAST }, (_, code) => {
  const letters = plain(String.fromCharCode(foldUnit(code)))
  return letters.length === 0 ? MARK : letters.length === 1 ? letters.charCodeAt(0) || OTHER : OTHER
})

/** Folded words without the marks of their letters: "Hoà Bình" → "hoa binh". What is no Latin letter stays. */
export function plain(folded: string): string {
  return folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd')
}

/** Does each of its units have a plain letter, or nothing is left of it, so that {@link plainUnit} tells all? */
export function isPlainByUnit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= LAST || PLAIN[code] === OTHER) return false
  }
  return true
}

/** The folded plain letter of one code unit of such a text; 0 for a mark. Where tones are placed makes no difference. */
export const plainUnit = (code: number): number => PLAIN[code]!
