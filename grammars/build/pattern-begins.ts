import { parsePattern, type PatternNode } from './pattern-tree.js'

/** What a match of a pattern begins with, spaces apart: one of the units, or one of the whole words. */
export interface PatternBegins {
  readonly units: string
  readonly words: readonly string[]
}

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)

/**
 * The begins of a pattern, from all of its alternatives, so that a look that declines most places by them cannot disagree with it:
 *
 *     \ *(?:,|;)\ *|\ +(?:và|cùng với)\ +      units ",;", words "và", "cùng"
 *
 * A word is told only where nothing but its end can follow, of another one its first letter is; a blank that may be missing behind a word is taken
 * to stand. `pieces`: so many words and marks are told.
 * @throws where the pattern may begin with anything, or match nothing
 */
export function beginsOf(source: string, pieces = 1): PatternBegins {
  const units = new Set<string>()
  const words = new Set<string>()
  for (const { text, isOpen } of parsePattern(source).flatMap((nodes) => walk(nodes, '', pieces))) {
    const whole = (isOpen ? text.replace(/[\p{L}\p{N}]+$/u, '') : text).trim()
    if (!text.trim()) throw new Error('it may match nothing but spaces')
    if (whole.length > 1 || isWordUnit(whole)) words.add(whole)
    else units.add(whole || text.trim()[0]!)
  }
  return { units: [...units].sort().join(''), words: [...words].filter((word) => !units.has(word[0]!)).sort() }
}

/** Some first words of a match; `isOpen`: more letters may follow them. */
interface Begin {
  readonly text: string
  readonly isOpen: boolean
}

function walk([node, ...rest]: readonly PatternNode[], text: string, pieces: number): Begin[] {
  if (!node) return [{ text, isOpen: true }]
  const isBehindWord = node.units === ' ' && isWordUnit(text.at(-1))
  const without = node.least === 0 && !isBehindWord ? walk(rest, text, pieces) : []
  return [...without, ...walkNode(node, rest, text, pieces)]
}

function walkNode(node: PatternNode, rest: readonly PatternNode[], text: string, pieces: number): Begin[] {
  switch (node.kind) {
    case 'end':
      return [{ text, isOpen: false }]
    case 'nothing':
      return walk(rest, text, pieces)
    case 'not-ahead':
      return endsWord(node) ? [{ text, isOpen: false }] : walk(rest, text, pieces)
    case 'ahead':
      return node.alternatives.flatMap((nodes) => walk(nodes, text, pieces))
    case 'group':
      return node.alternatives.flatMap((nodes) => walk([...nodes, ...(node.most > 1 ? [] : rest)], text, pieces))
    case 'units':
      return walkUnits(node, rest, text, pieces)
  }
}

function walkUnits({ units, most }: PatternNode, rest: readonly PatternNode[], text: string, pieces: number): Begin[] {
  const isNext = text !== '' && !(isWordUnit(text.at(-1)) && isWordUnit(units?.[0]))
  if (isNext && countPieces(text) >= pieces) return [{ text, isOpen: false }]
  if (units === ' ') return walk(rest, text && `${text.trimEnd()} `, pieces)
  if (!text && units === null) throw new Error('it may begin with anything')
  if (units === null || (text && units.length > 1)) return [{ text, isOpen: true }]
  return [...units].flatMap((unit) => (units.length > 1 || most > 1 ? [{ text: `${text}${unit}`, isOpen: true }] : walk(rest, `${text}${unit}`, pieces)))
}

const countPieces = (text: string): number => text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)?.length ?? 0

/** Is it `(?![a-zà-ỹđ])`, or a class of more than letters? */
const endsWord = ({ alternatives: [nodes] }: PatternNode): boolean => nodes?.length === 1 && nodes[0]!.kind === 'units' && nodes[0]!.units === null
