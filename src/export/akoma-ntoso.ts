import type { PlanDocument, Section, SectionKind, Table } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { inlineMarks, type Mark, printInline } from './akoma-ntoso-inline.js'
import { metaElement } from './akoma-ntoso-meta.js'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** Elements of the hierarchy, with the prefix of their ids (Akoma Ntoso Naming Convention 1.0). */
const ELEMENTS: Readonly<Record<SectionKind, readonly [element: string, prefix: string]>> = {
  part: ['part', 'part'], chapter: ['chapter', 'chp'], article: ['article', 'art'], roman: ['section', 'sec'], upper: ['section', 'sec'], decimal: ['paragraph', 'para'],
  letter: ['point', 'point'], bullet: ['indent', 'indent'], plus: ['indent', 'indent'], annex: ['hcontainer', 'annex'], attachment: ['hcontainer', 'attachment'],
}

/** A paragraph or a table, at its place. */
type Block = { readonly lines: Span } | { readonly table: Table }

interface Page {
  readonly document: PlanDocument
  readonly marks: readonly Mark[]
  /** How often an id was given: the second of a name gets a number. */
  readonly ids: Map<string, number>
}

/** A plan as Akoma Ntoso 3.0 (OASIS LegalDocML): heading, preamble, outline and closing part; citations as references, days as dates. */
export function toAkomaNtoso(document: PlanDocument): string {
  const page: Page = { document, marks: inlineMarks(document), ids: new Map() }
  const { preface, preamble, body, conclusions } = partsOf(document)
  const sections = document.sections.length ? forest(document.sections, document.sections.at(-1)!.span.end, '', page, 3) : blocks(body, page, 3) || '      <p/>\n'
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}">
  <doc name="${document.header.type?.code.toLowerCase() === 'kh' ? 'plan' : 'document'}">
