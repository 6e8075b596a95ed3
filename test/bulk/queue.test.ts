import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulk, fill, ledgerOf, manyPlans, plan, results, temporaryFolder } from './archives.js'
import { type Postgres, startPostgres } from './postgres.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

let postgres: Postgres
let folder: string

beforeAll(async () => {
  postgres = await startPostgres()
  folder = await temporaryFolder()
}, 120_000)

afterAll(() => postgres.stop(), 60_000)

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Run the command line against a database of its own. */
function kehoach(database: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args, '--lang', 'en'], { env: { ...process.env, KEHOACH_DB: urlOf(database) } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (status) => resolve({ status, stdout, stderr })))
}

const urlOf = (database: string): string => postgres.url.replace(/kehoach$/, database)

async function newDatabase(name: string): Promise<string> {
  await sql('kehoach', `create database ${name}`)
  return name
}

async function sql<T extends pg.QueryResultRow>(database: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: urlOf(database) })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

async function input(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  await fill(path, files)
  return path
}

const work = (database: string, ...more: string[]): Promise<Ended> => kehoach(database, ['worker', '--until-empty', '--poll', '1', '--concurrency', '1', ...more])

describe('a queue', () => {
  it('gives what one machine gives, byte for byte, with failures and copies, by two workers', async () => {
    const database = await newDatabase('equal')
    const path = await input('equal', { ...manyPlans(20), 'x.txt': '', 'y.txt': plan(3), 'z.txt': '' })
    expect((await kehoach(database, ['queue', 'add', path, join(path, 'none')])).stdout).toMatch(/^23 added, 0 known before, 1 failed/)
    expect((await kehoach(database, ['queue', 'add', path])).stdout).toMatch(/^0 added, 23 known before, 0 failed/)
    const ended = await Promise.all([work(database), work(database)])
    expect(ended.map(({ status }) => status)).toEqual([0, 0])
    const out = join(folder, 'equal-out')
    expect(await kehoach(database, ['queue', 'export', out])).toMatchObject({ status: 1, stdout: expect.stringContaining('24 written') })
    await bulk.runBulk([path, join(path, 'none')], `${out}-one`, { workers: 1, language: 'en', extract: { language: 'en' }, limits: { milliseconds: 120_000, bytes: 64 * 1024 * 1024 } })
    expect(await results(out)).toEqual(await results(`${out}-one`))
    const status = JSON.parse((await kehoach(database, ['queue', 'status', '--format', 'json'])).stdout) as unknown
    expect(status).toEqual([expect.objectContaining({ waiting: 0, reading: 0, done: 21, failed: 3, documents: 20, failures: { empty: 2, 'not-found': 1 } })])
  }, 180_000)

  it('keeps rows that can be asked', async () => {
    const rows = await sql<{ name: string; tasks: number }>('equal', `
      select b.name, count(*)::int as tasks from kehoach.task_bodies b join kehoach.plans p using (run, document_id)
      where b.role = 'responsible' and p.type = 'KH' and b.name like 'Trạm%' group by 1 order by 2 desc, 1 limit 1`)
    expect(rows).toEqual([{ name: expect.stringContaining('Trạm Y tế'), tasks: 20 }])
    expect(await sql('equal', "select count(*)::int as n from kehoach.plans where document::jsonb @> '{\"kind\": \"document\"}'")).toEqual([{ n: 20 }])
    expect(await sql('equal', "select data->>'dueText' as due from kehoach.tasks where due_to is not null limit 1")).toEqual([{ due: expect.stringContaining('trước ngày') }])
  })

  it('reads again what failed, when asked to', async () => {
    const database = await newDatabase('again')
    const path = await input('again', { 'a.txt': plan(1) })
    await writeFile(join(path, 'list'), `${path}/a.txt\n${path}/b.txt\n`)
    await kehoach(database, ['queue', 'add', `@${path}/list`])
    await work(database)
    expect((await kehoach(database, ['queue', 'retry', '--list'])).stdout).toContain('b.txt: no such file')
    await fill(path, { 'b.txt': plan(2) })
    expect((await kehoach(database, ['queue', 'retry'])).stdout).toMatch(/^1 put/)
    await work(database)
    const out = join(folder, 'again-out')
    expect((await kehoach(database, ['queue', 'export', out])).status).toBe(0)
    expect((await ledgerOf(out)).map(({ status }) => status)).toEqual(['done', 'done'])
  }, 120_000)

  it('fetches documents from hosts that are allowed, and from no others', async () => {
    const server = await serve()
    const { port } = server.address() as AddressInfo
    const database = await newDatabase('http')
    const base = `http://127.0.0.1:${port}`
    await kehoach(database, ['queue', 'add', `${base}/plan.txt`, `${base}/moved`, `${base}/away`, `${base}/none`, 'http://other.invalid/a.txt'])
    await work(database, '--allow-host', `127.0.0.1:${port}`)
    const out = join(folder, 'http-out')
    await kehoach(database, ['queue', 'export', out])
    expect((await ledgerOf(out)).map(({ source, status, code, args }) => [source.replace(base, ''), status, code, args?.['reason']])).toEqual([
      ['/plan.txt', 'done', undefined, undefined],
      ['/moved', 'duplicate', undefined, undefined],
      ['/away', 'failed', 'unreadable', 'host'],
      ['/none', 'failed', 'not-found', undefined],
      ['http://other.invalid/a.txt', 'failed', 'unreadable', 'host'],
    ])
    server.close()
  }, 120_000)

  it('waits for a database that goes away, and says that there is none', async () => {
    expect(await kehoach('nowhere', ['queue', 'status'])).toMatchObject({ status: 1, stderr: expect.stringContaining('no connection to the database') })
    expect(await kehoach(await newDatabase('bare'), ['queue', 'export', join(folder, 'bare-out')])).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing was added') })
  }, 60_000)

  it('leaves a database of a newer version alone', async () => {
    const database = await newDatabase('newer')
    await kehoach(database, ['queue', 'status'])
    await sql(database, 'insert into kehoach.schema_version values (99)')
    expect(await kehoach(database, ['queue', 'status'])).toMatchObject({ status: 2, stderr: expect.stringContaining('made by a newer kehoach (schema 99') })
  }, 60_000)

  it('has workers that finish what they hold when they are told to end', async () => {
    const database = await newDatabase('ending')
    const path = await input('ending', manyPlans(200))
    await kehoach(database, ['queue', 'add', path])
    const child = spawn(process.execPath, [CLI, 'worker', '--concurrency', '1', '--lang', 'en'], { env: { ...process.env, KEHOACH_DB: urlOf(database) } })
    await expect.poll(async () => (await sql<{ n: number }>(database, "select count(*)::int as n from kehoach.inputs where status = 'done'"))[0]!.n, { timeout: 60_000 }).toBeGreaterThan(3)
    child.kill('SIGTERM')
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
    const [state] = await sql<{ active: number; done: number }>(database, "select (select count(*)::int from kehoach_jobs.job where state = 'active') as active, (select count(*)::int from kehoach.inputs where status = 'done') as done")
    expect(state!.active).toBe(0)
    expect(state!.done).toBeLessThan(200)
  }, 120_000)
})

/** A small site: a plan, a way to it, a way to somewhere else. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/plan.txt') response.end(plan(7))
    else if (request.url === '/moved') response.writeHead(302, { location: '/plan.txt' }).end()
    else if (request.url === '/away') response.writeHead(302, { location: 'http://other.invalid/plan.txt' }).end()
    else response.writeHead(404).end()
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
