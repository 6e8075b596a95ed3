/** Two strings that a reader would call the same become equal: case, dashes, quotes, tone placement, common abbreviations. */
const OLD_TONES: readonly (readonly [old: string, now: string])[] = [
  ['oà', 'òa'], ['oá', 'óa'], ['oả', 'ỏa'], ['oã', 'õa'], ['oạ', 'ọa'], ['oè', 'òe'], ['oé', 'óe'], ['oẻ', 'ỏe'], ['oẽ', 'õe'], ['oẹ', 'ọe'],
  ['uỳ', 'ùy'], ['uý', 'úy'], ['uỷ', 'ủy'], ['uỹ', 'ũy'], ['uỵ', 'ụy'],
]

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['ubnd', 'ủy ban nhân dân'],
  ['hđnd', 'hội đồng nhân dân'],
  ['mttq', 'mặt trận tổ quốc'],
  ['ubmttq', 'ủy ban mặt trận tổ quốc'],
  ['tp', 'thành phố'],
  ['tbxh', 'thương binh và xã hội'],
  ['tb&xh', 'thương binh và xã hội'],
  ['lđtbxh', 'lao động thương binh và xã hội'],
  ['lhpn', 'liên hiệp phụ nữ'],
  ['hlhpn', 'hội liên hiệp phụ nữ'],
  ['gdđt', 'giáo dục và đào tạo'],
  ['gd&đt', 'giáo dục và đào tạo'],
  ['vhtt', 'văn hóa thông tin'],
  ['đtn', 'đoàn thanh niên'],
])

const DASHES = /[\u2010-\u2015\u2212]/g

const cache = new Map<string, readonly string[]>()

/** The words of a folded string. */
export function foldedWords(text: string): readonly string[] {
  const known = cache.get(text)
  if (known) return known
  let folded = text.normalize('NFC').toLowerCase().replace(DASHES, '-').replace(/[“”"'‘’«»*_]/g, '')
  for (const [old, now] of OLD_TONES) folded = folded.replaceAll(old, now)
  const bare = folded.replace(/[-.,;:…/()[\]\s]+/g, ' ').trim()
  const expanded = bare.split(' ').map((word) => WRITTEN_OUT.get(word) ?? word).join(' ')
  const words = ` ${expanded} `.replaceAll(' lao động tb và xã hội ', ' lao động thương binh và xã hội ').split(' ').filter(Boolean)
  cache.set(text, words)
  return words
}

export const foldText = (text: string): string => foldedWords(text).join(' ')

/** Number and symbol without spaces and points, in capitals. */
export const foldNotation = (text: string): string =>
  text.normalize('NFC').replace(/[\s.]+/g, '').replace(DASHES, '-').replaceAll('\u00d0', 'Đ').replaceAll('TƯ', 'TW').toUpperCase()

/** Sørensen–Dice likeness of two bags of words, 0 to 1. */
export function diceOfWords(a: readonly string[], b: readonly string[]): number {
  if (!a.length && !b.length) return 1
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (!count) continue
    left.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length)
}

export const likeness = (a: string, b: string): number => diceOfWords(foldedWords(a), foldedWords(b))
