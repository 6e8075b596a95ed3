import * as z from 'zod'

/** Attach the words that stand in `schema.json`. */
export const describe = <T extends z.ZodType>(schema: T, text: string): T => schema.describe(text)

export const spanSchema = describe(
  z.strictObject({ start: z.int().min(0).describe('First code unit.'), end: z.int().min(0).describe('The one after the last.') }),
  'Half-open range of UTF-16 code units into the document text.',
)

export const spanned = { text: z.string().describe('The words, verbatim from the normalised text.'), span: spanSchema }

export const edtf = describe(
  z.string().min(1),
  'Extended Date/Time Format, ISO 8601-2:2019: 2023-03-07, 2023-03-XX (day left blank), 2021/2030, XXXX-11-15/XXXX-12-15, ../2023-03-30.',
)

export const bodyKindSchema = describe(
  z.enum([
    'committee', 'council', 'government', 'ministry', 'department', 'division', 'board', 'party', 'front', 'union', 'police', 'military', 'court',
    'procuracy', 'office', 'centre', 'school', 'hospital', 'station', 'media', 'company', 'bank', 'assembly', 'position', 'unit', 'group', 'other',
  ]),
  'What kind of body, by the way its name is built: committee (ủy ban nhân dân), council (hội đồng), ministry (bộ), department (sở, cục), division (phòng, vụ), board (ban), group (a collective such as "các sở, ban, ngành") …',
)

export const levelSchema = describe(
  z.enum(['central', 'province', 'district', 'commune']),
  'Administrative level (cấp): trung ương, tỉnh, huyện, xã. The district level ended on 1 July 2025.',
)

export const bodySchema = describe(
  z.strictObject({
    ...spanned,
    name: z.string().describe('The name written out and completed from the document’s own place: "UBND huyện" in a plan of Tứ Kỳ is "Ủy ban nhân dân huyện Tứ Kỳ".'),
    kind: bodyKindSchema,
    level: levelSchema.nullable().describe('null where the name does not tell.'),
    place: z.string().nullable().describe('Name of the place the body belongs to, without its kind ("Tứ Kỳ"); null for central bodies and where unknown.'),
    collective: z.boolean().describe('true for a group named as one: "các sở, ban, ngành", "UBND các xã, thị trấn".'),
    id: z
      .string()
      .nullable()
      .describe('Stable, the same for one body in every document: its completed name in ASCII and the path of its place, "so-y-te.hai-duong", "uy-ban-nhan-dan.huyen-tu-ky.hai-duong", "bo-y-te"; null where it cannot be told which one is meant.'),
  }),
  'Cơ quan, tổ chức, chức danh: a body, an office holder or a group of them.',
)

export const bodyMentionSchema = describe(
  bodySchema.extend({ partOf: z.int().min(0).nullable().describe('Index of the body that it is a part or an office of, as its own words say: of "Phòng Trẻ em thuộc Sở Nội vụ" or "Giám đốc Sở Nội vụ" that of "Sở Nội vụ"; null where they say none.') }),
  'A mention of a body in running text.',
)

export const documentTypeSchema = describe(
  z.strictObject({
    code: z.string().describe('Abbreviation by Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW or the law on legal documents: KH, QĐ, NQ, CV, L …'),
    name: z.string().describe('Name of the type: "Kế hoạch".'),
  }),
  'Loại văn bản: type of a document.',
)

export const notationSchema = describe(
  z.strictObject({
    text: z.string().describe('Canonical: no spaces, Đ as U+0110, hyphen-minus, TW not TƯ: "54/KH-UBND", "48/2009/NĐ-CP", "21-CT/TW".'),
    number: z.string().nullable().describe('The number as digits (with its letter, "30a"); null where it was left blank, as in "Số:    /KH-UBND".'),
    year: z.int().nullable().describe('The year, only where it is part of the notation (48/2009/NĐ-CP).'),
    symbol: z.string().nullable().describe('Ký hiệu, what follows number and year: "KH-UBND"; null where there is none.'),
  }),
  'Số, ký hiệu: number and symbol of an instrument.',
)
