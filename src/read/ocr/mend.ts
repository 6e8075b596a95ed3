import { SYLLABLE_PAIRS } from '../../grammar/generated/syllable-pairs.js'
import type { Finding } from '../../model/diagnostics.js'
import { type Edit, rewrite } from '../../model/edits.js'
import type { SourceText } from '../../model/source-text.js'
import type { Span } from '../../model/span.js'
import { doubtfulDigits, doubtfulNumbers, doubtfulPages, handwrittenNumbers } from './doubt.js'
import { caseEdits } from './mend-case.js'
import { headingEdits } from './mend-headings.js'
import { joinedEdits } from './mend-joined.js'
import { COMMON_TYPES, notationEdits } from './mend-notation.js'
import { recipientsEdits } from './mend-recipients.js'

/** Words believed more than this are left as they were seen. */
const SURE = 0.97
const WORD = /[\p{L}\p{M}]+/gu
/** Digits of numbers that OCR takes for letters, where nothing but digits can stand. */
const NUMBER = /(?<![\p{L}\d])(?=[\dIlOo|]*\d)[\dIlOo|]{1,5}(?=\/(?:\d{4}\/)?\p{Lu}{2})|(?<=(?:ngày|tháng|năm|Điều|khoản|số)\s)(?=[\dIlOo|]*\d)[\dIlOo|]{1,4}(?![\p{L}\d|])|(?<=\d\/)[IlOo|\d]{1,2}(?=\/\d)/gu
const DIGITS: Readonly<Record<string, string>> = { I: '1', l: '1', '|': '1', O: '0', o: '0' }
/** "IKH-UBND", "45lQĐ-UBND": the stroke before a symbol that opens with a type's, taken for a letter; often the number before it was left blank. */
const LETTER_FOR_STROKE = new RegExp(`(?<![\\p{L}/.])[Il!|\\\\](?=(?:${COMMON_TYPES})[-–]\\p{Lu}{2})`, 'gu')
/** "ngày I02I2024", "ngày !02/2024": a day left blank before the strokes. */
const BLANK_DAY = /(?<=[Nn]gày )(?:[Il!|]\/?|\/)(?:0[1-9]|1[0-2])[Il!|/](?=(?:19|20)\d\d(?!\d))/gu
/** "41KH-UBND": the stroke between number and symbol, where the symbol opens with a type's. */
const NO_STROKE = new RegExp(`(?<![\\p{L}\\d/.])\\d{1,5}(?=(?:${COMMON_TYPES})[-–]\\p{Lu}{2})`, 'gu')
/** "QĐ--TTg", "QĐ- -TTg": one dash seen as two. */
const TWO_DASHES = /(?<=\d\/(?:\d{4}\/)?\p{Lu}{2,5})[-–] ?[-–](?=\p{Lu})/gu
/** "Q§-UBND", "NÐ-CP": the Đ of notations. */
const D_SIGN = /(?<=\/(?:\d{4}\/)?[QN])(?:§|Ð|Ð|D)(?=[-–]\p{Lu})/gu

/** "quý 11/2024", "quý 1V": there are four quarters, so these are the strokes of Roman numbers. One stroke may be either. */
const STROKES_OF_QUARTER = /(?<=[Qq]uý )(?:[1Il|]{2,3}|[1Il|]V)(?![\p{L}\d|])/gu

const bareOf = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').replace(/đ/g, 'd')

type Pair = readonly [first: string, second: string]

/** Well-known pairs of syllables, by their letters without marks. */
const PAIRS: ReadonlyMap<string, readonly Pair[]> = (() => {
  const pairs = new Map<string, Pair[]>()
  for (const { pair } of SYLLABLE_PAIRS) {
    const [first = '', second = ''] = pair.normalize('NFC').split(' ')
    const key = `${bareOf(first)} ${bareOf(second)}`
    pairs.set(key, [...(pairs.get(key) ?? []), [first, second]])
  }
  return pairs
})()

