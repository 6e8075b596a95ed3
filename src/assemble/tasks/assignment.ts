import { joinVerbs, leadVerbs, orderVerbs, taskVerbs } from '../../grammar/assignment.js'
import type { BodyReader } from '../../model/body-reader.js'
import { type FoldedText, isLetter, wordStartsAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import type { Span } from '../../model/span.js'

/** Who leads and who joins, as the words of one block say, and by which rule. */
export interface Assignment {
  readonly responsible: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly by: string
}

/** Words around which an assignment is looked for; everything else in a block is skipped. */
const TRIGGERS = /phối hợp|cùng với|chủ trì|có trách nhiệm|chịu trách nhiệm|làm đầu mối|là đầu mối|cơ quan (?:đầu mối|thường trực)|được giao|giao |đề nghị|yêu cầu|phân công|mời |do |đối với |phụ trách/g
const SENTENCE_BREAK = /[.;:!?] +|\n/g

/** Read the assignment in `[span.start, span.end)`: subjects, orders, "do … thực hiện", "phối hợp với …". */
export function readAssignment(text: FoldedText, span: Span, bodies: BodyReader): Assignment {
  const responsible: Body[] = []
  const coordinating: Body[] = []
  const rules: string[] = []
  const add = (list: Body[], found: readonly Body[], rule: string): void => {
    const fresh = found.filter((body) => !list.some((known) => sameBody(known, body)))
    if (fresh.length) rules.push(rule)
    list.push(...fresh)
  }
  const subject = readSubject(text, span.start, span.end, bodies)
  add(responsible, subject.bodies, 'task.subject')
  for (const trigger of triggersOf(text, span)) {
    const found = readAtTrigger(text, trigger, span, bodies)
    if (!found) continue
    if (found.role === 'order' && found.overridesSubject) responsible.length = 0
    add(found.role === 'join' ? coordinating : responsible, found.bodies, found.rule)
  }
  const joining = coordinating.filter((body) => !responsible.some((lead) => sameBody(lead, body)))
  return { responsible, coordinating: joining, by: [...new Set(rules)].join(' ') }
}

export const sameBody = (a: Body, b: Body): boolean => a.span.start === b.span.start || a.text.toLowerCase() === b.text.toLowerCase()

interface Trigger {
  readonly word: string
  readonly start: number
  readonly end: number
}

function triggersOf(text: FoldedText, span: Span): Trigger[] {
  const triggers: Trigger[] = []
  TRIGGERS.lastIndex = span.start
  for (let match = TRIGGERS.exec(text.folded); match && match.index < span.end; match = TRIGGERS.exec(text.folded)) {
    if (wordStartsAt(text.folded, match.index)) triggers.push({ word: match[0].trimEnd(), start: match.index, end: match.index + match[0].length })
  }
  return triggers
}

interface TriggerFound {
  readonly role: 'lead' | 'order' | 'join'
  readonly rule: string
  readonly bodies: readonly Body[]
  readonly overridesSubject?: boolean
}

function readAtTrigger(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  switch (trigger.word) {
    case 'phối hợp':
    case 'cùng với':
      return readJoin(text, trigger, span, bodies)
    case 'do':
      return readAgent(text, trigger, span, bodies)
    case 'đối với':
      return readConcerned(text, trigger, span, bodies)
    case 'giao':
    case 'đề nghị':
    case 'yêu cầu':
    case 'phân công':
    case 'mời':
      return readOrder(text, trigger, span, bodies)
    default:
      return readLead(text, trigger, span, bodies)
  }
}

const NOUN_BEFORE = /(?:sự|quy chế|công tác|cơ chế|chương trình|hoạt động|mối quan hệ|quan hệ|việc|tinh thần|được|đơn vị|cơ quan) $/

/** "(chủ trì,) phối hợp với A, B và C": A, B and C join. Not the noun: "sự phối hợp giữa …", "quy chế phối hợp". */
function readJoin(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const before = text.folded.slice(Math.max(span.start, trigger.start - 14), trigger.start)
  if (NOUN_BEFORE.test(before)) return undefined
  const phrase = joinVerbs.longestAt(text.folded, trigger.start, span.end)
  let at = skipSpaces(text.folded, phrase?.end ?? trigger.end)
  const adverbs = /^(?:hợp |chặt chẽ |thường xuyên |kịp thời |hiệu quả |tốt )?(?:với |cùng |cùng với |giữa )?/.exec(text.folded.slice(at, at + 40))
  at += adverbs?.[0].length ?? 0
  const found = readListLoosely(text, at, span.end, bodies)
  return found.length ? { role: 'join', rule: 'task.coordinating', bodies: found } : undefined
}

/** A list of bodies; a small word or two may stand before it ("các ban, ngành" after "với một số"). */
function readListLoosely(text: FoldedText, at: number, limit: number, bodies: BodyReader): Body[] {
  return bodies.readList(text, at, limit)
}

/** "do Sở X chủ trì / thực hiện / phụ trách". Not: "do Chính phủ ban hành", "do thiên tai". */
function readAgent(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const found = bodies.readList(text, trigger.end, span.end)
  const last = found.at(-1)
  if (!last) return undefined
  const after = text.folded.slice(last.span.end, last.span.end + 24)
  return /^ (?:chủ trì|thực hiện|phụ trách|đảm nhận|triển khai|chịu trách nhiệm|tổ chức thực hiện|làm đầu mối)/.test(after)
    ? { role: 'lead', rule: 'task.agent', bodies: found }
    : undefined
}

/** "đối với các cơ quan được giao … cần rà soát": those concerned are to do it. */
function readConcerned(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const found = bodies.readList(text, trigger.end, span.end)
  const last = found.at(-1)
  if (!last) return undefined
  const after = text.folded.slice(last.span.end, last.span.end + 20)
  return /^,? (?:cần|phải|có trách nhiệm|chủ động) /.test(after) ? { role: 'lead', rule: 'task.concerned', bodies: found } : undefined
}

const ORDER_NOT_BEFORE = /(?:được|bàn|chuyển|đã|theo|hồ sơ|văn bản|đơn|đáp ứng|mục đích,|các|những|nhiệm vụ|kế hoạch|chỉ tiêu|tờ trình|công văn|và|khi có|xét|phân|lời) $/

/** "Giao Sở X …", "UBND huyện yêu cầu UBND các xã …", "đề nghị Mặt trận …". Not the nouns and compounds ("giao thông", "theo đề nghị"). */
function readOrder(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const before = text.folded.slice(Math.max(span.start, trigger.start - 14), trigger.start)
  if (ORDER_NOT_BEFORE.test(before)) return undefined
  const phrase = orderVerbs.longestAt(text.folded, trigger.start, span.end)
  const at = skipSpaces(text.folded, phrase?.end ?? trigger.end)
  const colon = text.folded.charCodeAt(at) === 58 ? skipSpaces(text.folded, at + 1) : at
  const found = bodies.readList(text, colon, span.end)
  if (!found.length) return undefined
  const head = text.folded.slice(span.start, trigger.start)
  return { role: 'order', rule: 'task.order', bodies: found, overridesSubject: !/[.;] /.test(head) && !leadBefore(head) }
}

const leadBefore = (head: string): boolean => /chủ trì|có trách nhiệm/.test(head)

/** "…, Sở Y tế chủ trì": the list of bodies that ends right before the verb, from the nearest clause begin outward. */
function readLead(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): TriggerFound | undefined {
  const phrase = leadVerbs.longestAt(text.folded, trigger.start, span.end)
  if (!phrase && !trigger.word.startsWith('cơ quan')) return undefined
  const end = trigger.word.startsWith('cơ quan') ? trigger.start - 3 : trigger.start
  for (const start of clauseStarts(text.folded, span.start, end)) {
    const found = bodies.readList(text, start, span.end)
    const last = found.at(-1)
    if (last && last.span.end <= end && /^[\s,)]*(?:\([^)]*\))?\s*(?:là )?$/.test(text.folded.slice(last.span.end, end))) return { role: 'lead', rule: 'task.lead', bodies: found }
  }
  return undefined
}

