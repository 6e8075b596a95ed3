import { joinVerbs, leadVerbs, orderVerbs, startsVerb } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { BodyReader } from '../../model/body-reader.js'
import { type FoldedText, isLetter, isUpper, unitAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { indexWithin, type Span } from '../../model/span.js'
import { isGiven, lastFullStop, readSentTo } from './order-givers.js'
import { afterParenthesis, isEach, readBodies } from './read-bodies.js'
import { afterBreak, lastBreak } from './sentence-breaks.js'
import { findTriggers, firstFrom, type Trigger } from './triggers.js'

/** Who leads and who joins, as the words of one block say, and by which rule. */
export interface Assignment {
  readonly responsible: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly by: string
}

const COMMA = 44
const COLON = 58
const NONE: readonly never[] = []

/** Reads the assignment in a span of the text it was made for: subjects, orders, "do … thực hiện", "phối hợp với …". */
export type ReadAssignment = (span: Span) => Assignment

/** A reader for one text: its triggers are found in one scan, since a block without any must cost nothing. */
export function createAssignmentReader(text: FoldedText, bodies: BodyReader): ReadAssignment {
  const triggers = findTriggers(text)
  const read = new Map<number, { readonly end: number; readonly assignment: Assignment }>()
  return (span) => {
    const before = read.get(span.start)
    if (before?.end === span.end) return before.assignment
    const assignment = readAssignment(text, span, triggers, bodies)
    read.set(span.start, { end: span.end, assignment })
    return assignment
  }
}

function readAssignment(text: FoldedText, span: Span, triggers: readonly Trigger[], bodies: BodyReader): Assignment {
  const responsible: Body[] = []
  const coordinating: Body[] = []
  const rules: string[] = []
  const add = (list: Body[], found: readonly Body[], rule: string): void => {
    const fresh = list.length ? found.filter((body) => !list.some((known) => sameBody(known, body))) : found
    if (found.length && !rules.includes(rule)) rules.push(rule)
    list.push(...fresh)
  }
  for (const start of subjectStarts(text, span)) {
    const found = readSubject(text, start, span.end, bodies)
    if (found.length) add(responsible, found, 'task.subject')
  }
  if (!responsible.length) add(responsible, readLabelled(text, span, bodies), 'task.subject')
  for (let i = firstFrom(triggers, span.start); i < triggers.length && triggers[i]!.start < span.end; i++) {
    const trigger = triggers[i]!
    const found = readAtTrigger(text, trigger, span, bodies)
    if (!found) continue
    if (found.role === 'order') dropSubjects(responsible, text, trigger.start, found.from)
    add(found.role === 'join' ? coordinating : responsible, found.role === 'lead' ? withoutJoined(found.bodies, coordinating) : found.bodies, found.rule)
  }
  if (!responsible.length) add(responsible, readBracketed(text, span, bodies), 'task.bracketed')
  if (!rules.length) return NOBODY
  const joining = coordinating.filter((body) => !responsible.some((lead) => sameBody(lead, body)))
  return { responsible, coordinating: joining, by: rules.join(' ') }
}

/** "phối hợp với A, B và các cơ quan liên quan có trách nhiệm …": the verb behind the list is that of who leads. */
const withoutJoined = (leading: readonly Body[], joined: readonly Body[]): readonly Body[] =>
  joined.length ? leading.filter(({ span }) => !joined.some((body) => body.span.start === span.start)) : leading

const NOBODY: Assignment = { responsible: [], coordinating: [], by: '' }
const INTRODUCTION = PATTERNS.introduction

const SMALL_SUBJECT = PATTERNS['small-subject']

const LONGEST_TOPIC = 60

/** "Tuyên truyền: | Đài Truyền thanh xã phát tin …", "Hồ sơ: | các phòng nộp …": behind a topic and its colon. */
function readLabelled(text: FoldedText, span: Span, bodies: BodyReader): readonly Body[] {
  const { folded } = text
  const colon = indexWithin(folded, COLON, span.start, Math.min(span.end, span.start + LONGEST_TOPIC))
  if (colon < 0 || folded.charCodeAt(colon + 1) !== 32 || PATTERNS['no-topic'].test(folded.slice(span.start, colon))) return NONE
  return isUpper(text.text.charCodeAt(colon + 2)) || SMALL_SUBJECT.test(folded.slice(colon + 1, colon + 14)) ? readSubject(text, colon + 2, span.end, bodies) : NONE
}

/** Where a subject may stand: at the begin of each sentence, and after the clause that introduces it ("Khi có dịch, Trạm Y tế báo cáo …"). */
function subjectStarts({ text, folded }: FoldedText, span: Span): number[] {
  const starts: number[] = []
  for (let at = span.start; at < span.end; ) {
    starts.push(at)
    INTRODUCTION.lastIndex = at
    const next = nextSentence(folded, at, span.end)
    if (INTRODUCTION.test(folded)) for (let comma = indexWithin(folded, COMMA, at, next); comma >= 0; comma = indexWithin(folded, COMMA, comma + 1, next)) {
      if (isUpper(unitAt(text, comma + 2)) || SMALL_SUBJECT.test(folded.slice(comma + 1, comma + 14))) starts.push(comma + 2)
    }
    at = next
  }
  return starts
}

function nextSentence(folded: string, at: number, limit: number): number {
  const next = afterBreak(folded, at, limit)
  return next < 0 ? limit : next
}

/** "Tổ chức … (Ban Tuyên giáo)." — who does it stands in brackets at the end of the item. */
function readBracketed(text: FoldedText, span: Span, bodies: BodyReader): readonly Body[] {
  if (!endsInBracket(text.folded, span)) return []
  const match = /\(([^()]{3,80})\)[\s.;]*$/.exec(text.folded.slice(Math.max(span.start, span.end - 90), span.end))
  if (!match) return []
  const from = Math.max(span.start, span.end - 90) + match.index + 1
  const found = readBodies(text, from, from + match[1]!.length, bodies)
  const last = found.at(-1)
  return last && IN_CHARGE.test(text.folded.slice(last.span.end, from + match[1]!.length)) ? found : []
}

const IN_CHARGE = PATTERNS['in-charge']

function endsInBracket(folded: string, { start, end }: Span): boolean {
  let last = end - 1
  while (last > start && folded.charCodeAt(last) !== 41 && /[\s.;]/.test(folded[last]!)) last--
  return folded.charCodeAt(last) === 41
}

export const sameBody = (a: Body, b: Body): boolean =>
  a.span.start === b.span.start || (a.text.length === b.text.length && a.text.toLowerCase() === b.text.toLowerCase())

/** "UBND tỉnh yêu cầu các sở …": who orders is no doer. */
function dropSubjects(responsible: Body[], text: FoldedText, order: number, from?: number): void {
  const sentence = from ?? lastBreak(text.folded, Math.max(0, order - 300), order)
  for (let i = responsible.length - 1; i >= 0; i--) {
    const { span } = responsible[i]!
    if (span.start >= sentence && span.end <= order) responsible.splice(i, 1)
  }
}

interface TriggerFound {
  readonly role: 'lead' | 'order' | 'join'
  readonly rule: string
  readonly bodies: readonly Body[]
  /** Where the sentence of an order begins, if not behind the last break. */
  readonly from?: number
}

function readAtTrigger(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  switch (trigger.word) {
    case 'phối hợp':
    case 'cùng với':
      return readJoin(text, trigger, span, bodies)
    case 'cùng':
      return PATTERNS['leads-and'].test(text.folded.slice(Math.max(0, trigger.start - 10), trigger.start)) ? readJoin(text, trigger, span, bodies) : undefined
    case 'do':
      return readAgent(text, trigger, span, bodies)
    case 'đối với':
      return readConcerned(text, trigger, span, bodies)
    case 'giao':
    case 'đề nghị':
    case 'yêu cầu':
    case 'phân công':
    case 'mời':
    case 'ủy quyền cho':
      return readOrder(text, trigger, span, bodies)
    default:
      return readLead(text, trigger, span, bodies)
  }
}

const NOUN_BEFORE = PATTERNS['join-noun']

/** "(chủ trì,) phối hợp với A, B và C": A, B and C join. Not the noun: "sự phối hợp giữa …", "quy chế phối hợp". */
function readJoin(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const before = text.folded.slice(Math.max(span.start, trigger.start - 14), trigger.start)
  if (NOUN_BEFORE.test(before)) return undefined
  const phrase = joinVerbs.longestAt(text.folded, trigger.start, span.end)
  let at = skipGap(text.folded, phrase?.end ?? trigger.end)
  const adverbs = PATTERNS['join-adverb'].exec(text.folded.slice(at, at + 40))
  at += adverbs?.[0].length ?? 0
  const found = readBodies(text, at, span.end, bodies, true)
  return found.length ? { role: 'join', rule: 'task.coordinating', bodies: found } : undefined
}

/** "do Sở X chủ trì / thực hiện / phụ trách". Not: "do Chính phủ ban hành", "do thiên tai". */
function readAgent(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const found = readBodies(text, trigger.end, span.end, bodies)
  const last = found.at(-1)
  if (!last) return undefined
  const after = text.folded.slice(last.span.end, last.span.end + 24)
  return PATTERNS['agent-does'].test(after)
    ? { role: 'lead', rule: 'task.agent', bodies: found }
    : undefined
}

/** "đối với các cơ quan được giao … cần rà soát": those concerned are to do it. */
function readConcerned(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const found = readBodies(text, trigger.end, span.end, bodies)
  const last = found.at(-1)
  if (!last) return undefined
  const after = text.folded.slice(last.span.end, last.span.end + 20)
  const headed = trigger.start === span.start && last.kind !== 'group' && after.startsWith(': ') && startsVerb(text.folded, last.span.end + 2, span.end)
  return headed || PATTERNS['concerned-does'].test(after) ? { role: 'lead', rule: 'task.concerned', bodies: found } : undefined
}

const ORDER_NOT_BEFORE = PATTERNS['no-order-before']

/** "Giao Sở X …", "UBND huyện yêu cầu UBND các xã …", "đề nghị Mặt trận …". Not the nouns and compounds ("giao thông", "theo đề nghị"). */
function readOrder(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const before = text.folded.slice(Math.max(span.start, trigger.start - 14), trigger.start)
  if (ORDER_NOT_BEFORE.test(before) || !beginsOrder(text, trigger, span, bodies)) return undefined
  const phrase = orderVerbs.longestAt(text.folded, trigger.start, span.end)
  const at = skipGap(text.folded, phrase?.end ?? trigger.end)
  const colon = unitAt(text.folded, at) === 58 ? skipGap(text.folded, at + 1) : at
  const found = readBodies(text, colon, span.end, bodies, true)
  if (trigger.word === 'mời' && found.length && (isGuest(text.folded, found.at(-1)!.span.end) || GUESTS.test(text.folded.slice(colon, colon + 16)))) return undefined
  if (found.length) return { role: 'order', rule: 'task.order', bodies: found }
  const sentTo = readSentTo(text, trigger, span, bodies)
  return sentTo.length ? { role: 'order', rule: 'task.order', bodies: sentTo, from: lastFullStop(text.folded, span.start, trigger.start) } : undefined
}

/** Who is invited to teach or to speak is a guest too: "mời | cán bộ Hội Chữ thập đỏ hướng dẫn …". */
const GUESTS = PATTERNS.guests

/** "Mời Hội Cựu chiến binh | dự lễ": guests are charged with nothing. */
function isGuest(folded: string, end: number): boolean {
  PATTERNS['guest-verb'].lastIndex = end
  return PATTERNS['guest-verb'].test(folded)
}

/** An order stands at the begin of a sentence or clause, or right after who gives it: not "…, trong đó phân công cấp ủy viên", "đất giao cho hộ". */
function beginsOrder(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): boolean {
  const sentence = lastBreak(text.folded, span.start, trigger.start)
  if (trigger.start === sentence || PATTERNS.kindly.test(text.folded.slice(sentence, trigger.start))) return true
  if (trigger.word === 'phân công') return false
  if (isGiven(text, sentence, trigger)) return true
  if (/[,:–-] *$/.test(text.folded.slice(sentence, trigger.start))) return true
  return clauseStarts(text.folded, sentence, trigger.start).some((start) => {
    const who = readBodies(text, start, trigger.start, bodies).at(-1)
    return who !== undefined && PATTERNS['orderer-joint'].test(text.folded.slice(who.span.end, trigger.start))
  })
}

/** "…, Sở Y tế chủ trì": the list of bodies that ends right before the verb, from the nearest clause begin outward. */
function readLead(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const phrase = leadVerbs.longestAt(text.folded, trigger.start, span.end)
  if (!phrase && !trigger.word.startsWith('cơ quan')) return undefined
  const end = trigger.word.startsWith('cơ quan') ? trigger.start - 3 : trigger.start
  for (const start of clauseStarts(text.folded, span.start, end)) {
    const found = readBodies(text, start, end, bodies)
    const last = found.at(-1)
    if (last && last.span.end <= end && PATTERNS['lead-joint'].test(text.folded.slice(last.span.end, end))) return { role: 'lead', rule: 'task.lead', bodies: found }
  }
  return undefined
}

const AGENT = ' giao '

/** Offsets where a clause may begin before `end`, nearest sentence first: sentence begin, then after each comma, "và", "do", "giao". */
function clauseStarts(folded: string, from: number, end: number): number[] {
  const window = Math.max(from, end - 160)
  const sentence = lastBreak(folded, window, end)
  const starts = [sentence]
  for (let comma = indexWithin(folded, COMMA, sentence, end); comma >= 0; comma = indexWithin(folded, COMMA, comma + 1, end)) starts.push(skipGap(folded, comma + 1))
  const agent = folded.slice(sentence, end + AGENT.length).lastIndexOf(AGENT)
  if (agent >= 0) starts.push(sentence + agent + AGENT.length)
  return starts
}

/** The bodies that a block begins with, where a verb or a colon follows them: "UBND các xã rà soát …", "Sở Y tế: …". */
function readSubject(text: FoldedText, at: number, limit: number, bodies: BodyReader): readonly Body[] {
  const start = skipGap(text.folded, at)
  if (isEach(text.folded, start) && !isUpper(text.text.charCodeAt(start))) return NONE
  const found = readBodies(text, start, limit, bodies)
  const last = found.at(-1)
  if (!last) return NONE
  const end = afterParenthesis(text.folded, last.span.end, limit)
  const next = skipGap(text.folded, end)
  if (next >= limit || PATTERNS['each-has'].test(found[0]!.text.toLowerCase())) return NONE
  if (unitAt(text.folded, end) === 58) return found
  const comma = unitAt(text.folded, next) === 44 ? skipGap(text.folded, next + 1) : next
  return startsVerb(text.folded, comma, limit) ? found : NONE
}

function skipGap(folded: string, at: number): number {
  let place = at
  while (unitAt(folded, place) === 32 || (unitAt(folded, place) === 44 && !isLetter(unitAt(folded, place - 1)))) place++
  return place
}
