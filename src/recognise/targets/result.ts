import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import { AIM, GOAL } from '../../grammar/targets.js'
import type { Span } from '../../model/span.js'
import type { Quantity } from './quantity.js'

const DONE_BEFORE = PATTERNS['done-before']
const DONE_BEHIND = PATTERNS['done-behind']
const GOES_ON = PATTERNS['goes-on']

/** Do the words tell what was reached, not what is to be reached? `cues` are those of the clause and of the clauses before it. */
export function isResult(folded: string, quantity: Quantity, { start, end }: Span, cues: number): boolean {
  if (cues & (AIM | GOAL)) return false
  if (DONE_BEFORE.test(folded.slice(start, quantity.lead))) return true
  const behind = quantity.lead - start < 2 ? DONE_BEHIND.exec(folded.slice(quantity.end, end)) : null
  return behind !== null && !GOES_ON.test(behind.groups!['rest']!)
}

/** The time by which it was to be reached was over before the document was issued, and no words set an aim: "Năm 2022, tỷ lệ hộ nghèo còn 3%" in a plan of 2023. */
export const isOver = (by: string | null, issued: string | null, cues: number): boolean =>
  by !== null && issued !== null && !(cues & (AIM | GOAL)) && yearOf(by.slice(by.lastIndexOf('/') + 1)) < yearOf(issued)

/** NaN where the year is not known. */
const yearOf = (edtf: string): number => Number(edtf.slice(0, 4))
