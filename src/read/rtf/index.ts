import { type Finding, UnreadableDocumentError } from '../../model/diagnostics.js'
import { type SourceText, WITHOUT_LAYOUT } from '../../model/source-text.js'
import { writeBlocks } from '../blocks.js'
import { decodeBlocks } from '../encodings/blocks.js'
import type { ReadContext } from '../reader.js'
import { RtfDocument } from './document.js'
import { readTokens } from './tokens.js'

/**
 * An RTF file: text with the numbers of its lists, tables with their merged cells, notes at the end behind their marks; headers, footers,
 * comments, pictures, hidden and deleted text are left aside. Bytes are read in the code page of their font; .VnTime and VNI fonts are decoded.
 */
export async function readRtf(bytes: Uint8Array, { limits, signal }: ReadContext): Promise<SourceText> {
  const document = new RtfDocument(limits.depth)
  await readTokens(bytes, (token) => document.take(token))
  signal.throwIfAborted()
  const cutOff = document.depth > 0
  const { blocks, encoding } = decodeBlocks(document.finish(), nameEncoding(document))
  const { text, tables } = writeBlocks(blocks)
  if (!text.trim()) throw new UnreadableDocumentError(cutOff ? 'corrupt' : 'empty')
  return { text, reader: 'rtf', mediaType: 'application/rtf', paragraphsAreLines: true, ...WITHOUT_LAYOUT, tables, encoding, findings: findingsOf(document, cutOff) }
}

const nameEncoding = ({ decoder, windows1258 }: RtfDocument): string => (decoder.encoding === 'unicode' && windows1258 ? 'windows-1258' : decoder.encoding)

function findingsOf({ lostNumbers }: RtfDocument, cutOff: boolean): Finding[] {
  const findings: Finding[] = []
  if (lostNumbers) findings.push({ code: 'source/numbers-lost', severity: 'warning', span: null, args: { count: lostNumbers } })
  if (cutOff) findings.push({ code: 'document/truncated', severity: 'warning', span: null, args: { because: 'open-groups' } })
  return findings
}
