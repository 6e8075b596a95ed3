import { isElement, isTextNode, type Node } from './html-node.js'

/** Elements that hold no text of the page. */
export const SKIPPED: ReadonlySet<string> = new Set('head script style noscript nav button select option textarea input svg iframe canvas template object embed audio video map datalist'.split(' '))
const APART = new Set(['br', 'p', 'div', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const MOST_NODES = 200_000

/** The text of an element with its blocks parted by one blank; no further than `limit` characters. */
export function textOf(node: Node, limit = Number.POSITIVE_INFINITY): string {
  return partsOf(node, limit, ' ').join('').replace(/[ \t\r\n\f]+/g, ' ').trim()
}

/** The same, and where in it each block but the first begins. */
export function paragraphsOf(node: Node): { readonly text: string; readonly breaks: readonly number[] } {
  const blocks = partsOf(node, Number.POSITIVE_INFINITY, BLOCK).join('').split(BLOCK).map((block) => block.replace(/[ \t\r\n\f]+/g, ' ').trim()).filter(Boolean)
  let at = 0
  const begins = blocks.map((block) => (at += block.length + 1) - block.length - 1)
  return { text: blocks.join(' '), breaks: begins.slice(1) }
}

/** Stands for the begin and the end of a block: no text has it. */
const BLOCK = '\u0000'

function partsOf(node: Node, limit: number, apart: string): string[] {
  const parts: string[] = []
  let length = 0
  let nodes = 0
  const open: (Node | string)[] = [node]
  for (let next = open.pop(); next && length <= limit && nodes++ < MOST_NODES; next = open.pop()) {
    if (typeof next === 'string') parts.push(next)
    else if (isTextNode(next)) {
      parts.push(next.data)
      length += next.data.length
    } else if (isElement(next) && !SKIPPED.has(next.name)) {
      if (APART.has(next.name)) {
        parts.push(apart)
        open.push(apart)
      }
      for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i]!)
    }
  }
  return parts
}
