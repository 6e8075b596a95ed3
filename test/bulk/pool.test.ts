import { describe, expect, it } from 'vitest'
import { Desk, type Waiting } from '../../src/bulk/desk.js'
import { LineMemory } from '../../src/bulk/line-memory.js'
import type { Outcome } from '../../src/bulk/task.js'
import { plan } from './archives.js'

const { Pool } = (await import(new URL('../../dist/bulk/pool.js', import.meta.url).href)) as typeof import('../../src/bulk/pool.js')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (outcome: Outcome): string => (outcome.status === 'done' ? (JSON.parse(new TextDecoder().decode(outcome.line)) as { text: string }).text : outcome.code)

describe('a pool of workers', () => {
  // Of a thread that ends without a word nobody hears: its file is late.
  it('loses of files that were given to a worker together only the one that it died of', async () => {
    const pool = new Pool({ workers: 1, memory: 96, limits: { milliseconds: 2000 }, grace: 500 }, new URL('./faulty-worker.mjs', import.meta.url))
    const names = ['a', 'b', 'hang-1', 'c', 'swell-1', 'd', 'e', 'exit-1', 'f']
    const outcomes = await Promise.all(names.map((name, index) => pool.run(name, bytes(plan(index + 1)))))
    await pool.close()
    const codes = outcomes.map((outcome) => (outcome.status === 'done' ? 'done' : outcome.code))
    expect(codes).toEqual(['done', 'done', 'timeout', 'done', 'out-of-memory', 'done', 'done', 'timeout', 'done'])
    for (const [index, outcome] of outcomes.entries()) if (outcome.status === 'done') expect(textOf(outcome)).toContain(`Số: ${index + 1}/KH-UBND`)
  }, 60_000)

  it('gives each its own line, whoever gives lines back and whoever does not', async () => {
    const pool = new Pool({ workers: 2 })
    const kept: (readonly [number, Outcome])[] = []
    const read = async (number: number): Promise<void> => {
      const outcome = await pool.run(`${number}.txt`, bytes(plan(number)))
      expect(textOf(outcome)).toContain(`Số: ${number}/KH-UBND`)
      if (number % 3) pool.giveBack(outcome)
      else kept.push([number, outcome])
    }
    for (let round = 0; round < 8; round++) await Promise.all(Array.from({ length: 20 }, (_, index) => read(round * 20 + index + 1)))
    for (const [number, outcome] of kept) expect(textOf(outcome)).toContain(`Số: ${number}/KH-UBND`)
    await pool.close()
  }, 60_000)
})

describe('a desk', () => {
  const MANNER = {}
  const file = (source: string, size = 10, manner: object = MANNER): Waiting => ({ source, bytes: new Uint8Array(size), manner, tell: () => {} })
  const names = (files: readonly Waiting[]): string => files.map(({ source }) => source).join(' ')
  const deskOf = (workers: number, files: readonly Waiting[]): Desk => {
    const desk = new Desk(workers)
    for (const each of files) desk.add(each)
    return desk
  }

  it('hands out small files together, a share for each worker', () => {
    const desk = deskOf(2, ['a', 'b', 'c', 'd', 'e'].map((name) => file(name)))
    expect([names(desk.take()), names(desk.take()), names(desk.take()), names(desk.take())]).toEqual(['a b c', 'd', 'e', ''])
  })

  it('never more than sixteen', () => {
    expect(deskOf(1, Array.from({ length: 40 }, (_, index) => file(String(index)))).take()).toHaveLength(16)
  })

  it('hands out a large file alone, and none with those read in another manner', () => {
    const other = { limits: { pages: 3 } }
    const desk = deskOf(1, [file('a'), file('large', 70_000), file('b'), file('c', 10, { limits: other.limits }), file('d', 10, { limits: other.limits }), file('e')])
    expect([1, 2, 3, 4, 5].map(() => names(desk.take()))).toEqual(['a', 'large', 'b', 'c d', 'e'])
  })

  it('takes back what was not read, before all others', () => {
    const desk = deskOf(1, [file('c')])
    desk.putBack([file('a'), file('b')])
    expect(names(desk.take())).toBe('a b c')
  })

  it('is calm while few wait', async () => {
    const desk = deskOf(1, Array.from({ length: 33 }, (_, index) => file(String(index))))
    let calm = false
    const waiting = desk.calm().then(() => (calm = true))
    await new Promise(setImmediate)
    expect(calm).toBe(false)
    desk.take()
    await waiting
    expect(calm).toBe(true)
  })
})

describe('memory of lines', () => {
  it('is spare when each line was given back, and never before', () => {
    const memory = new LineMemory(2)
    const piece = new ArrayBuffer(100)
    memory.lend(piece, 2)
    memory.giveBack(new Uint8Array(piece, 0, 10))
    expect(memory.take()).toBeNull()
    memory.giveBack(new Uint8Array(piece, 10, 5))
    expect(memory.take()).toBe(piece)
    expect(memory.take()).toBeNull()
  })

  it('keeps no more than asked for, and nothing that came from elsewhere', () => {
    const memory = new LineMemory(1)
    memory.giveBack(new Uint8Array(5))
    expect(memory.take()).toBeNull()
    for (let count = 0; count < 3; count++) memory.lend(new ArrayBuffer(8), 0)
    expect(memory.take()).not.toBeNull()
    expect(memory.take()).toBeNull()
  })
})
