import { fold, isUpper, wordEndsAt } from '../../model/folded.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { TITLE_CLOSERS } from '../../grammar/generated/title-closers.js'
import { TITLE_OPENERS } from '../../grammar/generated/title-openers.js'
import { cut, type Spanned } from '../../model/span.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'
import { bodyAt, dateStartingIn } from './tail.js'

const BODY_VERB = PATTERNS['title-body-verb']
const LONGEST = 1500

/** Phrases by their first word: a Map look-up decides nearly always. */
function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const phrase of phrases.map(fold)) {
    const first = /^[^ ,]+/.exec(phrase)![0]
    map.set(first, [...(map.get(first) ?? []), phrase])
  }
  return map
}

const OPENERS_ANYWHERE = byFirstWord(TITLE_OPENERS.filter(({ after }) => after === 'any').map(({ phrase }) => phrase))
const OPENERS = byFirstWord(TITLE_OPENERS.map(({ phrase }) => phrase))
const CLOSERS = {
  comma: byFirstWord(TITLE_CLOSERS.filter(({ where }) => where === 'comma').map(({ phrase }) => phrase)),
  word: byFirstWord(TITLE_CLOSERS.filter(({ where }) => where === 'word').map(({ phrase }) => phrase)),
  bracket: byFirstWord(TITLE_CLOSERS.filter(({ where }) => where === 'bracket').map(({ phrase }) => phrase)),
}

function phraseAt(folded: string, at: number, phrases: ReadonlyMap<string, readonly string[]>): boolean {
  let to = at
  while (to < folded.length && to - at < 12 && folded[to] !== ' ' && folded[to] !== ',' && folded[to] !== ')' && folded[to] !== '\n') to++
  const candidates = phrases.get(folded.slice(at, to))
  return candidates !== undefined && candidates.some((phrase) => folded.startsWith(phrase, at) && wordEndsAt(folded, at + phrase.length))
}

/**
 * The title (trích yếu) behind number, date and issuer, verbatim, to the end of its clause.
 *
 *     Kế hoạch số 12/KH-UBND của UBND tỉnh về phòng, chống dịch bệnh (SXH) năm 2021, Sở Y tế đề nghị …
 *                                          ^-------------------------------------^
 * @param later mentions that begin behind this one, in reading order: a title may hold some of them and ends before the next in a list
 */
export function readTitle(source: Source, mention: Mention, mentions: readonly Mention[], index: number): Spanned | null {
  const { text, folded } = source
  let at = mention.end
  const comma = folded[at] === ',' ? 1 : 0
  at += comma
  if (folded[at] === ' ') at++
  if (at === mention.end) return null
  if (folded[at] === '"' && !comma) return quotedTitle(source, at)
  if (!phraseAt(folded, at, comma ? OPENERS_ANYWHERE : OPENERS)) return null
  const end = trimEnd(folded, at, titleEnd(source, mention, at, mentions, index))
  return wordsIn(folded, at, end) > 1 ? cut(text, at, end) : null
}

function quotedTitle({ text, folded }: Source, at: number): Spanned | null {
  const end = folded.indexOf('"', at + 1)
  return end < 0 || end - at > 400 || folded.lastIndexOf('\n', end) > at || wordsIn(folded, at, end) < 3 ? null : cut(text, at, end + 1)
}

const wordsIn = (folded: string, from: number, to: number): number => (to <= from ? 0 : folded.slice(from, to).split(' ').length)

function trimEnd(folded: string, from: number, end: number): number {
  let to = end
  for (;;) {
    const before = to
    while (to > from && ' ,;-:/.'.includes(folded[to - 1]!) && !folded.startsWith('...', to - 3)) to--
    if (folded.endsWith(' và', to)) to -= 3
    if (to === before) return to
  }
}

function titleEnd(source: Source, mention: Mention, from: number, mentions: readonly Mention[], index: number): number {
  const { text, folded } = source
  const limit = Math.min(folded.length, from + LONGEST)
  let next = index + 1
  let quoted = false
  const insideQuotes = isInsideQuotes(source, mention.start)
  for (let i = from; i < limit; i++) {
    while (next < mentions.length && mentions[next]!.start < i) next++
    const upcoming = mentions[next]
    if (upcoming && upcoming.start === i) {
      if (!quoted && startsNewItem(folded, from, i, mentions, next)) return listBreak(folded, i)
      i = upcoming.end - 1
      continue
    }
    switch (folded[i]) {
      case '\n': case '|': return i
      case ';': if (!quoted) return i; break
      case '.': if (!quoted && endsSentence(text, folded, i)) return i; break
      case ':': if (folded[i + 1] === '\n' || i - from > 40) return i; break
      case '"':
        if (text[i] === '”' || text[i] === '»' ? !quoted : !quoted && insideQuotes) return i
        quoted = !quoted
        break
      case ')': return i
      case '(': {
        const close = bracketEnd(source, i)
        if (close === undefined) return i
        i = close
        break
      }
      case ',': if (!quoted && commaEnds(source, i, mentions, next)) return i; break
      case ' ': if (text[i] === '\t' || (!quoted && phraseAt(folded, i + 1, CLOSERS.word))) return i; break
      default:
    }
  }
  return limit
}

