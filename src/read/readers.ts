import { UnreadableDocumentError } from '../model/diagnostics.js'
import { decodeBytes } from './bytes.js'
import { readHtml } from './html.js'
import type { SourceText } from '../model/source-text.js'
import { isMhtml, pageOfMhtml } from './mhtml.js'
import { imageKind } from './ocr/image-kind.js'
import { isPdf } from './pdf/signature.js'
import type { Reader } from './reader.js'
import { readText } from './text.js'
import { type ZipKind, zipKind } from './zip-kind.js'

const docx: Reader = {
  id: 'docx',
  apart: true,
  accepts: (bytes) => zipKind(bytes) === 'docx',
  read: async (bytes, context) => (await import('./docx/index.js')).readDocx(bytes, context),
}

const pdf: Reader = {
  id: 'pdf',
  apart: true,
  accepts: isPdf,
  read: async (bytes, context) => (await import('./pdf/index.js')).readPdf(bytes, context),
}

/** Scans as pictures. */
const image: Reader = {
  id: 'ocr',
  apart: true,
  accepts: (bytes) => imageKind(bytes) !== undefined,
  read: async (bytes, context) => (await import('./ocr/index.js')).readImage(bytes, context),
}

const odt: Reader = {
  id: 'odt',
  apart: true,
  accepts: (bytes) => zipKind(bytes) === 'odt',
  read: async (bytes, context) => (await import('./odt/index.js')).readOdt(bytes, context),
}

const ARCHIVES: Readonly<Partial<Record<ZipKind, string>>> = { xlsx: 'Excel (.xlsx)', pptx: 'PowerPoint (.pptx)' }

/** Other archives, told by what is in them. */
const archive: Reader = {
  id: 'zip',
  accepts: (bytes) => zipKind(bytes) !== undefined,
  read: async (bytes) => {
    throw new UnreadableDocumentError('unsupported', { reason: 'format', format: ARCHIVES[zipKind(bytes)!] ?? 'ZIP' })
  },
}

/** The parser of web pages takes a second for this many bytes of elements inside one another, and four times as long for twice as many. */
const LARGE_PAGE = 256 * 1024

/** Plain text and web pages: what no other reader has taken. */
const text: Reader = {
  id: 'text',
  apart: (bytes) => bytes.length > LARGE_PAGE && bytes.subarray(0, 200).includes(0x3c),
  accepts: () => true,
  read: async (bytes, { name }) => {
    const { text: content, mediaType, encoding } = decodeBytes(bytes, name)
    return mediaType === 'text/html' ? readPage(content, encoding) : { ...readText(content), encoding }
  },
}

/** A page whose letters its fonts told to be old, or what its bytes told. */
function readPage(content: string, ofBytes: string): SourceText {
  const page = readHtml(content)
  return page.encoding === 'unicode' ? { ...page, encoding: ofBytes } : page
}

/** A web page in a MIME envelope, as Word saves it, often under the name of a .doc. */
const mhtml: Reader = {
  id: 'mhtml',
  accepts: isMhtml,
  read: async (bytes) => {
    const { text: content, encoding } = decodeBytes(pageOfMhtml(bytes))
    return readPage(content, encoding)
  },
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Word's binary format; other compound files are told apart inside. */
const doc: Reader = {
  id: 'doc',
  apart: true,
  accepts: (bytes) => COMPOUND_FILE.every((byte, i) => bytes[i] === byte),
  read: async (bytes, context) => (await import('./doc/index.js')).readDoc(bytes, context),
}

/** Rich text, often under the name of a .doc. */
const rtf: Reader = {
  id: 'rtf',
  apart: true,
  accepts: (bytes) => [0x7b, 0x5c, 0x72, 0x74].every((byte, i) => bytes[i] === byte),
  read: async (bytes, context) => (await import('./rtf/index.js')).readRtf(bytes, context),
}

/** In this order; the first that accepts the bytes reads them. */
export const READERS: readonly Reader[] = [docx, pdf, image, doc, rtf, odt, archive, mhtml, text]
