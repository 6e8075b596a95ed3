/** What may begin, end or lie inside a citation: found by plain search, looked at by the reader of its kind. */
const WORDS = ['luật', 'pháp lệnh', 'hiến pháp', 'vn ', 'số ', 'này', 'trên'] as const

export type AnchorKind = '/' | (typeof WORDS)[number]

export interface Anchor {
  readonly at: number
  readonly kind: AnchorKind
}

const SLASH = 0x2f
const SPACE = 0x20

/** All anchors of a text in reading order. */
export function findAnchors(text: string, folded: string): Anchor[] {
  const anchors: Anchor[] = []
  for (let at = folded.indexOf('/'); at >= 0; at = folded.indexOf('/', at + 1)) if (mayBeNotation(text, at)) anchors.push({ at, kind: '/' })
  for (const word of WORDS) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) if (mayBegin(folded, at, word)) anchors.push({ at, kind: word })
  }
  return anchors.sort((a, b) => a.at - b.at)
}

/** A capital stands behind the slash, at most two spaces away: no date, no fraction, no "và/hoặc". */
function mayBeNotation(text: string, slash: number): boolean {
  let i = slash + 1
  while (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === 0xa0) i++
  const code = text.charCodeAt(i)
  return i - slash < 4 && code !== SLASH && !(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x7a)
}

/** A glance at the neighbours that sends most hits of the short words away. */
function mayBegin(folded: string, at: number, word: string): boolean {
  if (word === 'số ') return isDigitAt(folded, at + 3) || folded[at + 3] === ':'
  if (word === 'vn ') return folded[at - 1] === 'c' || folded[at - 1] === 'd'
  if (word === 'trên') return '.,;:)\n'.includes(folded[at + 4] ?? '\n')
  return word !== 'này' || folded[at - 1] === ' '
}

const isDigitAt = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39
