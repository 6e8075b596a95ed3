import { encodingOfFont, type FontEncoding } from './fonts.js'
import { decodeLetters } from './letters.js'
import { nameEncodings } from './names.js'
import { UNICODE_LETTER, weigh } from './statistics.js'
import { decodeVps, weighVps } from './vps.js'

/** Decode the text of one run by the name of its font; text that is Unicode already, whatever its font, stays as it is. */
export function decodeRun(text: string, fontName: string | null): string {
  const font = fontName === null ? null : encodingOfFont(fontName)
  return font ? (decodeByFont(text, font) ?? text) : text
}

/** Decodes the runs of one document, in their order, and remembers what was found. */
export class RunDecoder {
  readonly #found = new Set<string>()
  #old = 0
  #unicode = 0

  /** As decodeRun; a word that may be either ("có" in .VnTime) goes with what most runs of old fonts have been so far. */
  decode(text: string, fontName: string | null): string {
    const font = fontName === null ? null : encodingOfFont(fontName)
    if (!font) return text
    const decoded = decodeByFont(text, font, this.#unicode > this.#old ? 0 : this.#old > this.#unicode ? 2 : 1)
    if (decoded === undefined) this.#unicode++
    else if (decoded !== text) {
      this.#old++
      this.#found.add(font.encoding)
    }
    return decoded ?? text
  }

  /** "unicode", "tcvn3", "vni" or "tcvn3+vni". */
  get encoding(): string {
    return nameEncodings(this.#found)
  }
}

/**
 * Undefined where the text is Unicode: where that many more of its words are Vietnamese as they stand than decoded. A single letter tells nothing:
 * it may be a part of a word.
 */
function decodeByFont(text: string, font: FontEncoding, proof = 1): string | undefined {
  const plain = text.replace(/[\uf020-\uf0ff]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000))
  if (font.encoding === 'vps') return decodeVpsRun(plain, proof)
  const bytes = UNICODE_LETTER.test(plain) ? bytesTakenForWindows1258(plain) : plain
  if (bytes === undefined) return undefined
  if (bytes.length > 1 && /[\u00a1-\u00fe]/.test(bytes)) {
    const evidence = weigh(bytes)
    if (evidence.words && evidence.asTheyStand - evidence[font.encoding] >= proof) return undefined
  }
  const decoded = decodeLetters(bytes, font.encoding)
  return font.capitals ? decoded.toUpperCase() : decoded
}

function decodeVpsRun(text: string, proof: number): string | undefined {
  if (UNICODE_LETTER.test(text)) return undefined
  const { words, asTheyStand, vps } = weighVps(text)
  return text.length > 1 && words && asTheyStand - vps >= proof ? undefined : decodeVps(text)
}

/** Letters that stand in Windows-1258 where Windows-1252 has others: a Vietnamese Windows read the bytes of the old font so. */
const OF_WINDOWS_1258: Readonly<Record<string, string>> = {
  Ă: 'Ã', '\u0300': 'Ì', Đ: 'Ð', '\u0309': 'Ò', Ơ: 'Õ', Ư: 'Ý', '\u0303': 'Þ', ă: 'ã', '\u0301': 'ì', đ: 'ð', '\u0323': 'ò', ơ: 'õ', ư: 'ý', '₫': 'þ',
}

/** The bytes behind a text that was read as Windows-1258, where decoding them gives more Vietnamese than the text has; else undefined: it is Unicode. */
function bytesTakenForWindows1258(text: string): string | undefined {
  if (/[\u1ea0-\u1ef9]/.test(text)) return undefined
  const bytes = text.replace(/[\u0300\u0301\u0303\u0309\u0323ĂĐƠƯăđơư₫]/g, (letter) => OF_WINDOWS_1258[letter]!)
  const { asTheyStand } = weigh(text)
  const { words, tcvn3, vni } = weigh(bytes)
  return Math.max(tcvn3, vni) > asTheyStand && Math.max(tcvn3, vni) >= words * 0.85 ? bytes : undefined
}
