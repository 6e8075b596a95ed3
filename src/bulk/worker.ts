import Tinypool from 'tinypool'
import { extractTask } from './extract-task.js'
import type { ExtractTask, Outcome } from './task.js'

/** What runs in each worker thread: bytes in, a line of JSON out, handed over without a copy. */
export async function work(task: ExtractTask): Promise<unknown> {
  if (task.begun) Atomics.store(task.begun, 0, 1)
  const outcome = await extractTask(task)
  return outcome.status === 'failed' ? outcome : Tinypool.move(withLine(outcome))
}

type Movable = Parameters<typeof Tinypool.move>[0]

/** What tinypool asks of a value whose buffer is to be handed over; its types know the two symbols by other names. */
function withLine(outcome: Extract<Outcome, { status: 'done' }>): Movable {
  return { [Tinypool.transferableSymbol]: outcome.line.buffer, [Tinypool.valueSymbol]: outcome } as unknown as Movable
}
