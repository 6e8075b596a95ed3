import { describe, expect, it } from 'vitest'
import { Lanes, type LaneKind } from '../../src/bulk/lanes.js'

/** Who has a worker after each step; `give` is the label of one that is done. */
async function play(workers: number, wants: readonly (readonly [label: string, kind: LaneKind])[], gives: readonly string[]): Promise<string[]> {
  const lanes = new Lanes(workers)
  const kinds = new Map(wants)
  const begun: string[] = []
  for (const [label, kind] of wants) void lanes.take(kind).then(() => begun.push(label))
  const steps: string[] = []
  const look = async (): Promise<void> => {
    await new Promise(setImmediate)
    steps.push(begun.splice(0).join(' '))
  }
  await look()
  for (const label of gives) {
    lanes.give(kinds.get(label)!)
    await look()
  }
  return steps
}

describe('Lanes', () => {
  it('gives OCR no more than half of the workers while texts wait', async () => {
    const wants = [['s1', 'ocr'], ['s2', 'ocr'], ['s3', 'ocr'], ['t1', 'text'], ['t2', 'text'], ['t3', 'text']] as const
    expect(await play(2, [['t0', 'text'], ['t9', 'text'], ...wants], ['t0', 't9', 't1', 's1', 't2'])).toEqual(['t0 t9', 's1', 't1', 't2', 's2', 't3'])
  })

  it('gives either kind all workers where the other does not wait', async () => {
    expect(await play(3, [['s1', 'ocr'], ['s2', 'ocr'], ['s3', 'ocr'], ['s4', 'ocr']], ['s2'])).toEqual(['s1 s2 s3', 's4'])
    expect(await play(3, [['t1', 'text'], ['t2', 'text'], ['t3', 'text'], ['t4', 'text']], ['t3'])).toEqual(['t1 t2 t3', 't4'])
  })

  it('lets the only worker read texts first', async () => {
    expect(await play(1, [['t1', 'text'], ['s1', 'ocr'], ['t2', 'text'], ['s2', 'ocr']], ['t1', 't2', 's1'])).toEqual(['t1', 't2', 's1', 's2'])
  })
})
