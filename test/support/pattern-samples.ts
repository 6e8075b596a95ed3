import { parsePattern, type PatternNode } from '../../grammars/build/pattern-tree.js'

/** No more texts than this are made of one row of nodes. */
const MOST = 3000

/**
 * Texts that a pattern matches whole, one at least for each of its alternatives: what may be left out stands once and is left out once, of a class
 * the first and the last unit stand.
 */
export function samplesOf({ source }: RegExp): string[] {
  const whole = new RegExp(`^(?:${source})$`)
  return [...new Set(parsePattern(source).flatMap(textsOf))].filter((text) => whole.test(text))
}

function textsOf(nodes: readonly PatternNode[]): string[] {
  let texts = ['']
  for (const node of nodes) {
    const next = textsOfNode(node)
    texts = texts.flatMap((text) => next.map((piece) => text + piece))
    if (texts.length > MOST) texts = texts.filter((_, index) => index % Math.ceil(texts.length / MOST) === 0)
  }
  return texts
}

function textsOfNode(node: PatternNode): string[] {
  const once = node.kind === 'group' ? node.alternatives.flatMap(textsOf) : node.kind === 'units' ? [...new Set([node.units?.[0] ?? 'x', node.units?.at(-1) ?? 'x'])] : ['']
  const least = Math.max(node.least, 1)
  return [...(node.least === 0 ? [''] : []), ...once.map((text) => text.repeat(least))]
}
