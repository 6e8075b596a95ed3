import type { Finding } from '../model/diagnostics.js'
import type { Draft } from './draft.js'

/** What a careful clerk would say of the document as a whole: number or day left blank, text cut off. */
export function findDocumentFaults(draft: Draft): Finding[] {
  if (draft.heading.kind === 'article') return []
  return [...headingFaults(draft), ...truncation(draft)]
}

function headingFaults({ heading }: Draft): Finding[] {
  const findings: Finding[] = []
  const { notation, issued } = heading
  if (notation && notation.number === null) findings.push({ code: 'header/number-missing', severity: 'warning', span: notation.span, args: { symbol: notation.symbol ?? '' } })
  if (issued?.edtf.includes('X')) findings.push({ code: 'header/date-incomplete', severity: 'warning', span: issued.span, args: { found: issued.text } })
  return findings
}

function truncation({ normalised, heading, tasks, recipients, signatures, text }: Draft): Finding[] {
  const { cutAt } = normalised
  if (cutAt !== null) return [{ code: 'document/truncated', severity: 'warning', span: { start: cutAt, end: cutAt }, args: { because: 'cut-mark' } }]
  const begun = heading.notation !== null || heading.type !== null
  if (!begun || tasks.length || recipients.length || signatures.length) return []
  return [{ code: 'document/truncated', severity: 'warning', span: { start: text.text.length, end: text.text.length }, args: { because: 'no-end' } }]
}
