import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type SourceText, WITHOUT_LAYOUT } from '../../model/source-text.js'
import { writeBlocks } from '../blocks.js'
import type { ReadContext } from '../reader.js'
import { readXml } from '../xml.js'
import { openZip } from '../zip.js'
import { OdtBody } from './body.js'
import { OdtStyles } from './styles.js'

export const ODT_TYPE = 'application/vnd.oasis.opendocument.text'

/** An OpenDocument text (ODT), as LibreOffice writes it: lists with the numbers of their styles, tables, notes, changes as accepted. */
export async function readOdt(bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  const archive = openZip(bytes, context.limits)
  if (/<manifest:encryption-data/.test(archive.readText('META-INF/manifest.xml') ?? '')) throw new UnreadableDocumentError('encrypted')
  const content = archive.readText('content.xml')
  if (content === undefined) throw new UnreadableDocumentError('corrupt', { reason: 'zip' })
  const styles = new OdtStyles()
  const common = archive.readText('styles.xml')
  if (common !== undefined) await readXml(common, styles.handler, context)
  const body = new OdtBody(styles)
  await readXml(content, body.handler, context)
  const { text, tables } = writeBlocks(body.blocks)
  if (!text.trim()) throw new UnreadableDocumentError('empty')
  return { text, reader: 'odt', mediaType: ODT_TYPE, paragraphsAreLines: true, ...WITHOUT_LAYOUT, tables, encoding: body.encoding }
}
