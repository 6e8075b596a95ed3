import { type Language, wordFailure } from '../../grammar/wording.js'
import { boundsOf } from '../../model/edtf.js'
import type { FailureCode } from '../../model/diagnostics.js'
import type { Body, Citation, PlanDocument, Section } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { LedgerEntry } from '../ledger.js'
import type { Row, TableName } from './columns.js'
import { instrumentOfCitations, instrumentRows } from './instrument-rows.js'

/** Rows of some tables. */
export type Rows = Readonly<Partial<Record<TableName, readonly Row[]>>>

/** The rows that an input gives to each table. */
export function rowsOf(entry: LedgerEntry, document: PlanDocument | null, language: Language): Rows {
  const { source, sha256, status, of, byteLength } = entry
  const inputs = [{ source, document_id: sha256, status, same_as: of ?? null, byte_length: byteLength }]
  if (status === 'failed') return { inputs, failures: [failureRow(entry, language)] }
  return document && sha256 !== null ? { inputs, ...documentRows(sha256, document) } : { inputs }
}

function failureRow({ source, sha256, code, args }: LedgerEntry, language: Language): Row {
  return { source, document_id: sha256, code: code ?? null, message: wordFailure({ code: code as FailureCode, args: args ?? {} }, source, language) }
}

/** The rows of one document; `id` is the hash of its bytes. */
export function documentRows(id: string, document: PlanDocument): Rows {
  const withId = (rows: readonly Row[]): Row[] => rows.map((row) => ({ document_id: id, ...row }))
  const sections = sectionRows(document.sections)
  const instruments = instrumentOfCitations(document)
  return {
    documents: withId([documentRow(document, sections.length)]),
    sections: withId(sections),
    tasks: withId(taskRows(document)),
    task_bodies: withId(document.tasks.flatMap((task, number) => [...taskBodyRows(number, 'responsible', task.responsible), ...taskBodyRows(number, 'coordinating', task.coordinating)])),
    citations: withId(document.citations.map((citation, index) => citationRow(citation, index, instruments[index] ?? null))),
    instruments: withId(instrumentRows(document)),
    dates: withId(document.dates.map(({ text, edtf, role, span }, index) => ({ date_no: index, text, edtf, ...days('day', edtf), role, ...ends(span) }))),
    bodies: withId(bodyRows(document)),
    targets: withId(document.targets.map(({ section, comparator, value, valueTo, unit, by, text, span }, index) => ({ target_no: index, section, comparator, value, value_to: valueTo, unit, by, by_to: days('by', by)['by_to'] ?? null, text, ...ends(span) }))),
    diagnostics: withId(document.diagnostics.map(({ code, severity, message, span }, index) => ({ diagnostic_no: index, code, severity, message, start: span?.start ?? null, end: span?.end ?? null }))),
  }
}

const ends = ({ start, end }: Span): Row => ({ start, end })

/** First and last day of an EDTF value, as `name_from` and `name_to`. */
function days(name: string, edtf: string | null): Record<string, string | null> {
  const bounds = edtf === null ? undefined : boundsOf(edtf)
  return { [`${name}_from`]: bounds?.first ?? null, [`${name}_to`]: bounds?.last ?? null }
}

function documentRow({ source, kind, text, header, tasks, citations, targets, diagnostics, signatures }: PlanDocument, sections: number): Row {
  const issued = days('issued', header.issued)
  return {
    source: source.name, kind, reader: source.reader, encoding: source.encoding, pages: source.pages?.length ?? null, ocr_confidence: source.ocr?.confidence ?? null,
    type: header.type?.code ?? null, type_name: header.type?.name ?? null, notation: header.notation?.text ?? null, number: header.notation?.number ?? null, title: header.title,
    issuer: header.issuer?.name ?? null, issuer_id: header.issuer?.id ?? null, issuer_level: header.issuer?.level ?? null, parent: header.parent?.name ?? null, place: header.place,
    issued: header.issued, ...issued, year: issued['issued_from'] ? Number(issued['issued_from'].slice(0, 4)) : null, signer: signatures[0]?.name ?? null, signer_position: signatures[0]?.position ?? null,
    characters: text.length, sections, tasks: tasks.length, citations: citations.length, targets: targets.length, diagnostics: diagnostics.length,
  }
}

function sectionRows(roots: readonly Section[]): Row[] {
  const rows: Row[] = []
  const visit = (section: Section, parent: number | null): void => {
    const { path, marker, kind, role, heading, span, children } = section
    const number = rows.length
    rows.push({ section_no: number, parent_no: parent, path, marker, kind, role, heading: heading?.text ?? null, ...ends(span) })
    for (const child of children) visit(child, number)
  }
  for (const root of roots) visit(root, null)
  return rows
}

function taskRows({ tasks }: PlanDocument): Row[] {
  return tasks.map(({ id, confidence, section, group, text, due, dueText, output, origin, responsible, coordinating, span }, index) => ({
    task_no: index, task_id: id, section, group: group.join(' / ') || null, text, due, due_text: dueText, ...days('due', due), output: output?.text ?? null, origin,
    responsible: names(responsible), coordinating: names(coordinating), confidence, ...ends(span),
  }))
}

const names = (bodies: readonly Body[]): string | null => bodies.map(({ name }) => name).join('; ') || null

const taskBodyRows = (task: number, role: string, bodies: readonly Body[]): Row[] => bodies.map((body, index) => ({ task_no: task, role, body_no: index, ...bodyFields(body) }))

const bodyFields = ({ id, name, text, kind, level, place, collective }: Body): Row => ({ body_id: id, name, text, kind, level, place, collective })

function citationRow({ type, notation, name, date, issuer, title, relation, refersTo, urn, text, span }: Citation, index: number, instrument: string | null): Row {
  return {
    citation_no: index, type: type?.code ?? null, notation: notation?.text ?? null, name, date, issuer: issuer?.name ?? null, title: title?.text ?? null, relation, refers_to: refersTo, urn, instrument, text, ...ends(span),
  }
}

/** Each body once for each part it has, with the words of its first mention. */
function bodyRows({ header, recipients, tasks }: PlanDocument): Row[] {
  const rows = new Map<string, { part: string; body: Body; mentions: number }>()
  const add = (part: string, bodies: readonly (Body | null)[]): void => {
    for (const body of bodies) {
      if (!body) continue
      const key = `${part}\n${body.id}`
      const row = rows.get(key)
      if (row) row.mentions++
      else rows.set(key, { part, body, mentions: 1 })
    }
  }
  add('issuer', [header.issuer])
  add('joint-issuer', header.jointIssuers)
  add('parent', [header.parent])
  add('addressee', header.addressees)
  for (const { responsible, coordinating } of tasks) {
    add('responsible', responsible)
    add('coordinating', coordinating)
  }
  add('recipient', recipients.map(({ body }) => body))
  return [...rows.values()].map(({ part, body, mentions }, index) => ({ body_no: index, part, ...bodyFields(body), mentions }))
}
