import { closesTitle } from '../../grammar/citation-titles.js'
import { typeWordsEnd } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isUpper } from '../../model/folded.js'
import type { Source } from './context.js'
import { type Mention, placedStart } from './mention.js'
import { bodyAt } from './tail.js'

const BODY_VERB = PATTERNS['title-body-verb']
const ITEM_LEAD = PATTERNS['title-item-lead']
const LONGEST = 900
const QUOTATION_REACH = 400
const LONGEST_BRACKET = 80
const QUOTE = 0x22
const OPENING = 0x28
/** The units at which a title may end or something in it begin, by themselves; no other needs a look. */
const MARKS = new Uint8Array(65536)
for (const mark of '"(\n|)[;.:, ') MARKS[mark.charCodeAt(0)] = mark.charCodeAt(0)
const STAGE = PATTERNS.stage

/** What a title's end is looked for with: where it began and the citations that may stand in it. */
interface Reach {
  readonly source: Source
  readonly from: number
  readonly mentions: readonly Mention[]
  /** The next mention that begins at or behind the place looked at. */
  next: number
}

/** Where the title that begins at `from` ends: at the end of its clause, before the next item of a list, where its bracket or quotation closes. */
export function findTitleEnd(source: Source, mentions: readonly Mention[], index: number, from: number): number {
  const { folded } = source
  const reach: Reach = { source, from, mentions, next: index + 1 }
  const limit = Math.min(folded.length, from + LONGEST)
  let quoted = false
  let upcoming = nextFrom(reach, from)
  for (let i = from; i < limit; i++) {
    if (upcoming < i) upcoming = nextFrom(reach, i)
    if (upcoming === i) {
      const item = quoted ? undefined : itemBreak(reach, i)
      if (item !== undefined) return item
      i = mentions[reach.next]!.end - 1
      continue
    }
    const mark = MARKS[folded.charCodeAt(i)]!
    if (mark === 0) continue
    if (mark === QUOTE) {
      if (closesOuterQuotation(source, i, quoted, mentions[index]!.start)) return i
      quoted = !quoted
    } else if (mark === OPENING) {
      const close = bracketEnd(source, i)
      if (close === undefined) return i
      i = close
    } else if (endsAt(reach, i, quoted, mark)) return i
  }
  return limit
}

/** Go on to the next mention from `at` on: where it begins, or past the text's end. */
function nextFrom(reach: Reach, at: number): number {
  const { mentions } = reach
  while (reach.next < mentions.length && placedStart(mentions[reach.next]!) < at) reach.next++
  const upcoming = mentions[reach.next]
  return upcoming ? placedStart(upcoming) : reach.source.folded.length
}

/** @param mark the unit at `at` */
function endsAt(reach: Reach, at: number, quoted: boolean, mark: number): boolean {
  const { text, folded } = reach.source
  switch (mark) {
    case 0x20: return (!quoted && spaceEnds(reach.source, at + 1)) || text[at] === '\t'
    case 0x2c: return !quoted && commaEnds(reach, at) // ,
    case 0x2e: return !quoted && endsSentence(text, folded, at) // .
    case 0x3b: return !quoted // ;
    case 0x3a: return folded[at + 1] === '\n' || (!quoted && at - reach.from > 40 && !STAGE.test(folded.slice(at - 14, at))) // :
    case 0x5b: return /^\[\d+\]/.test(folded.slice(at, at + 5)) // [
    default: return true
  }
}

/** Does the mark at `at` close the quotation that the mention stands in? */
function closesOuterQuotation(source: Source, at: number, quoted: boolean, mentionStart: number): boolean {
  const mark = source.text[at]!
  return !quoted && (mark === '”' || mark === '»' || (mark !== '“' && mark !== '«' && isInsideQuotes(source, mentionStart)))
}

/** Does a quotation that is still open begin before `at` on its line? */
function isInsideQuotes({ text, folded, lines }: Source, at: number): boolean {
  let open = false
  for (let i = Math.max(lines.startOf(at), at - QUOTATION_REACH); i < at; i++) {
    if (folded.charCodeAt(i) !== QUOTE) continue
    open = text[i] === '“' || text[i] === '«' ? true : text[i] === '”' || text[i] === '»' ? false : !open
  }
  return open
}

/** The next citation belongs to the list that this one stands in where a comma, "và" or "đặc biệt là" leads to it: there the title is over. */
function itemBreak({ source: { folded }, from, mentions, next }: Reach, at: number): number | undefined {
  const lead = ITEM_LEAD.exec(folded.slice(Math.max(from, at - 30), at))
  if (!lead) return saidIn(folded, from, mentions[next]!, at)
  const inside = mentions[next - 1]
  const sameLaws = inside !== undefined && inside.start > from && inside.by === 'citation.law' && mentions[next]!.by === 'citation.law' && at - inside.end < 9 && mentions[next]!.pinpoints.length === 0
  return sameLaws ? undefined : at - lead[0].length
}

/** What was said in a notice or a letter: "Thực hiện chỉ đạo … tại Hội nghị sơ kết Nghị định số 83 về … | tại Thông báo số 319/TB-VPCP"; not "… theo quy định tại Thông tư số …", "ý kiến tại Công văn …". */
const SAYING: ReadonlySet<string> = new Set(['TB', 'CV', 'CĐ', 'KL', 'TTr', 'BC'])

