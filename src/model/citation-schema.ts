import * as z from 'zod'
import { bodySchema, describe, documentTypeSchema, edtf, notationSchema, spanned, spanSchema } from './schema-base.js'

export const pinpointSchema = describe(
  z.strictObject({
    ...spanned,
    unit: z.enum(['part', 'chapter', 'section', 'article', 'clause', 'point', 'item', 'annex']).describe('Phần, chương, mục, điều, khoản, điểm, tiết, phụ lục.'),
    value: z.string().describe('Its number or letter as written: "5", "b", "IV".'),
    urn: z.string().nullable().describe('urn:lex:vn:…~dieu5;khoan2;diema: the place with the larger ones that it stands in; null where the instrument has no urn.'),
  }),
  'A place inside a cited instrument.',
)

export const relationSchema = describe(
  z.enum(['basis', 'amends', 'replaces', 'repeals', 'guides', 'promulgates', 'implements', 'self', 'refers']),
  'What the document says of the instrument: basis (căn cứ), amends (sửa đổi), replaces (thay thế), repeals (bãi bỏ), guides (hướng dẫn), promulgates (ban hành kèm theo), implements (Kế hoạch này thực hiện …), self (Kế hoạch này), refers (all else).',
)

export const citationPartsSchema = describe(
  z.strictObject({
    type: spanSchema.nullable().describe('The words of the type; in a list that says it once, they stand with the first member.'),
    notation: spanSchema.nullable().describe('Number and symbol.'),
    name: spanSchema.nullable().describe('The name of a law.'),
    date: spanSchema.nullable().describe('The date, with its "ngày" or "năm" where a date mention has it.'),
    issuer: spanSchema.nullable().describe('The issuer, joint ones from the first to the last.'),
    title: spanSchema.nullable().describe('The title (trích yếu).'),
  }),
  'Where each part of a citation stands; null for a part that it does not state.',
)

export const resolvedLawSchema = describe(
  z.strictObject({
    name: z.string().describe('Its name in the table: "Luật Đất đai".'),
    notation: z.string().nullable().describe('Number and symbol: "31/2024/QH15"; null for a constitution without one.'),
    date: edtf.nullable().describe('The day of adoption; null where the table does not tell.'),
    because: z.enum(['number', 'date', 'only']).describe('What singled it out: its stated number, its stated day or year, or that no other law of the table bears the name.'),
  }),
  'The law of the dated table that is meant; what the text itself states stays in the other fields.',
)

export const citationSchema = describe(
  z.strictObject({
    ...spanned,
    type: documentTypeSchema.nullable().describe('From the words ("Nghị quyết"), else from the symbol; null where neither tells.'),
    notation: notationSchema.nullable().describe('null for a law cited by name only and for short forms.'),
    name: z.string().nullable().describe('The name a law goes by, without the year: "Luật Bình đẳng giới".'),
    date: edtf.nullable().describe('Date of the instrument, where the text states it; a year alone counts.'),
    issuer: bodySchema.nullable().describe('Who issued it, where the text states it ("của …").'),
    title: z.strictObject(spanned).nullable().describe('Trích yếu, verbatim, from "về", "ban hành", "phê duyệt", "quy định" … to the end of the clause.'),
    pinpoints: z.array(pinpointSchema).describe('Điểm, khoản, điều, chương … named with the citation.'),
    relation: relationSchema,
    refersTo: z.int().min(0).nullable().describe('Index into `citations` of the earlier mention that a short form ("Nghị định trên", "Luật này") stands for; null for full mentions and where two could be meant.'),
    urn: z.string().nullable().describe('urn:lex:vn:… (RFC 9676) of the instrument, from all that its mentions state; null where that does not suffice.'),
    parts: citationPartsSchema,
    amended: z
      .strictObject({ ...spanned, years: z.array(z.int()).describe('Years of the amendments, where they are stated.') })
      .nullable()
      .describe('What says that a law was amended, "(sửa đổi, bổ sung năm 2017)"; null where nothing does.'),
    resolved: resolvedLawSchema.nullable().describe('The law, code, ordinance or constitution of the table; null where it is none or the table does not single it out.'),
    instrument: z.int().min(0).nullable().describe('Index into `instruments`; null for the document itself.'),
  }),
  'A mention of a legal or administrative instrument (văn bản viện dẫn).',
)

export const instrumentSchema = describe(
  z.strictObject({
    type: documentTypeSchema.nullable(),
    notation: notationSchema.nullable().describe('null for a law that is cited by name only.'),
    name: z.string().nullable().describe('The name a law goes by.'),
    date: edtf.nullable().describe('The fullest date that a mention states.'),
    issuer: bodySchema.nullable().describe('As the fullest mention that has one states it.'),
    title: z.strictObject(spanned).nullable().describe('As the fullest mention that has one states it.'),
    resolved: resolvedLawSchema.nullable(),
    urn: z.string().nullable().describe('From all that its mentions state together.'),
    relations: z.array(relationSchema).describe('What the document says of it, each once.'),
    mentions: z.array(z.int().min(0)).describe('Indexes into `citations`, short forms among them, in reading order.'),
  }),
  'One instrument with all its mentions, completed from the fullest (the rule of Hướng dẫn 36-HD/VPTW: the first mention is full, later ones have type and number).',
)
