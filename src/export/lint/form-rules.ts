import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import { formOf } from '../../grammar/draft-forms.js'
import { wordLabel } from '../../grammar/wording.js'
import { writeDay } from '../../grammar/written-dates.js'
import { fold } from '../../model/folded.js'
import type { PlanDocument } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { type Linted, type LintRule, missing, rule } from './rule.js'

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isLetter = ({ header }: PlanDocument): boolean => header.type?.code === 'CV'

const issuedSpan = ({ dates }: PlanDocument): Span | null => dates.find(({ role }) => role === 'issued')?.span ?? null

const has = (plan: PlanDocument, code: string): boolean => plan.diagnostics.some((each) => each.code === code)

/** The form (*thể thức*) by Nghị định 30/2020/NĐ-CP, Phụ lục I; of Party documents by Hướng dẫn 36-HD/VPTW, as far as that has the same parts. */
export const FORM_RULES: readonly LintRule[] = [
  rule('form/national-missing', 'warning', ({ style, head }) => {
    if (style === 'other') return []
    const { text: words } = formOf('national', style)
    return head.includes(fold(words)) ? [] : [{ span: null, args: { words } }]
  }),
  rule('form/motto-missing', 'warning', ({ style, head }) => (style === 'state' && !MOTTO.test(head) ? [{ span: null, args: { words: formOf('motto', 'state').text } }] : [])),
  rule('form/motto-wording', 'info', ({ plan, head }) => {
    const match = MOTTO.exec(head)
    const words = formOf('motto', 'state').text
    const found = match ? plan.text.slice(match.index, match.index + match[0].length) : words
    return found === words ? [] : [{ span: { start: match!.index, end: match!.index + match![0].length }, args: { found: squeeze(found), words } }]
  }),
  rule('form/issuer-missing', 'error', ({ plan }) => missing(plan.header.issuer === null)),
  rule('form/notation-missing', 'error', ({ plan }) => missing(plan.header.notation === null)),
  rule('form/number-zero', 'warning', ({ plan }) => {
    const { notation } = plan.header
    return notation?.number != null && /^[1-9]$/.test(notation.number) ? [{ span: notation.span, args: { found: notation.text, expected: `0${notation.text}` } }] : []
  }),
  rule('form/dateline-missing', 'error', ({ plan }) => missing(plan.header.issued === null && !has(plan, 'header/date-incomplete'))),
  rule('form/place-missing', 'warning', ({ plan }) => missing(plan.header.issued !== null && plan.header.place === null)),
  rule('form/date-wording', 'warning', ({ plan }) => {
    const span = issuedSpan(plan)
    const expected = /^\d{4}-\d\d-\d\d$/.test(plan.header.issued ?? '') ? writeDay(plan.header.issued) : undefined
    const found = span && squeeze(plan.text.slice(span.start, span.end))
    return found && expected && fold(found) !== expected ? [{ span, args: { found, expected } }] : []
  }),
  rule('form/type-missing', 'warning', ({ plan }) => missing(plan.header.type === null)),
  rule('form/title-missing', 'error', ({ plan }) => missing(plan.header.title === null)),
  rule('form/out-of-place', 'warning', ({ plan, language, style, head }) => {
    const { titleSpan, notation, issuer, issued } = plan.header
    if (!titleSpan || isLetter(plan)) return []
    const below = (pattern: RegExp): Span | null => findBelow(plan, titleSpan.end, pattern)
    const national = fold(formOf('national', style === 'party' ? 'party' : 'state').text)
    const parts = [
      ['lint-national', head.includes(national) ? null : below(new RegExp(`^${national}`, 'mu'))],
      ['lint-issuer', issuer && issuer.span.start > titleSpan.start ? issuer.span : null],
      ['lint-notation', notation ? null : below(PATTERNS['number-of-form'])],
      ['lint-dateline', issued === null ? below(PATTERNS['dateline-of-form']) : null],
    ] as const
    return parts.flatMap(([key, span]) => (span ? [{ span, args: { part: wordLabel(key, language), before: wordLabel('lint-title', language) } }] : []))
  }),
  rule('form/basis-missing', 'warning', ({ plan }) => missing(BASED.has(plan.header.type?.code ?? '') && !plan.citations.some(({ relation }) => relation === 'basis' || relation === 'implements'))),
  rule('form/basis-ending', 'info', (linted) => basisParagraphs(linted).flatMap((span) => {
    const found = linted.plan.text.slice(span.start, span.end).trimEnd()
    return /[;.:]$/.test(found) ? [] : [{ span, args: { found: `…${squeeze(found.slice(-30))}` } }]
  })),
  rule('form/recipients-missing', 'warning', ({ plan }) => missing(plan.recipients.length === 0)),
  rule('form/archive-missing', 'warning', ({ plan }) => {
    const last = plan.recipients.at(-1)
    return last && !plan.recipients.some(({ text }) => fold(text).startsWith('lưu')) ? [{ span: last.span, args: { last: squeeze(last.text) } }] : []
  }),
  rule('form/signature-missing', 'warning', ({ plan }) => missing(plan.signatures.length === 0)),
  rule('form/signer-missing', 'info', ({ plan }) => plan.signatures.flatMap(({ name, position, authority, span }) => (name === null ? [{ span, args: { position: position ?? authority ?? '……' } }] : []))),
]

const MOTTO = PATTERNS.motto

function findBelow({ text }: PlanDocument, from: number, pattern: RegExp): Span | null {
  const match = pattern.exec(fold(text.slice(from)))
  return match && { start: from + match.index, end: from + match.index + match[0].length }
}

/** Types whose preamble names what they rest on. */
const BASED: ReadonlySet<string> = new Set(['KH', 'QĐ', 'CTr', 'NQ', 'PA', 'ĐA', 'DA', 'QC', 'QyĐ'])

/** Paragraphs that begin "Căn cứ", with an instrument in them. */
function basisParagraphs({ plan }: Linted): Span[] {
  const { text, citations } = plan
  const starts = new Set(citations.flatMap(({ relation, span }) => (relation === 'basis' ? [text.lastIndexOf('\n', span.start - 1) + 1] : [])))
  return [...starts].flatMap((start) => {
    const end = text.indexOf('\n', start)
    return fold(text.slice(start, start + 10)).startsWith('căn cứ') ? [{ start, end: end < 0 ? text.length : end }] : []
  })
}
