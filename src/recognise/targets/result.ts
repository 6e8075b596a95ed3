import { AIM, GOAL } from '../../grammar/targets.js'
import type { Span } from '../../model/span.js'
import type { Quantity } from './quantity.js'

/** *Đã* as the first verb of the words: "Đã hỗ trợ …", "Năm 2022 đã trồng được …", "Tỷ lệ hộ nghèo năm 2022 đã giảm còn …". */
const DONE_BEFORE = /(?:^|(?:19|20)\d\d,? |, )đã /
/** *Đã* behind the counted ones, with few words after it: "100% đại biểu đã biểu quyết tán thành". */
const DONE_BEHIND = /^ (?:[a-zà-ỹđ]+ ){1,5}(?:đều )?đã ((?:được )?[a-zà-ỹđ]+)((?: [a-zà-ỹđ]+){0,3})[ .]*$/
/** Another verb further on: what was done only says who they are, "hồ sơ đã tiếp nhận được giải quyết". */
const GOES_ON = / (?:được|phải|sẽ|cần|đạt|đều|không|có|hoàn thành|thực hiện|triển khai|tham gia|ký)(?: |$)/

/** Do the words tell what was reached, not what is to be reached? `cues` are those of the clause and of the clauses before it. */
export function isResult(folded: string, quantity: Quantity, { start, end }: Span, cues: number): boolean {
  if (cues & (AIM | GOAL)) return false
  if (DONE_BEFORE.test(folded.slice(start, quantity.lead))) return true
  const behind = quantity.lead - start < 2 ? DONE_BEHIND.exec(folded.slice(quantity.end, end)) : null
  return behind !== null && !GOES_ON.test(behind[2]!)
}

/** The time by which it was to be reached was over before the document was issued, and no words set an aim: "Năm 2022, tỷ lệ hộ nghèo còn 3%" in a plan of 2023. */
export const isOver = (by: string | null, issued: string | null, cues: number): boolean =>
  by !== null && issued !== null && !(cues & (AIM | GOAL)) && yearOf(by.slice(by.lastIndexOf('/') + 1)) < yearOf(issued)

/** NaN where the year is not known. */
const yearOf = (edtf: string): number => Number(edtf.slice(0, 4))
