/** What an RTF file is made of (Word 2007 RTF Specification 1.9.1). */
export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'control'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }

const [OPEN, CLOSE, BACKSLASH, APOSTROPHE, LINE_FEED, RETURN] = [0x7b, 0x7d, 0x5c, 0x27, 10, 13]
const LONGEST_TEXT = 4096

/** Hand each token of a file to `take`, as rtf-stream-parser cuts them. */
export async function readTokens(bytes: Uint8Array, take: (token: Token) => void): Promise<void> {
  const { Tokenize } = await import('rtf-stream-parser')
  const tokenizer = new Tokenize()
  tokenizer.push = (token: { type: number; word?: string; param?: number; data?: Uint8Array } | null) => {
    if (token === null) return false
    if (token.type < 2) take({ kind: token.type === 0 ? 'open' : 'close' })
    else if (token.type === 3) take({ kind: 'text', bytes: token.data! })
    else if (token.word === "'") take({ kind: 'byte', byte: token.data?.[0] ?? 0 })
    else take({ kind: 'control', word: token.word!, value: token.param })
    return true
  }
  const fail = (error?: unknown): void => {
    if (error) throw error
  }
  tokenizer._transform(Buffer.from(prepare(bytes)), undefined, fail)
  tokenizer._flush(fail)
}

/**
 * The same file without what the tokenizer cannot bear: it gathers text in steps that grow quadratic, so long text (pictures in hexadecimal
 * digits) is parted by an empty group; it takes a file's word for the length of binary data, which is left out; it complains aloud of bad digits.
 */
export function prepare(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + Math.ceil(bytes.length / LONGEST_TEXT) * 2 + 2)
  let to = 0
  let run = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === BACKSLASH) {
      run = 0
      const binary = binaryLength(bytes, at)
      if (binary) {
        at = binary.end - 1
        continue
      }
      if (bytes[at + 1] === APOSTROPHE && !(isDigit(bytes[at + 2]) && isDigit(bytes[at + 3]))) {
        at++
        continue
      }
      out[to++] = byte
      if (at + 1 < bytes.length) out[to++] = bytes[++at]!
      continue
    }
    if (byte !== LINE_FEED && byte !== RETURN) run = byte === OPEN || byte === CLOSE ? 0 : run + 1
    out[to++] = byte
    if (run === LONGEST_TEXT) {
      out[to++] = OPEN
      out[to++] = CLOSE
      run = 0
    }
  }
  return out.subarray(0, to)
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && ((byte > 47 && byte < 58) || (byte > 64 && byte < 71) || (byte > 96 && byte < 103))

/** `\bin12345 ` and the bytes that follow it. */
function binaryLength(bytes: Uint8Array, at: number): { end: number } | undefined {
  if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x69 || bytes[at + 3] !== 0x6e) return undefined
  let length = 0
  let end = at + 4
  while (end < bytes.length && bytes[end]! > 47 && bytes[end]! < 58 && length < bytes.length) length = length * 10 + bytes[end++]! - 48
  if (end === at + 4) return undefined
  return { end: Math.min(end + 1 + length, bytes.length) }
}
