import { type AttributeField, attributeLabels, startsVerb } from '../../grammar/assignment.js'
import { type FoldedText, unitAt } from '../../model/folded.js'
import type { Block } from '../../model/outline.js'
import type { Span } from '../../model/span.js'

const SPACE = 32
const OPEN = 40
const COMMA = 44
const DASH = 45
const POINT = 46
const COLON = 58
const SEMICOLON = 59
const LONGEST_LABEL = 32
const NONE: readonly never[] = []

/** One attribute of a task as a line states it: "Cơ quan chủ trì: Sở Y tế". */
export interface Attribute {
  readonly field: AttributeField
  readonly value: Span
}

/** The attributes that a line consists of, or [] where it is no attribute line: each begins with a known label and a colon. */
export function readAttributeLine(text: FoldedText, span: Span): readonly Attribute[] {
  const first = labelAt(text, span.start, span.end)
  return first ? readFrom(text, first, span.end) : NONE
}

/** Does the block begin with a label and a colon? */
export function isAttributeLine(text: FoldedText, block: Block): boolean {
  const { start, end } = block.node?.content ?? block.span
  return labelAt(text, start, end) !== undefined
}

/** Attributes stated inside a paragraph, after its sentence: "… Thời gian: quý II. Đơn vị thực hiện: Phòng Nội vụ." */
export function readInlineAttributes(text: FoldedText, span: Span): readonly Attribute[] {
  const { folded } = text
  let mark = -1
  for (let at = span.start; at < span.end; at++) {
    const code = folded.charCodeAt(at)
    if (code === POINT || code === SEMICOLON || code === OPEN) mark = at
    else if (code === COLON) {
      const label = mark >= 0 && at - mark > 4 ? labelAfter(text, mark, at, span.end) : undefined
      if (label && label.field !== 'other') return readFrom(text, label, span.end)
      mark = -1
    }
  }
  return NONE
}

/** The label between a mark that ends a sentence and the colon: a few words at most. */
function labelAfter(text: FoldedText, mark: number, colon: number, limit: number): Label | undefined {
  let start = mark + 1
  while (unitAt(text.folded, start) === SPACE) start++
  return colon - start > LONGEST_LABEL ? undefined : labelAt(text, start, limit)
}

interface Label {
  readonly field: AttributeField
  readonly start: number
  readonly valueStart: number
}

function labelAt(text: FoldedText, at: number, limit: number): Label | undefined {
  let start = at
  while (start < limit && isOpener(text.folded.charCodeAt(start))) start++
  const label = attributeLabels.longestAt(text.folded, start, limit)
  if (!label) return undefined
  let end = label.value === 'due' ? endOfWork(text, label.end, limit) : label.end
  const parenthesis = unitAt(text.folded, end + 1) === OPEN ? /^ \([^)]{1,40}\)/.exec(text.folded.slice(end, end + 44)) : null
  if (parenthesis) end += parenthesis[0].length
  while (unitAt(text.folded, end) === SPACE) end++
  return unitAt(text.folded, end) === COLON && end < limit ? { field: label.value, start, valueStart: end + 1 } : undefined
}

/** "Thời gian | nộp hồ sơ |:": a label of time goes on with what is done then, up to its colon. */
function endOfWork({ folded }: FoldedText, at: number, limit: number): number {
  if (unitAt(folded, at) !== SPACE || !startsVerb(folded, at + 1, limit)) return at
  const colon = folded.indexOf(':', at)
  return colon < 0 || colon > Math.min(limit, at + LONGEST_LABEL) || /[.,;(\d]/.test(folded.slice(at, colon)) ? at : colon
}

/** Blank, `(`, `*`, `+` or `-`. */
const isOpener = (code: number): boolean => code === SPACE || code === OPEN || code === 42 || code === 43 || code === DASH

/** Several attributes on one line are parted by ";" or "." before the next label. */
function readFrom(text: FoldedText, first: Label, limit: number): readonly Attribute[] {
  const attributes: Attribute[] = []
  let current: Label | undefined = first
  while (current) {
    const next = nextLabel(text, current.valueStart, limit)
    attributes.push({ field: current.field, value: trimmed(text, current.valueStart, next?.start ?? limit) })
    current = next
  }
  return attributes
}

function nextLabel(text: FoldedText, from: number, limit: number): Label | undefined {
  const { folded } = text
  for (let at = from; at < limit; at++) {
    if (!partsLabels(folded, at, folded.charCodeAt(at))) continue
    const label = labelAt(text, at + 1, limit)
    if (label) return label
  }
  return undefined
}

/** `.`, `;`, `,`, `)` or a dash between blanks. */
const partsLabels = (folded: string, at: number, code: number): boolean =>
  code === POINT || code === SEMICOLON || code === COMMA || code === 41 || (code === DASH && unitAt(folded, at - 1) === SPACE && unitAt(folded, at + 1) === SPACE)

function trimmed(text: FoldedText, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.text[start]!)) start++
  while (end > start && /[\s.;,)(]/.test(text.text[end - 1]!) && !closesInside(text.text.slice(start, end))) end--
  return { start, end }
}

/** "… (nếu có)": the bracket that ends the value was opened in it. */
const closesInside = (value: string): boolean => value.endsWith(')') && value.includes('(')