function saidIn(folded: string, from: number, { type }: Mention, at: number): number | undefined {
  if (!type || !SAYING.has(type.code) || !folded.startsWith(' tại ', at - 5)) return undefined
  return PATTERNS['title-says'].test(folded.slice(from, at)) ? undefined : at - 5
}

/** A full stop, and not the dot of "TP.HCM", "1.500" or a blank left by dots. */
function endsSentence(text: string, folded: string, at: number): boolean {
  const next = folded[at + 1]
  if (next === undefined || next === '\n') return true
  if (next === '.' || folded[at - 1] === '.' || folded[at - 1] === '…') return next === ' ' && isUpper(text.charCodeAt(at + 2))
  if (next === '/' || next === '"' || next === ')') return true
  return next === ' ' && !folded.startsWith('tp', at - 2) && !folded.startsWith('tx', at - 2)
}

/** Where a bracket that is part of the title closes; undefined where the title ends before it. */
function bracketEnd({ folded, lines }: Source, open: number): number | undefined {
  const length = folded.slice(open, Math.min(lines.endOf(open), open + LONGEST_BRACKET)).indexOf(')')
  return length < 0 || closesTitle(folded, open + 1, 'bracket') || isAlias(folded, open + 1) ? undefined : open + length
}

/** "(Chỉ thị 20)", "(Nghị quyết số 57)": the short name that the document gives to what it cites. */
function isAlias(folded: string, at: number): boolean {
  const end = typeWordsEnd(folded, at)
  return end !== undefined && PATTERNS['number-in-bracket'].test(folded.slice(end, end + 24))
}

/** A comma after which the sentence goes on with a verb of its own, another citation or a deadline. */
function commaEnds({ source, mentions, next }: Reach, comma: number): boolean {
  const { text, folded } = source
  const at = folded[comma + 1] === ' ' ? comma + 2 : comma + 1
  if (closesTitle(folded, at, 'comma') || folded.endsWith(' khác', comma)) return true
  const upcoming = mentions[next]
  if (upcoming && placedStart(upcoming) - at < 12 && PATTERNS['instrument-joint'].test(folded.slice(at, Math.max(at, placedStart(upcoming))))) return true
  if (isUpper(text.charCodeAt(at)) && (bodyActs(source, at) || leadsOn(source, at))) return true
  return holdsDeadline(source, at)
}

/** The rest of the sentence leads on to what follows ("…, Ban Chỉ đạo xây dựng Kế hoạch như sau:"). */
function leadsOn({ folded, lines }: Source, at: number): boolean {
  const end = lines.endOf(at)
  return end - at < 300 && PATTERNS.announces.test(folded.slice(Math.max(at, end - 14), end).trimEnd()) && !/[;"]|\. /.test(folded.slice(at, end))
}

function bodyActs(source: Source, at: number): boolean {
  const body = bodyAt(source, at, source.folded.length)
  if (!body) return false
  BODY_VERB.lastIndex = body.span.end
  return BODY_VERB.test(source.folded)
}

/** A space after which the sentence goes on: "… thành các nhiệm vụ", "… và các Quyết định", "… trước ngày 30/6". */
function spaceEnds({ text, folded }: Source, at: number): boolean {
  const first = folded.charCodeAt(at)
  if (first === 0x74 && folded.startsWith('trước ', at) && PATTERNS['before-time'].test(folded.slice(at, at + 14))) return true
  if (first === 0x76 && folded.startsWith('và ', at)) {
    const several = folded.startsWith('các ', at + 3)
    const word = at + (several ? 7 : 3)
    if (isUpper(text.charCodeAt(word)) && namesOtherInstrument(folded, word, several)) return true
  }
  return closesTitle(folded, at, 'word')
}

/** "các Quyết định thành lập …", "Đề án số 08": instruments beside the one whose title this is. */
function namesOtherInstrument(folded: string, at: number, several: boolean): boolean {
  const end = typeWordsEnd(folded, at)
  return end !== undefined && (several || PATTERNS['number-behind'].test(folded.slice(end, end + 6)))
}

/** A deadline or an hour in the clause: "…, báo cáo nhanh về huyện trước 16 giờ hằng ngày". */
function holdsDeadline({ folded, dates }: Source, at: number): boolean {
  const end = clauseEnd(folded, at)
  const clause = folded.slice(at, end)
  if (!clause.includes('trước ') && !DONE.test(clause)) return false
  const date = dates.startingIn(at, end)
  if (date && PATTERNS['due-behind'].test(folded.slice(date.span.start, date.span.start + 12))) return true
  return PATTERNS['due-inside'].test(clause)
}

const DONE = PATTERNS.done
const LONGEST_CLAUSE = 200

function clauseEnd(folded: string, at: number): number {
  const limit = Math.min(folded.length, at + LONGEST_CLAUSE)
  for (let i = at; i < limit; i++) {
    const code = folded.charCodeAt(i)
    if (code === 0x2c || code === 0x3b || code === 0x2e || code === 0x0a) return i
  }
  return limit
}
