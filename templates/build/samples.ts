import * as docx from 'docx'
import { type FileChild, layOut, pack, toDocx, WIDTH } from '../../src/draft/docx.js'
import type { Paragraph, ParagraphKind } from '../../src/draft/plan-draft.js'

type Lines = readonly (readonly [kind: ParagraphKind, text: string])[]

/** Only what is the template's own; what is filled in is a tag. */
const toParagraphs = (lines: Lines): Paragraph[] => lines.map(([kind, text]) => ({ kind, pieces: [{ text, from: { source: 'layout' } }] }))

const HEADING: Lines = [
  ['parent', '{#parent}'],
  ['parent', '{PARENT}'],
  ['parent', '{/parent}'],
  ['issuer', '{ISSUER}'],
  ['notation', 'Số: {notation}'],
  ['national', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['motto', 'Độc lập - Tự do - Hạnh phúc'],
  ['dateline', '{place}, {issued}'],
]

/** A plan on an office's own paper. */
const PLAN: Lines = [
  ...HEADING,
  ['type', '{TYPE}'],
  ['title', '{title}'],
  ['text', '{#preamble}'],
  ['text', '{text}'],
  ['text', '{/preamble}'],
  ['text', '{#parts}'],
  ['text', '{#heading}'],
  ['part', '{marker} {heading}'],
  ['text', '{/heading}'],
  ['text', '{#lines}'],
  ['text', '{text}'],
  ['text', '{/lines}'],
  ['text', '{/parts}'],
  ['recipients', 'Nơi nhận:'],
  ['recipient', '{#recipients}'],
  ['recipient', '- {text};'],
  ['recipient', '{/recipients}'],
  ['recipient', '{^recipients}'],
  ['recipient', '- ……;'],
  ['recipient', '- Lưu: VT.'],
  ['recipient', '{/recipients}'],
  ['authority', '{#authority}{authority}{/authority}'],
  ['position', '{position}'],
  ['name', '{signer}'],
]

/** The table of a plan's tasks (*bảng phân công nhiệm vụ*), with the names of tags in Vietnamese. */
const ASSIGNMENT: Lines = [
  ['parent', '{#cơ quan chủ quản}'],
  ['parent', '{CƠ QUAN CHỦ QUẢN}'],
  ['parent', '{/cơ quan chủ quản}'],
  ['issuer', '{CƠ QUAN BAN HÀNH}'],
  ['national', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['motto', 'Độc lập - Tự do - Hạnh phúc'],
  ['type', 'BẢNG PHÂN CÔNG NHIỆM VỤ'],
  ['title', '(Kèm theo {loại văn bản} số {số, ký hiệu} {ngày ban hành} của {cơ quan ban hành})'],
]

const ASSIGNMENT_COLUMNS = [
  ['STT', '{#nhiệm vụ}{STT}', 7],
  ['Nội dung nhiệm vụ', '{nội dung}', 41],
  ['Cơ quan chủ trì', '{chủ trì}', 18],
  ['Cơ quan phối hợp', '{phối hợp}', 18],
  ['Thời hạn hoàn thành', '{thời hạn}{/nhiệm vụ}', 16],
] as const

/** A report of how far the tasks are (*báo cáo tiến độ*), to be gone on with by hand. */
const REPORT: Lines = [
  ['issuer', '……'],
  ['notation', 'Số: ……/BC-……'],
  ['national', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['motto', 'Độc lập - Tự do - Hạnh phúc'],
  ['dateline', '{địa danh}, ngày …… tháng …… năm ……'],
  ['type', 'BÁO CÁO'],
  ['title', 'Tiến độ thực hiện {loại văn bản} số {số, ký hiệu} {ngày ban hành} của {cơ quan ban hành}'],
  ['text', 'Các văn bản làm căn cứ:'],
  ['text', '{#căn cứ}'],
  ['bullet', '- {đầy đủ};'],
  ['text', '{/căn cứ}'],
  ['text', 'Kết quả thực hiện {số nhiệm vụ} nhiệm vụ theo cơ quan chủ trì:'],
  ['text', '{#cơ quan}'],
  ['part', '{STT}. {tên} ({số nhiệm vụ} nhiệm vụ)'],
  ['text', '{#nhiệm vụ}'],
  ['bullet', '- {nội dung}'],
  ['bullet', '+ Tiến độ{#ngày đến hạn} (đến hạn {ngày đến hạn}){/}: ……'],
  ['text', '{/nhiệm vụ}'],
  ['text', '{/cơ quan}'],
  ['part', 'Nhiệm vụ không nêu cơ quan chủ trì'],
  ['text', '{^nhiệm vụ chưa giao}'],
  ['text', 'Không có.'],
  ['text', '{/nhiệm vụ chưa giao}'],
  ['text', '{#nhiệm vụ chưa giao}'],
  ['bullet', '- {nội dung}'],
  ['bullet', '+ Tiến độ{#ngày đến hạn} (đến hạn {ngày đến hạn}){/}: ……'],
  ['text', '{/nhiệm vụ chưa giao}'],
  ['recipients', 'Nơi nhận:'],
  ['recipient', '- {cơ quan ban hành} (để báo cáo);'],
  ['recipient', '- Lưu: VT.'],
  ['position', '……'],
  ['name', '……'],
]

/** Of a share in hundredths of the text's width. */
const twips = (share: number): number => Math.round((WIDTH * share) / 100)

const cell = (text: string, share: number, head: boolean): docx.TableCell =>
  new docx.TableCell({
    width: { size: twips(share), type: 'dxa' },
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    verticalAlign: head ? 'center' : 'top',
    children: [new docx.Paragraph({ alignment: head || share < 10 ? 'center' : 'left', children: [new docx.TextRun({ text, size: 24, bold: head })] })],
  })

const tableOf = (columns: readonly (readonly [string, string, number])[]): FileChild[] => [
  new docx.Table({
    width: { size: WIDTH, type: 'dxa' },
    columnWidths: columns.map(([, , share]) => twips(share)),
    layout: 'fixed',
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map(([title, , share]) => cell(title, share, true)) }),
      new docx.TableRow({ cantSplit: true, children: columns.map(([, tag, share]) => cell(tag, share, false)) }),
    ],
  }),
]

/** A sample template, by the name of its file. */
export interface Sample {
  readonly name: string
  readonly write: () => Promise<Uint8Array>
}

export const SAMPLES: readonly Sample[] = [
  { name: 'plan', write: () => toDocx({ style: 'state', paragraphs: toParagraphs(PLAN) }) },
  { name: 'assignment', write: () => pack(docx, layOut(docx, { style: 'state', paragraphs: toParagraphs(ASSIGNMENT) }, tableOf(ASSIGNMENT_COLUMNS)), 'Bảng phân công nhiệm vụ') },
  { name: 'progress-report', write: () => toDocx({ style: 'state', paragraphs: toParagraphs(REPORT) }) },
]
