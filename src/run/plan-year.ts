import { fold } from '../model/folded.js'
import type { HeadingBlock } from '../segment/heading-block/index.js'

/**
 * The year a plan is for, where it is for one year: the only year its title names, not as a period ("giai đoạn 2021-2025", "đến năm 2030")
 * and not as a school year; where the title names none, the year of issue.
 */
export function planYearOf(heading: Pick<HeadingBlock, 'title' | 'issued'>): number | null {
  const title = fold(heading.title?.text ?? '')
  if (NEXT_YEAR.test(title)) return null
  if (/(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học|khóa) *\d{4} *- *\d{4}|\d{4} *- *\d{4}/.test(title)) return null
  const years = new Set([...title.matchAll(/(?<!đến )năm (\d{4})|tháng \d{1,2} *[/.-] *(\d{4})/g)].map((match) => Number(match[1] ?? match[2])))
  if (years.size === 1) return [...years][0]!
  const issued = years.size === 0 && !/đến năm \d{4}/.test(title) ? Number(heading.issued?.edtf.slice(0, 4)) : Number.NaN
  return Number.isInteger(issued) ? issued : null
}

/** "… tạo đà cho năm 2026": news of this year that looks ahead. */
const NEXT_YEAR = /(?:tạo đà|đột phá|bứt phá|chuẩn bị|hướng tới|tiền đề|nền tảng)(?: [^ ]+){0,6} năm \d{4}/

/** The two years of the school year that the title names: "năm học 2025 - 2026". */
export function schoolYearOf(heading: Pick<HeadingBlock, 'title'>): readonly [number, number] | null {
  const years = /năm học *(\d{4}) *[-/] *(\d{4})/.exec(fold(heading.title?.text ?? ''))
  return years ? [Number(years[1]), Number(years[2])] : null
}
