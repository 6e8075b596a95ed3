import { nominalOpeners, startsVerb } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { isUpper } from '../../model/folded.js'
import { indexWithin, type Span } from '../../model/span.js'
import type { TaskInput } from './input.js'

const COLON = 58

/** "(Phân công cụ thể tại Phụ lục kèm theo)": a remark in brackets. */
export const isRemark = ({ text }: TaskInput, span: Span): boolean => text.text.charCodeAt(span.start) === 40 && /\)[.;]?$/.test(text.text.slice(span.end - 2, span.end)) && text.text.indexOf(')', span.start) >= span.end - 2

/** "……": a place to be filled in. */
export const isDots = ({ text }: TaskInput, { start, end }: Span): boolean => text.text.charCodeAt(start) === 0x2026 && end - start < 200 && !/[\p{L}\p{N}]/u.test(text.text.slice(start, end))

/** "Việc chấp hành giờ làm việc …", "Khó khăn, kiến nghị": a thing is named, nothing is ordered, unless a verb follows a colon or somebody is named. */
export function isNominal(input: TaskInput, span: Span): boolean {
  const { folded } = input.text
  const opening = folded.slice(span.start, Math.min(span.end, span.start + 160))
  if (begins(PATTERNS.member, opening) || PERSON.test(input.text.text.slice(span.start, span.end)) || namesOnly(input, span)) return true
  if (!nominalOpeners.longestAt(folded, span.start, span.end) && !begins(PATTERNS['by-rules'], opening)) return false
  const colon = indexWithin(folded, COLON, span.start, Math.min(span.end, span.start + 160))
  return !(colon > 0 && startsVerb(folded, colon + 2, span.end)) && input.readAssignment(span).responsible.length === 0
}

const PERSON = PATTERNS.person

/** "BIỆN PHÁP THỰC HIỆN KẾ HOẠCH": a heading that has lost its number, or never had one. */
export function isShouted({ text }: TaskInput, { start, end }: Span): boolean {
  const words = text.text.slice(start, end)
  return end - start < LONGEST_NAME && /\p{Lu}+ \p{Lu}+ \p{Lu}/u.test(words) && !/[.;]$|\p{Ll}/u.test(words)
}

const LONGEST_NAME = 120

/** "Thứ trưởng Bộ Văn hóa - Thông tin;": one that sits in a committee, or is invited, and nothing else. */
function namesOnly({ text, bodies }: TaskInput, { start, end }: Span): boolean {
  if (end - start > LONGEST_NAME || !isUpper(text.text.charCodeAt(start))) return false
  const body = bodies.read(text, start, end)
  return body !== undefined && !/[^\s.;,]/.test(text.text.slice(body.span.end, end))
}

/** Does a sticky pattern match where the words begin? */
function begins(pattern: RegExp, words: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(words)
}

/** "Bước 3: …", "Đợt 2: …": what follows the step's name is its work, unless only a time follows. */
const isStep = (folded: string, start: number, colon: number): boolean =>
  PATTERNS['step-label'].test(folded.slice(start, colon)) && !PATTERNS['time-behind'].test(folded.slice(colon + 1, colon + 12))

/** In a part on time and order a line says what is to be done only where a verb or a doer stands in it: "Tháng 3: tổ chức …". */
export function saysWhat(input: TaskInput, span: Span): boolean {
  const { folded } = input.text
  const colon = indexWithin(folded, COLON, span.start, span.end)
  if (colon > 0 && begins(PATTERNS.roll, folded.slice(colon + 1, Math.min(span.end, colon + 48)))) return false
  if (startsVerb(folded, span.start, span.end)) return true
  if (colon > 0 && (startsVerb(folded, colon + 2, span.end) || isStep(folded, span.start, colon))) return true
  return input.readAssignment(span).responsible.length > 0
}
