import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { TABLES } from '../../src/bulk/tables/columns.js'
import { toDictionary } from '../../src/bulk/tables/dictionary.js'
import { documentRows } from '../../src/bulk/tables/rows.js'
import { extractPlan } from '../../src/run/extract-plan.js'
import { bulk, fill, plan, temporaryFolder } from './archives.js'

let out: string

beforeAll(async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'in'))
  await fill(join(folder, 'in'), { 'a.txt': plan(1), 'b.txt': plan(2), 'c.txt': plan(1), 'd.txt': '', 'e.txt': plan(5).replace('Trạm Y tế xã', '=cmd|A1') })
  out = join(folder, 'out')
  await bulk.runBulk([join(folder, 'in')], out, { workers: 1 })
})

async function query(sql: string, database = ':memory:'): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(database, database === ':memory:' ? {} : { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  try {
    return (await (await connection.runAndReadAll(sql)).getRowsJson()) as unknown[][]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('the rows of a document', () => {
  const rows = documentRows('id', extractPlan(plan(3)))

  it('have exactly the columns of their tables, of the types that are told', () => {
    for (const { name, columns } of TABLES) {
      for (const row of rows[name] ?? []) {
        expect(Object.keys(row).sort()).toEqual(columns.map((column) => column.name).sort())
        for (const { name: column, type } of columns) {
          const value = row[column]
          if (value === null) continue
          if (type === 'date') expect(value).toMatch(/^\d{4}-\d\d-\d\d$/)
          else expect(typeof value).toBe(type === 'text' ? 'string' : type === 'boolean' ? 'boolean' : 'number')
        }
      }
    }
  })

  it('have keys that tell them apart', () => {
    for (const { name, key } of TABLES) {
      const keys = (rows[name] ?? []).map((row) => key.map((column) => row[column]).join('\n'))
      expect(new Set(keys).size, name).toBe(keys.length)
    }
  })

  it('put days beside EDTF values', () => {
    expect(rows.tasks![0]).toMatchObject({ due: '../2021-04-28', due_from: null, due_to: '2021-04-28', responsible: expect.stringContaining('Trạm Y tế') })
    expect(rows.documents![0]).toMatchObject({ notation: '3/KH-UBND', issued_from: '2021-04-04', year: 2021 })
  })
})

describe('the data dictionary', () => {
  it('of docs/tables.md is the one of the code', async () => {
    expect(await readFile(new URL('../../docs/tables.md', import.meta.url), 'utf8')).toBe(toDictionary())
  })
})

describe('tables', () => {
  it('join in DuckDB, and tell what their columns mean', async () => {
    const [file] = await bulk.writeTables(out, 'duckdb')
    expect(await query('select count(*)::int, (select count(*)::int from inputs), (select count(*)::int from failures) from documents', file)).toEqual([[3, 5, 1]])
    expect(await query("select notation, body.name from documents join tasks using (document_id) join task_bodies body using (document_id, task_no) where role = 'coordinating' and notation = '2/KH-UBND'", file)).toEqual([['2/KH-UBND', expect.stringContaining('Trường Tiểu học Tân Lập')]])
    expect(await query("select comment from duckdb_columns() where table_name = 'tasks' and column_name = 'due'", file)).toEqual([['EDTF']])
  })

  it('are Parquet files with days as dates', async () => {
    const files = await bulk.writeTables(out, 'parquet')
    expect(files).toHaveLength(TABLES.length)
    const tasks = files.find((file) => file.endsWith('tasks.parquet'))!
    expect(await query(`select typeof(due_to), count(*)::int from '${tasks}' where due_to > date '2018-01-01' group by 1`)).toEqual([['DATE', 3]])
  })

  it('are CSV files that open right, with formulas made harmless', async () => {
    const files = await bulk.writeTables(out, 'csv')
    const text = await readFile(files.find((file) => file.endsWith('/tasks.csv'))!, 'utf8')
    expect(text.startsWith('\ufeffdocument_id,task_no,')).toBe(true)
    const bodies = await readFile(files.find((file) => file.endsWith('/tasks.csv'))!, 'utf8')
    expect(bodies).not.toMatch(/(?:^|,)"?=/m)
    expect(await query(`select count(*)::int from read_csv('${files.find((file) => file.endsWith('/documents.csv'))!}')`)).toEqual([[3]])
  })

  it('are sheets of one workbook', async () => {
    const [file] = await bulk.writeTables(out, 'xlsx')
    const parts = unzipSync(await readFile(file!))
    const book = strFromU8(parts['xl/workbook.xml']!)
    for (const { name } of TABLES) expect(book).toContain(`name="${name}"`)
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? parts['xl/worksheets/sheet2.xml']!)).toContain('2/KH-UBND')
  })
})

describe('a report', () => {
  it('is one page that needs no network and no script', async () => {
    const page = await bulk.makeReport(out, 'en')
    expect(page).not.toMatch(/<script|<link|src=|https?:/)
    expect(page).toContain('<dd>5</dd>')
    expect(page).toContain('Report on an archive of plans')
    expect(page).toContain('prefers-color-scheme: dark')
    expect(page).toContain('@media print')
    expect(page.match(/class="day heat"/g)!.length).toBe(3)
  })

  it('escapes what documents say', async () => {
    const folder = await temporaryFolder()
    await fill(folder, { 'a.txt': plan(1).replaceAll('Trạm Y tế xã', 'Phòng <b>"&') })
    await bulk.runBulk([folder], join(folder, 'out'), { workers: 1 })
    expect(await bulk.makeReport(join(folder, 'out'), 'vi')).not.toContain('<b>')
  })
})
