import { CLOSING_PATTERNS as PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { pieceEnd } from '../../grammar/phrase-trie.js'
import { SIGNING_WORDS } from '../../grammar/sign-offs.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { Signature } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { Line } from '../lines.js'
import { readRecipients, type RecipientLine, recipientsHead } from './recipients.js'
import { isCapitals, readSignLine, type SignPart } from './sign-line.js'
import { readSignatures } from './signatures.js'

export type { RecipientLine } from './recipients.js'

/** The closing block: *nơi nhận* and the signatures beside, above or below it. */
export interface ClosingBlock extends Span {
  readonly recipients: readonly RecipientLine[]
  readonly signatures: readonly Signature[]
}

const DASH = /^[-–—+•*] ?|^\d{1,2}[.)] ?/
const LONGEST_RECIPIENT = 300
const LONGEST_SIGN_LINE = 110
const REACH = 80
const ENDS_ITEM: ReadonlySet<string> = new Set([';', ',', '.'])
/** Lines up to which an item without dash and point is taken for a recipient, where "Lưu" closes the list. */
const LIST = 25

/** The closing blocks from a line on, in order: a decision has one before the plan it promulgates, perhaps another at the end. */
export function readClosingBlocks(text: FoldedText, lines: readonly Line[], from: number): readonly ClosingBlock[] {
  const blocks: ClosingBlock[] = []
  for (let i = from; i < lines.length; i++) {
    if (!mayStart(text, lines[i]!)) continue
    const { found, last } = readBlock(text, lines, i)
    if (found) blocks.push(found)
    i = Math.max(i, last)
  }
  return blocks
}

/** "Nơi nhận", or a line in capitals, by its first letters: all that is asked of the other lines of a text. */
function mayStart(text: FoldedText, line: Line): boolean {
  if (recipientsHead(text, line)) return true
  if (line.end - line.start > LONGEST_SIGN_LINE || !isUpper(text.text.charCodeAt(line.start))) return false
  const second = text.text.charCodeAt(line.start + 1)
  if (!isUpper(second) && second !== 0x2f && second !== 0x2e) return false
  return SIGNING_WORDS.has(text.folded.slice(line.start, pieceEnd(text.folded, line.start, line.end)))
}

interface Reading {
  readonly recipients: RecipientLine[]
  readonly signing: SignPart[][]
  inList: boolean
  /** Index of the last line that belongs to the block. */
  last: number
}

/** The block that begins at a line, if one does, and the last line that was looked into. */
function readBlock(text: FoldedText, lines: readonly Line[], first: number): { found: ClosingBlock | undefined; last: number } {
  const reading: Reading = { recipients: [], signing: [], inList: false, last: first - 1 }
  for (let i = first; i < lines.length && i - first < REACH; i++) if (!takeLine(text, lines, i, reading)) break
  const { recipients, signing, last } = reading
  const signatures = readSignatures(text, signing)
  const signed = signatures.some(({ authority, name }) => name !== null || authority !== null)
  if (last < first || (!recipients.length && !signed && !isLoneLabel(text, lines, first, last))) return { found: undefined, last }
  return { found: { start: lines[first]!.start, end: lines[last]!.end, recipients, signatures }, last }
}

/** "Nơi nhận:" at the end of a text, nobody named under it, perhaps with the beginning of a signature: no part of the item above. */
const isLoneLabel = (text: FoldedText, lines: readonly Line[], first: number, last: number): boolean =>
  recipientsHead(text, lines[first]!) === lines[first]!.end - lines[first]!.start && lines.slice(last + 1).every((line) => isEmptyLine(text, line))

/** Take a line into the block; false where the block is over. */
function takeLine(text: FoldedText, lines: readonly Line[], i: number, reading: Reading): boolean {
  const line = lines[i]!
  const head = recipientsHead(text, line)
  if (head) {
    if (reading.recipients.length) return false
    reading.inList = true
    reading.last = i
    if (line.start + head < line.end) takeItems(text, { start: line.start + head, end: line.end }, reading)
    return true
  }
  if (reading.inList && isRecipient(text, lines, i)) {
    takeItems(text, line, reading)
    reading.last = i
    return true
  }
  const parts = readSignLine(text, line)
  if (!fits(parts, reading)) return isEmptyLine(text, line)
  reading.inList = false
  reading.signing.push(parts)
  reading.last = i
  return true
}

