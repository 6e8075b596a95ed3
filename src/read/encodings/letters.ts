import { LEGACY_LETTERS } from '../../grammar/generated/legacy-letters.js'

/** Encodings of Vietnamese from before Unicode, whose letters are told by a table. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viqr' | 'viscii' | 'vps'

type Letters = ReadonlyMap<string, string>

const TABLES = new Map<LegacyEncoding, Letters>()

function lettersOf(encoding: LegacyEncoding): Letters {
  let letters = TABLES.get(encoding)
  if (!letters) {
    const rows = LEGACY_LETTERS.filter((row) => row.encoding === encoding)
    letters = new Map(rows.map(({ bytes, letter }) => [String.fromCharCode(...bytes.split(' ').map((code) => Number.parseInt(code, 16))), letter]))
    TABLES.set(encoding, letters)
  }
  return letters
}

/** Decode the letters of an encoding, given as the Latin-1 characters of their bytes; what is no letter of it stays. */
export const decodeLetters = (text: string, encoding: LegacyEncoding): string => DECODERS[encoding](text)

const DECODERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = { tcvn3: decodeTcvn3, vni: decodeVni, viqr: decodeViqr, viscii: decodeViscii, vps: decodeVpsLetters }

/** TCVN3 (ABC): one byte a letter; ­ (U+00AD) is ư. */
function decodeTcvn3(text: string): string {
  const letters = lettersOf('tcvn3')
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => letters.get(letter) ?? letter)
}

/** What a mark of VNI is as marks of Unicode, for one that stands in another run than its letter. */
const LONE_MARKS: Letters = new Map([
  ...pairs('ùøûõï', ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']),
  ...pairs('âáàåãä', ['\u0302', '\u0302\u0301', '\u0302\u0300', '\u0302\u0309', '\u0302\u0303', '\u0302\u0323']),
  ...pairs('êéèúüë', ['\u0306', '\u0306\u0301', '\u0306\u0300', '\u0306\u0309', '\u0306\u0303', '\u0306\u0323']),
])

function pairs(letters: string, marks: readonly string[]): [string, string][] {
  return [...letters].map((letter, i) => [letter, marks[i]!])
}

const VNI_LETTER = /[AEOUYaeouyÔÖôö][ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜàáâãäåèéêëïõøùúûü]|[ÆÌÍÎÑÒÓÔÖæìíîñòóôö]|^[ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜàáâãäåèéêëïõøùúûü]/g

/** VNI-Windows: a letter and one byte for its marks, written in either case. */
function decodeVni(text: string): string {
  const letters = lettersOf('vni')
  return text.replace(VNI_LETTER, (found) => {
    const letter = letters.get(found)
    if (letter) return letter
    const [base, mark] = found as unknown as readonly [string, string | undefined]
    if (!mark) return LONE_MARKS.get(base.toLowerCase()) ?? letters.get(base) ?? found
    const lower = base === base.toLowerCase()
    const alike = letters.get(base + (lower ? mark.toLowerCase() : mark.toUpperCase()))
    return alike ?? (letters.has(base) ? letters.get(base)! + mark : found)
  })
}

const VIQR_LETTER = /[aeouAEOU][\^(+][`'?~.]?|[aeiouyAEIOUY][`'?~.]|dd|D[Dd]/g

/** VIQR: signs of ASCII behind the letter. Only for words that are known to be Vietnamese: "hay?" ends in ỷ as much as in a question. */
function decodeViqr(text: string): string {
  const letters = lettersOf('viqr')
  return text.replace(VIQR_LETTER, (found) => letters.get(found) ?? found)
}

/** VISCII: one byte a letter, the rarest capitals in the place of control codes. */
function decodeViscii(text: string): string {
  const letters = lettersOf('viscii')
  return text.replace(/[\u0002\u0005\u0006\u0014\u0019\u001e\u0080-\u00ff]/g, (letter) => letters.get(letter) ?? letter)
}

/** VPS: one byte a letter, the rarest capitals in the place of control codes. */
function decodeVpsLetters(text: string): string {
  const letters = lettersOf('vps')
  return text.replace(/[\u0002-\u0006\u0010-\u0015\u0019\u001c\u001d\u0080-\u00ff]/g, (letter) => letters.get(letter) ?? letter)
}
