import { describe, expect, it } from 'vitest'
import { Budget, inOrder } from '../../src/bulk/in-order.js'
import { ResultsInOrder } from '../../src/bulk/results-in-order.js'
import type { Outcome } from '../../src/bulk/task.js'
import { WaitingRoom } from '../../src/bulk/waiting-room.js'
import { temporaryFolder } from './archives.js'

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) yield number
}

describe('steps that overlap', () => {
  it('give their results in order, and no more than so many are under way', async () => {
    let running = 0
    let most = 0
    const step = async (number: number): Promise<number> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, (number * 7) % 5))
      running--
      return number
    }
    const results: number[] = []
    for await (const result of inOrder(numbers(40), 4, step)) results.push(result)
    expect(results).toEqual(Array.from({ length: 40 }, (_, index) => index))
    expect(most).toBe(4)
  })

  it('share a budget, first come first served, and one that asks for too much gets all of it', async () => {
    const budget = new Budget(10)
    const log: string[] = []
    const first = await budget.take(6)
    const second = budget.take(99).then((taken) => log.push(`large ${taken}`))
    const third = budget.take(1).then((taken) => log.push(`small ${taken}`))
    await Promise.resolve()
    expect(log).toEqual([])
    budget.give(first)
    await second
    expect(log).toEqual(['large 10'])
    budget.give(10)
    await third
    expect(log).toEqual(['large 10', 'small 1'])
  })
})

describe('results that wait for an earlier one', () => {
  const done = (number: number): Outcome => ({ status: 'done', pages: number, line: new TextEncoder().encode(`{"text":"số ${number}"}`) })

  it('wait on disk when they are many, leave in order, and are there after a crash', async () => {
    const folder = await temporaryFolder()
    const room = await WaitingRoom.open(folder, 'f')
    const queue = new ResultsInOrder<number>(room, 1000, 'f')
    let finishFirst = (_: Outcome): void => {}
    await queue.push({ entry: 0, sha256: 'sha-0', outcome: new Promise((resolve) => (finishFirst = resolve)) })
    for (let number = 1; number < 200; number++) await queue.push({ entry: number, sha256: `sha-${number}`, outcome: Promise.resolve(number % 10 ? done(number) : { status: 'failed', code: 'empty', args: {} }) })
    await expect.poll(() => room.has('sha-199')).toBe(true)

    const after = await WaitingRoom.open(folder, 'f')
    expect(await after.take('sha-199')).toEqual(done(199))
    expect(await after.take('sha-190')).toEqual({ status: 'failed', code: 'empty', args: {} })
    await after.close()

    finishFirst(done(0))
    queue.end()
    const { signal } = new AbortController()
    const left: (readonly [number, Outcome | null])[] = []
    for (let ready = await queue.next(signal); ready; ready = await queue.next(signal)) {
      for (const { entry, outcome } of ready) {
        left.push([entry, outcome])
        await room.release(`sha-${entry}`)
      }
    }
    expect(left).toEqual(Array.from({ length: 200 }, (_, number) => [number, number && number % 10 === 0 ? { status: 'failed', code: 'empty', args: {} } : done(number)]))
    await room.close()
  })
})
