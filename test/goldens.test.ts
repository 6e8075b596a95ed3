import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { incompleteFixtures, loadCases } from '../benchmarks/quality/gold.js'
import { belowFloors, toTable } from '../benchmarks/quality/report.js'
import { scoreCases } from '../benchmarks/quality/run.js'

const PLANS = new URL('../fixtures/plans', import.meta.url).pathname
const FLOORS = JSON.parse(readFileSync(new URL('../benchmarks/quality/floors.json', import.meta.url), 'utf8')) as Record<string, number>

describe('the plans of fixtures/', async () => {
  const { board, failed } = await scoreCases(loadCases([PLANS]))

  it('have each a document and its gold', () => expect(incompleteFixtures(PLANS)).toEqual([]))

  it('can all be read', () => expect(failed).toEqual([]))

  it('score no less than the floors', () => expect(belowFloors(board, FLOORS), toTable(board)).toEqual([]))

  it('have true spans', () => expect(board.misses.filter(({ layer }) => layer === 'spans')).toEqual([]))
})
