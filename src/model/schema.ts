import * as z from 'zod'
import { citationSchema, instrumentSchema } from './citation-schema.js'
import { dateMentionSchema } from './date-schema.js'
import { bodySchema, describe, documentTypeSchema, edtf, notationSchema, spanned, spanSchema } from './schema-base.js'

/**
 * What `kehoach` returns for one document: the one place where the contract is code. Types are inferred from these
 * schemas, `schema.json` (draft 2020-12) is generated from them.
 *
 * Everywhere: spans are UTF-16 code units into `PlanDocument.text`, and `text.slice(span.start, span.end) === item.text`.
 * A value that the document does not state is `null`, a list `[]`; nothing is guessed, nothing is `""`.
 */
export { citationPartsSchema, citationSchema, instrumentSchema, pinpointSchema, relationSchema, resolvedLawSchema } from './citation-schema.js'
export { dateMentionSchema, datePartsSchema, dateRoleSchema, inferenceSchema } from './date-schema.js'
export { bodyKindSchema, bodyMentionSchema, bodySchema, documentTypeSchema, levelSchema, notationSchema, spanSchema } from './schema-base.js'

export const roleSchema = describe(
  z.enum(['purpose', 'targets', 'scope', 'tasks', 'schedule', 'funding', 'organization', 'reporting', 'other']),
  'What a section is for: mục đích, yêu cầu; mục tiêu, chỉ tiêu; phạm vi, đối tượng; nhiệm vụ, giải pháp; thời gian, tiến độ; kinh phí; tổ chức thực hiện; báo cáo, kiểm tra; anything else.',
)

export const sectionKindSchema = describe(
  z.enum(['part', 'chapter', 'article', 'roman', 'upper', 'decimal', 'letter', 'bullet', 'plus', 'annex', 'attachment']),
  'Kind of marker: Phần, Chương, Điều, I., A., 1./1.1., a), -, +, Phụ lục, attached document (kèm theo).',
)

const sectionFields = {
  path: z.string().describe('Markers from the root, joined with dots: "II.1.a"; a bullet is -1, -2 … under its parent, a plus +1; annex PL1, attached document KT1.'),
  marker: z.string().nullable().describe('The marker as printed ("1.", "a)", "-"); null where a title stands without one.'),
  kind: sectionKindSchema,
  heading: z.strictObject(spanned).nullable().describe('The title after the marker; null for an item that is a whole paragraph.'),
  ...spanned,
  role: roleSchema.nullable().describe('Its own role or that of the nearest ancestor which has one; null where none has.'),
}

const sectionBaseSchema = z.strictObject(sectionFields)

export type SectionNode = z.infer<typeof sectionBaseSchema> & { children: SectionNode[] }

export const sectionSchema: z.ZodType<SectionNode> = z.strictObject({
  ...sectionFields,
  children: z.lazy(() => z.array(sectionSchema)).describe('Sections below it, in reading order.'),
})

export const scheduleEntrySchema = describe(
  z.strictObject({ ...spanned, edtf: edtf.nullable().describe('null where the words give no time that could be worked out ("thường xuyên", "theo kế hoạch").') }),
  'A time that is stated for a task.',
)

export const budgetSchema = describe(
  z.strictObject({
    ...spanned,
    amount: z.number().nullable().describe('As printed: 1250 for "1.250 triệu đồng"; null where only a source is named.'),
    unit: z.string().nullable().describe('As printed, or as the column’s head says: "triệu đồng".'),
    dong: z.number().nullable().describe('The amount in đồng; null where the unit is not money of Việt Nam.'),
    source: z.strictObject(spanned).nullable().describe('Where the money comes from (nguồn): "ngân sách huyện".'),
  }),
  'Kinh phí: what a task costs, and who pays.',
)

