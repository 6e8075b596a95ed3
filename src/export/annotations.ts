import type { PlanDocument } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { type Exported, type ExportOptions, listOf } from './export-options.js'
import { withoutUnprintable } from './markup.js'

/** Words before and after a quote that tell it from another of the same words. */
const CONTEXT = 32

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

interface Noted {
  readonly tag: string
  readonly span: Span
  readonly value: { readonly [key: string]: Json }
}

/**
 * What was found as W3C Web Annotations (JSON-LD): an AnnotationCollection with one page for each document. Each annotation quotes its words
 * (TextQuoteSelector) and says where they stand in the normalised text, counted in code points (TextPositionSelector), as the standard asks.
 */
export function toAnnotations(documents: Exported, _options: ExportOptions = {}): string {
  const pages = listOf(documents).map(annotate)
  const total = pages.reduce((sum, { length }) => sum + length, 0)
  const first = pages.map((items, index) => ({ id: `#page-${index + 1}`, type: 'AnnotationPage', ...(index + 1 < pages.length ? { next: `#page-${index + 2}` } : {}), items }))
  const collection = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: '#annotations', type: 'AnnotationCollection', label: 'kehoach', total, first: first[0] ?? null, ...(first.length > 1 ? { pages: first } : {}) }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function annotate(document: PlanDocument, page: number): Json[] {
  const points = codePoints(document.text)
  const source = sourceOf(document)
  return notes(document).map(({ tag, span, value }, index) => ({
    id: `#${page + 1}-${tag}-${index + 1}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: tag },
      { type: 'Dataset', purpose: 'describing', format: 'application/json', value },
    ],
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start: points(span.start), end: points(span.end) },
        {
          type: 'TextQuoteSelector',
          exact: document.text.slice(span.start, span.end),
          prefix: withoutUnprintable(document.text.slice(Math.max(0, span.start - CONTEXT), span.start)),
          suffix: withoutUnprintable(document.text.slice(span.end, span.end + CONTEXT)),
        },
      ],
    },
  }))
}

/** Everything that has a place, in reading order. */
function notes({ header, citations, dates, tasks, targets, recipients, signatures, diagnostics }: PlanDocument): Noted[] {
  const names = (bodies: readonly { readonly name: string }[]): Json => bodies.map(({ name }) => name)
  return [
    ...(header.titleSpan ? [{ tag: 'title', span: header.titleSpan, value: { title: header.title } }] : []),
    ...(header.notation ? [{ tag: 'notation', span: header.notation.span, value: { notation: header.notation.text, issued: header.issued, issuer: header.issuer?.name ?? null } }] : []),
    ...citations.map((found) => ({ tag: 'citation', span: found.span, value: { type: found.type?.code ?? null, notation: found.notation?.text ?? null, name: found.name, date: found.date, issuer: found.issuer?.name ?? null, title: found.title?.text ?? null, relation: found.relation, urn: found.urn } })),
    ...dates.map((found) => ({ tag: 'date', span: found.span, value: { edtf: found.edtf, role: found.role } })),
    ...tasks.map((task) => ({ tag: 'task', span: task.span, value: { section: task.section, responsible: names(task.responsible), coordinating: names(task.coordinating), due: task.due, output: task.output?.text ?? null } })),
    ...tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating].map((body) => ({ tag: 'body', span: body.span, value: { name: body.name, kind: body.kind, level: body.level, place: body.place } }))),
    ...targets.map((target) => ({ tag: 'target', span: target.span, value: { comparator: target.comparator, value: target.value, valueTo: target.valueTo, unit: target.unit, by: target.by } })),
    ...recipients.map((recipient) => ({ tag: 'recipient', span: recipient.span, value: { purpose: recipient.purpose } })),
    ...signatures.map((signature) => ({ tag: 'signature', span: signature.span, value: { authority: signature.authority, position: signature.position, name: signature.name } })),
    ...diagnostics.flatMap(({ code, severity, message, span }) => (span ? [{ tag: 'diagnostic', span, value: { code, severity, message } }] : [])),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** The name of the input; else its hash as an RFC 6920 name; else the notation's URN. */
function sourceOf({ source }: PlanDocument): string {
  if (source.name !== null) return encodeURI(source.name)
  return source.sha256 === null ? 'urn:kehoach:text' : `urn:sha256:${source.sha256}`
}

/** Code units → code points, exact also behind characters that take two units. */
function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xd800 && code <= 0xdbff) pairs.push(at)
  }
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