${metaElement(document)}${part('preface', preface, page)}${part('preamble', preamble, page)}    <mainBody>
${sections}    </mainBody>
${part('conclusions', conclusions, page)}  </doc>
</akomaNtoso>
`
}

function part(name: string, span: Span, page: Page): string {
  const inner = blocks(span, page, 3)
  return inner ? `    <${name}>\n${inner}    </${name}>\n` : ''
}

/** Where heading, preamble, body and closing part stand. */
function partsOf({ text, header, sections, recipients, signatures }: PlanDocument): { preface: Span; preamble: Span; body: Span; conclusions: Span } {
  const bodyStart = sections[0]?.span.start ?? null
  const ends = [header.titleSpan?.end ?? 0, header.notation?.span.end ?? 0].filter((end) => bodyStart === null || end <= bodyStart)
  const known = Math.max(0, ...ends)
  const prefaceEnd = known ? lineEnd(text, known) : 0
  const closings = [...recipients, ...signatures].map(({ span }) => span.start).filter((start) => start >= prefaceEnd)
  const bodyEnd = sections.at(-1)?.span.end ?? lineStart(text, closings.length ? Math.min(...closings) : text.length)
  return {
    preface: { start: 0, end: prefaceEnd },
    preamble: { start: prefaceEnd, end: bodyStart ?? prefaceEnd },
    body: { start: prefaceEnd, end: Math.max(prefaceEnd, bodyEnd) },
    conclusions: { start: Math.max(prefaceEnd, bodyEnd), end: text.length },
  }
}

const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at))
const lineStart = (text: string, at: number): number => (at >= text.length ? text.length : text.lastIndexOf('\n', at - 1) + 1)

/** Nodes beside each other: what stands before the next one, a table perhaps, belongs to the one above it. */
const forest = (sections: readonly Section[], end: number, above: string, page: Page, depth: number): string =>
  sections.map((section, index) => hierarchy(section, sections[index + 1]?.span.start ?? end, above, page, depth)).join('')

/** A node of the outline: number, heading, then its words, or its words as an introduction and the nodes below it. */
function hierarchy(section: Section, end: number, above: string, page: Page, depth: number): string {
  const [element, prefix] = ELEMENTS[section.kind]
  const id = uniqueId(`${above}${prefix}_${section.path.slice(section.path.lastIndexOf('.') + 1).replace(/[^\p{L}\p{M}\p{N}-]+/gu, '-')}`, page)
  const pad = '  '.repeat(depth)
  const name = element === 'hcontainer' ? ` name="${section.kind}"` : ''
  const content = contentStart(section, page.document.text)
  const inner = headElements(section, page, `${pad}  `) + bodyElements(section, { start: content, end }, id, page, depth + 1)
  return `${pad}<${element} eId="${id}"${name}>\n${inner}${pad}</${element}>\n`
}

function headElements({ marker, heading, span }: Section, page: Page, pad: string): string {
  const printsMarker = marker !== null && page.document.text.startsWith(marker, span.start)
  const num = printsMarker ? `${pad}<num>${printInline(page.document.text, { start: span.start, end: span.start + marker.length }, [])}</num>\n` : ''
  const own = heading && (!printsMarker || heading.span.start >= span.start + marker.length)
  return num + (own ? `${pad}<heading>${printInline(page.document.text, heading.span, page.marks)}</heading>\n` : '')
}

/** Where the words of a node begin that are neither its number nor its heading. */
function contentStart({ marker, heading, span }: Section, text: string): number {
  const afterMarker = marker !== null && text.startsWith(marker, span.start) ? span.start + marker.length : span.start
  return heading ? Math.max(heading.span.end, afterMarker) : afterMarker
}

function bodyElements({ children }: Section, { start, end }: Span, id: string, page: Page, depth: number): string {
  const pad = '  '.repeat(depth)
  const first = children[0]
  const own = blocks({ start, end: first?.span.start ?? end }, page, depth + 1)
  if (!first) return own ? `${pad}<content>\n${own}${pad}</content>\n` : ''
  return (own ? `${pad}<intro>\n${own}${pad}</intro>\n` : '') + forest(children, end, `${id}__`, page, depth)
}

function uniqueId(id: string, { ids }: Page): string {
  const given = (ids.get(id) ?? 0) + 1
  ids.set(id, given)
  return given === 1 ? id : `${id}_${given}`
}

/** The paragraphs and tables of a stretch of text; nothing where it holds no words. */
function blocks(span: Span, page: Page, depth: number): string {
  const pad = '  '.repeat(depth)
  return blocksOf(span, page.document)
    .map((block) => ('table' in block ? tableElement(block.table, page, pad) : `${pad}<p>${printInline(page.document.text, block.lines, page.marks)}</p>\n`))
    .join('')
}

function blocksOf({ start, end }: Span, { text, tables }: PlanDocument): Block[] {
  const found: Block[] = []
  for (let at = start; at < end; ) {
    const table = tables.find(({ span }) => span.start <= at && at < span.end && span.end <= end)
    if (table) {
      found.push({ table })
      at = table.span.end
      continue
    }
    const stop = Math.min(lineEnd(text, at), end)
    const words = trimmed(text, at, stop)
    if (words.end > words.start) found.push({ lines: words })
    at = stop + 1
  }
  return found
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

function tableElement({ head, rows }: Table, page: Page, pad: string): string {
  const row = (cells: Table['header'], element: 'th' | 'td'): string => {
    const inner = cells.map(({ span, rowSpan, colSpan }) => `<${element}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}><p>${printInline(page.document.text, span, page.marks)}</p></${element}>`)
    return inner.length ? `${pad}  <tr>${inner.join('')}</tr>\n` : ''
  }
  const inner = head.map((cells) => row(cells, 'th')).join('') + rows.map((cells) => row(cells, 'td')).join('')
  return inner ? `${pad}<table>\n${inner}${pad}</table>\n` : ''
}
