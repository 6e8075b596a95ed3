import { decodeLetters } from './letters.js'
import { learnEncoding } from './unfonted.js'
import { UNICODE_LETTER, weigh } from './statistics.js'
import { decodeVps } from './vps.js'

/** Text without a mark of its encoding, and what the encoding was found to be. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
}

const SAMPLE = 65_536

/**
 * UTF-16 without a byte order mark: nearly every pair of bytes is a character that Vietnamese text has, and most are ASCII.
 * Bytes of another kind do not look so by chance.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 8) return null
  const end = Math.min(bytes.length, SAMPLE) & ~1
  if (looksLikeUtf16(bytes, end, 1)) return 'utf-16le'
  return looksLikeUtf16(bytes, end, 0) ? 'utf-16be' : null
}

function looksLikeUtf16(bytes: Uint8Array, end: number, highByte: 0 | 1): boolean {
  let ascii = 0
  let letters = 0
  for (let i = 0; i < end; i += 2) {
    const high = bytes[i + highByte]!
    const low = bytes[i + 1 - highByte]!
    if (high === 0 && ((low >= 32 && low < 127) || (low >= 9 && low <= 13))) ascii++
    else if ((high === 0 && low >= 160) || high === 1 || high === 3 || high === 0x1e || high === 0x20) letters++
  }
  const units = end / 2
  return ascii >= units * 0.5 && ascii + letters >= units * 0.98
}

const FEWEST_WORDS = 8
const MOSTLY = 0.8

/**
 * Text in one byte a character: Windows-1258, TCVN3, VNI, VISCII or VPS. Undefined where none of them makes Vietnamese of it:
 * a wrong guess is worse than a refusal.
 */
export function decodeSingleBytes(bytes: Uint8Array): DecodedText | undefined {
  const signs = signsOf(bytes)
  const [rare] = [asRare(decodeLetters(signs, 'viscii'), 'viscii'), asRare(decodeVps(signs), 'vps')].sort((a, b) => b.share - a.share)
  if (rare!.share >= NEARLY_ALL) return { text: rare!.text, encoding: rare!.encoding }
  const latin = new TextDecoder('windows-1252').decode(bytes)
  const { encoding, decode } = learnEncoding(linesOf(latin))
  if (encoding === 'tcvn3' || encoding === 'vni') return { text: latin.split('\n').map(decode).join('\n'), encoding }
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const { words, asTheyStand } = weigh(text)
  return words >= FEWEST_WORDS && asTheyStand >= words * MOSTLY && UNICODE_LETTER.test(text) ? { text, encoding: 'windows-1258' } : undefined
}

const CHUNK = 8192

function signsOf(bytes: Uint8Array): string {
  let signs = ''
  for (let at = 0; at < bytes.length; at += CHUNK) signs += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return signs
}

/** The rarest of the old encodings: hardly a word may be none. Asked first, since lines of them look like TCVN3; text of the others never reads so as one of them. */
const NEARLY_ALL = 0.93

/** A text decoded, and the share of its words that are syllables then. */
function asRare(text: string, encoding: 'viscii' | 'vps'): DecodedText & { readonly share: number } {
  const { words, asTheyStand } = weigh(text)
  return { text, encoding, share: words >= FEWEST_WORDS ? asTheyStand / words : 0 }
}

/** Text that was Unicode by its bytes but may hold TCVN3, VNI or VIQR as if it were Latin; undefined where nothing is to be decoded. */
export function decodeOldLetters(text: string): DecodedText | undefined {
  const { encoding, decode } = learnEncoding(linesOf(text))
  return encoding === 'unicode' ? undefined : { text: text.split('\n').map(decode).join('\n'), encoding }
}

const linesOf = (text: string): readonly string[] => text.split('\n')
