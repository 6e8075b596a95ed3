import { LEGACY_LETTERS } from '../../src/grammar/generated/legacy-letters.js'

/** Writes Vietnamese in an old encoding, as the Latin-1 characters of its bytes; TCVN3 has no toned capitals, so those become small letters. */
export function encodeLetters(text: string, encoding: 'tcvn3' | 'vni' | 'viqr'): string {
  const codes = new Map<string, string>(
    LEGACY_LETTERS.filter((row) => row.encoding === encoding).map(({ bytes, letter }) => [letter, String.fromCharCode(...bytes.split(' ').map((code) => Number.parseInt(code, 16)))]),
  )
  return [...text.normalize('NFC')].map((letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter).join('')
}

const WINDOWS_1258 = new Map(Array.from({ length: 128 }, (_, i) => [new TextDecoder('windows-1258').decode(Uint8Array.of(i + 128)), i + 128]))

/** Letters with one sign that Windows-1258 has whole; all others are written as a letter and a mark. */
export function windows1258(text: string): Uint8Array {
  const bytes: number[] = []
  const whole = (letter: string): boolean => letter.charCodeAt(0) < 128 || WINDOWS_1258.has(letter)
  for (const letter of text.normalize('NFC')) {
    if (whole(letter)) bytes.push(WINDOWS_1258.get(letter) ?? letter.charCodeAt(0))
    else {
      const [base, ...marks] = letter.normalize('NFD')
      const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? ''
      const shaped = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC')
      for (const part of shaped + tone) bytes.push(WINDOWS_1258.get(part) ?? (part.charCodeAt(0) < 128 ? part.charCodeAt(0) : 63))
    }
  }
  return Uint8Array.from(bytes)
}

/** The bytes of characters below U+0100; all others become "?". */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => (char.charCodeAt(0) < 256 ? char.charCodeAt(0) : 63))
