import { UnreadableDocumentError } from '../model/diagnostics.js'
import { nameOfUnicode } from './encodings/names.js'
import { namesOldFont } from './html-fonts.js'
import { decodeOldLetters, decodeSingleBytes, type DecodedText, guessUtf16 } from './encodings/text-bytes.js'

/** What the bytes of an input say: text, and whether it is a web page. */
export interface DecodedBytes extends DecodedText {
  readonly mediaType: 'text/plain' | 'text/html'
}

/** First bytes of formats that are recognised, so that the message can name them, but not read. */
const FOREIGN: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['Word (.docx) / ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['Word (.doc)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['GZIP', [0x1f, 0x8b, 0x08]],
]

const HTML_START = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|article|section|main|p)[\s/>]/i
const HTML_NAME = /\.(?:html?|xhtml)$/i

/**
 * Decode an input: UTF-8 with or without a byte order mark, UTF-16 with or without one, Windows-1258, and texts typed for TCVN3 or VNI fonts or in VIQR.
 * A name ending in .html or a page's first tag makes it HTML.
 * @throws UnreadableDocumentError where there is no text in it, or in another encoding
 */
export function decodeBytes(bytes: Uint8Array, name: string | null = null): DecodedBytes {
  const { text, encoding } = decodeText(bytes)
  if (!/\S/.test(text)) throw new UnreadableDocumentError('empty')
  const html = (name !== null && HTML_NAME.test(name)) || HTML_START.test(text)
  return { text, encoding, mediaType: html ? 'text/html' : 'text/plain' }
}

function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = decodeUnicode(bytes)
  if (unicode !== undefined) return decodeOldLetters(unicode) ?? { text: unicode, encoding: nameOfUnicode(unicode) }
  const old = decodeSingleBytes(bytes) ?? decodeDeclared(bytes)
  if (old) return old
  throw new UnreadableDocumentError('unsupported', { reason: 'not-utf8', line: lineOfFirstMistake(bytes) })
}

const LATIN_PAGE = /<meta[^>]{1,200}charset\s*=\s*["']?(?:windows-1252|iso-8859-1|x-user-defined)/i

/** A web page that says to be Latin and has its text in old fonts: its letters are decoded by their fonts. */
function decodeDeclared(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return LATIN_PAGE.test(text.slice(0, 4096)) && namesOldFont(text) ? { text, encoding: 'unicode' } : undefined
}

/** Undefined where the bytes are no Unicode. */
function decodeUnicode(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return decodeBigEndian(bytes)
  const foreign = FOREIGN.find(([, start]) => startsWith(bytes, start))
  if (foreign) throw new UnreadableDocumentError('unsupported', { reason: 'format', format: foreign[0] })
  const utf16 = guessUtf16(bytes)
  if (utf16) return utf16 === 'utf-16le' ? new TextDecoder(utf16).decode(bytes) : decodeBigEndian(bytes)
  if (isBinary(bytes)) throw new UnreadableDocumentError('unsupported', { reason: 'binary' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** `utf-16be` is missing from runtimes with little ICU, so the bytes are swapped. */
function decodeBigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let i = 0; i < swapped.length; i += 2) {
    swapped[i] = bytes[i + 1]!
    swapped[i + 1] = bytes[i]!
  }
  return new TextDecoder('utf-16le').decode(swapped)
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** A NUL, or many control codes among the first 64 KB: nothing that a text has. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls * 20 > length
}

function lineOfFirstMistake(bytes: Uint8Array): number {
  const read = new TextDecoder('utf-8').decode(bytes)
  let line = 1
  for (let i = 0, end = read.indexOf('\ufffd'); i < end; i++) if (read.charCodeAt(i) === 10) line++
  return line
}
