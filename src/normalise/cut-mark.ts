import { CUT_MARKS } from '../grammar/generated/cut-marks.js'
import type { Span } from '../model/span.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

type Row = (typeof CUT_MARKS)[number]
const MARKS = buildPhrases(CUT_MARKS.map((row): [string, Row['match']] => [row.phrase, row.match]))
const LONGEST = 160

/**
 * A line that says the text was cut: `sure` for "[...]", "(còn nữa)", "Đăng nhập để xem …";
 * `soft` for "Xem thêm", which stands below complete texts too.
 */
export function cutMarkOf(text: string, line: Span): 'sure' | 'soft' | null {
  if (line.end - line.start > LONGEST) return null
  let { start } = line
  while (start < line.end && ' .…'.includes(text[start]!)) start++
  const match = phraseAt(MARKS, text, start, line.end) ?? (start > line.start ? phraseAt(MARKS, text, line.start, line.end) : undefined)
  if (!match) return null
  if (match.value === 'starts') return 'sure'
  if (/[^\s.…»>]/.test(text.slice(match.at, line.end))) return null
  return match.value === 'whole' ? 'sure' : 'soft'
}
