import { type AttributeField, attributeLabels } from '../../grammar/assignment.js'
import type { FoldedText } from '../../model/folded.js'
import type { Block } from '../../model/outline.js'
import { indexWithin, type Span } from '../../model/span.js'

const COLON = 58

/** One attribute of a task as a line states it: "Cơ quan chủ trì: Sở Y tế". */
export interface Attribute {
  readonly field: AttributeField
  readonly value: Span
}

/** The attributes that a line consists of, or [] where it is no attribute line: each begins with a known label and a colon. */
function readAttributeLine(text: FoldedText, span: Span): readonly Attribute[] {
  const first = labelAt(text, span.start, span.end)
  if (!first) return []
  return readFrom(text, first, span.end)
}

/** Reads each block of one text once: whether it has attribute lines below it is asked of every item. */
export function createAttributeReader(text: FoldedText): (block: Block) => readonly Attribute[] {
  const read = new Map<Block, readonly Attribute[]>()
  return (block) => {
    let attributes = read.get(block)
    if (!attributes) {
      attributes = readAttributeLine(text, block.node?.content ?? block.span)
      read.set(block, attributes)
    }
    return attributes
  }
}

/** Attributes stated inside a paragraph, after its sentence: "… Thời gian: quý II. Đơn vị thực hiện: Phòng Nội vụ." */
export function readInlineAttributes(text: FoldedText, span: Span): readonly Attribute[] {
  if (indexWithin(text.folded, COLON, span.start, span.end) < 0) return []
  for (const match of text.folded.slice(span.start, span.end).matchAll(/[.;(] *(?=[^.;:(]{4,32}:)/g)) {
    const label = labelAt(text, span.start + match.index + match[0].length, span.end)
    if (label && label.field !== 'other') return readFrom(text, label, span.end)
  }
  return []
}

interface Label {
  readonly field: AttributeField
  readonly start: number
  readonly valueStart: number
}

function labelAt(text: FoldedText, at: number, limit: number): Label | undefined {
  let start = at
  while (start < limit && ' *-+('.includes(text.folded[start]!)) start++
  const label = attributeLabels.longestAt(text.folded, start, limit)
  if (!label) return undefined
  let end = label.end
  const parenthesis = /^ \([^)]{1,40}\)/.exec(text.folded.slice(end, end + 44))
  if (parenthesis) end += parenthesis[0].length
  while (text.folded.charCodeAt(end) === 32) end++
  return text.folded.charCodeAt(end) === COLON && end < limit ? { field: label.value, start, valueStart: end + 1 } : undefined
}

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
  for (const match of text.folded.slice(from, limit).matchAll(/[.;,] *|\) *| - /g)) {
    const label = labelAt(text, from + match.index + match[0].length, limit)
    if (label) return label
  }
  return undefined
}

function trimmed(text: FoldedText, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.text[start]!)) start++
  while (end > start && /[\s.;,)(]/.test(text.text[end - 1]!) && !closesInside(text.text.slice(start, end))) end--
  return { start, end }
}

/** "… (nếu có)": the bracket that ends the value was opened in it. */
const closesInside = (value: string): boolean => value.endsWith(')') && value.includes('(')
