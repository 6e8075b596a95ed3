import Tinypool from 'tinypool'
import { extractTask } from './extract-task.js'
import type { Answer, ExtractTask } from './task.js'

/** What runs in each worker thread: bytes in, a line of JSON (or the bytes) out, handed over without a copy. */
export async function work(task: ExtractTask): Promise<unknown> {
  if (task.begun) Atomics.store(task.begun, 0, 1)
  const answer = await extractTask(task)
  if (answer.status === 'failed') return answer
  return Tinypool.move(handedOver(answer, answer.status === 'done' ? answer.line : answer.bytes))
}

type Movable = Parameters<typeof Tinypool.move>[0]

/** What tinypool asks of a value whose buffer is to be handed over; its types know the two symbols by other names. */
function handedOver(answer: Answer, { buffer }: Uint8Array): Movable {
  return { [Tinypool.transferableSymbol]: buffer, [Tinypool.valueSymbol]: answer } as unknown as Movable
}
