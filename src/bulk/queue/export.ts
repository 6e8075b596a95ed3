import type { PlanDocument } from '../../model/plan.js'
import { Archive } from '../archive.js'
import { WaitingRoom } from '../waiting-room.js'
import type { QueueDatabase } from './database.js'
import { chosenRun } from './runs.js'

const PAGE = 200

interface InputRow {
  readonly input_id: string
  readonly source: string
  readonly status: 'done' | 'failed'
  readonly sha256: string | null
  readonly byte_length: string | null
  readonly pages: number | null
  readonly code: string | null
  readonly args: Readonly<Record<string, string | number>> | null
  readonly document: PlanDocument | null
}

export interface ExportSummary {
  readonly written: number
  readonly failures: number
  /** Inputs that have no result yet, and so are not in the folder. */
  readonly waiting: number
}

/**
 * Write the results of a run into a folder, as `kehoach bulk` would have written them for the same inputs: byte for byte the same,
 * in the order in which the inputs were added. What the folder has already stays.
 */
export async function exportRun(database: QueueDatabase, directory: string, run?: string): Promise<ExportSummary> {
  const chosen = await chosenRun(database, run)
  const { language } = chosen.options
  const archive = await Archive.open(directory, { fingerprint: chosen.run, version: chosen.version, language })
  const room = await WaitingRoom.open(directory, chosen.run)
  try {
    const written = await writeInputs(database, archive, chosen.run)
    const { rows } = await database.pool.query<{ count: string }>("select count(*) from kehoach.inputs where run = $1 and status = 'waiting'", [chosen.run])
    return { written, failures: archive.failures, waiting: Number(rows[0]!.count) }
  } finally {
    await room.close()
    await archive.close()
  }
}

async function writeInputs({ pool }: QueueDatabase, archive: Archive, run: string): Promise<number> {
  let written = 0
  let after = '0'
  for (;;) {
    const { rows } = await pool.query<InputRow>(
      `select input_id, inputs.source, inputs.status, sha256, inputs.byte_length, inputs.pages, code, args, document
       from kehoach.inputs left join kehoach.plans on plans.run = inputs.run and document_id = sha256
       where inputs.run = $1 and status <> 'waiting' and input_id > $2 order by input_id limit ${PAGE}`,
      [run, after],
    )
    if (!rows.length) return written
    for (const row of rows) {
      if (archive.known.get(row.source)?.sha256 === row.sha256 && archive.known.has(row.source)) continue
      await writeInput(archive, row)
      written++
    }
    after = rows.at(-1)!.input_id
  }
}

async function writeInput(archive: Archive, { source, status, sha256, byte_length, pages, code, args, document }: InputRow): Promise<void> {
  const entry = { source, sha256, byteLength: byte_length === null ? null : Number(byte_length) }
  const first = sha256 === null ? undefined : archive.contents.get(sha256)
  if (status === 'failed') return archive.add([{ entry: { ...entry, status, ...(first === undefined ? {} : { of: first }), code: code!, args: args ?? {} } }])
  if (first !== undefined) return archive.add([{ entry: { ...entry, status: 'duplicate', of: first } }])
  return archive.add([{ entry: { ...entry, status, pages: pages ?? 1 }, document: named(document!, source) }])
}

const ENCODER = new TextEncoder()

/** The document's line as the reader of one machine prints it: with the name of its source. */
const named = (document: PlanDocument, name: string): Uint8Array => ENCODER.encode(JSON.stringify({ ...document, source: { ...document.source, name } }))

