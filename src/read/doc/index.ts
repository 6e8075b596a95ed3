import { UnreadableDocumentError, type Finding } from '../../model/diagnostics.js'
import { type SourceText, WITHOUT_LAYOUT } from '../../model/source-text.js'
import { writeBlocks } from '../blocks.js'
import { decodeBlocks } from '../encodings/blocks.js'
import { RunDecoder } from '../encodings/runs.js'
import { ListCounts, type ListUse } from '../list-counts.js'
import type { ReadContext } from '../reader.js'
import { DocumentPrinter } from './document.js'
import { openWordFile, type WordFile } from './file-information.js'
import { readFonts } from './fonts.js'
import { readLists } from './lists.js'
import { readCalled } from './notes.js'
import { Paragraphs } from './paragraphs.js'

/**
 * A Word file of 1997 to 2003 (DOC): the text with Word's automatic numbers, tables with their merged cells, notes at the end
 * behind their marks; headers, footers and comments are left aside. Runs in .VnTime and VNI fonts are decoded.
 */
export async function readDoc(bytes: Uint8Array, { signal }: ReadContext): Promise<SourceText> {
  try {
    const file = openWordFile(bytes)
    const fonts = readFonts(file)
    const decoder = new RunDecoder()
    const printer = new DocumentPrinter(new Paragraphs(file), fonts, new ListCounts(listsOf(file, fonts)), readCalled(file), decoder)
    signal.throwIfAborted()
    const { blocks, encoding } = decodeBlocks(printer.print(file.lengths.body), decoder.encoding)
    const { text, tables } = writeBlocks(blocks)
    if (!text.trim()) throw new UnreadableDocumentError('empty')
    return { text, reader: 'doc', mediaType: 'application/msword', paragraphsAreLines: true, ...WITHOUT_LAYOUT, tables, encoding, findings: findingsOf(printer) }
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof UnreadableDocumentError ? cause : new UnreadableDocumentError('corrupt', {}, { cause })
  }
}

/** Damaged lists cost their numbers, not the document. */
function listsOf(file: WordFile, fonts: readonly string[]): ListUse[] {
  try {
    return readLists(file, fonts)
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) return []
    throw cause
  }
}

function findingsOf({ lostNumbers }: DocumentPrinter): Finding[] {
  return lostNumbers ? [{ code: 'source/numbers-lost', severity: 'warning', span: null, args: { count: lostNumbers } }] : []
}
