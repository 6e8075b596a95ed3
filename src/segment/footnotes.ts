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
  const candidates = lines.flatMap((line) => candidateAt(text, line))
  const bare = candidates.filter(({ kind }) => kind === 'bare').length
  for (const candidate of candidates) {
    if (candidate.kind === 'bare' && bare > MOST_BARE) continue
    const referredAt = findMark(text, candidate)
    if (!referredAt) continue
    footnotes.push({ marker: candidate.marker, ...cut(text.text, candidate.from, candidate.line.end), referredAt })
    taken.add(candidate.line.index)
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

function findMark(text: FoldedText, { line, mark, kind }: Candidate): Span | undefined {
  const least = kind === 'bracketed' ? 0 : Math.max(0, line.start - PAGE)
  const above = text.text.slice(least, line.start)
  let found: Span | undefined
  for (let at = above.indexOf(mark); at >= 0; at = above.indexOf(mark, at + mark.length)) {
    const span = { start: least + at, end: least + at + mark.length }
    if (!marks(text.text, span, kind)) continue
    found = span
    if (kind === 'bracketed') break
  }
  return found
}

/** Does the mark stand as a mark: behind a word, not at the begin of a line or in a count? */
function marks(text: string, { start, end }: Span, kind: Candidate['kind']): boolean {
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
  const word = text.slice(Math.max(text.lastIndexOf(' ', start - 1), text.lastIndexOf('\n', start - 1)) + 1, start)
  if (isLetter(before)) return !isUpper(before) ? word.length > 1 : /[-/]\p{Lu}{2,}$/u.test(word)
  if (/[)”"%]/.test(text[start - 1]!)) return true
  return /[.,;]/.test(text[start - 1]!) && /\p{L}{2}/u.test(word) && (isLetter(text.charCodeAt(start - 2)) || /\p{L}.*\d[.,;]$/u.test(word))
}
