import { readZipDirectory, isZip } from './zip.js'

/** What a ZIP archive is, by the files in it. */
export type ZipKind = 'docx' | 'odt' | 'xlsx' | 'pptx' | 'archive'

/** undefined where the bytes are no archive. A truncated one is told by the names near its begin. */
export function zipKind(bytes: Uint8Array): ZipKind | undefined {
  if (!isZip(bytes)) return undefined
  const directory = readZipDirectory(bytes)
  return directory ? kindOf((name) => directory.has(name), [...directory.keys()], mimeType(bytes)) : kindOf(() => false, namesInFront(bytes), mimeType(bytes))
}

function kindOf(has: (name: string) => boolean, names: readonly string[], type: string): ZipKind {
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (type) return 'archive'
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'odt'
  const within = (folder: string): boolean => names.some((name) => name.startsWith(folder))
  if (within('word/')) return 'docx'
  if (within('xl/')) return 'xlsx'
  if (within('ppt/')) return 'pptx'
  return has('[Content_Types].xml') && has('_rels/.rels') ? 'docx' : 'archive'
}

/** OpenDocument says what it is in a file of that name, the first in the archive and not packed. */
function mimeType(bytes: Uint8Array): string {
  const front = new TextDecoder('latin1').decode(bytes.subarray(30, 160))
  return /^mimetype(application\/[a-z.-]+)/.exec(front)?.[1] ?? ''
}

/** Names in the first local headers. */
function namesInFront(bytes: Uint8Array): string[] {
  const front = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024))
  return [...front.matchAll(/PK\u0003\u0004[\s\S]{22}([\s\S])([\s\S])[\s\S]{2}/g)].map((match) => {
    const length = match[1]!.charCodeAt(0) + match[2]!.charCodeAt(0) * 256
    return front.slice(match.index + 30, match.index + 30 + Math.min(length, 200))
  })
}
