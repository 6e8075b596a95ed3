import * as z from 'zod'
import { describe, edtf, spanned } from './schema-base.js'

export const dateRoleSchema = describe(
  z.enum(['issued', 'citation', 'deadline', 'start', 'period', 'event', 'recurring', 'other']),
  'What the time is for: the document’s own date, a cited instrument’s date, a deadline (thời hạn), a start, a period (giai đoạn, năm), an event, a recurring time, anything else.',
)

export const inferenceSchema = describe(
  z.enum([
    'same-phrase', 'relative-year', 'plan-year', 'issue-year', 'day-of-issue', 'counted', 'working-days', 'lunar-calendar', 'named-day', 'decade', 'century',
    'start-of-year', 'end-of-year', 'start-of-half', 'end-of-half', 'start-of-quarter', 'end-of-quarter', 'start-of-months', 'end-of-months', 'start-of-month', 'end-of-month',
    'early-in-quarter', 'middle-of-quarter', 'late-in-quarter',
  ]),
  'Why a part that the words do not say is what it is: lent by the other end or member of the phrase (từ ngày 15/11 đến ngày 15/12/2023), told by "năm sau", the one year the plan is for, the year or day of issue, counted from it (days, or working days without weekends and public holidays), converted from the lunar calendar (âm lịch), told by a name (Ngày Quốc tế Phụ nữ), the edge of a period (đến hết quý III).',
)

const inferred = (part: string) =>
  z.strictObject({ value: z.string().describe('Digits as in EDTF.'), because: inferenceSchema }).optional().describe(`The ${part}, where the words do not say it.`)

const stated = (part: string) => z.string().optional().describe(part)

export const datePartsSchema = describe(
  z.strictObject({
    stated: describe(
      z.strictObject({
        year: stated('Four digits; 20XX where the last were left blank.'), half: stated('1 or 2: of the year.'), quarter: stated('1 to 4.'),
        month: stated('01 to 12.'), day: stated('01 to 31.'),
      }),
      'What the words themselves say, digits as in EDTF; a number left blank on a form is not there.',
    ),
    inferred: describe(z.strictObject({ year: inferred('year'), month: inferred('month'), day: inferred('day') }), 'What was worked out, and why.'),
  }),
  'The parts of one day, month, quarter or year.',
)

export const dateMentionSchema = describe(
  z.strictObject({
    ...spanned,
    edtf: edtf.nullable().describe('null where it cannot be worked out ("hằng quý", "cuối năm" without a year).'),
    role: dateRoleSchema,
    parts: z.array(datePartsSchema.nullable()).describe('Of each time in `edtf`, in its order: one, two of an interval (null for an open end), one of each member of a set; [] without a value.'),
    time: z.string().nullable().describe('Hours said with it: 08:00, 13:30, 07:30/11:00 for a span of them.'),
    repeats: z.string().nullable().describe('How it comes again, as a recurrence rule (RFC 5545): FREQ=WEEKLY;BYDAY=FR for "thứ Sáu hằng tuần", FREQ=MONTHLY;INTERVAL=6 for "6 tháng một lần".'),
    calendar: z.enum(['gregorian', 'lunar']).describe('lunar: said by the Vietnamese lunar calendar (âm lịch); `edtf` is the Gregorian day, `stated` holds the lunar numbers.'),
    name: z.string().nullable().describe('Id of the holiday, festive day or action month that names it (lunar-new-year, youth-month).'),
  }),
  'A mention of a date, period or recurring time.',
)
