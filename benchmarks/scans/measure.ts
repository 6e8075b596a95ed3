import { readFileSync } from 'node:fs'
import { extractPlaced, type PlanDocument, readDocument, UnreadableDocumentError } from '../../src/node.js'
import type { Finding } from '../../src/model/diagnostics.js'
import type { SourceText } from '../../src/model/source-text.js'
import { type Board, createBoard, f1, openLedger } from '../quality/board.js'
import type { Gold } from '../quality/gold.js'
import { scoreDocument } from '../quality/score.js'
import type { SignedPlace } from './scan.js'
import { scoreWords, type WordScore } from './words.js'

/** A printed plan as its text layer gives it: what a scan of it is measured by. */
export interface Truth {
  readonly text: string
  readonly pages: readonly string[]
  readonly signed: readonly SignedPlace[]
}

/** A page that came through badly, and whether anything said so. */
export interface PoorPage {
  readonly page: number
  readonly words: number
  readonly told: boolean
}

export interface Measured extends WordScore {
  readonly board: Board
  readonly text: string
  readonly pages: number
  readonly poor: readonly PoorPage[]
  /** How many places were mended, and how many told as unsure. */
  readonly mended: number
  readonly unsure: number
}

/** Pages of which fewer words came through are poor. */
const POOR = 0.9

export async function readTruth(pdf: string): Promise<Truth> {
  const source = await readDocument(readFileSync(pdf))
  const { document, locate } = extractPlaced(source)
  const signed = document.signatures.flatMap(({ name, span }): SignedPlace[] => {
    const start = name === null ? -1 : document.text.indexOf(name, span.start)
    return start < 0 ? [] : locate({ start, end: start + name!.length }).flatMap(({ page, box }) => (box ? [{ page, box }] : []))
  })
  return { text: source.text, pages: pagesOf(source), signed }
}

const pagesOf = ({ text, pages }: SourceText): string[] => (pages ?? []).map(({ span }) => text.slice(span.start, span.end))

/** Reads a scan and holds it against what was printed, and against the plan's gold. */
export async function measure(bytes: Uint8Array, truth: Truth, gold: Gold, name: string): Promise<Measured> {
  const board = createBoard()
  const source = await readDocument(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableDocumentError) return undefined
    throw error
  })
  const count = truth.pages.length
  if (!source) return { words: 0, marks: 0, board, text: '', pages: count, poor: [], mended: 0, unsure: 0 }
  const { document } = extractPlaced(source)
  scoreDocument(gold, document, openLedger(board, name))
  const seen = pagesOf(source)
  const poor = truth.pages.flatMap((page, i): PoorPage[] => {
    const { words } = scoreWords(page, seen[i] ?? '')
    return words < POOR && page.length > 80 ? [{ page: i + 1, words, told: isTold(source, i + 1) }] : []
  })
  return { ...scoreWords(truth.text, source.text), board, text: source.text, pages: count, poor, mended: codesOf(document, 'ocr/mended'), unsure: codesOf(document, 'ocr/unsure') }
}

const codesOf = ({ diagnostics }: PlanDocument, wanted: string): number => diagnostics.filter(({ code }) => code === wanted).length

/** Does a finding say that this page as a whole was hardly read, or not at all? */
const isTold = ({ findings }: SourceText, page: number): boolean => findings.some((finding: Finding) => finding.severity !== 'info' && 'page' in finding.args && finding.args.page === page)

/** F1 of a layer; of `header` the mean of its fields. */
export function layerOf({ totals }: Board, layer: string): number {
  const fields = [...totals].filter(([name]) => (layer === 'header' ? name.startsWith('header.') : name === layer)).map(([, tally]) => f1(tally))
  return fields.length ? fields.reduce((sum, value) => sum + value, 0) / fields.length : 0
}
