import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { PAGE_WORDS } from '../grammar/generated/page-words.js'
import { codeAt, fold, isDigit } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

type Row = (typeof PAGE_WORDS)[number]
/** Where on a page such words stand: around its head, its foot, anywhere, or as a reporter's line. */
export type PagePlace = Row['place']

const LINE_WORDS = buildPhrases(PAGE_WORDS.filter(({ match }) => match !== 'contains').map((row): [string, Row] => [row.phrase, row]))
const CONTAINED = PAGE_WORDS.filter(({ match }) => match === 'contains').map(({ phrase, place }) => ({ phrase: fold(phrase), place }))

/** A line that a portal or newspaper prints around its texts: "Đăng nhập", "Tin cùng chuyên mục", "© 2024 …". */
export function pageWordOf(text: string, line: Span): PagePlace | null {
  let { start } = line
  while (start < line.end && ' |»>•·-'.includes(text[start]!)) start++
  const match = phraseAt(LINE_WORDS, text, start, line.end)
  if (match && (match.value.match === 'starts' || !/[^\s:.»>|«-]/.test(text.slice(match.at, line.end)))) return match.value.place
  if (line.end - line.start > 240) return null
  const content = fold(text.slice(line.start, line.end))
  return CONTAINED.find(({ phrase }) => content.includes(phrase))?.place ?? null
}

const CLOCK_WORDS = PATTERNS['clock-words']
const DAY = PATTERNS['published-day']
const TIME = /\d{1,2} ?[:h] ?\d{2}(?: ?(?:am|pm|sa|ch))?(?::\d{2})?/

const COUNTS = PATTERNS.counts

/** A publication clock: "Thứ ba 31/01/2023 23:20", "Cập nhật lúc: 16:35, 25/04/2020"; a day alone is none. */
export function isClock(text: string, line: Span): boolean {
  if (line.end - line.start > 80 || line.end - line.start < 8) return false
  if (!hasYear(text, line)) return false
  const content = fold(text.slice(line.start, line.end))
  const day = DAY.exec(content)
  if (!day) return false
  const around = content.replace(day[0], ' ')
  if (!TIME.test(around) && !PATTERNS['published-opener'].test(content)) return false
  const rest = around.replace(TIME, ' ').replace(CLOCK_WORDS, ' ').replace(COUNTS, ' ')
  return !/[^\s|,.:()–+-]/.test(rest)
}

/** Four digits in a row. */
function hasYear(text: string, line: Span): boolean {
  let run = 0
  for (let i = line.start; i < line.end; i++) {
    run = isDigit(codeAt(text, i)) ? run + 1 : 0
    if (run === 4) return true
  }
  return false
}
