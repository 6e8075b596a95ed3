import { AIM, BLOCKER, CONDITION, GOAL, OPENER, RISE, riseWords, STATE, targetCues } from '../../grammar/targets.js'
import { isDigit, isWordUnit, unitAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import type { Aim } from './aim.js'
import type { TimeMention } from './horizon.js'
import { type Quantity, readQuantity } from './quantity.js'
import { isResult } from './result.js'
import { trimAim } from './trim-aim.js'

export interface ClauseContext {
  /** Among the targets: a number needs no word that says it is an aim. */
  readonly anywhere: boolean
  /** GOAL where an earlier clause of the paragraph said so. */
  readonly said: number
}

/** A phrase that says what the numbers after it are. */
interface Cue extends Span {
  readonly bits: number
}

/** A place where a new aim may begin: after a comma or "và". */
interface Joint {
  readonly at: number
  /** Where its words begin. */
  readonly start: number
  /** A clause begins there: "nâng …", "tỷ lệ …". */
  readonly opens: boolean
}

interface Scan {
  readonly quantities: readonly Quantity[]
  readonly cues: readonly Cue[]
  readonly joints: readonly Joint[]
}

const OPEN = 40
const CLOSE = 41
const COMMA = 44
const SPACE = 32

/** The aims of a clause, and the cues said in it. */
export function aimsIn(text: string, folded: string, clause: Span, dates: readonly TimeMention[], context: ClauseContext): { readonly aims: Aim[]; readonly cues: number } {
  const scan = scanClause(text, folded, clause, dates)
  const cues = scan.cues.reduce((bits, cue) => bits | cue.bits, 0)
  if (!scan.quantities.length) return { aims: [], cues }
  const outside = scan.quantities.filter((quantity) => !quantity.aside)
  const usable = dropBaselines(folded, outside.length ? outside : scan.quantities)
  const aims = groupByJoints(clause, usable, scan.joints).flatMap(({ start, end, quantities }) => {
    const quantity = best(quantities, start)
    if (!quantity || isResult(folded, quantity, { start, end }, cues | context.said) || !isAim(folded, quantity, scan.cues, { start, end }, clause, context)) return []
    const from = context.anywhere ? start : plainStart(start, quantity, scan.joints)
    return [{ span: trimAim(text, folded, { start: from, end }, quantity), quantity }]
  })
  return { aims, cues }
}

/** One pass over a clause: numbers that are no dates, telling phrases, commas and "và". */
function scanClause(text: string, folded: string, { start, end }: Span, dates: readonly TimeMention[]): Scan {
  const quantities: Quantity[] = []
  const cues: Cue[] = []
  const joints: Joint[] = []
  let depth = 0
  let next = 0
  for (let at = start; at < end; ) {
    while (next < dates.length && dates[next]!.span.end <= at) next++
    const date = dates[next]
    if (date && date.span.start <= at) {
      at = date.span.end
      continue
    }
    const code = folded.charCodeAt(at)
    if (code === OPEN) depth++
    else if (code === CLOSE) depth = Math.max(0, depth - 1)
    if (code === COMMA && depth === 0 && unitAt(folded, at + 1) === SPACE) joints.push(jointAt(folded, at, at + 1, end))
    if (!isWordUnit(code)) {
      at++
      continue
    }
    if (isDigit(code)) {
      const quantity = readQuantity(text, folded, at, start, end, depth > 0)
      if (quantity) quantities.push(quantity)
      at = quantity ? Math.max(quantity.end, at + 1) : skipNumber(folded, at, end)
      continue
    }
    const cue = targetCues.longestAt(folded, at, end)
    if (cue && depth === 0) cues.push({ start: at, end: cue.end, bits: cue.value })
    const word = wordEnd(folded, at, end)
    if (depth === 0 && word - at === 2 && folded.startsWith('và', at)) joints.push(jointAt(folded, at, word, end))
    at = cue ? cue.end : word
  }
  return { quantities, cues, joints }
}

function jointAt(folded: string, at: number, after: number, end: number): Joint {
  let start = after
  while (start < end && folded.charCodeAt(start) === SPACE) start++
  return { at, start, opens: ((targetCues.longestAt(folded, start, end)?.value ?? 0) & (OPENER | AIM)) !== 0 }
}

function wordEnd(folded: string, at: number, end: number): number {
  let to = at
  while (to < end && isWordUnit(folded.charCodeAt(to))) to++
  return to
}

/** Past a number that is none of ours, its points and slashes too ("19h45", "24/7", "766/QĐ-TTg"). */
function skipNumber(folded: string, at: number, end: number): number {
  let to = at
  while (to < end && (isWordUnit(folded.charCodeAt(to)) || (/[./,]/.test(folded[to]!) && isDigit(unitAt(folded, to + 1))))) to++
  return Math.max(to, at + 1)
}

/** "tăng từ 40% lên 60%": the first only says where it starts from. */
function dropBaselines(folded: string, quantities: readonly Quantity[]): readonly Quantity[] {
  return quantities.filter((quantity, index) => {
    const next = quantities[index + 1]
    return !(quantity.from && next && rises(folded, quantity.end, next.start))
  })
}

function rises(folded: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = folded.charCodeAt(at)
    if (code === COMMA) return false
    if (isWordUnit(code) && !isWordUnit(unitAt(folded, at - 1)) && riseWords.longestAt(folded, at, to)) return true
  }
  return false
}

