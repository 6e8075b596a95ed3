import type { Edit } from '../model/edits.js'
import { codeAt, isDigit } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { opensFootnote } from './footnote-line.js'
import { headingLineOf } from './heading-line.js'
import { markerOf } from './line-marker.js'
import { BAR, indentOf, isInCapitals, type LinedText, TAB, type TextLine } from './lined-text.js'
import { continues, type Line } from './paragraph-break.js'
import { CERTAIN, measureWrapping } from './wrapping.js'

/** One paragraph a line: hard-wrapped lines are joined, blank lines and indents go. */
export const paragraphs: Cleaner = {
  id: 'paragraphs',
  clean: (given, { paragraphsAreLines, rows }) => ({ edits: paragraphEdits(given, paragraphsAreLines, rows) }),
}

function paragraphEdits({ text, filled }: LinedText, paragraphsAreLines: boolean, rows: readonly Span[]): Edit[] {
  if (!filled.length) return text ? [{ start: 0, end: text.length, insert: '' }] : []
  const measured = measureWrapping(text, filled)
  const certain = paragraphsAreLines && !measured.mostlyBroken
  const wrapping = certain ? CERTAIN : measured
  const edits: Edit[] = []
  const describe = describer(text, rows)
  let before = describe(filled[0]!)
  let first = before
  let inTitle = before.heading === 'about'
  if (before.start > 0) edits.push({ start: 0, end: before.start, insert: '' })
  for (let i = 1; i < filled.length; i++) {
    const line = describe(filled[i]!)
    const joined = (inTitle || !certain) && continues(text, { first, before, line, next: filled[i + 1], wrapping, inTitle })
    replaceGap(text, before.end, line.start, joined ? seam(text, before, line) : '\n', edits)
    if (!joined) {
      inTitle = line.heading === 'about' || before.heading === 'type'
      first = line
    }
    before = line
  }
  if (before.end < text.length) edits.push({ start: before.end, end: text.length, insert: '' })
  return edits
}

function replaceGap(text: string, start: number, end: number, insert: string, edits: Edit[]): void {
  if (end - start === 1 && insert === '\n') return
  if (text.slice(start, end) !== insert) edits.push({ start, end, insert })
}

/** Tells each line's marker and kind; lines come in order. */
function describer(text: string, rows: readonly Span[]): (line: TextLine) => Line {
  let row = 0
  return (line) => {
    while (row < rows.length && rows[row]!.end < line.start) row++
    const inRow = (row < rows.length && rows[row]!.start <= line.start) || isTableRow(text, line)
    const marker = inRow ? null : (markerOf(text, line) ?? (opensFootnote(text, line) ? 'footnote' : null))
    return { start: line.start, end: line.end, marker, heading: inRow || marker ? null : headingLineOf(text, line), row: inRow, indent: indentOf(line), inCapitals: isInCapitals(line) }
  }
}

/** A tab between cells, or a bar at both ends. */
const isTableRow = (text: string, line: TextLine): boolean => (line.kinds & TAB) !== 0 || ((line.kinds & BAR) !== 0 && text[line.start] === '|' && text[line.end - 1] === '|')

/** What stands between two joined lines: a space, or nothing where a notation was broken at its hyphen or slash. */
function seam(text: string, before: Span, line: Span): string {
  const last = text[before.end - 1]!
  if (last === '/') return ''
  return last === '-' && isNotationEnd(text, before) && !isDigit(codeAt(text, line.start)) ? '' : ' '
}

/** "191/2009/TT-": the last word of the line holds a slash and ends in a hyphen. */
function isNotationEnd(text: string, line: Span): boolean {
  for (let i = line.end - 1; i >= line.start && codeAt(text, i) !== 32; i--) if (codeAt(text, i) === 47) return true
  return false
}
