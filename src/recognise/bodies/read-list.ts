import { bodyHeads, collectiveOpeners, isNamePair, readOpening } from '../../grammar/bodies.js'
import { sharedHeads } from '../../grammar/body-words.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import { see } from '../../model/reach.js'
import type { Found, Part } from './found.js'
import { createLook, createMarkLook, lookAt } from './look.js'
import { readTail } from './read-tail.js'
import { nextPiece, skipSpaces } from './words.js'

/** Between two bodies of a list. */
const SEPARATOR = createLook('list-separator', 6)
const MARK = createMarkLook(/ ?: */y, 1, ':')
const LONGEST_REMARK = 160
const MOST_NAMES = 60

/** A parenthesis after a name is left out of it: "Phòng Nội vụ (cơ quan thường trực) và …". */
function afterParenthesis(folded: string, at: number, limit: number): number {
  const open = folded.charCodeAt(at) === 32 ? at + 1 : at
  see(open + 1)
  if (folded.charCodeAt(open) !== 40) return at
  see(open + LONGEST_REMARK)
  const close = folded.slice(open, Math.min(limit, open + LONGEST_REMARK)).indexOf(')')
  return close < 0 ? at : open + close + 1
}

/**
 * Names that share the head of a plural: "các Sở: Giao thông vận tải, Tài nguyên và Môi trường, Tài chính", "các phòng Nội vụ, Tư pháp".
 * One name alone is none ("các Sở Văn hóa, Thể thao và Du lịch" are sixty-three).
 */
export function readShared(text: FoldedText, at: number, limit: number): Part[] {
  const opener = collectiveOpeners.longestAt(text.folded, at, limit)
  const start = opener ? skipSpaces(text.folded, opener.end, limit) : at
  const head = opener && readOpening(text.folded, start, limit)?.head
  const words = head ? text.folded.slice(start, head.end) : ''
  if (!head || !sharedHeads.has(words)) return []
  const mark = lookAt(MARK, text.folded, head.end)
  const from = mark ? head.end + mark[0].length : head.end + 1
  const names: Part[] = []
  for (let place = from; place < limit && names.length < MOST_NAMES; ) {
    const found = readSharedName(text, place, limit, words)
    if (!found) break
    names.push({ start: place, found })
    place = separatorEnd(text.folded, found.end, limit)
    if (place === found.end) break
  }
  return names.length > 1 ? names : []
}

/** A name without its head, which stood before: "Tài chính" of "các Sở: Y tế, Tài chính". */
export function readSharedName(text: FoldedText, at: number, limit: number, head: string): Found | undefined {
  see(at + 2)
  if (!isUpper(text.text.charCodeAt(at))) return undefined
  const opening = readOpening(text.folded, at, limit)
  if (opening?.position || (opening?.head && !isNamePair(head, text.folded.slice(at, opening.head.end)))) return undefined
  const first = nextPiece(text, at, limit)
  if (!first || (!isNamePair(head.slice(head.lastIndexOf(' ') + 1), first.folded) && !isUpper(text.text.charCodeAt(at + 1)))) return undefined
  const { end } = readTail(text, at - 1, limit, head, 'department', { shared: true })
  const { kind, level } = bodyHeads.longestAt(head, 0, head.length)?.value ?? OF_NO_HEAD
  return end > at ? { end, kind, level, collective: false, sharedHead: head } : undefined
}

const OF_NO_HEAD = { kind: 'department', level: null } as const

/** The end of a comma, an "và" and the like between two bodies; `at` where none stands. */
export function separatorEnd(folded: string, at: number, limit: number): number {
  const from = afterParenthesis(folded, at, limit)
  const separator = lookAt(SEPARATOR, folded, from)
  return separator && from + separator[0].length < limit ? from + separator[0].length : at
}

/** "Phòng Nội vụ, Tư pháp": the head that a list may give once. */
export function headOf(folded: string, at: number, { kind, collective }: Pick<Found, 'kind' | 'collective'>): string | undefined {
  if (collective || (kind !== 'division' && kind !== 'department' && kind !== 'ministry')) return undefined
  const head = folded.slice(at, folded.indexOf(' ', at))
  return head === 'phòng' || head === 'sở' || head === 'bộ' || head === 'vụ' || head === 'cục' ? head : undefined
}
