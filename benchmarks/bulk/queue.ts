import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres } from '../../test/bulk/postgres.js'
import { writePlans } from './archive.js'

/**
 * `npm run bench:queue [-- PLANS [WORKERS]]`: generated text plans (800) put into a queue and read by workers (2) of one thread each, on a
 * PostgreSQL of its own on the same machine: documents a second, and what a document takes in the database.
 */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const [plans, workers] = [Number(process.argv[2] ?? 800), Number(process.argv[3] ?? 2)]

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-queue-'))
const postgres = await startPostgres()
const env = { ...process.env, KEHOACH_DB: postgres.url }
const seconds = async (step: () => unknown): Promise<number> => {
  const begin = performance.now()
  await step()
  return (performance.now() - begin) / 1000
}
const worker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'worker', '--concurrency', '1', '--until-empty'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))))
  })

try {
  const bytes = writePlans(folder, plans)
  const added = await seconds(() => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'queue', 'add', folder], { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  })
  const read = await seconds(() => Promise.all(Array.from({ length: workers }, worker)))
  const client = new pg.Client(postgres.url)
  await client.connect()
  const { rows } = await client.query<{ done: string; size: string }>(
    "select (select count(*) from kehoach.inputs where status = 'done') as done, sum(pg_total_relation_size(c.oid)) as size from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'kehoach' and relkind = 'r'",
  )
  await client.end()
  const done = Number(rows[0]!.done)
  process.stdout.write(`${plans} text plans, ${(bytes / 1e6).toFixed(1)} MB, Node ${process.versions.node}, ${availableParallelism()} cores with the database on them\n\n`)
  process.stdout.write(`${added.toFixed(1).padStart(8)}  seconds to put them into the queue\n${read.toFixed(1).padStart(8)}  seconds for ${workers} workers, starting them included\n`)
  process.stdout.write(`${(done / read).toFixed(1).padStart(8)}  documents a second\n${(Number(rows[0]!.size) / 1024 / done).toFixed(0).padStart(8)}  KB a document in the database, rows and indexes\n`)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
