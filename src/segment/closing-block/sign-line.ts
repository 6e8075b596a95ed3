import { bodyHeads } from '../../grammar/bodies.js'
import { CLOSING_PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { CLOSING_PATTERNS as PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { APPROVALS, SIGNED_NOTES, signingOffices, surnames } from '../../grammar/sign-offs.js'
import { fold, type FoldedText, isLetter, isUpper, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'

/**
 * A part of a signature block.
 *
 *     TM. ỦY BAN NHÂN DÂN        authority
 *     KT. CHỦ TỊCH               authority
 *     PHÓ CHỦ TỊCH               office
 *     (Đã ký)                    note
 *     Lò Văn Thắng               name
 */
export interface SignPart extends Span {
  readonly kind: 'authority' | 'office' | 'approval' | 'note' | 'name' | 'capitals'
}

const LONGEST = 110
const MOST_WORDS = 6
const RANKS = PATTERNS.ranks
const NAME_WORD = /^\p{Lu}[\p{L}'’-]*$/u
const NOTE = /^[([{*_ ]*([^()[\]{}]{2,40}?)[)\]}*_. :]*$/

/** The parts of a line; none where the line is no part of a signature block. */
export function readSignLine(text: FoldedText, line: Span): SignPart[] {
  const { start, end } = trim(text, line.start, line.end)
  if (end === start || end - start > LONGEST) return []
  if (isCapitals(text, start, end)) return isNote(text, start, end) ? [{ start, end, kind: 'note' }] : readCapitals(text, start, end)
  if (isNote(text, start, end)) return [{ start, end, kind: 'note' }]
  if (!isUpper(text.text.charCodeAt(start))) return []
  const names = namesIn(text, start, end)
  return names.length ? names : readMixed(text, start, end)
}

function isNote(text: FoldedText, start: number, end: number): boolean {
  const folded = text.folded.slice(start, end)
  const note = folded.length < 60 ? NOTE.exec(folded) : null
  if (note && SIGNED_NOTES.includes(note[1]!.trim())) return true
  const sideBySide = folded.startsWith('(') && folded.endsWith(')') ? folded.slice(1, -1).split(/\) *\(/) : []
  return sideBySide.length > 1 && sideBySide.every((each) => SIGNED_NOTES.includes(each.trim()))
}

/** A line all in capitals: offices with what introduces them, or a name, or the words of a body. */
function readCapitals(text: FoldedText, start: number, end: number): SignPart[] {
  const starts = partStarts(text, start, end)
  if (starts[0]?.start !== start) {
    if (isCapitalName(text, start, end)) return [{ start, end, kind: 'name' }]
    const approves = APPROVALS.some((words) => text.folded.startsWith(words, start) && wordEndsAt(text.folded, start + words.length))
    starts.unshift({ start, kind: approves ? 'approval' : 'capitals' })
  }
  return starts.map((part, i) => ({ ...trim(text, part.start, starts[i + 1]?.start ?? end), kind: part.kind }))
}

/** Capitals first, then a note or the name: "KT. CHỦ TỊCH (Đã ký) Lò Văn Bình"; or an office in small letters: "Chánh Văn phòng". */
function readMixed(text: FoldedText, start: number, end: number): SignPart[] {
  const capitalsEnd = endOfCapitals(text, start, end)
  if (capitalsEnd > start) {
    const parts = readCapitals(text, start, capitalsEnd)
    const rest = trim(text, capitalsEnd, end)
    if (!parts.some(({ kind }) => kind === 'office' || kind === 'authority')) return []
    const after = readRest(text, rest)
    return after ? [...parts, ...after] : []
  }
  const lead = authorityEnd(text, start)
  if (lead !== undefined) return [{ start, end, kind: 'authority' }]
  const office = signingOffices.longestAt(text.folded, start, end)
  return office?.end === end ? [{ start, end, kind: 'office' }] : []
}

function readRest(text: FoldedText, rest: Span): SignPart[] | undefined {
  const bracket = /^\(([^()]{2,40})\)[ :.]*/.exec(text.folded.slice(rest.start, rest.end))
  if (bracket && SIGNED_NOTES.includes(bracket[1]!.trim())) {
    const note: SignPart = { start: rest.start, end: rest.start + bracket[0].trimEnd().length, kind: 'note' }
    const names = namesIn(text, rest.start + bracket[0].length, rest.end)
    return rest.start + bracket[0].length >= rest.end ? [note] : names.length ? [note, ...names] : undefined
  }
  const names = namesIn(text, rest.start, rest.end)
  return names.length ? names : undefined
}

/** Where offices and their introductions begin in capitals. An office inside "KT. …" belongs to it, one inside "TM. …" follows it. */
function partStarts(text: FoldedText, start: number, end: number): { start: number; kind: SignPart['kind'] }[] {
  const found: { start: number; kind: SignPart['kind'] }[] = []
  for (let at = start; at < end; at = nextWord(text, at, end)) {
    const lead = authorityEnd(text, at)
    if (lead !== undefined) {
      found.push({ start: at, kind: 'authority' })
      const own = matchAt(CLOSING_PATTERNS['in-place-of'], text.folded, at) !== undefined ? signingOffices.longestAt(text.folded, lead, end)?.end : undefined
      at = Math.max(own ?? lead, at + 1) - 1
      continue
    }
    const office = signingOffices.longestAt(text.folded, at, end)
    if (!office || text.folded.startsWith(' các ', office.end) || belongsToOfficeBefore(text, found, at)) continue
    found.push({ start: at, kind: 'office' })
    at = office.end - 1
  }
  return found
}

/** "CHỦ TỊCH HỘI ĐỒNG", "TRƯỞNG BAN - PHÓ CHỦ TỊCH UBND": behind a hyphen or comma stands a second office of the same person. */
const belongsToOfficeBefore = (text: FoldedText, found: readonly { kind: SignPart['kind'] }[], at: number): boolean => found.at(-1)?.kind === 'office' && /[-,] ?$/.test(text.folded.slice(Math.max(0, at - 2), at))

/** The end of "KT.", "TM.", "T/L" that begins at an offset; of the forms without a point only before an office or a body. */
function authorityEnd(text: FoldedText, at: number): number | undefined {
  if (!wordStartsAt(text.folded, at) || !isUpper(text.text.charCodeAt(at))) return undefined
  const place = matchAt(CLOSING_PATTERNS['in-place-of'], text.folded, at)
  const name = place ?? matchAt(CLOSING_PATTERNS['in-the-name-of'], text.folded, at)
  if (name === undefined) return undefined
  if (/[./]/.test(text.folded.slice(at, name))) return isLetter(text.text.charCodeAt(name)) || name >= text.folded.length || text.folded[name] === '\n' ? name : undefined
  const known = signingOffices.longestAt(text.folded, name, text.folded.length) ?? (place === undefined ? bodyHeads.longestAt(text.folded, name, text.folded.length) : undefined)
  return known ? name : undefined
}

function matchAt(pattern: RegExp, folded: string, at: number): number | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(folded)
  return match ? at + match[0].length : undefined
}

function nextWord(text: FoldedText, at: number, end: number): number {
  let i = at + 1
  while (i < end && !(isLetter(text.text.charCodeAt(i)) && wordStartsAt(text.text, i))) i++
  return i
}

/** Names of persons that make up the whole range: one, or several side by side, told apart by their family names. */
function namesIn(text: FoldedText, start: number, end: number): SignPart[] {
  const span = trim(text, start, end)
  const printed = text.text.slice(span.start, span.end)
  const rank = RANKS.exec(printed)?.[0].length ?? 0
  const words = [...printed.slice(rank).matchAll(/\S+/g)].map((match) => ({ word: match[0].replace(/\.$/, ''), at: span.start + rank + match.index }))
  if (words.length < 2 || words.length > 12 || !words.every(({ word }) => NAME_WORD.test(word) && !(word.length > 2 && word === word.toUpperCase()))) return []
  if (namesBody(text, span)) return []
  if (words.length <= 3) return [{ ...span, kind: 'name' }]
  const starts = [0]
  for (let i = 2; i < words.length - 1; i++) if (i - starts.at(-1)! > 1 && surnames.has(fold(words[i]!.word)) && words.length - i > 1 && (words.length > 5 || i === 2) && isLikelySplit(words.length, i, starts.at(-1)!)) starts.push(i)
  if (starts.length === 1) return words.length <= MOST_WORDS ? [{ ...span, kind: 'name' }] : []
  return starts.map((from, i) => ({ ...trim(text, i ? words[from]!.at : span.start, words[starts[i + 1] ?? words.length]?.at ?? span.end), kind: 'name' as const }))
}

/** "Phòng Nội Vụ", "Văn Phòng": a body with a capital on every word; "Đoàn Ngọc Vĩnh" is none, since Đoàn is a family name. */
function namesBody(text: FoldedText, { start, end }: Span): boolean {
  const head = bodyHeads.longestAt(text.folded, start, end)
  return head !== undefined && !surnames.has(text.folded.slice(start, head.end))
}

/** Two names of three words each, or four and three: a family name as the middle word of one ("Nguyễn Thị Hồ Điệp") is no second name. */
const isLikelySplit = (count: number, at: number, from: number): boolean => count > 5 && at - from >= 3 && count - at >= 2

function isCapitalName(text: FoldedText, start: number, end: number): boolean {
  const words = text.folded.slice(start, end).replace(/[.…]+$/, '').split(' ')
  return words.length > 1 && words.length < 6 && surnames.has(words[0]!) && words.every((word) => /^\p{L}+$/u.test(word)) && !bodyHeads.longestAt(text.folded, start, end)
}

export function isCapitals(text: FoldedText, start: number, end: number): boolean {
  let letters = 0
  for (let i = start; i < end; i++) {
    const code = text.text.charCodeAt(i)
    if (!isLetter(code)) continue
    if (!isUpper(code)) return false
    letters++
  }
  return letters > 1
}

/** Where the words in capitals end that a line begins with. */
function endOfCapitals(text: FoldedText, start: number, end: number): number {
  let last = start
  for (let at = start; at < end; ) {
    const space = text.text.indexOf(' ', at)
    const to = space < 0 || space > end ? end : space
    if (!isCapitals(text, at, to) && !/^[-–,&.]$/.test(text.text.slice(at, to))) break
    last = to
    at = to + 1
  }
  return last
}

function trim(text: FoldedText, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /[\s*_|:-]/.test(text.folded[start]!)) start++
  while (end > start && /[\s*_|:;,-]/.test(text.folded[end - 1]!)) end--
  return { start, end }
}