/** Offsets where a clause may begin before `end`, nearest sentence first: sentence begin, then after each comma, "và", "do", "giao". */
function clauseStarts(folded: string, from: number, end: number): number[] {
  const window = Math.max(from, end - 160)
  const sentence = lastBreak(folded, window, end)
  const starts = [sentence]
  for (let comma = folded.indexOf(',', sentence); comma >= 0 && comma < end; comma = folded.indexOf(',', comma + 1)) starts.push(skipSpaces(folded, comma + 1))
  const agent = folded.lastIndexOf(' giao ', end)
  if (agent >= sentence) starts.push(agent + 6)
  return starts
}

function lastBreak(folded: string, from: number, end: number): number {
  let at = from
  SENTENCE_BREAK.lastIndex = from
  for (let match = SENTENCE_BREAK.exec(folded); match && match.index < end; match = SENTENCE_BREAK.exec(folded)) at = match.index + match[0].length
  return at
}

/** The bodies that a block begins with, where a verb or a colon follows them: "UBND các xã rà soát …", "Sở Y tế: …". */
export function readSubject(text: FoldedText, at: number, limit: number, bodies: BodyReader): { readonly bodies: readonly Body[]; readonly end: number } {
  const start = skipSpaces(text.folded, at)
  const found = bodies.readList(text, start, limit)
  const last = found.at(-1)
  if (!last) return { bodies: [], end: at }
  const end = afterParenthesis(text.folded, last.span.end, limit)
  const next = skipSpaces(text.folded, end)
  if (next >= limit) return { bodies: [], end: at }
  if (text.folded.charCodeAt(end) === 58) return { bodies: found, end }
  const comma = text.folded.charCodeAt(next) === 44 ? skipSpaces(text.folded, next + 1) : next
  const verb = taskVerbs.longestAt(text.folded, comma, limit) ?? leadVerbs.longestAt(text.folded, comma, limit) ?? orderVerbs.longestAt(text.folded, comma, limit)
  return verb ? { bodies: found, end } : { bodies: [], end: at }
}

function afterParenthesis(folded: string, at: number, limit: number): number {
  const open = skipSpaces(folded, at)
  if (folded.charCodeAt(open) !== 40) return at
  const close = folded.indexOf(')', open)
  return close < 0 || close >= limit ? at : close + 1
}

export function skipSpaces(folded: string, at: number): number {
  let place = at
  while (folded.charCodeAt(place) === 32 || (folded.charCodeAt(place) === 44 && !isLetter(folded.charCodeAt(place - 1)))) place++
  return place
}
