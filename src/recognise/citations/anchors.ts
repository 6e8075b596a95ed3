/** What may begin or lie inside a citation: found by plain search, looked at by the reader of its kind. */
export type AnchorKind = 'slash' | 'law' | 'ordinance' | 'constitution' | 'standard' | 'this' | 'number'

export interface Anchor {
  readonly at: number
  readonly kind: AnchorKind
}

const SLASH = 0x2f

/** All anchors of a text in reading order. */
export function findAnchors(text: string, folded: string): Anchor[] {
  const anchors: Anchor[] = []
  for (let at = folded.indexOf('/'); at >= 0; at = folded.indexOf('/', at + 1)) if (mayBeNotation(text, at)) anchors.push({ at, kind: 'slash' })
  search(folded, 'luật', 'law', anchors)
  search(folded, 'pháp lệnh', 'ordinance', anchors)
  search(folded, 'hiến pháp', 'constitution', anchors)
  search(folded, 'cvn ', 'standard', anchors)
  search(folded, 'dvn ', 'standard', anchors)
  return anchors.sort((a, b) => a.at - b.at)
}

function search(folded: string, needle: string, kind: AnchorKind, anchors: Anchor[]): void {
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) anchors.push({ at, kind })
}

/** A capital stands behind the slash, at most two spaces away: no date, no fraction, no "và/hoặc". */
function mayBeNotation(text: string, slash: number): boolean {
  let i = slash + 1
  while (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0xa0) i++
  const code = text.charCodeAt(i)
  return i - slash < 4 && code !== SLASH && !(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x7a)
}