/** A mention stands in a quotation that is still open where it begins. */
function isInsideQuotes({ text, folded }: Source, at: number): boolean {
  const line = folded.lastIndexOf('\n', at) + 1
  let open = false
  for (let i = folded.indexOf('"', line); i >= 0 && i < at; i = folded.indexOf('"', i + 1)) open = text[i] === '“' || text[i] === '«' ? true : text[i] === '”' || text[i] === '»' ? false : !open
  return open
}

/** The next citation belongs to the list that this one stands in, not to the title: a comma, "và" or "các" leads to it. */
function startsNewItem(folded: string, from: number, at: number, mentions: readonly Mention[], next: number): boolean {
  const lead = folded.slice(Math.max(from, at - 14), at)
  if (!/(?:[,;] ?|[ ,]và |[ ,]cùng (?:với )?|[ ,]và (?:các|theo) |[,;] các | và các |đặc biệt là )$/.test(lead)) return false
  const inside = mentions[next - 1]
  const sameList = inside !== undefined && inside.start > from && inside.by === 'citation.law' && mentions[next]!.by === 'citation.law' && at - inside.end < 6
  return !sameList
}

function listBreak(folded: string, at: number): number {
  const lead = /[ ,;]*(?:đặc biệt là |và các |và theo |và |cùng với |cùng |các )?$/.exec(folded.slice(Math.max(0, at - 20), at))!
  return at - lead[0].length
}

/** A full stop, and not the dot of "TP.HCM", "1.500" or a blank left by dots. */
function endsSentence(text: string, folded: string, at: number): boolean {
  const next = folded[at + 1]
  if (next === '.' || folded[at - 1] === '.' || folded[at - 1] === '…') return next === undefined || next === '\n' || (next === ' ' && isUpper(text.charCodeAt(at + 2)))
  if (next === undefined || next === '\n' || next === '/' || next === '"' || next === ')') return true
  if (next !== ' ') return false
  return !(folded.startsWith('tp', at - 2) || folded.startsWith('tx', at - 2))
}

/** Where a bracket that is part of the title closes; undefined where the title ends before it. */
function bracketEnd({ text, folded }: Source, open: number): number | undefined {
  const close = folded.indexOf(')', open)
  const line = folded.indexOf('\n', open)
  if (close < 0 || close - open > 200 || (line >= 0 && line < close) || phraseAt(folded, open + 1, CLOSERS.bracket)) return undefined
  if (close - open < 16 || folded[close + 1] === ' ') return /^[ ]?[A-ZĐ\d]/.test(text.slice(open + 1, open + 3)) || close - open < 60 ? close : undefined
  return close - open < 60 ? close : undefined
}

/** A comma after which the sentence goes on with a verb of its own, the next citation or a deadline. */
function commaEnds(source: Source, comma: number, mentions: readonly Mention[], next: number): boolean {
  const { text, folded } = source
  const at = folded[comma + 1] === ' ' ? comma + 2 : comma + 1
  if (phraseAt(folded, at, CLOSERS.comma)) return true
  const upcoming = mentions[next]
  if (upcoming && upcoming.start - at < 12 && /^(?:và |và các |các |theo )?$/.test(folded.slice(at, Math.max(at, upcoming.start)))) return true
  if (isUpper(text.charCodeAt(at))) {
    const body = bodyAt(source, at, folded.length)
    if (body) {
      BODY_VERB.lastIndex = body.span.end
      if (BODY_VERB.test(folded)) return true
    }
  }
  return holdsDeadline(source, at)
}

/** A deadline or an hour in the clause: "…, báo cáo nhanh về huyện trước 16 giờ hằng ngày". */
function holdsDeadline({ folded, dates }: Source, at: number): boolean {
  const stop = /[,;.\n]/g
  stop.lastIndex = at
  const end = stop.exec(folded)?.index ?? folded.length
  const date = dateStartingIn(dates, at, end)
  if (date && date.span.end <= end + 12 && (date.role === 'deadline' || date.edtf?.startsWith('../'))) return true
  return /trước \d{1,2} (?:giờ|h)/.test(folded.slice(at, Math.min(end, at + 200)))
}
