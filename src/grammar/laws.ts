import { fold, isWordUnit } from '../model/folded.js'
import { rememberWords } from '../model/remember.js'
import { LAWS } from './generated/laws.js'

/** A law as the table has it: `notation`, `adopted` (ISO day of adoption) and `from` (ISO day of coming into force) are "" where the table does not tell. */
export interface LawEntry {
  readonly name: string
  readonly notation: string
  readonly adopted: string
  readonly from: string
}

interface Node {
  readonly next: Map<string, Node>
  ends: boolean
}

const node = (): Node => ({ next: new Map(), ends: false })
/** Names word by word under their head ("luật", "bộ luật", "pháp lệnh", "hiến pháp"); commas do not count. */
const TREES = new Map<string, Node>()
const BY_NAME = new Map<string, LawEntry[]>()
const BY_NOTATION = new Map<string, LawEntry>()
const HEADS = ['bộ luật', 'luật', 'pháp lệnh', 'hiến pháp'] as const

export type LawHead = (typeof HEADS)[number]

for (const row of LAWS as readonly LawEntry[]) {
  const folded = fold(row.name)
  const head = HEADS.find((one) => folded.startsWith(one))!
  const key = plainName(folded)
  BY_NAME.set(key, [...(BY_NAME.get(key) ?? []), row])
  if (row.notation && !BY_NOTATION.has(row.notation)) BY_NOTATION.set(row.notation, row)
  let at = TREES.get(head) ?? node()
  TREES.set(head, at)
  for (const word of plainName(folded.slice(head.length)).split(' ').filter(Boolean)) {
    const next = at.next.get(word) ?? node()
    at.next.set(word, next)
    at = next
  }
  at.ends = true
}

function plainName(folded: string): string {
  return folded.replace(/[(),;-]/g, ' ').replace(/ +/g, ' ').trim()
}

/**
 * Where the longest known name ends that begins at `at`, behind its head; `at` itself where none does.
 *
 *     Luật Phòng, chống bạo lực gia đình và các văn bản …
 *         ^at                           ^end
 */
export function knownLawEnd(folded: string, head: LawHead, at: number): number {
  let tree = TREES.get(head)
  let end = at
  let i = at
  while (tree) {
    const from = skipBetweenWords(folded, i)
    if (from === i && i > at) break
    let to = from
    while (isWordUnit(folded.charCodeAt(to)) || (folded[to] === '/' && to > from)) to++
    tree = to > from ? tree.next.get(folded.slice(from, to)) : undefined
    if (!tree) break
    i = to
    if (tree.ends) end = folded[to] === ')' ? to + 1 : to
  }
  return end
}

/** At most a comma, a semicolon, a dash or an opening bracket and the spaces around it stand between two words of a name. */
function skipBetweenWords(folded: string, at: number): number {
  let i = at
  while (folded[i] === ' ') i++
  if (folded[i] === ',' || folded[i] === ';' || folded[i] === '-' || folded[i] === '(') i++
  while (folded[i] === ' ') i++
  return i - at > 3 ? at : i
}

/**
 * The one law that a name and a day, year or notation single out; undefined where none or several fit.
 * @param on ISO day or year as the text states it
 */
export function lawInTable(name: string, on: string): LawEntry | undefined {
  const rows = (BY_NAME.get(lawKey(name)) ?? []).filter(({ adopted, notation }) => adopted.startsWith(on) || (on.length === 4 && notation.includes(`/${on}/`)))
  return rows.length === 1 ? rows[0] : undefined
}

/** The law that has this number and symbol ("31/2024/QH15"). */
export const lawOfNotation = (notation: string): LawEntry | undefined => BY_NOTATION.get(notation)

/**
 * The law that had replaced one of the same name by a day; undefined where none had, or the table does not tell.
 * @param on ISO day
 */
export function replacementOf(law: LawEntry, on: string): LawEntry | undefined {
  const later = (BY_NAME.get(lawKey(law.name)) ?? []).filter(({ adopted, from }) => law.adopted && adopted > law.adopted && from && from <= on)
  return later.sort((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/** The law of a name where the table has one alone; undefined where several bore it, or its number is not known. */
export function onlyLawOf(name: string): LawEntry | undefined {
  const rows = BY_NAME.get(lawKey(name)) ?? []
  return rows.length === 1 && rows[0]!.notation ? rows[0] : undefined
}

/** Key under which two printings of one law's name meet: folded, commas and dashes left out. */
export const lawKey = rememberWords((name) => plainName(fold(name)))
