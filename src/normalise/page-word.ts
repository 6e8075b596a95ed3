import { PAGE_WORDS } from '../grammar/generated/page-words.js'
import { fold, wordEndsAt } from '../model/folded.js'
import type { Span } from '../model/span.js'

/** Where on a page such words stand: around its head, its foot, anywhere, or as a reporter's line. */
export type PagePlace = (typeof PAGE_WORDS)[number]['place']

const WORDS = PAGE_WORDS.map(({ phrase, match, place }) => ({ phrase: fold(phrase), match, place }))
const WHOLE = new Map(WORDS.filter(({ match }) => match === 'whole').map(({ phrase, place }) => [phrase, place]))
const CONTAINED = WORDS.filter(({ match }) => match === 'contains')
const STARTS = byFirstSign(WORDS.filter(({ match }) => match === 'starts'))

function byFirstSign(words: typeof WORDS): ReadonlyMap<string, typeof WORDS> {
  const groups = new Map<string, typeof WORDS>()
  for (const word of words) groups.set(word.phrase[0]!, [...(groups.get(word.phrase[0]!) ?? []), word])
  return groups
}

/** A line that a portal or newspaper prints around its texts: "Đăng nhập", "Tin cùng chuyên mục", "© 2024 …". */
export function pageWordOf(text: string, line: Span): PagePlace | null {
  const content = fold(text.slice(line.start, Math.min(line.end, line.start + 240)))
  const bare = content.replace(/[\s:.»>|«]+$/, '').replace(/^[\s|»>•·-]+/, '')
  const whole = WHOLE.get(bare)
  if (whole) return whole
  for (const { phrase, place } of STARTS.get(bare[0] ?? '') ?? []) {
    if (bare.startsWith(phrase) && wordEndsAt(bare, phrase.length)) return place
  }
  return CONTAINED.find(({ phrase }) => content.includes(phrase))?.place ?? null
}

const CLOCK_WORDS = /thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|gmt ?\+? ?0?7(?::00)?|ngày|tháng|năm|đăng|tin|cập nhật|lần cuối|xuất bản|date|lúc|giờ|phút/g
const DAY = /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} tháng \d{1,2},? (?:năm )?\d{4}/
const TIME = /\d{1,2} ?[:h] ?\d{2}(?: ?(?:am|pm|sa|ch))?(?::\d{2})?/

/** A publication clock: "Thứ ba 31/01/2023 23:20", "Cập nhật lúc: 16:35, 25/04/2020"; a day alone is none. */
export function isClock(text: string, line: Span): boolean {
  if (line.end - line.start > 80 || line.end - line.start < 8) return false
  const content = fold(text.slice(line.start, line.end))
  const day = DAY.exec(content)
  if (!day || content.includes(', ngày ') && !/^(?:thứ|chủ nhật)/.test(content)) return false
  if (!TIME.test(content.replace(day[0], ' ')) && !/^(?:thứ |chủ nhật|ngày đăng|cập nhật|đăng ngày)/.test(content)) return false
  const rest = content.replace(day[0], ' ').replace(TIME, ' ').replace(CLOCK_WORDS, ' ').replace(/\d+ (?:trả lời|bình luận|lượt xem)/, ' ')
  return !/[^\s|,.:()–+-]/.test(rest)
}