export const taskSchema = describe(
  z.strictObject({
    id: z.string().describe('Stable: depends on the words of the task alone, not on where it stands, on numbers, dates, marks, case or tones; unique in its document.'),
    ...spanned,
    section: z.string().nullable().describe('Path of the section it stands in; null outside the outline (closing paragraphs, articles).'),
    group: z.array(z.string()).describe('Headings above it, outermost first.'),
    responsible: z.array(bodySchema).describe('Who answers for it: chủ trì, or whom sentence, attribute line, column or heading assigns it to.'),
    coordinating: z.array(bodySchema).describe('Who joins: phối hợp.'),
    due: edtf.nullable().describe('Thời hạn or time of doing; the last one printed, where there are several.'),
    dueText: z.string().nullable().describe('The words of the due, verbatim.'),
    schedule: z.array(scheduleEntrySchema).describe('Every time stated for it, in reading order: in its words, in an attribute line, in columns.'),
    output: z.strictObject(spanned).nullable().describe('Sản phẩm, kết quả: only where a column, a line or "sản phẩm:" states it.'),
    reportsTo: z.array(bodySchema).describe('Whom it makes the doer report to: "báo cáo … về Sở Nội vụ", "gửi Phòng Kinh tế để tổng hợp".'),
    budget: budgetSchema.nullable().describe('Only where a column, a line or its own words state it.'),
    citations: z.array(z.int().min(0)).describe('Indexes into `citations`: the instruments named in its text.'),
    targets: z.array(z.int().min(0)).describe('Indexes into `targets`.'),
    origin: z.enum(['item', 'sentence', 'table']).describe('A list item or paragraph, a sentence of running text, a table row.'),
    evidence: z
      .array(z.strictObject({ field: z.enum(['task', 'responsible', 'coordinating', 'due', 'output', 'reportsTo', 'budget']).describe('What the rule said.'), rule: z.string().describe('Id of the rule.'), span: spanSchema.nullable() }))
      .describe('Which rule said what, and from which words.'),
    confidence: z.number().min(0).max(1).describe('How likely task, doers, partners and due are all right: among tasks at 0.9 about nine in ten are.'),
  }),
  'Nhiệm vụ: what somebody is to do.',
)

export const targetSchema = describe(
  z.strictObject({
    ...spanned,
    comparator: z.enum(['>=', '<=', '=', '>', '<', '~']).describe('"từ 60% trở lên" is >=, "dưới 5%" <, "khoảng" ~.'),
    value: z.number().describe('The number; of a range its lower end.'),
    valueTo: z.number().nullable().describe('Upper end of a range ("60-70%"); null where one value stands.'),
    unit: z.string().nullable().describe('As written: "%", "lớp", "người".'),
    by: edtf.nullable().describe('By when, EDTF.'),
    scope: z.strictObject(spanned).nullable().describe('Of whom or what a share is taken: "số xã, phường" of "trên 80% số xã, phường có …"; null where it is no share or the text does not say.'),
    baseline: z
      .strictObject({ ...spanned, value: z.number().nullable().describe('Its number; null where only a year is named.'), at: edtf.nullable().describe('When it was so.') })
      .nullable()
      .describe('What it is measured against: "từ 35%" of "từ 35% lên 60%", "so với năm 2020"; null where none is stated.'),
    section: z.string().nullable().describe('Path of the section it stands in.'),
  }),
  'Chỉ tiêu: a measurable aim.',
)

export const cellSchema = describe(
  z.strictObject({ ...spanned, rowSpan: z.int().min(1).describe('Rows it takes.'), colSpan: z.int().min(1).describe('Columns it takes.') }),
  'A table cell.',
)

export const tableSchema = describe(
  z.strictObject({
    span: spanSchema,
    caption: z.strictObject(spanned).nullable().describe('The line above it that names it; null where none does.'),
    section: z.string().nullable().describe('Path of the section it stands in.'),
    header: z.array(cellSchema).describe('Cells of the row that names the columns; [] where there is none.'),
    head: z.array(z.array(cellSchema)).describe('All rows of the head, each cell once: a title that stands in the table, the row that names the columns, rows that part them further.'),
    rows: z.array(z.array(cellSchema)).describe('The rows below the head, each cell once; a head that is printed again on a further page is among them.'),
  }),
  'Bảng biểu: a table.',
)

export const recipientSchema = describe(
  z.strictObject({
    ...spanned,
    body: bodySchema.nullable(),
    purpose: z.string().nullable().describe('"để báo cáo", "để thực hiện"; null where none is printed.'),
    copies: z.int().nullable().describe('Number of copies ("50b"); null where none is printed.'),
  }),
  'A line of Nơi nhận.',
)

export const signatureSchema = describe(
  z.strictObject({
    authority: z.string().nullable().describe('In whose name or place: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; null where the signer signs for himself.'),
    position: z.string().nullable().describe('Chức vụ: "PHÓ CHỦ TỊCH".'),
    name: z.string().nullable().describe('Name of the signer; null where only the place for it stands.'),
    span: spanSchema.describe('The whole signature block.'),
  }),
  'Chữ ký: one signer.',
)

