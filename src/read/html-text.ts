import { isElement, isTextNode, type Node } from './html-node.js'

/** Elements that hold no text of the page. */
export const SKIPPED: ReadonlySet<string> = new Set('head script style noscript nav button select option textarea input svg iframe canvas template object embed audio video map datalist'.split(' '))
const APART = new Set(['br', 'p', 'div', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const MOST_NODES = 200_000

/** The text of an element with its blocks parted by one blank; no further than `limit` characters. */
export function textOf(node: Node, limit = Number.POSITIVE_INFINITY): string {
  const parts: string[] = []
  let length = 0
  let nodes = 0
  const open: (Node | ' ')[] = [node]
  for (let next = open.pop(); next && length <= limit && nodes++ < MOST_NODES; next = open.pop()) {
    if (next === ' ') parts.push(' ')
    else if (isTextNode(next)) {
      parts.push(next.data)
      length += next.data.length
    } else if (isElement(next) && !SKIPPED.has(next.name)) {
      if (APART.has(next.name)) {
        parts.push(' ')
        open.push(' ')
      }
      for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i]!)
    }
  }
  return parts.join('').replace(/[ \t\r\n\f]+/g, ' ').trim()
}
