import Tinypool from 'tinypool'
import { extractTask } from './extract-task.js'
import type { ExtractTask, FileAnswer } from './task.js'

/** What runs in each worker thread: files in, lines of JSON (or files) out, handed over without a copy. */
export async function work(task: ExtractTask): Promise<unknown> {
  const answer = await extractTask(task)
  return Tinypool.move(handedOver(answer, [answer.memory, ...answer.files.flatMap(givenBack)]))
}

const givenBack = (file: FileAnswer): ArrayBufferLike[] => (file.status === 'deferred' ? [file.bytes.buffer] : [])

type Movable = Parameters<typeof Tinypool.move>[0]

/** What tinypool asks of a value whose buffers are to be handed over; its types know the two symbols by other names. */
const handedOver = (value: unknown, buffers: readonly ArrayBufferLike[]): Movable => ({ [Tinypool.transferableSymbol]: buffers, [Tinypool.valueSymbol]: value }) as unknown as Movable
