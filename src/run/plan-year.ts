import { PLAN_PATTERNS as PATTERNS } from '../grammar/generated/plan-patterns.js'
import { fold } from '../model/folded.js'
import type { HeadingBlock } from '../segment/heading-block/index.js'

/**
 * The year a plan is for, where it is for one year: the only year its title names, not as a period ("giai đoạn 2021-2025", "đến năm 2030")
 * and not as a school year; where the title names none, the year of issue.
 */
export function planYearOf(heading: Pick<HeadingBlock, 'title' | 'issued'>): number | null {
  const title = fold(heading.title?.text ?? '')
  if (NEXT_YEAR.test(title)) return null
  if (PATTERNS['span-of-years'].test(title)) return null
  const years = new Set([...title.matchAll(PATTERNS['named-year'])].map(({ groups }) => Number(groups!['year'] ?? groups!['ofMonth'])))
  if (years.size === 1) return [...years][0]!
  const issued = years.size === 0 && !PATTERNS.horizon.test(title) ? Number(heading.issued?.edtf.slice(0, 4)) : Number.NaN
  return Number.isInteger(issued) ? issued : null
}

const NEXT_YEAR = PATTERNS['next-year']

/** The two years of the school year that the title names: "năm học 2025 - 2026". */
export function schoolYearOf(heading: Pick<HeadingBlock, 'title'>): readonly [number, number] | null {
  const years = PATTERNS['school-year'].exec(fold(heading.title?.text ?? ''))
  return years ? [Number(years.groups!['first']), Number(years.groups!['second'])] : null
}
