import { FOOTNOTES_PATTERNS } from '../grammar/generated/footnotes-patterns.js'
import { type FoldedText, isDigit, isLetter, isUpper } from '../model/folded.js'
import type { Footnote } from '../model/plan.js'
import { cut, type Span } from '../model/span.js'
import type { Line } from './lines.js'

export interface Footnotes {
  readonly footnotes: Footnote[]
  /** Indexes of the lines they stand on. */
  readonly lines: ReadonlySet<number>
}

/** A line that looks like a footnote, before its mark was looked for. */
interface Candidate {
  readonly line: Line
  /** Digits of the mark. */
  readonly marker: string
  /** Where the words begin. */
  readonly from: number
  /** The mark as it stands in the text above. */
  readonly mark: string
  readonly kind: 'bracketed' | 'round' | 'bare' | 'raised'
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** A page holds fewer characters: the mark of a note at its foot stands no further above. */
const PAGE = 9000
/** More lines that begin with a digit and a blank are a list or a table. */
const MOST_BARE = 200
const SHORTEST_NOTE = 12
const LONGEST_WORD = 24
const MARKS: Readonly<Record<Candidate['kind'], RegExp>> = {
  bracketed: /\[\d{1,3}\]/g,
  round: /\(\d{1,2}\)/g,
  raised: /[¹²³⁰⁴-⁹]{1,2}/g,
  bare: /(?<=[^\d\s\n([/-])\d{1,2}(?!\d)/g,
}

/**
 * Footnotes, *chú thích*: lines that a mark opens which stands in the text above them. A raised 1 may have become a digit that sticks
 * to the word before it.
 *
 *     … Đề án chuyển đổi số1; thành lập các tổ công nghệ số[2] …
 *     1 Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh.
 *     [2] Các huyện Tân Biên, Châu Thành.
 */
export function readFootnotes(text: FoldedText, lines: readonly Line[]): Footnotes {
  const footnotes: Footnote[] = []
  const taken = new Set<number>()
  const found = lines.flatMap((line) => candidateAt(text, line))
  const bare = found.filter(({ kind }) => kind === 'bare').length
  const candidates = bare > MOST_BARE ? found.filter(({ kind }) => kind !== 'bare') : found
  const marks = candidates.length ? findMarks(text.text, candidates) : NO_MARKS
  for (const { line, kind, mark, marker, from } of candidates) {
    const at = markAbove(marks.get(keyOf(kind, mark)) ?? [], line.start, kind)
    if (at === undefined) continue
    footnotes.push({ marker, ...cut(text.text, from, line.end), referredAt: { start: at, end: at + mark.length } })
    taken.add(line.index)
  }
  return { footnotes, lines: taken }
}

/** By the first sign of the line: all that is asked of most lines. */
function candidateAt(text: FoldedText, line: Line): Candidate[] {
  const code = text.text.charCodeAt(line.start)
  if (line.end - line.start < SHORTEST_NOTE) return []
  if (code === 0x5b) return candidate(text, line, 'bracketed-note', 'bracketed')
  if (code === 0x28) return candidate(text, line, 'round-note', 'round')
  if (isDigit(code) || RAISED.includes(text.text[line.start]!)) return candidate(text, line, 'bare-note', 'bare')
  return []
}

function candidate(text: FoldedText, line: Line, id: keyof typeof FOOTNOTES_PATTERNS, kind: Candidate['kind']): Candidate[] {
  const pattern = FOOTNOTES_PATTERNS[id]
  pattern.lastIndex = line.start
  const match = pattern.exec(text.folded)
  if (!match) return []
  const from = line.start + match[0].length
  const { mark: digits, raised } = match.groups ?? {}
  if (kind === 'bare' && !isUpper(text.text.charCodeAt(from)) && !/["“(]/.test(text.text[from]!)) return []
  if (kind === 'bare' && text.text.slice(line.start, line.end).includes('\t')) return []
  const marker = digits ?? [...raised!].map((sign) => RAISED.indexOf(sign)).join('')
  const mark = kind === 'bracketed' ? `[${marker}]` : kind === 'round' ? `(${marker})` : (raised ?? marker)
  return [{ line, marker, from, mark, kind: raised ? 'raised' : kind }]
}

/** Offsets at which each mark stands in the text, in order. */
type Marks = ReadonlyMap<string, number[]>

const NO_MARKS: Marks = new Map()

const keyOf = (kind: Candidate['kind'], mark: string): string => `${kind} ${mark}`

/** One pass over the text for each kind of mark that a candidate has. */
function findMarks(text: string, candidates: readonly Candidate[]): Marks {
  const marks = new Map<string, number[]>()
  const wanted = new Set(candidates.map(({ kind, mark }) => keyOf(kind, mark)))
  const kinds = new Set(candidates.map(({ kind }) => kind))
  const add = (kind: Candidate['kind'], start: number, mark: string): void => {
    const key = keyOf(kind, mark)
    if (!wanted.has(key) || !isMark(text, { start, end: start + mark.length }, kind)) return
    const known = marks.get(key)
    if (known) known.push(start)
    else marks.set(key, [start])
  }
  for (const kind of kinds) for (const match of text.matchAll(MARKS[kind])) add(kind, match.index, match[0])
  return marks
}

/** Bracketed marks count through the document: the first one; the others begin anew on each page: the nearest one. */
function markAbove(places: readonly number[], before: number, kind: Candidate['kind']): number | undefined {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < before) low = middle + 1
    else high = middle
  }
  if (kind === 'bracketed') return low ? places[0] : undefined
  const nearest = places[low - 1]
  return nearest !== undefined && before - nearest < PAGE ? nearest : undefined
}

/** Does the mark stand as a mark: behind a word, not at the begin of a line or in a count? */
function isMark(text: string, { start, end }: Span, kind: Candidate['kind']): boolean {
  const before = text[start - 1] ?? '\n'
  const after = text[end] ?? '\n'
  if (before === '\n') return false
  if (kind === 'bracketed' || kind === 'raised') return true
  if (kind === 'round') return before !== ' ' ? !/[:;,(]/.test(before) : /[.,;:\n]/.test(after) && !/[:;,]/.test(text[start - 2] ?? '')
  if (isDigit(after.charCodeAt(0)) || isLetter(after.charCodeAt(0)) || /[/%]/.test(after) || (/[.,]/.test(after) && isDigit(text.charCodeAt(end + 1)))) return false
  return sticksToWord(text, start)
}

/** "Đề án1", "NĐ-CP2", "COVID-19.1", "24%1", "(PCCCR)1"; not "H5N1", "K10", "tổ 1", "1.1". */
function sticksToWord(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  const word = /\S*$/.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))![0]
  if (isLetter(before)) return !isUpper(before) ? word.length > 1 : /[-/]\p{Lu}{2,}$/u.test(word)
  if (/[)”"%]/.test(text[start - 1]!)) return true
  return /[.,;]/.test(text[start - 1]!) && /\p{L}{2}/u.test(word) && (isLetter(text.charCodeAt(start - 2)) || /\p{L}.*\d[.,;]$/u.test(word))
}
