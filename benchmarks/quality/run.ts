import { UnreadableDocumentError } from '../../src/model/diagnostics.js'
import type { PlanDocument } from '../../src/model/plan.js'
import { extractFile } from '../../src/run/extract-file.js'
import { type Board, createBoard, openLedger } from './board.js'
import type { GoldCase } from './gold.js'
import { type JudgedTask, judgeTasks } from './reliability.js'
import { scoreDocument } from './score.js'

/** What stands for a document that could not be read. */
const NOTHING: PlanDocument = {
  schemaVersion: '1',
  source: { name: null, mediaType: 'text/plain', sha256: null, byteLength: null, reader: 'text', pages: null, encoding: 'unicode', ocr: null, metadata: {} },
  kind: 'document',
  text: '',
  header: { issuer: null, jointIssuers: [], parent: null, notation: null, place: null, issued: null, type: null, title: null, titleSpan: null, addressees: [], marks: [] },
  ...{ sections: [], citations: [], instruments: [], dates: [], tasks: [], targets: [], tables: [], recipients: [], signatures: [], footnotes: [], diagnostics: [] },
}

export interface Scored {
  readonly board: Board
  /** Documents that gave none; they count as if nothing had been found in them. */
  /** Every task found in documents whose gold has tasks. */
  readonly judged: readonly JudgedTask[]
  readonly failed: readonly { readonly name: string; readonly because: string }[]
}

/** Extract and score every case. */
export async function scoreCases(cases: readonly GoldCase[]): Promise<Scored> {
  const board = createBoard()
  const judged: JudgedTask[] = []
  const failed: { name: string; because: string }[] = []
  for (const { name, file, gold } of cases) {
    let document: PlanDocument
    try {
      document = await extractFile(file)
    } catch (error) {
      failed.push({ name, because: error instanceof UnreadableDocumentError ? error.code : String(error) })
      document = NOTHING
    }
    scoreDocument(gold, document, openLedger(board, name))
    if (gold.tasks) judged.push(...judgeTasks(name, gold.tasks, document))
  }
  return { board, judged, failed }
}