interface Group extends Span {
  readonly quantities: Quantity[]
}

/** Numbers that belong to one aim; a new one begins at a joint before a number that stands on its own. */
function groupByJoints(clause: Span, quantities: readonly Quantity[], joints: readonly Joint[]): Group[] {
  const groups: Group[] = []
  let next = 0
  let end = clause.start
  for (const quantity of quantities) {
    while (next < joints.length && joints[next]!.at < end) next++
    const last = groups.at(-1)
    const joint = last && jointFrom(joints, next, quantity)
    if (last && joint && standsAlone(quantity, joint) && best(last.quantities, last.start)) {
      groups[groups.length - 1] = { ...last, end: joint.at }
      groups.push({ start: joint.start, end: clause.end, quantities: [quantity] })
    } else if (last) last.quantities.push(quantity)
    else groups.push({ start: clause.start, end: clause.end, quantities: [quantity] })
    end = quantity.end
  }
  return groups
}

/** The first joint before a number at which a clause begins, else the last one. */
function jointFrom(joints: readonly Joint[], from: number, { lead }: Quantity): Joint | undefined {
  let last: Joint | undefined
  for (let index = from; index < joints.length && joints[index]!.start <= lead; index++) {
    last = joints[index]!
    if (last.opens) return last
  }
  return last
}

const standsAlone = (quantity: Quantity, joint: Joint): boolean => !quantity.qualifies && (joint.opens || joint.start === quantity.lead || isStrong(quantity))

const isStrong = (quantity: Quantity): boolean => quantity.unit?.kind === 'percent' || quantity.reached === 'plainly' || quantity.sign !== '='

function weight(quantity: Quantity, start: number): number {
  const { unit, sign, reached, qualifies, lead, fraction } = quantity
  const kind = unit?.kind
  let sum = !unit ? 0 : kind === 'percent' ? 3 : kind ? 1 : 0.5
  if (sign !== '=') sum += 2
  if (reached) sum += reached === 'plainly' ? 2 : 0.2
  if (unit && lead - start <= 1) sum += 1
  if (qualifies) sum -= 5
  if (kind === 'grade') sum -= 1
  if ((kind === 'time' && sign === '=' && reached !== 'plainly') || (fraction && !kind) || (!unit && reached !== 'plainly')) sum -= 3
  return sum
}

/** The number that the aim is about: the one that says most plainly how much; the first of equals. */
function best(quantities: readonly Quantity[], start: number): Quantity | undefined {
  let top: Quantity | undefined
  let most = 0.4
  for (const quantity of quantities) {
    const sum = weight(quantity, start)
    if (sum > most) {
      top = quantity
      most = sum
    }
  }
  return top
}

/** Do the words say that the number is to be reached, not what is, what is paid or on what condition? */
function isAim(folded: string, quantity: Quantity, cues: readonly Cue[], group: Span, clause: Span, { anywhere, said }: ClauseContext): boolean {
  let bits = said
  let state = false
  for (const cue of cues) {
    if (cue.start >= quantity.start) break
    if (cue.bits & (AIM | RISE)) state = false
    if (cue.bits & STATE && cue.start >= group.start) state = true
    bits |= cue.bits
  }
  if (state) return false
  if (bits & BLOCKER && (!anywhere || quantity.unit?.kind !== 'percent')) return false
  if (anywhere) return true
  const shareOf = targetCues.longestAt(folded, quantity.end, clause.end)?.value ?? 0
  if ((bits | shareOf) & CONDITION || shareOf & BLOCKER || quantity.qualifies) return false
  const { unit } = quantity
  if (bits & GOAL && unit?.kind && unit.kind !== 'time') return true
  return isPlainShare(quantity, cues, group) || ((bits & AIM) !== 0 && isBounded(quantity))
}

const isBounded = ({ unit, reached, sign }: Quantity): boolean => unit?.kind === 'percent' || reached !== null || sign !== '='

/** "100% các hộ", "ít nhất 30%", "đạt trên 80%", "duy trì … trên 95%": a share that is plainly an aim; "xã có tỷ lệ trên 20%" is none. */
function isPlainShare({ unit, value, sign, from, reached }: Quantity, cues: readonly Cue[], group: Span): boolean {
  if (unit?.kind !== 'percent') return false
  if (value === 100 || (sign === '>=' && !from)) return true
  const verbFirst = cues.some(({ start, bits }) => start <= group.start + 2 && (bits & OPENER) !== 0)
  return (sign === '>=' || sign === '>') && (reached === 'plainly' || verbFirst)
}

/** Elsewhere than among the targets an aim is the last clause of a long sentence: from the last joint at which one begins. */
function plainStart(start: number, quantity: Quantity, joints: readonly Joint[]): number {
  const joint = joints.findLast(({ opens, start: from }) => opens && from >= start && from <= quantity.lead)
  return joint?.start ?? start
}
