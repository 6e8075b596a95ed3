import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import type { Edit } from '../model/edits.js'
import { type Cleaner, NOTHING } from './cleaner.js'

/**
 * A previewer that prints a whole document as one line: the line is broken again where a heading, the preamble, a section or an item begins.
 *
 *     SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc KẾ HOẠCH PHÒNG DỊCH Căn cứ …; I. MỤC ĐÍCH 1. Giảm …
 *
 * Only a long line that holds the national heading between other words is taken for one.
 */
export const runOn: Cleaner = {
  id: 'run-on',
  clean: ({ text }, { paragraphsAreLines }) => {
    const national = paragraphsAreLines ? -1 : text.search(NATIONAL)
    if (national < 0) return NOTHING
    const start = text.lastIndexOf('\n', national) + 1
    const next = text.indexOf('\n', national)
    const end = next < 0 ? text.length : next
    return end - start < SHORTEST ? NOTHING : { edits: breaksIn(text, start, end) }
  },
}

const NATIONAL = PATTERNS['national-run-on']
const SHORTEST = 500

/** Each matches the blank that becomes a line break. */
const BREAKS: readonly RegExp[] = [
  PATTERNS['before-national'],
  PATTERNS['before-motto'],
  PATTERNS['after-motto'],
  PATTERNS['before-number'],
  PATTERNS['before-type'],
  PATTERNS['before-basis'],
  PATTERNS['before-attached'],
  / (?=[IVX]{1,4}[./] ?\p{Lu}{2})/gu,
  /(?<=[.;:]|\p{Lu}{2}) (?=\d{1,2}[./)] ?\p{Lu}\p{Ll})/gu,
  /(?<=[.;:]) (?=[-+•–] ?\p{Lu})/gu,
  PATTERNS['before-letter'],
  PATTERNS['before-recipients'],
]

function breaksIn(text: string, start: number, end: number): Edit[] {
  const line = text.slice(start, end)
  const places = new Set(BREAKS.flatMap((pattern) => [...line.matchAll(pattern)].map((match) => start + match.index)))
  return [...places].sort((a, b) => a - b).map((at) => ({ start: at, end: at + 1, insert: '\n' }))
}
