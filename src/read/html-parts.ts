import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { type Element, elementsIn } from './html-node.js'
import { PAGE_PARTS } from '../grammar/generated/page-parts.js'
import { fold } from '../model/folded.js'
import type { HtmlTable } from './html-table.js'
import { SKIPPED, textOf } from './html-text.js'

const ASIDE = new Set(['header', 'footer', 'aside', 'form'])
const TOKENS: ReadonlySet<string> = new Set(PAGE_PARTS.map(({ token }) => token))
const DOCUMENT_SIGNS = PATTERNS['document-signs']
const LONG = 1500

/** Parts of a page that are no part of a document: scripts, menus, forms, page heads and feet without a document's words. */
export function isBoilerplate(element: Element): boolean {
  if (SKIPPED.has(element.name)) return true
  if (!ASIDE.has(element.name) && !hasPartToken(element) && !/^(?:navigation|banner|contentinfo|search|complementary|dialog)$/.test(element.attribs['role'] ?? '')) return false
  const text = textOf(element, LONG)
  return text.length < LONG && !DOCUMENT_SIGNS.test(fold(text)) && !hasHeadline(element)
}

function hasPartToken(element: Element): boolean {
  const { id, class: names } = element.attribs
  if (!id && !names) return false
  return `${id ?? ''} ${names ?? ''}`.toLowerCase().split(/[\s_-]+/).some((token) => TOKENS.has(token))
}

const hasHeadline = (element: Element): boolean => contains(element, 'h1')

/** A table that only lays out the page: the heading block, the closing block, a frame around everything, a single row or column. */
export function isLayoutTable({ element, rows }: HtmlTable): boolean {
  if (rows.length < 2 || rows.every((row) => row.length < 2)) return true
  if (rows.some((row) => row.some((cell) => contains(cell.element, 'table') || contains(cell.element, 'h1')))) return true
  const text = fold(textOf(element, 2500))
  return text.length < 2500 && rows.length < 8 && (DOCUMENT_HEAD.test(text) || PATTERNS['recipients-cell'].test(text))
}

const DOCUMENT_HEAD = PATTERNS['document-head']

function contains(element: Element, name: string): boolean {
  for (const inner of elementsIn(element)) if (inner.name === name) return true
  return false
}
