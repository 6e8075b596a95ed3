import { UnreadableDocumentError } from '../model/diagnostics.js'

/** Heads that name no part of a web page are told by their first lines. */
const HEAD = 4096

/** A web page kept in one file (MHTML, RFC 2557), as Word and Internet Explorer wrote it, often under the name of a .doc. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, HEAD))
  return /^(?:\s*|[\s\S]*\n)MIME-Version:/i.test(head) && /^\s*[A-Za-z-]+:/.test(head) && /Content-Type:\s*(?:multipart\/(?:related|alternative)|text\/html)/i.test(head)
}

/**
 * The bytes of the page itself: the first part that is HTML.
 * @throws UnreadableDocumentError `corrupt` where the file has none
 */
export function pageOfMhtml(bytes: Uint8Array): Uint8Array {
  const part = findPage(latin(bytes), 0)
  if (!part) throw new UnreadableDocumentError('corrupt')
  const encoding = (headerOf(part.head, 'Content-Transfer-Encoding') ?? '').toLowerCase()
  if (encoding === 'quoted-printable') return fromQuotedPrintable(part.body)
  if (encoding === 'base64') return fromBase64(part.body)
  return Uint8Array.from(part.body, (char) => char.charCodeAt(0))
}

interface Part {
  readonly head: string
  readonly body: string
}

const DEEPEST = 4

function findPage(text: string, depth: number): Part | undefined {
  const end = /\r?\n\r?\n/.exec(text)
  if (!end || depth > DEEPEST) return undefined
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = text.slice(end.index + end[0].length)
  const type = headerOf(head, 'Content-Type') ?? ''
  if (/^text\/html/i.test(type)) return { head, body }
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (!boundary) return undefined
  for (const part of body.split(`--${boundary.trim()}`).slice(1, 200)) {
    const found = findPage(part.replace(/^[ \t]*\r?\n/, ''), depth + 1)
    if (found) return found
  }
  return undefined
}

function headerOf(head: string, name: string): string | undefined {
  const line = head.split(/\r?\n/).find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}

function fromQuotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/[ \t]*=\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Uint8Array.from(joined, (char) => char.charCodeAt(0))
}

function fromBase64(body: string): Uint8Array {
  try {
    return Uint8Array.from(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')), (char) => char.charCodeAt(0))
  } catch (cause) {
    throw new UnreadableDocumentError('corrupt', {}, { cause })
  }
}

/** Byte by byte: the label "latin1" of TextDecoder is Windows-1252. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}
