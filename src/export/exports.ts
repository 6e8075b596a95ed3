import type { PlanDocument } from '../model/plan.js'
import { toAkomaNtoso } from './akoma-ntoso.js'
import { toAnnotations } from './annotations.js'
import { toCalendar } from './calendar.js'
import { toCsv } from './csv.js'
import type { ExportOptions } from './export-options.js'
import { toHtml } from './html.js'
import { toMarkdown } from './markdown.js'
import { toXlsx } from './xlsx.js'

/** A form in which plans leave: what `--format` names, and how it is written. */
export interface Exporter {
  readonly id: string
  /** What it is, for `--help`. */
  readonly about: string
  readonly mediaType: string
  readonly extension: string
  /** Bytes that no terminal should see. */
  readonly binary: boolean
  /** The most documents that go into one file. */
  readonly most: number
  readonly write: (documents: readonly PlanDocument[], options: ExportOptions) => string | Promise<string | Uint8Array>
}

/** Every export: a new one is a file and a line here. */
export const EXPORTS = [
  { id: 'xlsx', about: 'tracking sheet', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx', binary: true, most: Infinity, write: toXlsx },
  { id: 'csv', about: 'tasks', mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv', binary: false, most: Infinity, write: toCsv },
  { id: 'ics', about: 'deadlines', mediaType: 'text/calendar; charset=utf-8', extension: 'ics', binary: false, most: Infinity, write: toCalendar },
  { id: 'md', about: 'Markdown', mediaType: 'text/markdown; charset=utf-8', extension: 'md', binary: false, most: Infinity, write: toMarkdown },
  { id: 'html', about: 'web page', mediaType: 'text/html; charset=utf-8', extension: 'html', binary: false, most: Infinity, write: toHtml },
  { id: 'akn', about: 'Akoma Ntoso 3.0', mediaType: 'application/akn+xml', extension: 'akn.xml', binary: false, most: 1, write: ([document]) => toAkomaNtoso(document!) },
  { id: 'jsonld', about: 'Web Annotations', mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', extension: 'jsonld', binary: false, most: Infinity, write: toAnnotations },
] as const satisfies readonly Exporter[]

export type ExportFormat = (typeof EXPORTS)[number]['id']
