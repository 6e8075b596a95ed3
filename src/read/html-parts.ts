import { type Element, isElement, isTextNode, type Node } from './html-node.js'
import { PAGE_PARTS } from '../grammar/generated/page-parts.js'
import { fold } from '../model/folded.js'
import type { HtmlTable } from './html-table.js'

const SKIPPED = new Set('head script style noscript nav button select option textarea input svg iframe canvas template object embed audio video map datalist'.split(' '))
const ASIDE = new Set(['header', 'footer', 'aside', 'form'])
const TOKENS: ReadonlySet<string> = new Set(PAGE_PARTS.map(({ token }) => token))
/** Words that only a document has: never skipped, wherever they stand. */
const DOCUMENT_SIGNS = /cộng h[oò][aà] xã hội|độc lập ?- ?tự do|đảng cộng sản việt nam|nơi nhận|căn cứ|như sau:|tổ chức thực hiện/
const LONG = 1500

/** The text of an element with its blocks parted by one blank. */
export function textOf(node: Node): string {
  const parts: string[] = []
  gather(node, parts)
  return parts.join('').replace(/[ \t\r\n\f]+/g, ' ').trim()
}

function gather(node: Node, parts: string[]): void {
  if (isTextNode(node)) parts.push(node.data)
  else if (isElement(node) && !SKIPPED.has(node.name)) {
    if (node.name === 'br') parts.push(' ')
    const apart = node.name === 'p' || node.name === 'div' || node.name === 'li' || node.name === 'td' || node.name === 'tr'
    if (apart) parts.push(' ')
    for (const child of node.children) gather(child, parts)
    if (apart) parts.push(' ')
  }
}

export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs
  return hidden !== undefined || element.attribs['aria-hidden'] === 'true' || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/.test(style))
}

/** Parts of a page that are no part of a document: scripts, menus, forms, page heads and feet without a document's words. */
export function isBoilerplate(element: Element): boolean {
  if (SKIPPED.has(element.name)) return true
  if (!ASIDE.has(element.name) && !hasPartToken(element) && !/^(?:navigation|banner|contentinfo|search|complementary|dialog)$/.test(element.attribs['role'] ?? '')) return false
  const text = textOf(element)
  return text.length < LONG && !DOCUMENT_SIGNS.test(fold(text)) && !hasHeadline(element)
}

function hasPartToken(element: Element): boolean {
  const { id, class: names } = element.attribs
  if (!id && !names) return false
  return `${id ?? ''} ${names ?? ''}`.toLowerCase().split(/[\s_-]+/).some((token) => TOKENS.has(token))
}

const hasHeadline = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (child.name === 'h1' || hasHeadline(child)))

/** A table that only lays out the page: the heading block, the closing block, a frame around everything, a single row or column. */
export function isLayoutTable({ element, rows }: HtmlTable): boolean {
  if (rows.length < 2 || rows.every((row) => row.length < 2)) return true
  if (rows.some((row) => row.some((cell) => contains(cell.element, 'table') || contains(cell.element, 'h1')))) return true
  const text = fold(textOf(element))
  return text.length < 2500 && rows.length < 8 && (DOCUMENT_HEAD.test(text) || /nơi nhận ?:/.test(text))
}

const DOCUMENT_HEAD = /cộng h[oò][aà] xã hội|độc lập ?- ?tự do|đảng cộng sản việt nam/

const contains = (element: Element, name: string): boolean => element.children.some((child) => isElement(child) && (child.name === name || contains(child, name)))
