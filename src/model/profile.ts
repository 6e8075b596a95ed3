import * as z from 'zod'

/**
 * What a body says of itself, so that a draft of its plan can be made: written once by hand (YAML or JSON), used for every plan received.
 * Only `body` must be there; what is left out stands as a blank in the draft.
 */
const text = z.string().trim().min(1)

export const unitSchema = z
  .strictObject({
    name: text.describe('As it is to stand in the plan: "Công chức Văn hóa - Xã hội".'),
    aliases: z.array(text).default([]).describe('Other names under which plans received give it tasks.'),
    tasks: z.array(text).default([]).describe('Tasks that it always has, one sentence each.'),
  })
  .describe('A unit or office of the body (đơn vị, công chức).')

export const profileSchema = z
  .strictObject({
    body: text.describe('The body that carries out the plan: "UBND xã Tân Kỳ".'),
    style: z.enum(['state', 'party']).default('state').describe('state: Nghị định 30/2020/NĐ-CP; party: Hướng dẫn 36-HD/VPTW.'),
    parent: text.optional().describe('Cơ quan chủ quản, printed above the body’s name; people’s committees have none.'),
    place: text.optional().describe('Địa danh of the dateline; default the body’s own place.'),
    code: text.optional().describe('Abbreviation of the body in the symbol (SYT in KH-SYT); committees and Party bodies have theirs.'),
    province: text.optional().describe('With its kind: "tỉnh Hải Dương"; default that of the plan received.'),
    district: text.optional().describe('With its kind: "huyện Tứ Kỳ"; default that of the plan received.'),
    title: text.optional().describe('Trích yếu; default that of the plan received.'),
    units: z.array(unitSchema).default([]).describe('Units in the order in which the organisation names them.'),
    daysBefore: z.int().min(0).max(90).default(0).describe('By how many days the dues of reports are moved before those of the plan received.'),
    recipients: z.array(text).default([]).describe('Lines of Nơi nhận besides the issuer of the plan received and the units.'),
    archive: text.optional().describe('The last line of Nơi nhận: "Lưu: VT, VHXH".'),
    signer: z
      .strictObject({
        authority: text.optional().describe('"KT. CHỦ TỊCH"; default the body in whose name its head signs.'),
        position: text.optional().describe('"PHÓ CHỦ TỊCH"; default the office of the head.'),
        name: text.optional().describe('Default a blank.'),
      })
      .default({}),
  })
  .describe('Profile of a body for drafts of its plans.')

/** A profile as it is written. */
export type Profile = z.input<typeof profileSchema>
/** A profile with its defaults. */
export type FullProfile = z.output<typeof profileSchema>
export type DraftStyle = FullProfile['style']
