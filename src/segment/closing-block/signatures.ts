import { AUTHORITY, SIGNED_NOTES, signingOffices } from '../../grammar/sign-offs.js'
import { type FoldedText, isLetter, isUpper } from '../../model/folded.js'
import type { Signature } from '../../model/plan.js'
import type { Span } from '../../model/span.js'

export type SignLine = 'authority' | 'office' | 'note' | 'name' | 'blank' | 'other'

const LONGEST = 90

/** What a line is to a signature. */
export function signLineOf(text: FoldedText, line: Span): SignLine {
  const { start, end } = line
  if (end - start > LONGEST) return 'other'
  const folded = text.folded.slice(start, end)
  if (!/[\p{L}\d]/u.test(folded)) return 'blank'
  if (!isUpper(text.text.charCodeAt(start)) && text.text[start] !== '(' && text.text[start] !== '*') return SIGNED_NOTES.includes(bare(folded)) ? 'note' : 'other'
  if (SIGNED_NOTES.includes(bare(folded))) return 'note'
  if (authorityEnd(text, start) !== undefined && (isCapitals(text, line) || isUpper(text.text.charCodeAt(start + 1)) || text.text[start + 1] === '/')) return 'authority'
  if (officeEnd(text, line) !== undefined) return 'office'
  return isPersonName(text.text.slice(start, end)) ? 'name' : 'other'
}

const bare = (folded: string): string => folded.replace(/^[(\[{* ]+|[)\]}*. ]+$/g, '')

function authorityEnd(text: FoldedText, at: number): number | undefined {
  AUTHORITY.lastIndex = at
  return AUTHORITY.exec(text.folded) ? AUTHORITY.lastIndex : undefined
}

/** The line is an office, alone or with its body: "PHÓ CHỦ TỊCH", "CHỦ TỊCH UBND XÃ", "Chánh Văn phòng". */
function officeEnd(text: FoldedText, line: Span): number | undefined {
  const office = signingOffices.longestAt(text.folded, line.start, line.end)
  if (!office) return undefined
  const rest = text.folded.slice(office.end, line.end)
  if (!rest.trim()) return office.end
  return isCapitals(text, line) && !/[;:.]|(?:^| )(?:các|và|chủ trì|phối hợp)(?: |$)/.test(rest) ? line.end : undefined
}

/** Two to six words, each with a capital: the name of a person, with what may stand before it ("TS. Nguyễn Văn A"). */
export function isPersonName(printed: string): boolean {
  const words = printed.replace(/^(?:(?:PGS|GS|TS|ThS|BS|BSCKI{1,2}|Ths|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Đại úy)\.? ?)+/, '').trim().split(/\s+/)
  if (words.length < 2 || words.length > 6) return false
  return words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word)) || false
}

function isCapitals(text: FoldedText, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isLetter(text.text.charCodeAt(i)) && !isUpper(text.text.charCodeAt(i))) return false
  return true
}

/** Read the signatures of some lines, one after the other. */
export function readSignatures(text: FoldedText, lines: readonly Span[]): Signature[] {
  const signatures: Signature[] = []
  let authority: Span[] = []
  let office: Span[] = []
  const wordsOf = (spans: readonly Span[]): string | null => spans.map(({ start, end }) => text.text.slice(start, end).replace(/\*/g, '').trim()).join(' ') || null
  const close = (name: Span | null): void => {
    const all = [...authority, ...office, ...(name ? [name] : [])]
    if (!authority.length && !office.length) return
    const [position, lead] = office.length ? [office, authority] : [authority, []]
    signatures.push({ authority: wordsOf(lead), position: wordsOf(position), name: name ? wordsOf([name]) : null, span: { start: all[0]!.start, end: all.at(-1)!.end } })
    authority = []
    office = []
  }
  for (const line of lines) {
    const kind = signLineOf(text, line)
    if (kind === 'authority') {
      if (office.length) close(null)
      authority.push(line)
    } else if (kind === 'office') office.push(line)
    else if (kind === 'name' && (authority.length || office.length)) {
      if (!office.length && isCapitals(text, line)) authority.push(line)
      else close(line)
    } else if (kind === 'other' && authority.length && !office.length && isCapitals(text, line)) authority.push(line)
  }
  close(null)
  return signatures
}
