import { type LabelKey, type Language, wordLabel, wordMessage } from '../grammar/wording.js'
import { boundsOf } from '../model/edtf.js'
import type { Body, Citation, PlanDocument, Target, Task } from '../model/plan.js'
import { nameOf } from './export-options.js'

/** A cell: words, a number, a day (`YYYY-MM-DD`), or nothing. */
export type Value = { readonly text: string } | { readonly number: number } | { readonly day: string } | null

export interface SheetColumn {
  readonly key: LabelKey
  /** Width in characters. */
  readonly width: number
}

/** A table of what a plan says: the rows of the tracking sheet (*bảng theo dõi*), of its citations, of its targets. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly (SheetColumn & { readonly title: string })[]
  readonly rows: readonly (readonly Value[])[]
}

interface Column<T> extends SheetColumn {
  readonly read: (item: T, document: PlanDocument, language: Language) => Value
}

export const SHEETS = ['tasks', 'citations', 'targets'] as const
export type SheetName = (typeof SHEETS)[number]

const words = (text: string | null | undefined): Value => (text ? { text: text.replace(/\s+/g, ' ').trim() } : null)
const amount = (number: number | null): Value => (number === null ? null : { number })
const day = (value: string | null | undefined): Value => (value ? { day: value } : null)
const names = (bodies: readonly Body[]): Value => words(bodies.map(({ text }) => text).join('; '))

const ofDocument: Column<unknown> = { key: 'document', width: 20, read: (_, document) => words(nameOf(document)) }

const TASKS: readonly Column<Task>[] = [
  ofDocument,
  { key: 'section', width: 9, read: ({ section }) => words(section) },
  { key: 'task', width: 60, read: ({ text }) => words(text) },
  { key: 'responsible', width: 28, read: ({ responsible }) => names(responsible) },
  { key: 'coordinating', width: 28, read: ({ coordinating }) => names(coordinating) },
  { key: 'from', width: 12, read: ({ due }) => day(startOf(due)) },
  { key: 'until', width: 12, read: ({ due }) => day(endOf(due)) },
  { key: 'due', width: 22, read: ({ dueText }) => words(dueText) },
  { key: 'output', width: 24, read: ({ output }) => words(output?.text) },
  { key: 'basis', width: 22, read: ({ citations }, document) => words([...new Set(citations.map((index) => document.citations[index]!).filter(({ relation }) => relation !== 'self').map(instrumentOf))].join('; ')) },
  { key: 'progress', width: 16, read: () => null },
  { key: 'note', width: 20, read: () => null },
]

const CITATIONS: readonly Column<Citation>[] = [
  ofDocument,
  { key: 'type', width: 14, read: ({ type }) => words(type?.name) },
  { key: 'notation', width: 22, read: (citation) => words(instrumentOf(citation)) },
  { key: 'issued', width: 13, read: ({ date }) => (date !== null && isDay(date) ? { day: date } : words(date)) },
  { key: 'issuer', width: 28, read: ({ issuer }) => words(issuer?.name) },
  { key: 'title', width: 50, read: ({ title }) => words(title?.text) },
  { key: 'pinpoints', width: 18, read: ({ pinpoints }) => words(pinpoints.map(({ text }) => text).join('; ')) },
  { key: 'relation', width: 14, read: ({ relation }, _, language) => words(wordMessage(`relation.${relation}`, {}, language)) },
  { key: 'urn', width: 44, read: ({ urn }) => words(urn) },
  { key: 'asWritten', width: 50, read: ({ text }) => words(text) },
]

const TARGETS: readonly Column<Target>[] = [
  ofDocument,
  { key: 'section', width: 9, read: ({ section }) => words(section) },
  { key: 'target', width: 60, read: ({ text }) => words(text) },
  { key: 'comparator', width: 9, read: ({ comparator }) => words(SIGNS[comparator]) },
  { key: 'value', width: 11, read: ({ value }) => amount(value) },
  { key: 'valueTo', width: 11, read: ({ valueTo }) => amount(valueTo) },
  { key: 'unit', width: 14, read: ({ unit }) => words(unit) },
  { key: 'until', width: 12, read: ({ by }) => day(endOf(by)) },
  { key: 'reached', width: 14, read: () => null },
  { key: 'note', width: 20, read: () => null },
]

/** Signs that no sheet takes for a formula. */
const SIGNS: Readonly<Record<Target['comparator'], string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': 'bằng', '~': '~' }

/** One table of the documents; the column that names the document is there where there are several. */
export function toSheet(name: SheetName, documents: readonly PlanDocument[], language: Language): Sheet {
  switch (name) {
    case 'tasks': return sheetOf(name, TASKS, documents, ({ tasks }) => tasks, language)
    case 'citations': return sheetOf(name, CITATIONS, documents, ({ citations }) => citations.filter(({ relation }) => relation !== 'self'), language)
    case 'targets': return sheetOf(name, TARGETS, documents, ({ targets }) => targets, language)
  }
}

function sheetOf<T>(name: SheetName, all: readonly Column<T>[], documents: readonly PlanDocument[], itemsOf: (document: PlanDocument) => readonly T[], language: Language): Sheet {
  const columns = documents.length > 1 ? all : all.slice(1)
  const rows = documents.flatMap((document) => itemsOf(document).map((item) => columns.map(({ read }) => read(item, document, language))))
  return {
    name: wordLabel(name, language),
    columns: [{ key: 'number', width: 6, title: wordLabel('number', language) }, ...columns.map(({ key, width }) => ({ key, width, title: wordLabel(key, language) }))],
    rows: rows.map((row, index) => [{ number: index + 1 }, ...row]),
  }
}

/** What an instrument is called: its notation, else its name, else its words. */
export const instrumentOf = ({ notation, name, text }: Citation): string => notation?.text ?? name ?? text

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** The last day of a due; null where it has none or its year is not known. */
export const endOf = (due: string | null): string | null => (due === null ? null : (boundsOf(due)?.last ?? null))

/** The first day, only where the due is a period. */
const startOf = (due: string | null): string | null => (due?.includes('/') ? (boundsOf(due)?.first ?? null) : null)
