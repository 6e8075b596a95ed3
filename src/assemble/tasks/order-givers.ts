import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { BodyReader } from '../../model/body-reader.js'
import type { FoldedText } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { readBodies } from './read-bodies.js'
import type { Trigger } from './triggers.js'

const PERSON_BEFORE = PATTERNS['person-before']

const SENT = ' gửi '
const sentBefore = (folded: string, sentence: number, { word, start }: Trigger): boolean => (word === 'yêu cầu' || word === 'đề nghị') && PATTERNS['sent-to'].test(folded.slice(Math.max(0, Math.min(sentence, start - 240)), start))

/** "Bộ Xây dựng có văn bản gửi Sở Xây dựng các tỉnh yêu cầu báo cáo …": whom the letter goes to is asked. */
export function readSentTo(text: FoldedText, trigger: Trigger, span: Span, bodies: BodyReader): readonly Body[] {
  const from = Math.max(lastFullStop(text.folded, span.start, trigger.start), trigger.start - 300)
  const sent = text.folded.slice(from, trigger.start).indexOf(SENT)
  if (sent < 0) return []
  const found = readBodies(text, from + sent + SENT.length, trigger.start, bodies, true)
  return PATTERNS['orderer-end'].test(text.folded.slice(found.at(-1)?.span.end ?? span.start, trigger.start)) ? found : []
}

/** Where the sentence begins that `end` stands in, past its semicolons. */
export function lastFullStop(folded: string, from: number, end: number): number {
  const stop = folded.lastIndexOf('. ', end)
  return stop < from ? from : stop + 2
}

/** Does a letter, an instrument or a person stand before the verb of an order, or the courtesy of one ("… và kính đề nghị")? */
export function isGiven(text: FoldedText, sentence: number, trigger: Trigger): boolean {
  if (PATTERNS['and-kindly'].test(text.folded.slice(sentence, trigger.start)) || sentBefore(text.folded, sentence, trigger)) return true
  const from = Math.max(sentence, trigger.start - 60)
  return PATTERNS['order-paper'].test(text.folded.slice(from, trigger.start)) || PERSON_BEFORE.test(text.text.slice(from, trigger.start))
}
