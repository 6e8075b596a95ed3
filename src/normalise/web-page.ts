import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, fold } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { NOTHING, type Cleaner, type Cleaning } from './cleaner.js'
import { cutMarkOf } from './cut-mark.js'
import { documentStart } from './document-start.js'
import { headingLineOf, isHeadingLine } from './heading-line.js'
import { markerOf } from './line-marker.js'
import type { LinedText, TextLine } from './lined-text.js'
import { isClock, pageWordOf } from './page-word.js'
import { type PortalMetadata, readPortalMetadata } from './portal-metadata.js'
import { endsSentence } from './wrapping.js'

/**
 * What a portal or a newspaper printed around a text is set apart: menus and the table of properties above it, the reporter's
 * line, related titles, the publisher's address below it. A document's own lines are kept wherever there is doubt.
 */
export const webPage: Cleaner = { id: 'web-page', clean: setPageApart }

const FOOT_LINES = 200
const HEAD_LINES = 80
/** A line of this length that ends as a sentence does is no headline of a list. */
const SENTENCE = 60

function setPageApart({ text, filled: lines }: LinedText): Cleaning {
  if (lines.length < 2) return NOTHING
  const start = documentStart(text, lines)
  const portal = readPortalMetadata(text, lines)
  const page: Page = { text, lines, start, portal, article: start < 0 && isArticle(text, lines), apart: new Set() }
  setHeadApart(page)
  const foot = footStart(page)
  for (let i = foot; i < lines.length; i++) page.apart.add(i)
  const cut = cutMark(page, foot)
  if (page.article) setBylinesApart(page, foot)
  const sign = signOfList(text, lines[start])
  if (!page.apart.size && cut === undefined && !page.article && !sign) return NOTHING
  const spans = [...mergeLines(lines, page.apart), ...(sign ? [sign] : [])].sort((a, b) => a.start - b.start)
  return {
    edits: spans.map((span) => ({ ...span, insert: '' })),
    setApart: spans,
    metadata: portal?.metadata ?? {},
    article: page.article,
    ...(cut === undefined ? {} : { cutAt: cut }),
  }
}

/** "• BỘ Y TẾ": the sign that a page put before the document's first line. */
const signOfList = (text: string, first: Span | undefined): Span | undefined => (first && text[first.start] === '•' ? { start: first.start, end: first.start + (text[first.start + 1] === ' ' ? 2 : 1) } : undefined)

interface Page {
  readonly text: string
  readonly lines: readonly TextLine[]
  /** Index of the line the document begins with, or -1. */
  readonly start: number
  readonly portal: PortalMetadata | undefined
  readonly article: boolean
  /** Indexes of the lines to be taken out. */
  readonly apart: Set<number>
}

/** Above the document: all of it where something there tells of a page and nothing of a document; else its single page lines. */
function setHeadApart({ text, lines, start, portal, article, apart }: Page): void {
  const end = start >= 0 ? start : Math.min(lines.length, HEAD_LINES)
  const above = lines.slice(0, end)
  if (start < 0 && !portal) {
    const again = headlineAgain(text, lines)
    for (let i = 0; i < again; i++) apart.add(i)
  }
  if (start > 0 && (portal ? portal.to < start : isPageHead(text, above, lines))) {
    for (let i = 0; i < start; i++) apart.add(i)
    return
  }
  if (portal && portal.to < end) for (let i = portal.from; i <= portal.to; i++) apart.add(i)
  for (const [i, line] of above.entries()) {
    if (start > 0 && isClock(text, line)) apart.add(i)
    if (!portal && !article) continue
    const place = pageWordOf(text, line)
    if (isClock(text, line) || place === 'any' || place === 'head' || (article && isMenu(text, line))) apart.add(i)
  }
  if (article) setRubricApart(text, above, apart)
}

const RUBRIC = 34

/** A short line above the headline: the rubric or the place ("Hà Nội", "Chính trị - Xã hội"). */
function setRubricApart(text: string, above: readonly Span[], apart: Set<number>): void {
  const [first, second] = above.map((_, i) => i).filter((i) => !apart.has(i))
  if (first === undefined || second === undefined) return
  const rubric = above[first]!
  const headline = above[second]!
  if (rubric.end - rubric.start > RUBRIC || endsSentence(text, rubric)) return
  if (headline.end - headline.start > 1.5 * (rubric.end - rubric.start) && headline.end - headline.start < 200 && !endsSentence(text, headline) && !AGENCY.test(text.slice(headline.start, headline.start + 26))) apart.add(first)
}

/** "Kinh tế | Pháp luật | Đời sống", "Trang chủ » Văn bản". */
const isMenu = (text: string, line: Span): boolean => line.end - line.start < 120 && (text.slice(line.start, line.end).match(/ [|»›>] /g)?.length ?? 0) > 1

function isPageHead(text: string, above: readonly Span[], lines: readonly Span[]): boolean {
  if (above.some((line) => !pageWordOf(text, line) && isDocumentLine(text, line))) return false
  if (above.some((line) => pageWordOf(text, line) || isClock(text, line) || RELATED.test(text.slice(line.start, line.end)))) return true
  return above.length < 4 && above.some((line) => repeatsNumber(text, line, lines) || repeatsTitle(text, line, lines))
}

const TITLE_WORDS = 5

/** A headline that says the type and the title again which the document prints in two lines below. */
function repeatsTitle(text: string, line: Span, lines: readonly Span[]): boolean {
  const type = lines.slice(0, HEAD_LINES).findIndex((other) => other !== line && headingLineOf(text, other) === 'type')
  const title = type >= 0 ? lines[type + 1] : undefined
  if (!title) return false
  const headline = fold(text.slice(line.start, line.end))
  const words = fold(text.slice(title.start, title.end)).split(' ').slice(0, TITLE_WORDS).join(' ')
  return words.split(' ').length === TITLE_WORDS && headline.includes(words)
}

