import type { IParagraphOptions, ParagraphChild, Table as DocxTable } from 'docx'
import type { DraftStyle } from '../model/profile.js'
import { type Paragraph, type ParagraphKind, type PlanDraft, textOf } from './plan-draft.js'

/** Half-points, as WordprocessingML counts sizes. */
interface Look {
  readonly size: number
  readonly bold?: true
  readonly italics?: true
  readonly align: 'center' | 'both' | 'left'
  /** First line, in twentieths of a point; 1.27 cm. */
  readonly indent?: number
  readonly before?: number
  /** A rule below, of so much of the width of its words. */
  readonly rule?: number
}

const INDENT = 720
const MM = 56.7

/** Sizes and faces of Nghị định 30/2020/NĐ-CP, Phụ lục I, V. */
const STATE: Readonly<Record<ParagraphKind, Look>> = {
  parent: { size: 24, align: 'center' },
  issuer: { size: 24, bold: true, align: 'center', rule: 0.4 },
  star: { size: 26, align: 'center' },
  notation: { size: 26, align: 'center', before: 120 },
  national: { size: 24, bold: true, align: 'center' },
  motto: { size: 26, bold: true, align: 'center', rule: 1 },
  dateline: { size: 26, italics: true, align: 'center', before: 120 },
  type: { size: 28, bold: true, align: 'center', before: 240 },
  title: { size: 28, bold: true, align: 'center', rule: 0.35 },
  basis: { size: 28, italics: true, align: 'both', indent: INDENT, before: 120 },
  enacting: { size: 28, align: 'both', indent: INDENT, before: 120 },
  part: { size: 28, bold: true, align: 'both', indent: INDENT, before: 120 },
  heading: { size: 28, bold: true, align: 'both', indent: INDENT, before: 120 },
  item: { size: 28, align: 'both', indent: INDENT, before: 120 },
  bullet: { size: 28, align: 'both', indent: INDENT, before: 120 },
  text: { size: 28, align: 'both', indent: INDENT, before: 120 },
  recipients: { size: 24, bold: true, italics: true, align: 'left' },
  recipient: { size: 22, align: 'left' },
  authority: { size: 28, bold: true, align: 'center' },
  position: { size: 28, bold: true, align: 'center' },
  name: { size: 28, bold: true, align: 'center', before: 1400 },
}

/** Where Hướng dẫn 36-HD/VPTW, Phụ lục 3, differs. */
const PARTY: Readonly<Partial<Record<ParagraphKind, Look>>> = {
  parent: { size: 28, align: 'center' },
  issuer: { size: 28, bold: true, align: 'center' },
  star: { size: 28, align: 'center' },
  notation: { size: 28, align: 'center' },
  national: { size: 30, bold: true, align: 'center', rule: 1 },
  type: { size: 32, bold: true, align: 'center', before: 240 },
  basis: { size: 28, align: 'both', indent: INDENT, before: 120 },
  recipients: { size: 28, align: 'left' },
  recipient: { size: 24, align: 'left' },
}

const lookOf = (kind: ParagraphKind, style: DraftStyle): Look => (style === 'party' ? (PARTY[kind] ?? STATE[kind]) : STATE[kind])

const LEFT_HEAD: ReadonlySet<ParagraphKind> = new Set(['parent', 'issuer', 'star', 'notation'])
const RIGHT_HEAD: ReadonlySet<ParagraphKind> = new Set(['national', 'motto', 'dateline'])
const LEFT_END: ReadonlySet<ParagraphKind> = new Set(['recipients', 'recipient'])
const RIGHT_END: ReadonlySet<ParagraphKind> = new Set(['authority', 'position', 'name'])

export type Library = typeof import('docx')
export type FileChild = InstanceType<Library['Paragraph']> | DocxTable

/**
 * A draft as a Word document, laid out as the annexes of the decree (or of the Party's guidance) print it: A4, Times New Roman, margins of 20, 20, 30
 * and 20 mm, the two-column heading, rules under motto, issuer and title, numbers of pages from the second on, at the top.
 */
export async function toDocx(draft: Pick<PlanDraft, 'paragraphs' | 'style'>): Promise<Uint8Array> {
  const docx = await import('docx')
  const title = draft.paragraphs.find(({ kind }) => kind === 'title')
  return pack(docx, layOut(docx, draft), title ? textOf(title) : '')
}

