import { fill } from '../draft/template-fill.js'
import { scanTemplate, type TemplateParagraph } from '../draft/template-scan.js'
import { itemOfExtra, itemOfPlan, scopeWith, type TemplateExtra } from '../draft/template-values.js'
import { type Language, wordTemplateFault } from '../grammar/wording.js'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { PlanDocument } from '../model/plan.js'
import { TemplateError, type TemplateFault } from '../model/template-error.js'
import { DEFAULT_LIMITS, type ReadLimits } from '../read/reader.js'
import { readXml } from '../read/xml.js'
import { openZip, type ZipArchive } from '../read/zip.js'
import { zipKind } from '../read/zip-kind.js'

export interface FillOptions {
  /** Language of the error's message; default vi. */
  readonly language?: Language
  /** The most bytes of the template (default 64 MB), and of what it unpacks to (512 MB). */
  readonly limits?: Partial<Pick<ReadLimits, 'bytes' | 'unpackedBytes'>>
}

/**
 * Fill a Word template (DOCX) of one's own with what a plan says: the tags of docs/drafts.md, and those of `extra`, which go first. What a document must have
 * and the plan does not state is "……".
 * @throws TemplateError with a code, the place and the words of every tag that is wrong, or what is wrong with the file
 */
export async function fillTemplate(template: Uint8Array, plan: PlanDocument, extra: TemplateExtra = {}, options: FillOptions = {}): Promise<Uint8Array> {
  const { language = 'vi' } = options
  const fail = (faults: readonly TemplateFault[], cause?: unknown): TemplateError => new TemplateError(faults as [TemplateFault], faults.map((fault) => wordTemplateFault(fault, language)).join('\n'), { cause })
  const paragraphs = await readTemplate(template, { ...DEFAULT_LIMITS, ...options.limits }).catch((error: unknown) => {
    throw error instanceof UnreadableDocumentError ? fail([faultOf(error)], error) : error
  })
  const scope = scopeWith(extra)
  const faults = scanTemplate(paragraphs, scope)
  if (faults.length) throw fail(faults)
  const filled = await fill(template, scope, [itemOfPlan(plan), itemOfExtra(extra)])
  if ('bytes' in filled) return filled.bytes
  throw fail(filled.refused.map((args) => ({ code: 'refused', args })))
}

function faultOf({ code, args }: UnreadableDocumentError): TemplateFault {
  if (code === 'too-large') return { code: 'too-large', args: { limit: Number(args['limit']) } }
  const because = String(args['detail'] ?? args['reason'] ?? code)
  return code === 'unsupported' ? { code: 'not-docx', args: { because } } : { code: 'corrupt', args: { because } }
}

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 1000) / 1000

/** Parts of a Word file that may hold tags. */
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|comments)\.xml$/

async function readTemplate(bytes: Uint8Array, limits: ReadLimits): Promise<TemplateParagraph[]> {
  if (bytes.length > limits.bytes) throw new UnreadableDocumentError('too-large', { limit: megabytes(limits.bytes) })
  const kind = zipKind(bytes)
  if (kind !== 'docx') throw new UnreadableDocumentError('unsupported', { detail: kind ?? (bytes.length ? 'no ZIP archive' : 'empty') })
  const archive = openZip(bytes, limits)
  if (!archive.has('word/document.xml')) throw new UnreadableDocumentError('unsupported', { detail: 'no word/document.xml' })
  for (const name of archive.names()) if (!PARTS.test(name)) archive.read(name)
  const parts = archive.names().filter((name) => PARTS.test(name)).sort((a, b) => Number(b === 'word/document.xml') - Number(a === 'word/document.xml') || a.localeCompare(b))
  const paragraphs: TemplateParagraph[] = []
  for (const name of parts) paragraphs.push(...(await readPart(archive, name, limits)))
  return paragraphs
}

/** The paragraphs of a part with their words; those of a text box inside a paragraph stand on their own. */
async function readPart(archive: ZipArchive, name: string, limits: ReadLimits): Promise<TemplateParagraph[]> {
  const part = PARTS.exec(name)![1]!
  const paragraphs: { part: string; paragraph: number; text: string }[] = []
  const open: { part: string; paragraph: number; text: string }[] = []
  let inText = false
  await readXml(archive.readText(name)!, {
    open: (tag) => {
      if (tag === 'w:p') open.push({ part, paragraph: paragraphs.push({ part, paragraph: 0, text: '' }), text: '' })
      inText = tag === 'w:t'
    },
    text: (words) => {
      if (inText && open.length) open.at(-1)!.text += words
    },
    close: (tag) => {
      inText = false
      if (tag === 'w:p' && open.length) {
        const done = open.pop()!
        paragraphs[done.paragraph - 1] = done
      }
    },
  }, { limits, signal: new AbortController().signal })
  return paragraphs
}