const REPEATED_WITHIN = 7

/** A page without a heading that prints its headline twice, the rubric between: the line that says it again, or 0. */
function headlineAgain(text: string, lines: readonly Span[]): number {
  const first = lines[0]!
  if (first.end - first.start < 40) return 0
  const headline = text.slice(first.start, first.end)
  return Math.max(0, lines.slice(0, REPEATED_WITHIN).findIndex((line, i) => i > 0 && text.slice(line.start, line.end) === headline))
}

/** A list of related documents: "- 1 Luật Bình đẳng giới 2006". */
const RELATED = /^[-•] ?\d{1,2} ?\p{Lu}/u

/** A headline that names the document by its number: "Kế hoạch 1140/KH-UBND triển khai …". */
function repeatsNumber(text: string, line: Span, lines: readonly Span[]): boolean {
  const number = /\d+\/\p{Lu}[\p{Lu}/&-]+/u.exec(text.slice(line.start, line.end))
  return number !== null && lines.slice(0, HEAD_LINES).some((other) => other !== line && headingLineOf(text, other) === 'number' && text.slice(other.start, other.end).replace(/ /g, '').includes(number[0]))
}

/** A numbered item or a sentence of the preamble: the text of a document, no page. */
function isDocumentLine(text: string, line: Span): boolean {
  const marker = markerOf(text, line)
  if (marker === 'roman' || marker === 'article' || marker === 'letter') return true
  if (line.end - line.start > 400) return true
  return PATTERNS['preamble-line'].test(text.slice(line.start, line.start + 12)) && endsSentence(text, line)
}

/** Where the page's foot begins: the first of its words behind the document's end, or with nothing of a document behind it. */
function footStart({ text, lines, start, article }: Page): number {
  const from = Math.max(start, lines.length - FOOT_LINES, 1)
  let closed = -1
  for (let i = from; i < lines.length; i++) if (isClosing(text, lines[i]!)) closed = i
  let foot = lines.length
  let words = 0
  for (let i = lines.length - 1; i >= from; i--) {
    if (isHeadingLine(text, lines[i]!, 'national') || isHeadingLine(text, lines[i]!, 'annex')) return words > 1 ? foot : lines.length
    if (i <= closed && i < lines.length - 1 && closed >= 0) break
    if (closed < 0 && isBodyLine(text, lines[i]!)) break
    const place = pageWordOf(text, lines[i]!)
    if (place !== 'foot' && place !== 'any') continue
    foot = i
    words++
  }
  while (!article && foot < lines.length && foot > from && /^\d{0,2}$/.test(text.slice(lines[foot - 1]!.start, lines[foot - 1]!.end))) foot--
  return foot
}

/** The end of a document: `./.`, the recipients, a cut mark. */
function isClosing(text: string, line: Span): boolean {
  return endsDocument(text, line) || isHeadingLine(text, line, 'recipients') || cutMarkOf(text, line) === 'sure'
}

/** `./.` */
const endsDocument = (text: string, line: Span): boolean => codeAt(text, line.end - 1) === 46 && codeAt(text, line.end - 2) === 47

function isBodyLine(text: string, line: Span): boolean {
  if (pageWordOf(text, line)) return false
  return isDocumentLine(text, line) || (line.end - line.start > SENTENCE && endsSentence(text, line))
}

/** A mark that the text was cut: taken out, its place kept. "Xem thêm" cuts only a document that was not closed before it. */
function cutMark({ text, lines, article, apart }: Page, foot: number): number | undefined {
  let closed = false
  let cut: number | undefined
  for (let i = 0; i < lines.length; i++) {
    if (apart.has(i) && i < foot) continue
    const line = lines[i]!
    const mark = cutMarkOf(text, line)
    if (mark === 'sure' || (mark === 'soft' && !article && !closed && i > 5)) {
      apart.add(i)
      cut ??= line.start
    } else if (i < foot && (endsDocument(text, line) || isHeadingLine(text, line, 'recipients'))) closed = true
  }
  return cut
}

/** "(Chinhphu.vn) -", "(HCM CityWeb) –", "DNVN - ": the sign of the agency or paper before the first sentence. */
const AGENCY = /^(?:\(\p{Lu}[\p{L}. ]{1,20}\) ?[-–]|[A-Z]{3,6} [-–] )/u

/** A press text: a publication clock or an agency's sign near the top. */
function isArticle(text: string, lines: readonly Span[]): boolean {
  return lines.slice(0, 12).some((line) => isClock(text, line) || pageWordOf(text, line) === 'byline' || AGENCY.test(text.slice(line.start, line.start + 26)))
}

/** The reporter's and the source's lines: by their words, or short and without an end behind the last sentence. */
function setBylinesApart({ text, lines, apart }: Page, foot: number): void {
  for (const [i, line] of lines.entries()) if (line.end - line.start < 80 && pageWordOf(text, line) === 'byline') apart.add(i)
  for (let i = foot - 1; i > 1; i--) {
    const line = lines[i]!
    if (apart.has(i)) continue
    if (line.end - line.start > 60 || endsSentence(text, line) || markerOf(text, line)) break
    apart.add(i)
  }
}

/** Neighbouring lines become one span. */
function mergeLines(lines: readonly Span[], apart: ReadonlySet<number>): Span[] {
  const spans: Span[] = []
  let open = -1
  for (let i = 0; i <= lines.length; i++) {
    if (apart.has(i) && i < lines.length) {
      if (open < 0) open = i
      continue
    }
    if (open >= 0) spans.push({ start: lines[open]!.start, end: lines[i - 1]!.end })
    open = -1
  }
  return spans
}
