import { type FoldedText, isUpper } from '../model/folded.js'
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
    ...cut(text.text, node.line.start, node.end),
    role: node.role,
    children: toSections(text, node.children),
  }))
}

/** The title after the marker; null for an item that is a whole paragraph (nothing below it, unless in capitals). */
function headingOf(text: FoldedText, node: OutlineNode): { text: string; span: { start: number; end: number } } | null {
  const { start } = node.content
  let { end } = node.content
  while (end > start && /[\s:.]/.test(text.text[end - 1]!)) end--
  if (end <= start) return null
  const long = end - start > 300
  return !long && (node.blocks.length > 0 || inCapitals(text.text, start, end)) ? cut(text.text, start, end) : null
}

function inCapitals(text: string, start: number, end: number): boolean {
  let upper = 0
  let letters = 0
  for (let i = start; i < end; i++) {
    const char = text[i]!
    if (char.toLowerCase() === char.toUpperCase()) continue
    letters++
    if (isUpper(text.charCodeAt(i))) upper++
  }
  return letters > 3 && upper / letters > 0.9
}
