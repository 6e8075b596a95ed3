import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { readNotation } from '../../grammar/notations.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'
import { isSingleDate } from './tail.js'

const ATTACHED = PATTERNS['attached-to']

/** The document's own number and date, as the lines of its heading block print them. */
export interface OwnNumber {
  readonly text: string
  readonly date: string | null
}

/** Read the own number from the heading block; null where it has none. */
export function readOwnNumber(source: Source): OwnNumber | null {
  const { folded, dates, context } = source
  const date = context.skip.map(({ start, end }) => dates.startingIn(start, end - 1)?.edtf).find((edtf) => edtf && isSingleDate(edtf)) ?? null
  for (const { start, end } of context.skip) {
    for (let slash = folded.indexOf('/', start); slash >= 0 && slash < end; slash = folded.indexOf('/', slash + 1)) {
      const reading = readNotation(source, slash)
      if (reading) return { text: reading.notation.text, date }
    }
  }
  return null
}

/** Does a citation mean the document itself: "(Kèm theo Kế hoạch số: /KH-UBND ngày /02/2024 của UBND huyện)"? */
export function isOwn({ folded }: Source, mention: Mention, own: OwnNumber | null): boolean {
  if (!own || mention.notation?.text !== own.text) return false
  if (mention.date !== null && own.date !== null && !sameDate(mention.date, own.date)) return false
  return mention.notation.number !== null || ATTACHED.test(folded.slice(Math.max(0, mention.start - 40), mention.start))
}

/** Equal where both are known: a day left blank fits every day. */
const sameDate = (a: string, b: string): boolean => a.length !== b.length ? a.startsWith(b) || b.startsWith(a) : [...a].every((char, i) => char === b[i] || char === 'X' || b[i] === 'X')
