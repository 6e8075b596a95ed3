import type { FoldedText } from '../../model/folded.js'
import type { Signature } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { Line } from '../lines.js'
import { parseMarker } from '../marker.js'
import { readRecipients, type RecipientLine, recipientsHead } from './recipients.js'
import { readSignatures, signLineOf } from './signatures.js'

export type { RecipientLine } from './recipients.js'

/** The closing block: *nơi nhận* and the signatures beside, above or below it. */
export interface ClosingBlock extends Span {
  readonly recipients: readonly RecipientLine[]
  readonly signatures: readonly Signature[]
}

const DASH = /^[-–+•*]/
const REACH = 60

/** The closing blocks from a line on, in order: a decision has one before the plan it promulgates, perhaps another at the end. */
export function readClosingBlocks(text: FoldedText, lines: readonly Line[], from: number): readonly ClosingBlock[] {
  const blocks: ClosingBlock[] = []
  for (let i = from; i < lines.length; i++) {
    const start = startsAt(text, lines, i)
    if (start === undefined) continue
    const block = readBlock(text, lines, i)
    if (!block) continue
    blocks.push(block.found)
    i = block.next - 1
  }
  return blocks
}

/** Does a closing block begin at the line? A signature does so only where an office or a name stands below it. */
function startsAt(text: FoldedText, lines: readonly Line[], i: number): number | undefined {
  const line = lines[i]!
  if (line.end - line.start > 2000) return undefined
  if (recipientsHead(text, line)) return i
  if (line.end - line.start > 90) return undefined
  const kind = signLineOf(text, line)
  if (kind === 'authority') return i
  if (kind !== 'office') return undefined
  const below = lines.slice(i + 1, i + 5).map((next) => (recipientsHead(text, next) ? 'recipients' : signLineOf(text, next)))
  const first = below.find((next) => next !== 'blank' && next !== 'note' && next !== 'office')
  return first === 'name' || first === 'recipients' ? i : undefined
}

function readBlock(text: FoldedText, lines: readonly Line[], first: number): { found: ClosingBlock; next: number } | undefined {
  const recipients: RecipientLine[] = []
  const signing: Span[] = []
  let inList = false
  let i = first
  let end = first
  for (; i < lines.length && i - first < REACH; i++) {
    const line = lines[i]!
    if (parseMarker(text, line.start, line.end)?.kind === 'annex') break
    const head = recipientsHead(text, line)
    if (head) {
      if (recipients.length) break
      inList = true
      if (line.start + head < line.end) recipients.push(...readRecipients(text, { start: line.start + head, end: line.end }))
      end = i
      continue
    }
    if (inList && takesRecipient(text, line, recipients)) {
      end = i
      continue
    }
    const kind = signLineOf(text, line)
    if (kind === 'other' && !canStand(text, line, signing)) break
    inList = false
    signing.push(line)
    if (kind !== 'blank') end = i
  }
  const signatures = readSignatures(text, signing)
  if (!recipients.length && !signatures.length) return undefined
  return { found: { start: lines[first]!.start, end: lines[end]!.end, recipients, signatures }, next: end + 1 }
}

function takesRecipient(text: FoldedText, line: Line, recipients: RecipientLine[]): boolean {
  if (line.end - line.start > 300) return false
  const printed = text.text.slice(line.start, line.end)
  const listed = DASH.test(printed) || (/[;,.]$/.test(printed) && signLineOf(text, line) === 'other') || /^Lưu/.test(printed)
  if (listed) recipients.push(...readRecipients(text, line))
  return listed
}

/** A line in capitals between "TM." and the office: the name of the body goes on. */
const canStand = (text: FoldedText, line: Line, signing: readonly Span[]): boolean => {
  const before = signing.at(-1)
  return before !== undefined && signLineOf(text, before) === 'authority' && text.text.slice(line.start, line.end).toUpperCase() === text.text.slice(line.start, line.end)
}