export const footnoteSchema = describe(
  z.strictObject({
    marker: z.string().describe('"1" for [1] or a raised 1.'),
    ...spanned,
    referredAt: spanSchema.nullable().describe('Where its mark stands in the text; null where it was not found.'),
  }),
  'A footnote (chú thích).',
)

export const severitySchema = z.enum(['error', 'warning', 'info']).describe('How grave it is: information is no fault of the document.')

export const diagnosticSchema = describe(
  z.strictObject({
    code: z.string().describe('Stable code, "citation/type-symbol-mismatch".'),
    severity: severitySchema,
    message: z.string().describe('In Vietnamese or English, by the option `language`.'),
    span: spanSchema.nullable(),
    args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).describe('What the message was worded from.'),
  }),
  'Something a careful clerk would point out.',
)

export const headerSchema = describe(
  z.strictObject({
    issuer: bodySchema.nullable().describe('Cơ quan ban hành.'),
    jointIssuers: z.array(bodySchema).describe('The other issuers of a joint document (liên tịch).'),
    parent: bodySchema.nullable().describe('Cơ quan chủ quản, the upper line of the left block where that is another body.'),
    notation: notationSchema.extend({ span: spanSchema }).nullable().describe('Số, ký hiệu.'),
    place: z.string().nullable().describe('Địa danh of the dateline.'),
    issued: edtf.nullable().describe('Day of issue; 2023-03-XX where the day was left blank.'),
    type: documentTypeSchema.nullable().describe('Loại văn bản of this document; null where it cannot be told.'),
    title: z.string().nullable().describe('Trích yếu without the type’s own name and without a leading "V/v"; the lines of a broken title are joined.'),
    titleSpan: spanSchema.nullable().describe('Where the title stands.'),
    addressees: z.array(bodySchema).describe('Kính gửi.'),
    marks: z.array(z.string()).describe('MẬT, HỎA TỐC, KHẨN, DỰ THẢO …'),
  }),
  'Thể thức: the heading block.',
)

export const sourceSchema = describe(
  z.strictObject({
    name: z.string().nullable().describe('Path or name as it was given; null where text was given instead.'),
    mediaType: z.string().describe('"text/plain", "text/html" …'),
    sha256: z.string().nullable().describe('Of the input bytes, lower-case hex; null where text was given instead of bytes.'),
    byteLength: z.int().nullable().describe('Bytes; null where text was given.'),
    reader: z.enum(['text', 'html', 'docx', 'doc', 'rtf', 'odt', 'pdf', 'ocr']).describe('Which reader read it.'),
    pages: z
      .array(z.strictObject({ number: z.int().describe('Counted from 1.'), span: spanSchema }))
      .nullable()
      .describe('Each page and its span; null where the format has none.'),
    encoding: z.string().describe('What it was before repair: "unicode", "unicode-decomposed", "tcvn3", "vni" …'),
    ocr: z
      .strictObject({ engine: z.string().describe('Name of the engine.'), confidence: z.number().describe('Mean over the words, 0 to 1.') })
      .nullable()
      .describe('How a scan was read; null where there was none.'),
    metadata: z.record(z.string(), z.string()).describe('What a portal printed around the document: number, issued, effective, type, issuer, signer, field.'),
  }),
  'Where the document came from.',
)

export const planDocumentSchema = describe(
  z.strictObject({
    schemaVersion: z.literal('1').describe('Version of this contract.'),
    source: sourceSchema,
    kind: z.enum(['document', 'article']).describe('document: has the national heading or a number; article: a web or press text about one.'),
    text: z.string().describe('The normalised text: NFC, one paragraph a line, no page furniture.'),
    header: headerSchema,
    sections: z.array(sectionSchema).describe('The outline, a forest in reading order.'),
    citations: z.array(citationSchema),
    instruments: z.array(instrumentSchema).describe('What is cited, one entry for each instrument, in the order of their first mentions.'),
    dates: z.array(dateMentionSchema),
    tasks: z.array(taskSchema),
    targets: z.array(targetSchema),
    tables: z.array(tableSchema),
    recipients: z.array(recipientSchema),
    signatures: z.array(signatureSchema),
    footnotes: z.array(footnoteSchema),
    diagnostics: z.array(diagnosticSchema),
  }),
  'A Vietnamese administrative plan (kế hoạch) as typed objects.',
)