const isEmptyLine = (text: FoldedText, line: Line): boolean => line.end - line.start < 80 && !/[\p{L}\d]/u.test(text.text.slice(line.start, line.end))

/** Can the parts follow what was read: a name needs an office above it, words of a body an introduction or an office. */
function fits(parts: readonly SignPart[], { signing }: Reading): boolean {
  const [first] = parts
  if (!first) return false
  if (first.kind === 'authority' || first.kind === 'office' || first.kind === 'approval') return true
  const above = signing.at(-1)
  if (!above) return false
  if (first.kind === 'note') return true
  return first.kind === 'name' ? isOpen(signing, ANY_PART) : isOpen(signing, INTRODUCING)
}

const ANY_PART: ReadonlySet<SignPart['kind']> = new Set(['authority', 'office', 'approval', 'note', 'capitals'])
const INTRODUCING: ReadonlySet<SignPart['kind']> = new Set(['authority', 'office'])

/** Stands a part of these kinds behind the last line with a name? */
function isOpen(signing: readonly (readonly SignPart[])[], kinds: ReadonlySet<SignPart['kind']>): boolean {
  for (let i = signing.length - 1; i >= 0; i--) {
    const line = signing[i]!
    if (line.some(({ kind }) => kind === 'name')) return false
    if (line.some(({ kind }) => kinds.has(kind))) return true
  }
  return false
}

/** Items of a line of recipients; a signature that a table row set beside them goes to the signers. */
function takeItems(text: FoldedText, span: Span, reading: Reading): void {
  const split = signatureBeside(text, span)
  reading.recipients.push(...readRecipients(text, { start: span.start, end: split ?? span.end }))
  if (split !== undefined) reading.signing.push(readSignLine(text, { start: split, end: span.end }))
}

/** Where a signature begins on a line of recipients: "- Như trên; KT. CHỦ TỊCH". */
function signatureBeside(text: FoldedText, { start, end }: Span): number | undefined {
  if (ENDS_ITEM.has(text.text[end - 1]!)) return undefined
  for (const gap of text.text.slice(start, end).matchAll(/\t+|(?:^|[;.):] ) *(?=\p{Lu}[\p{Lu}./])/gu)) {
    const at = start + gap.index + gap[0].length
    const parts = at < end ? readSignLine(text, { start: at, end }) : []
    if (parts.some(({ kind }) => kind === 'authority' || kind === 'office' || (kind === 'name' && gap[0].includes('\t')))) return at
  }
  return undefined
}

function isRecipient(text: FoldedText, lines: readonly Line[], i: number): boolean {
  const line = lines[i]!
  if (line.end - line.start > LONGEST_RECIPIENT) return false
  const printed = text.text.slice(line.start, line.end)
  if (DASH.test(printed) || PATTERNS['archive-item'].test(printed)) return true
  if (isCapitals(text, line.start, line.end) && readSignLine(text, line).some(({ kind }) => kind === 'authority' || kind === 'office')) return false
  if (/[;,]$/.test(printed)) return true
  return listGoesOn(text, lines, i)
}

/** Does "Lưu" still come below, with nothing between that signs? */
function listGoesOn(text: FoldedText, lines: readonly Line[], i: number): boolean {
  for (let below = i + 1; below < Math.min(lines.length, i + LIST); below++) {
    const line = lines[below]!
    const printed = text.text.slice(line.start, Math.min(line.end, line.start + LONGEST_RECIPIENT))
    if (PATTERNS['archive-line'].test(printed)) return true
    if (line.end - line.start > LONGEST_RECIPIENT || isCapitals(text, line.start, line.end)) return false
  }
  return false
}
