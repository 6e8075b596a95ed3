import type { ReadContext } from '../reader.js'
import { readXml } from '../xml.js'
import type { ZipArchive } from '../zip.js'

/** Paths of the parts of a Word file; a part that is not there has the usual path. */
export interface WordParts {
  readonly document: string
  readonly styles: string
  readonly numbering: string
  readonly comments: string
}

/** The parts that the relationships of the package name. */
export async function readParts(archive: ZipArchive, context: ReadContext): Promise<WordParts> {
  const document = (await targets(archive, '_rels/.rels', '', context)).get('officeDocument') ?? 'word/document.xml'
  const slash = document.lastIndexOf('/') + 1
  const folder = document.slice(0, slash)
  const related = await targets(archive, `${folder}_rels/${document.slice(slash)}.rels`, folder, context)
  return { document, styles: related.get('styles') ?? `${folder}styles.xml`, numbering: related.get('numbering') ?? `${folder}numbering.xml`, comments: related.get('comments') ?? `${folder}comments.xml` }
}

/** Paths by the last word of the relationship's type. */
async function targets(archive: ZipArchive, path: string, folder: string, context: ReadContext): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const xml = archive.readText(path)
  if (xml === undefined) return found
  const open = (name: string, { Type: type, Target: target }: Readonly<Record<string, string>>): void => {
    if (!/(?:^|:)Relationship$/.test(name) || !type || !target) return
    const resolved = target.startsWith('/') ? target.slice(1) : folder + target
    if (archive.has(resolved)) found.set(type.slice(type.lastIndexOf('/') + 1), resolved)
  }
  await readXml(xml, { open }, context)
  return found
}
