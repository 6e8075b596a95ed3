/** A piece of a native pattern, and how often it stands. */
export interface PatternNode {
  readonly kind: 'units' | 'group' | 'ahead' | 'not-ahead' | 'end' | 'nothing'
  /** The units that a class or a letter stands for; null: too many to name. */
  readonly units: string | null
  readonly alternatives: readonly (readonly PatternNode[])[]
  readonly least: number
  readonly most: number
}

const PIECE = /\[\^?(?:\\.|[^\]\\])*\]|\\k<[^>]+>|\\p\{[^}]+\}|\\[\s\S]|\(\?(?:<?[=!]|:|<[^>]+>)|\(|\)|\||[\^$.]|[\s\S]/y
const QUANTIFIER = /(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/y
const CLASSES: Readonly<Record<string, string | null>> = { '\\d': '0123456789', '\\s': ' \t\n', '.': null, '\\S': null, '\\D': null }

/** The alternatives of a pattern, each a row of nodes. Looks behind and anchors at the begin count as nothing. */
export function parsePattern(source: string): readonly (readonly PatternNode[])[] {
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  const alternatives = (): (readonly PatternNode[])[] => {
    const found: PatternNode[][] = [[]]
    for (let piece = next(PIECE)?.[0]; piece !== undefined && piece !== ')'; piece = next(PIECE)?.[0]) {
      if (piece === '|') found.push([])
      else found.at(-1)!.push(quantified(nodeOf(piece)))
    }
    return found
  }
  const nodeOf = (piece: string): PatternNode => {
    if (!piece.startsWith('(')) return single(piece)
    const inside = alternatives()
    if (piece.startsWith('(?<=') || piece.startsWith('(?<!')) return { ...NOTHING }
    return { ...NOTHING, kind: piece === '(?=' ? 'ahead' : piece === '(?!' ? 'not-ahead' : 'group', alternatives: inside }
  }
  const quantified = (node: PatternNode): PatternNode => {
    const match = next(QUANTIFIER)
    if (!match) return node
    const [sign, least, comma, most] = match
    if (sign.startsWith('?')) return { ...node, least: 0 }
    if (least === undefined) return { ...node, least: sign.startsWith('*') ? 0 : 1, most: Number.POSITIVE_INFINITY }
    return { ...node, least: Number(least), most: comma ? Number(most || Number.POSITIVE_INFINITY) : Number(least) }
  }
  return alternatives()
}

const NOTHING: PatternNode = { kind: 'nothing', units: null, alternatives: [], least: 1, most: 1 }

function single(piece: string): PatternNode {
  if (piece === '^') return NOTHING
  if (piece === '$') return { ...NOTHING, kind: 'end' }
  return { ...NOTHING, kind: 'units', units: unitsOf(piece) }
}

function unitsOf(piece: string): string | null {
  if (piece in CLASSES) return CLASSES[piece]!
  if (piece.startsWith('[')) return unitsOfClass(piece.slice(1, -1))
  if (/^\\[pkPbB]/.test(piece)) return null
  return piece.startsWith('\\') ? unescaped(piece) : piece
}

const unescaped = (piece: string): string => (piece === '\\n' ? '\n' : piece === '\\t' ? '\t' : piece.slice(1))

/** The units of a class; null where it is negated, or has a range of letters with marks. */
function unitsOfClass(inside: string): string | null {
  if (inside.startsWith('^')) return null
  let units = ''
  for (const [, from, to] of inside.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\\]]))?/g)) {
    if (to === undefined) {
      const found = from!.startsWith('\\') ? unitsOf(from!) : from!
      if (found === null) return null
      units += found
    } else {
      const [first, last] = [unescaped(`\\${from!.at(-1)}`).charCodeAt(0), unescaped(`\\${to.at(-1)}`).charCodeAt(0)]
      if (last > 127) return null
      for (let code = first; code <= last; code++) units += String.fromCharCode(code)
    }
  }
  return units
}
