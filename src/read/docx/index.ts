import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type SourceText, WITHOUT_LAYOUT } from '../../model/source-text.js'
import { writeBlocks } from '../blocks.js'
import type { ReadContext } from '../reader.js'
import { readXml } from '../xml.js'
import { openZip, type ZipArchive } from '../zip.js'
import { Numbering } from './numbering.js'
import { readParts, type WordParts } from './parts.js'
import { resolveDocument } from './resolve-document.js'
import { Styles } from './styles.js'
import { toBlocks } from './to-blocks.js'
import type { WordDocument } from './word-document.js'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A Word file (DOCX). Word's automatic numbers are written into their paragraphs first, then mammoth reads the result: its document is
 * printed one paragraph a line; headers and footers are left aside, footnotes stand at the end behind their marks ("[1]").
 */
export async function readDocx(bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  const archive = openZip(bytes, context.limits)
  const parts = await readParts(archive, context)
  const xml = archive.readText(parts.document)
  if (xml === undefined) throw new UnreadableDocumentError('corrupt', { reason: 'zip' })
  const styles = new Styles()
  const numbering = new Numbering(styles)
  await readPart(archive, parts.styles, (w) => styles.handler(w), context)
  await readPart(archive, parts.numbering, (w) => numbering.handler(w), context)
  const resolved = await resolveDocument(xml, prefixOf(xml), styles, numbering, context)
  context.signal.throwIfAborted()
  const document = await convert(archive, parts, resolved, context)
  const { blocks, encoding } = await toBlocks(document, styles)
  const { text, tables } = writeBlocks(blocks)
  if (!text.trim()) throw new UnreadableDocumentError('empty')
  return { text, reader: 'docx', mediaType: WORD_TYPE, paragraphsAreLines: true, ...WITHOUT_LAYOUT, tables, encoding }
}

async function readPart(archive: ZipArchive, path: string, handler: (w: string) => Parameters<typeof readXml>[1], context: ReadContext): Promise<void> {
  const xml = archive.readText(path)
  if (xml !== undefined) await readXml(xml, handler(prefixOf(xml)), context)
}

const WORD_NAMESPACE = /xmlns:([\p{L}\d_.-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/u

/** The prefix of Word's elements, with its colon: "w:" nearly always. */
const prefixOf = (xml: string): string => `${WORD_NAMESPACE.exec(xml.slice(0, 8000))?.[1] ?? 'w'}:`

/** Where mammoth looks for styles that no relationship leads to; it fails on a table whose style it cannot look for. */
const STYLES = 'word/styles.xml'
const NO_STYLES = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

/** What mammoth would make of these is not asked of it: names of styles, numbers of lists, comments, kinds of pictures. */
const partsLeftAside = ({ styles, numbering, comments }: WordParts): ReadonlySet<string> => new Set([styles, numbering, comments, 'word/numbering.xml', 'word/comments.xml', '[Content_Types].xml'])

/** What mammoth makes of the file: its document, caught before it is printed. */
async function convert(archive: ZipArchive, parts: WordParts, resolved: string, { signal }: ReadContext): Promise<WordDocument> {
  const { default: mammoth } = await import('mammoth')
  const leftAside = partsLeftAside(parts)
  const file = {
    exists: (name: string) => name === STYLES || (archive.has(name) && !leftAside.has(name)),
    read: async (name: string) => {
      signal.throwIfAborted()
      if (name === STYLES) return NO_STYLES
      return name === parts.document ? resolved : (archive.readText(name) ?? '')
    },
  }
  let caught: WordDocument | undefined
  const transformDocument = (document: WordDocument): WordDocument => {
    caught = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml({ file } as never, { transformDocument, includeEmbeddedStyleMap: false, includeDefaultStyleMap: false } as never)
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof UnreadableDocumentError ? cause : new UnreadableDocumentError('corrupt', { reason: 'xml', detail: String(cause) }, { cause })
  }
  return caught!
}
