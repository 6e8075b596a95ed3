import { UnreadableDocumentError } from '../model/diagnostics.js'
import { isOcrDeferred } from '../read/reader.js'
import { extractFile } from '../run/extract-file.js'
import type { ExtractTask, Failure, FileAnswer, GivenFile, TaskAnswer } from './task.js'

/** Read files one after the other; whatever goes wrong with one is its answer, never an exception. */
export async function extractTask(task: ExtractTask): Promise<TaskAnswer> {
  const lines = new Lines(task.memory)
  const files: FileAnswer[] = []
  for (const [index, file] of task.files.entries()) {
    Atomics.store(task.at, 0, index + 1)
    files.push(await extractOne(file, task, lines))
  }
  return { files, memory: lines.memory }
}

async function extractOne({ source, bytes }: GivenFile, { options, limits, ocr }: ExtractTask, lines: Lines): Promise<FileAnswer> {
  try {
    const document = await extractFile(bytes, { ...options, name: source, limits, ocr })
    return { status: 'done', ...lines.add(JSON.stringify(document)), pages: document.source.pages?.length ?? 1 }
  } catch (error) {
    if (isOcrDeferred(error)) return { status: 'deferred', bytes }
    return failureOf(error)
  }
}

/** The outcome that an error stands for; one that is none of ours is told as `unreadable`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnreadableDocumentError) return { status: 'failed', code: error.code, args: error.args }
  return { status: 'failed', code: 'unreadable', args: { reason: 'internal', detail: String(error) } }
}

const ENCODER = new TextEncoder()
const FIRST_BYTES = 1 << 18
/** The most bytes of UTF-8 that one code unit of a string takes. */
const WIDEST = 3

/** Lines in UTF-8, one after the other in one piece of memory, which grows. */
class Lines {
  memory: ArrayBuffer
  #end = 0

  constructor(memory: ArrayBuffer | null) {
    this.memory = memory ?? new ArrayBuffer(FIRST_BYTES)
  }

  add(line: string): { readonly start: number; readonly end: number } {
    const start = this.#end
    let { read, written } = ENCODER.encodeInto(line, new Uint8Array(this.memory, start))
    if (read < line.length) {
      this.#grow(start + line.length * WIDEST)
      ;({ read, written } = ENCODER.encodeInto(line, new Uint8Array(this.memory, start)))
    }
    this.#end = start + written
    return { start, end: this.#end }
  }

  #grow(least: number): void {
    const memory = new ArrayBuffer(Math.max(2 * this.memory.byteLength, least))
    new Uint8Array(memory).set(new Uint8Array(this.memory, 0, this.#end))
    this.memory = memory
  }
}
