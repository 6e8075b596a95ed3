import { type FoldedText, isUpper, isWordUnit } from '../model/folded.js'
import type { OutlineNode } from '../model/outline.js'
import type { Section } from '../model/plan.js'
import { cut } from '../model/span.js'

/** The outline as the model has it: a forest of sections in reading order. */
export function toSections(text: FoldedText, roots: readonly OutlineNode[]): Section[] {
  return roots.map((node) => ({
    path: node.path,
    marker: node.marker.printed || null,
    kind: node.marker.kind,
    heading: headingOf(text, node),
    text: text.text.slice(node.line.start, node.end),
    span: { start: node.line.start, end: node.end },
    role: node.role,
    children: toSections(text, node.children),
  }))
}

/** The title after the marker; null for an item that is a whole paragraph (nothing below it, unless in capitals). */
function headingOf(text: FoldedText, node: OutlineNode): { text: string; span: { start: number; end: number } } | null {
  const { start } = node.content
  let { end } = node.content
  while (end > start && !isWordUnit(text.text.charCodeAt(end - 1)) && /[\s:.]/.test(text.text[end - 1]!)) end--
  if (end <= start) return null
  const long = end - start > 300
  return !long && (node.blocks.length > 0 || inCapitals(text.text, start, end)) ? cut(text.text, start, end) : null
}

/** More than nine letters of ten are capitals; most texts are declined at their first words. */
function inCapitals(text: string, start: number, end: number): boolean {
  const most = (end - start) / 10
  let upper = 0
  let other = 0
  for (let i = start; i < end && other < most; i++) {
    const code = text.charCodeAt(i)
    if (isUpper(code)) upper++
    else if (hasCase(text, i, code)) other++
  }
  return upper + other > 3 && upper / (upper + other) > 0.9
}

function hasCase(text: string, at: number, code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  return text[at]!.toLowerCase() !== text[at]!.toUpperCase()
}