/** The one pair that is nearest to what was seen; `undefined` where two are as near. */
function nearestPair(first: string, second: string): Pair | undefined {
  const [best, next] = (PAIRS.get(`${bareOf(first)} ${bareOf(second)}`) ?? [])
    .map((pair) => ({ pair, distance: lettersApart(`${first} ${second}`.toLowerCase(), pair.join(' ')) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance !== next?.distance ? best.pair : undefined
}

const lettersApart = (a: string, b: string): number => [...a].filter((letter, i) => letter !== b[i]).length

const KNOWN: ReadonlySet<string> = new Set(SYLLABLE_PAIRS.map(({ pair }) => pair.normalize('NFC')))

/** A text of OCR with the marks put back that it lost in well-known words, and the digits of notations, and with blanks for a number or a day that it hardly saw; each repair is an edit and a finding. */
export function mendText(source: SourceText): SourceText {
  if (!source.runs.some(({ confidence }) => confidence !== null)) return source
  const blanks = doubtfulDigits(source)
  const mends = [...pairEdits(source), ...signEdits(source)].filter((mend) => !blanks.some((blank) => mend.start < blank.end && mend.end > blank.start))
  const edits = [...blanks, ...mends].sort((a, b) => a.start - b.start).filter((edit, i, all) => i === 0 || edit.start >= all[i - 1]!.end)
  const told = doubtfulNumbers(source).filter(({ start, end }) => !edits.some((edit) => edit.start < end && edit.end > start))
  const noticed = [...doubtfulPages(source), ...handwrittenNumbers(source)]
  if (!edits.length && !told.length && !noticed.length) return source
  const way = rewrite(source.text, edits)
  const move = (span: Span): Span => way.fromSource(span)
  const findings = edits.map((edit): Finding => {
    const found = source.text.slice(edit.start, edit.end)
    if (blanks.includes(edit)) return { code: 'ocr/unsure', severity: 'warning', span: move(edit), args: { found } }
    return { code: 'ocr/mended', severity: 'info', span: move(edit), args: { found, mended: edit.insert } }
  })
  return {
    ...source,
    text: way.text,
    tables: source.tables.map(({ span, rows }) => ({ span: move(span), rows: rows.map((row) => row.map((cell) => ({ ...cell, span: move(cell.span), ...(cell.breaks && { breaks: cell.breaks.map((at) => move({ start: at, end: at }).start) }) }))) })),
    pages: source.pages?.map((page) => ({ ...page, span: move(page.span) })) ?? null,
    runs: source.runs.map((run) => ({ ...run, span: move(run.span) })),
    findings: [
      ...[...source.findings, ...noticed].map((finding) => ({ ...finding, span: finding.span && move(finding.span) })), ...findings,
      ...told.map((span): Finding => ({ code: 'ocr/unsure', severity: 'warning', span: move(span), args: { found: source.text.slice(span.start, span.end) } })),
    ],
  }
}

interface Token extends Span {
  readonly text: string
  readonly confidence: number | null
}

/** Words in order, each with the confidence of its run; null where it was not guessed. */
function tokensOf({ text, runs }: SourceText): Token[] {
  const tokens: Token[] = []
  let run = 0
  for (const match of text.matchAll(WORD)) {
    while (run < runs.length && runs[run]!.span.end <= match.index) run++
    const at = runs[run]
    tokens.push({ start: match.index, end: match.index + match[0].length, text: match[0].normalize('NFC'), confidence: at && at.span.start <= match.index ? at.confidence : null })
  }
  return tokens
}

/** "sáng kiên" → "sáng kiến", "bình đằng" → "bình đẳng": a pair that is no word, and the word nearest to it that has its letters. Of "chi tiêu" and "chỉ tiêu" both are words: neither is made of the other. */
function pairEdits(source: SourceText): Edit[] {
  const tokens = tokensOf(source)
  const joined = (i: number): boolean => /^[ \n]$/.test(source.text.slice(tokens[i]!.end, tokens[i + 1]?.start))
  const isKnown = (i: number): boolean => i >= 0 && i + 1 < tokens.length && KNOWN.has(`${tokens[i]!.text} ${tokens[i + 1]!.text}`.toLowerCase())
  const mended = new Map<number, string>()
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!joined(i) || isKnown(i)) continue
    const pair = nearestPair(tokens[i]!.text, tokens[i + 1]!.text)
    if (!pair) continue
    const wrong = [i, i + 1].filter((at) => tokens[at]!.text.toLowerCase() !== pair[at - i])
    if (wrong.some((at) => (tokens[at]!.confidence ?? 1) > SURE || isKnown(at - 1) || isKnown(at))) continue
    for (const at of wrong) mended.set(at, inCaseOf(tokens[at]!.text, pair[at - i]!))
  }
  return [...mended].map(([at, insert]) => ({ start: tokens[at]!.start, end: tokens[at]!.end, insert }))
}

function inCaseOf(seen: string, word: string): string {
  if (seen.length > 1 && seen === seen.toUpperCase()) return word.toUpperCase()
  return seen[0] === seen[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1)
}

/** Only in runs that OCR read. */
function signEdits({ text, runs }: SourceText): Edit[] {
  const edits: Edit[] = []
  const guessed = runs.filter(({ confidence }) => confidence !== null).map(({ span }) => span)
  let run = 0
  const isGuessed = (at: number): boolean => {
    while (run < guessed.length && guessed[run]!.end <= at) run++
    return run < guessed.length && guessed[run]!.start <= at
  }
  const add = (pattern: RegExp, mend: (found: string) => string): void => {
    run = 0
    for (const match of text.matchAll(pattern)) {
      const insert = mend(match[0])
      if (insert !== match[0] && isGuessed(match.index)) edits.push({ start: match.index, end: match.index + match[0].length, insert })
    }
  }
  add(BLANK_DAY, (found) => `/${found.replace(/^[Il!|/]+|[Il!|/]$/g, '')}/`)
  add(LETTER_FOR_STROKE, () => '/')
  add(NUMBER, (found) => [...found].map((sign) => DIGITS[sign] ?? sign).join(''))
  add(STROKES_OF_QUARTER, (found) => found.replace(/[1l|]/g, 'I'))
  add(NO_STROKE, (found) => `${found}/`)
  add(TWO_DASHES, () => '-')
  add(D_SIGN, () => 'Đ')
  run = 0
  const inOrder = [...caseEdits(text), ...headingEdits(text), ...joinedEdits(text), ...notationEdits(text), ...recipientsEdits(text)].sort((a, b) => a.start - b.start)
  return [...edits, ...inOrder.filter(({ start }) => isGuessed(start))]
}
