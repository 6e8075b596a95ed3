import { bodyHeads, collectiveOpeners, positionHeads } from '../../grammar/bodies.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { BodyReader } from '../../model/body-reader.js'
import { type FoldedText, isUpper, isWordUnit, unitAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'

/** Bodies of an attribute line or a table cell: all of it names bodies, so that a piece which is no known name still is one. */
export function readStatedBodies(text: FoldedText, span: Span, bodies: BodyReader, breaks: ReadonlySet<number> = NO_BREAKS): StatedBodies {
  const joint = findJoin(text.folded, span)
  if (!joint) return { responsible: readParagraphs(text, span, bodies, breaks), coordinating: [] }
  return {
    responsible: readParagraphs(text, { start: span.start, end: joint.start }, bodies, breaks),
    coordinating: readParagraphs(text, { start: joint.end, end: span.end }, bodies, breaks),
  }
}

export interface StatedBodies {
  readonly responsible: Body[]
  readonly coordinating: Body[]
}

const NO_BREAKS: ReadonlySet<number> = new Set()

/** Each paragraph of a cell names bodies of its own, unless it goes on with the one before: in lower case, or behind a comma or "và". */
function readParagraphs(text: FoldedText, { start, end }: Span, bodies: BodyReader, breaks: ReadonlySet<number>): Body[] {
  const found: Body[] = []
  let from = start
  if (breaks.size) for (let at = start + 1; at < end; at++) {
    if (!breaks.has(at) || !beginsName(text, at) || PATTERNS['goes-on-line'].test(text.folded.slice(Math.max(from, at - 6), at))) continue
    found.push(...readPieces(text, from, at, bodies))
    from = at
  }
  found.push(...readPieces(text, from, end, bodies))
  return found
}

const beginsName = ({ text, folded }: FoldedText, at: number): boolean => {
  const letter = /[-+*•\s]*/y
  letter.lastIndex = at
  const begin = at + letter.exec(folded)![0].length
  return isUpper(unitAt(text, begin)) || collectiveOpeners.longestAt(folded, begin, folded.length) !== undefined
}

const JOIN = PATTERNS['joins-in-cell']

/** "Nhân viên y tế phối hợp với Trạm Y tế xã": who leads and who joins in one cell. */
function findJoin(folded: string, span: Span): Span | undefined {
  const found = JOIN.exec(folded.slice(span.start, span.end))
  return found && found.index > 0 ? { start: span.start + found.index, end: span.start + found.index + found[0].length } : undefined
}

function readPieces(text: FoldedText, from: number, to: number, bodies: BodyReader): Body[] {
  const found: Body[] = []
  for (let at = skipMarks(text.folded, from, to); at < to; at = skipMarks(text.folded, at, to)) {
    const body = bodies.read(text, at, to)
    const end = pieceEnd(text.folded, body?.span.end ?? at, to)
    const last = found.at(-1)
    if (body && endsName(text.folded, body.span.end, end)) found.push(body)
    else if (!body && last && continues(text, last, at)) found[found.length - 1] = rawBody(text, last.span.start, end)
    else if (isName(text.folded, at, end)) found.push(rawBody(text, at, end))
    at = end
  }
  return found
}

/** "Cục Quản lý, giám sát bảo hiểm", "… Tin học và Thống kê tài chính": what begins no name of its own goes on with the one before. */
const continues = (text: FoldedText, last: Body, at: number): boolean => {
  const between = text.folded.slice(last.span.end, at)
  if (OWNS.test(text.folded.slice(last.span.start, last.span.end))) return PATTERNS['list-comma'].test(between)
  if (last.collective) return false
  return PATTERNS.and.test(between) || (/^ *, *$/.test(between) && !isUpper(text.text.charCodeAt(at)))
}

const OWNS = PATTERNS.owns

/** After a read name only a parenthesis may stand before the next separator; otherwise the piece is a longer name. */
const endsName = (folded: string, at: number, end: number): boolean => /^\s*(?:\([^)]*\))?[\s.:]*$/.test(folded.slice(at, end))

function isName(folded: string, at: number, end: number): boolean {
  const words = folded.slice(at, end).trim()
  return words.length > 1 && /[a-zà-ỹđ]/.test(words) && !PATTERNS['no-name'].test(words)
}

function rawBody(text: FoldedText, at: number, to: number): Body {
  let end = to
  const parenthesis = text.folded.lastIndexOf('(', to)
  if (parenthesis > at && /\)\s*\.?$/.test(text.folded.slice(parenthesis, to))) end = parenthesis
  while (end > at && !isWordUnit(unitAt(text.folded, end - 1)) && unitAt(text.folded, end - 1) !== 41) end--
  const { text: words, span } = cut(text.text, at, end)
  return { text: words, span, name: words.replace(/\s+/g, ' '), kind: 'other', level: null, place: null, collective: PATTERNS.plural.test(words), id: null }
}

const V = 118

/** The next separator outside brackets: ; , line break, "+", " / ", or " và " before another name. */
function pieceEnd(folded: string, from: number, to: number): number {
  let depth = 0
  for (let at = from; at < to; at++) {
    const code = folded.charCodeAt(at)
    if (isWordUnit(code)) continue
    const char = folded[at]
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (depth <= 0 && (char === ';' || char === ',' || char === '\n' || char === '+' || (char === '/' && folded[at - 1] === ' '))) return at
    else if (char === ' ' && unitAt(folded, at + 1) === V && folded.startsWith(' và ', at) && (at === from || (depth <= 0 && startsName(folded, at + 4)))) return at
  }
  return to
}

const startsName = (folded: string, at: number): boolean =>
  bodyHeads.longestAt(folded, at, folded.length) !== undefined || collectiveOpeners.longestAt(folded, at, folded.length) !== undefined || positionHeads.longestAt(folded, at, folded.length) !== undefined

function skipMarks(folded: string, from: number, to: number): number {
  let at = from
  for (;;) {
    while (at < to && !isWordUnit(folded.charCodeAt(at))) at++
    if (!PATTERNS['joint-opener'].test(folded.slice(at, at + 5))) return at
    at += folded.indexOf(' ', at) - at
  }
}
