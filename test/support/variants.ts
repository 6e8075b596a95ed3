/** Old and new placement of tone marks in open syllables: "hoà" was taught until the 1980s, "hòa" since. */
const TONES: readonly (readonly [now: string, old: string])[] = [
  ['òa', 'oà'], ['óa', 'oá'], ['ỏa', 'oả'], ['õa', 'oã'], ['ọa', 'oạ'], ['òe', 'oè'], ['óe', 'oé'], ['ỏe', 'oẻ'], ['õe', 'oẽ'], ['ọe', 'oẹ'],
  ['ùy', 'uỳ'], ['úy', 'uý'], ['ủy', 'uỷ'], ['ũy', 'uỹ'], ['ụy', 'uỵ'],
]
const CAPITALS = TONES.flatMap(([now, old]) => [
  [now, old],
  [now.toUpperCase(), old.toUpperCase()],
  [now[0]!.toUpperCase() + now[1]!, old[0]!.toUpperCase() + old[1]!],
])

/** Tone marks on the last vowel, where the syllable is open: "hòa" → "hoà", but "hoàn" stays. */
function toOldTones(text: string): string {
  return CAPITALS.reduce((said, [now, old]) => said.replace(new RegExp(`(?<![qQ])${now}(?![\\p{L}\\p{M}])`, 'gu'), old!), text)
}

export const toNewTones = (text: string): string =>
  CAPITALS.reduce((said, [now, old]) => said.replace(new RegExp(`(?<![qQ])${old}(?![\\p{L}\\p{M}])`, 'gu'), now!), text)

/** Puts a page break between two lower-case words in the middle of each third long line; a row of a table stays whole. */
const breakPages = (pageBreak: (page: number) => string) => (text: string): string => {
  let page = 0
  let long = 0
  return text.replace(/^[^\t|\n]{120,}$/gm, (line) => {
    if (long++ % 3) return line
    const at = line.slice(40).search(/(?<=\p{Ll}) (?=\p{Ll})/u)
    return at < 0 ? line : line.slice(0, at + 40) + pageBreak(++page) + line.slice(at + 41)
  })
}

/** Changes of form that change nothing of what a plan says. */
export const HARMLESS: Readonly<Record<string, (text: string) => string>> = {
  'decomposed letters': (text) => text.normalize('NFD'),
  'carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'Ð for Đ': (text) => text.replaceAll('Đ', '\u00d0'),
  'tone marks the old way': toOldTones,
}

/** Those that happen to a text on pages; a web page has none. */
export const ON_PAGES: Readonly<Record<string, (text: string) => string>> = {
  'page breaks in mid-sentence': breakPages(() => '\n\f'),
  'page breaks with page numbers': breakPages((page) => `\n\n${page + 1}\n\f\n`),
}
