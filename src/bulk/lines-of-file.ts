import { createReadStream } from 'node:fs'

export interface FileLine {
  readonly text: string
  /** Byte offset of its begin, and of the line after it. */
  readonly start: number
  readonly next: number
}

/** The whole lines of a file, one after the other; what stands behind the last line break is none. A missing file has no lines. */
export async function* linesOfFile(path: string): AsyncGenerator<FileLine> {
  let rest: Buffer = Buffer.alloc(0)
  let offset = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk
      let from = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        yield { text: bytes.toString('utf8', from, end), start: offset + from, next: offset + end + 1 }
        from = end + 1
      }
      rest = bytes.subarray(from)
      offset += from
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
