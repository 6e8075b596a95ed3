import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { fold, isLetter, isUpper } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'

/** A short form that a document gives a body: "Ban Vì sự tiến bộ phụ nữ (VSTBPN)", "(sau đây gọi tắt là Ban Chỉ đạo)". */
export interface ShortForm {
  /** As printed. */
  readonly words: string
  /** What it stands for: the whole name, or what of it follows the head, "Vì sự tiến bộ phụ nữ". */
  readonly means: string
  /** The whole name, and no part of it. */
  readonly whole: boolean
  /** From where on the text may use it. */
  readonly from: number
}

const LONGEST = 90
const CALLED = PATTERNS.called
const SHORTEST = 2
const LONGEST_SHORT = 24

/** The short form that stands in brackets after a body, or in its words before its level. */
export function readShortForm(text: string, { span, name, text: own }: Body): ShortForm | undefined {
  const inside = own.indexOf('(')
  const open = inside >= 0 ? span.start + inside : text.charCodeAt(span.end) === 32 ? span.end + 1 : span.end
  if (text.charCodeAt(open) !== 40) return undefined
  const printed = text.slice(open + 1, open + LONGEST)
  const length = printed.indexOf(')')
  if (length < SHORTEST) return undefined
  const words = printed.slice(0, length)
  const said = fold(words)
  const called = CALLED.exec(said)?.[1]
  if (called !== undefined) return calledForm(words, said, called, name, open)
  const short = words.trim()
  const means = isShort(short) ? meaningOf(short, name) : undefined
  return means === undefined ? undefined : { words: short, means, whole: means === name, from: open + length + 2 }
}

function calledForm(printed: string, said: string, called: string, name: string, from: number): ShortForm | undefined {
  const at = said.lastIndexOf(called)
  const words = printed.slice(at, at + called.length).trim()
  if (words.length < SHORTEST || !isUpper(words.charCodeAt(0))) return undefined
  const means = isShort(words) ? (meaningOf(words, name) ?? name) : name
  return { words, means, whole: means === name, from }
}

/** One word of capitals: "VSTBPN", "PCTT&TKCN". */
const isShort = (words: string): boolean => words.length <= LONGEST_SHORT && !words.includes(' ') && isUpper(words.charCodeAt(0)) && isUpper(words.charCodeAt(1))

/** The words of the name whose first letters the short form has: all of it, or from a later word on; undefined where none do. */
function meaningOf(short: string, name: string): string | undefined {
  const letters = [...short.toLowerCase()].filter((unit) => isLetter(unit.charCodeAt(0))).join('')
  const words = name.split(' ')
  for (let from = 0; from < words.length; from++) {
    const count = spelled(letters, words, from)
    if (count > 0) return words.slice(from, from + count).join(' ').replace(/,$/, '')
  }
  return undefined
}

/** How many words from `from` on the letters spell, "và" and dashes passed over; 0 where they do not. */
function spelled(letters: string, words: readonly string[], from: number): number {
  let next = 0
  for (let at = from; at < words.length; at++) {
    const first = words[at]!.charAt(0).toLowerCase()
    if (first === letters[next]) next++
    else if (words[at] !== 'và' && words[at] !== '-') return 0
    if (next === letters.length) return at + 1 - from
  }
  return 0
}
