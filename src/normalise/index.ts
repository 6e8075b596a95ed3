import { chain, rewrite, type Rewritten } from '../model/edits.js'
import { fold } from '../model/folded.js'
import type { NormalisedText, SourceText, TableMark } from '../model/source-text.js'
import type { Span } from '../model/span.js'
import { barRows } from './bar-rows.js'
import { cellLines } from './cell-lines.js'
import { characters } from './characters.js'
import type { Cleaner, Cleaning } from './cleaner.js'
import { closingColumns, columns } from './columns.js'
import { furniture } from './furniture.js'
import { lineUp, lineUpEdited } from './lined-text.js'
import { markup } from './markup.js'
import { notations } from './notations.js'
import { pageFootnotes } from './page-footnotes.js'
import { paragraphs } from './paragraphs.js'
import { runOn } from './run-on.js'
import { spaces } from './spaces.js'
import { webPage } from './web-page.js'
import { words } from './words.js'

/** In this order, each on what the one before it left. */
export const CLEANERS: readonly Cleaner[] = [characters, markup, columns, closingColumns, spaces, runOn, webPage, barRows, cellLines, pageFootnotes, furniture, words, paragraphs, notations]

interface Draft {
  readonly way: Rewritten
  readonly setApart: readonly Span[]
  readonly metadata: Readonly<Record<string, string>>
  readonly article: boolean
  /** Offset in the source. */
  readonly cutAt: number | null
}

/** The canonical text of what a reader gave: NFC, one paragraph a line, no page furniture; every span leads back. */
export function normalise(source: SourceText, cleaners: readonly Cleaner[] = CLEANERS): NormalisedText {
  const untouched: Rewritten = { text: source.text, toSource: (span) => span, fromSource: (span) => span }
  let draft: Draft = { way: untouched, setApart: [], metadata: {}, article: false, cutAt: null }
  const sourceRows = rowsOf(source.tables)
  let lined = lineUp(source.text)
  let rows = sourceRows
  for (const cleaner of cleaners) {
    const { way } = draft
    const cleaning = cleaner.clean(lined, { paragraphsAreLines: source.paragraphsAreLines, rows })
    draft = applyCleaning(draft, cleaning)
    if (draft.way === way) continue
    lined = cleaning.rearranged ? lineUp(draft.way.text) : lineUpEdited(lined, cleaning.edits, draft.way.text)
    rows = sourceRows.map(draft.way.fromSource)
  }
  const { way, setApart, metadata, article, cutAt } = draft
  return {
    text: way.text,
    folded: fold(way.text),
    toSource: way.toSource,
    tables: source.tables.map((table) => moveTable(table, way)).filter(({ span }) => span.end > span.start),
    pages: source.pages?.map((page) => ({ number: page.number, span: way.fromSource(page.span) })) ?? null,
    metadata,
    encoding: source.encoding,
    findings: source.findings.map((finding) => ({ ...finding, span: finding.span && way.fromSource(finding.span) })),
    setApart: [...setApart].sort((a, b) => a.start - b.start),
    looksLikeArticle: article,
    cutAt: cutAt === null ? null : way.fromSource({ start: cutAt, end: cutAt }).start,
  }
}

function applyCleaning(draft: Draft, cleaning: Cleaning): Draft {
  if (isNothing(cleaning)) return draft
  const { way } = draft
  const step = cleaning.rearranged ?? (cleaning.edits.length ? rewrite(way.text, cleaning.edits) : undefined)
  return {
    way: step ? chain(way, step) : way,
    setApart: [...draft.setApart, ...(cleaning.setApart ?? []).map(way.toSource)],
    metadata: { ...draft.metadata, ...cleaning.metadata },
    article: draft.article || (cleaning.article ?? false),
    cutAt: draft.cutAt ?? (cleaning.cutAt === undefined ? null : way.toSource({ start: cleaning.cutAt, end: cleaning.cutAt }).start),
  }
}

const isNothing = ({ edits, rearranged, setApart, metadata, article, cutAt }: Cleaning): boolean =>
  !edits.length && !rearranged && !setApart?.length && !metadata && !article && cutAt === undefined

const rowsOf = (tables: readonly TableMark[]): Span[] =>
  tables.flatMap(({ rows }) => rows.filter((row) => row.length).map((row) => ({ start: row[0]!.span.start, end: row.at(-1)!.span.end }))).sort((a, b) => a.start - b.start)

const moveTable = (table: TableMark, way: Rewritten): TableMark => ({
  span: way.fromSource(table.span),
  rows: table.rows.map((row) => row.map((cell) => ({ ...cell, span: way.fromSource(cell.span), ...(cell.breaks && { breaks: cell.breaks.map((at) => way.fromSource({ start: at, end: at }).start) }) }))),
})
