const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const CHICAGO = ['*', '†', '‡', '§']

/** How Word prints a count in one of its formats (ST_NumberFormat of ECMA-376, 17.18.59); a format that is not known prints digits. */
export function printCount(count: number, format: string, language: string): string {
  return PRINTERS[format]?.(count, language) ?? String(count)
}

const PRINTERS: Readonly<Record<string, (count: number, language: string) => string>> = {
  none: () => '',
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
  upperLetter: (count) => letters(count).toUpperCase(),
  lowerLetter: letters,
  decimalZero: (count) => String(count).padStart(2, '0'),
  ordinal: (count, language) => (isVietnamese(language) ? `thứ ${count}` : `${count}${englishEnding(count)}`),
  ordinalText: (count) => `thứ ${ORDINALS[count] ?? inWords(count)}`,
  cardinalText: inWords,
  vietnameseCounting: inWords,
  hex: (count) => count.toString(16).toUpperCase(),
  chicago: (count) => CHICAGO[(count - 1) % CHICAGO.length]!.repeat(Math.min(Math.ceil(count / CHICAGO.length), 20)),
  numberInDash: (count) => `- ${count} -`,
  decimalEnclosedCircle: (count) => enclosed(count, 0x2460),
  decimalEnclosedParen: (count) => enclosed(count, 0x2474),
  decimalEnclosedFullstop: (count) => enclosed(count, 0x2488),
}

const isVietnamese = (language: string): boolean => language.toLowerCase().startsWith('vi')

/** Roman numerals end at 3,999; larger counts are digits. */
function roman(count: number): string {
  if (count > 3999) return String(count)
  let rest = count
  let printed = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) printed += sign
  return printed
}

/** a … z, aa, bb … zz, aaa: Word doubles the letter. đ is none of them: "đ)" is typed. */
function letters(count: number): string {
  return count < 1 ? '' : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 30))
}

const enclosed = (count: number, first: number): string => (count >= 1 && count <= 20 ? String.fromCharCode(first + count - 1) : String(count))

/** First and fourth have words of their own: *phần thứ nhất*, *phần thứ tư*. */
const ORDINALS: Readonly<Record<number, string>> = { 1: 'nhất', 2: 'hai', 4: 'tư' }

/** *một* … *chín mươi chín*; larger ones in digits. */
function inWords(count: number): string {
  if (count < 0 || count > 99) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (!tens) return DIGITS[ones]!
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (!ones) return head
  if (ones === 1 && tens > 1) return `${head} mốt`
  if (ones === 4 && tens > 1) return `${head} tư`
  return `${head} ${ones === 5 ? 'lăm' : DIGITS[ones]}`
}

function englishEnding(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}