/** Heading in two columns, the paragraphs one under the other, closing block in two columns. `between`: what stands before the closing block. */
export function layOut(docx: Library, { paragraphs, style }: Pick<PlanDraft, 'paragraphs' | 'style'>, between: readonly FileChild[] = []): FileChild[] {
  const of = (kinds: ReadonlySet<ParagraphKind>): Paragraph[] => paragraphs.filter(({ kind }) => kinds.has(kind))
  const body = paragraphs.filter(({ kind }) => ![LEFT_HEAD, RIGHT_HEAD, LEFT_END, RIGHT_END].some((kinds) => kinds.has(kind)))
  return [
    columns(docx, of(LEFT_HEAD), of(RIGHT_HEAD), [38, 62], style),
    ...body.flatMap((paragraph) => toParagraphs(docx, paragraph, style, 165)),
    ...between,
    new docx.Paragraph({ spacing: { before: 120 }, children: [] }),
    columns(docx, of(LEFT_END), of(RIGHT_END), [50, 50], style),
  ]
}

/** A file of pages as the decree has them. */
export async function pack(docx: Library, children: readonly FileChild[], title: string): Promise<Uint8Array> {
  const file = new docx.Document({
    creator: 'kehoach',
    title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } }, paragraph: { spacing: { line: 264, lineRule: 'auto' } } } } },
    sections: [{
      properties: { titlePage: true, page: { size: { width: 210 * MM, height: 297 * MM }, margin: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM, header: 10 * MM } } },
      headers: { default: new docx.Header({ children: [new docx.Paragraph({ alignment: 'center', children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: 26 })] })] }), first: new docx.Header({ children: [new docx.Paragraph({ children: [] })] }) },
      children: [...children],
    }],
  })
  return new Uint8Array(await (await docx.Packer.toBlob(file)).arrayBuffer())
}

function toParagraphs(docx: Library, paragraph: Paragraph, style: DraftStyle, width: number, last = true): InstanceType<Library['Paragraph']>[] {
  const look = lookOf(paragraph.kind, style)
  const options: IParagraphOptions = {
    alignment: look.align === 'both' ? 'both' : look.align,
    spacing: { before: look.before ?? 0, after: 0, line: 264, lineRule: 'auto' },
    ...(look.indent ? { indent: { firstLine: look.indent } } : {}),
    keepNext: paragraph.kind === 'part' || paragraph.kind === 'heading',
    children: runs(docx, paragraph, look),
  }
  const made = new docx.Paragraph(options)
  return look.rule !== undefined && last ? [made, rule(docx, ruleLength(paragraph, look), width)] : [made]
}

/** Blanks are marked, so that they are seen. */
function runs(docx: Library, { pieces }: Paragraph, { size, bold, italics }: Look): ParagraphChild[] {
  return pieces.map(({ text, from }) => new docx.TextRun({ text, size, font: 'Times New Roman', bold: bold ?? false, italics: italics ?? false, ...(from.source === 'blank' ? { highlight: 'yellow' as const } : {}) }))
}

/** Millimetres of a rule: a share of its words, whose letters are as wide as in Times New Roman bold. */
const ruleLength = (paragraph: Paragraph, { rule: share = 0, size }: Look): number => Math.min(75, widthOf(textOf(paragraph)) * (size / 2) * 0.3528) * share

/** In times the height of the letters. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 0.72 : /[\p{L}\p{N}]/u.test(letter) ? 0.55 : 0.25), 0)

/** A line of its own without words, ruled above over the middle. */
function rule(docx: Library, length: number, width: number): InstanceType<Library['Paragraph']> {
  const side = Math.max(0, Math.round(((width - Math.max(12, length)) / 2) * MM))
  return new docx.Paragraph({ indent: { left: side, right: side }, spacing: { before: 20, after: 0, line: 60, lineRule: 'exact' }, border: { top: { style: 'single', size: 6, space: 1, color: '000000' } }, children: [] })
}

/** Two columns without lines: the heading, and the closing block. */
function columns(docx: Library, left: readonly Paragraph[], right: readonly Paragraph[], shares: readonly [number, number], style: DraftStyle): DocxTable {
  const none = { style: 'none', size: 0, color: 'FFFFFF' } as const
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const cell = (paragraphs: readonly Paragraph[], share: number): InstanceType<Library['TableCell']> =>
    new docx.TableCell({
      borders: { top: none, bottom: none, left: none, right: none },
      width: { size: Math.round((WIDTH * share) / 100), type: 'dxa' },
      margins: { left: 0, right: 0 },
      children: paragraphs.flatMap((paragraph, index) => toParagraphs(docx, paragraph, style, (160 * share) / 100, paragraphs[index + 1]?.kind !== paragraph.kind)),
    })
  return new docx.Table({ borders, columnWidths: shares.map((share) => Math.round((WIDTH * share) / 100)), width: { size: WIDTH, type: 'dxa' }, layout: 'fixed', rows: [new docx.TableRow({ children: [cell(left, shares[0]), cell(right, shares[1])] })] })
}

/** Of the text, in twentieths of a point. */
export const WIDTH = Math.round(160 * MM)
