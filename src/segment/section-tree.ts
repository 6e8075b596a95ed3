import type { Finding } from '../model/diagnostics.js'
import type { FoldedText } from '../model/folded.js'
import type { Block, Marker, Outline, OutlineNode } from '../model/outline.js'
import type { Line } from './lines.js'
import { followsLetter, parseMarker } from './marker.js'

/** Lines that the outline must not read as items, and where a new document begins inside this one. */
export interface OutlineBounds {
  /** First line of the body. */
  readonly from: number
  /** Indexes of lines that belong to tables, closing blocks, footnotes, attached headings. */
  readonly skip: ReadonlySet<number>
  /** Lines at which an attached document begins ("KT1"), with the offset its heading ends. */
  readonly attachments: readonly { readonly line: number; readonly title: { readonly start: number; readonly end: number } }[]
}

interface Building {
  readonly text: FoldedText
  readonly roots: OutlineNode[]
  readonly blocks: Block[]
  readonly findings: Finding[]
  /** Open nodes, outermost first. */
  stack: OutlineNode[]
  /** Bullets open under the innermost numbered node, outermost first. */
  bullets: OutlineNode[]
  annexes: number
}

/**
 * Build the outline of a document's body from the markers of its lines. A marker continues the innermost open list whose next number it is;
 * a first number opens a list under the innermost open node; bullets nest by their sign.
 *
 *     II. NHIỆM VỤ            → II
 *     1. Tuyên truyền         → II.1
 *     - Đẩy mạnh …            → II.1.-1
 */
export function buildSectionTree(text: FoldedText, lines: readonly Line[], bounds: OutlineBounds): Outline & { readonly findings: Finding[] } {
  const building: Building = { text, roots: [], blocks: [], findings: [], stack: [], bullets: [], annexes: 0 }
  const attachments = new Map(bounds.attachments.map((a, index) => [a.line, { ...a, number: index + 1 }]))
  for (let index = bounds.from; index < lines.length; index++) {
    const line = lines[index]!
    const attached = attachments.get(index)
    if (attached) openAttachment(building, line, attached.title, attached.number)
    if (bounds.skip.has(index)) continue
    const marker = parseMarker(text, line.start, line.end)
    if (!marker) addParagraph(building, line)
    else if (marker.kind === 'bullet' || marker.kind === 'plus') addBullet(building, line, marker, marker.kind)
    else index = addNumbered(building, lines, index, marker, bounds.skip)
  }
  for (const root of building.roots) closeNode(root)
  return { roots: building.roots, blocks: building.blocks, findings: building.findings }
}

function openAttachment(building: Building, line: Line, title: { start: number; end: number }, number: number): void {
  const marker: Marker = { kind: 'attachment', printed: '', label: `KT${number}`, numbers: [number], style: '', contentStart: title.start }
  const node = createNode(marker, null, marker.label, line, title.start, title.end)
  building.roots.push(node)
  building.stack = [node]
  building.bullets = []
}

function createNode(marker: Marker, parent: OutlineNode | null, path: string, line: Line, contentStart: number, contentEnd: number): OutlineNode {
  const start = marker.printed ? line.start : contentStart
  return { marker, parent, path, line: { start, end: contentEnd }, content: { start: contentStart, end: contentEnd }, children: [], blocks: [], end: contentEnd, role: null }
}

function addParagraph(building: Building, line: Line): void {
  const parent = building.stack.at(-1) ?? null
  const block: Block = { span: { start: line.start, end: line.end }, node: null, parent }
  building.blocks.push(block)
  parent?.blocks.push(block)
}

function attach(building: Building, node: OutlineNode): void {
  const block: Block = { span: node.line, node, parent: node.parent }
  building.blocks.push(block)
  if (node.parent) {
    node.parent.children.push(node)
    node.parent.blocks.push(block)
  } else building.roots.push(node)
}

function addBullet(building: Building, line: Line, marker: Marker, kind: 'bullet' | 'plus'): void {
  const open = building.bullets.findIndex((bullet) => bullet.marker.style === marker.style)
  const bullets = open >= 0 ? building.bullets.slice(0, open) : building.bullets
  const parent = bullets.at(-1) ?? building.stack.at(-1) ?? null
  const label = `${marker.label}${countOf(parent ? parent.children : building.roots, kind) + 1}`
  const node = createNode({ ...marker, label }, parent, parent ? `${parent.path}.${label}` : label, line, marker.contentStart, line.end)
  attach(building, node)
  building.bullets = [...bullets, node]
}

/** How many of the nodes are of the kind; a bullet's label says how many stand before it and it. */
function countOf(nodes: readonly OutlineNode[], kind: 'bullet' | 'plus'): number {
  const last = nodes.findLast((node) => node.marker.kind === kind)
  return last ? Number(last.marker.label.slice(1)) : 0
}

function addNumbered(building: Building, lines: readonly Line[], index: number, marker: Marker, skip: ReadonlySet<number>): number {
  const line = lines[index]!
  const alone = marker.contentStart >= line.end
  const next = lines[index + 1]
  const titleBelow = alone && next !== undefined && !skip.has(index + 1) && !parseMarker(building.text, next.start, next.end)
  const content = titleBelow ? next : line
  if (marker.kind === 'annex') {
    building.stack = []
    building.annexes = marker.numbers[0] || building.annexes + 1
    const labelled = { ...marker, label: `PL${building.annexes}` }
    pushNode(building, createNode(labelled, null, labelled.label, line, titleBelow ? content.start : Math.min(marker.contentStart, line.end), content.end))
    return titleBelow ? index + 1 : index
  }
  const parent = placeNumbered(building, marker, line)
  const label = labelUnder(parent, marker)
  const path = parent ? `${parent.path}.${label}` : label
  pushNode(building, createNode({ ...marker, label }, parent, path, line, titleBelow ? content.start : marker.contentStart, content.end))
  return titleBelow ? index + 1 : index
}

function pushNode(building: Building, node: OutlineNode): void {
  attach(building, node)
  building.stack = [...building.stack, node]
  building.bullets = []
}

/** Where the printed marker repeats its parent's number ("1.1" under "1"), only its last part is added to the path. */
function labelUnder(parent: OutlineNode | null, marker: Marker): string {
  if (marker.kind !== 'decimal' || marker.numbers.length < 2) return marker.label
  const prefix = marker.numbers.slice(0, -1)
  const repeats = parent?.marker.kind === 'decimal' ? endsWith(fullNumbers(parent), prefix) : parent !== null && prefix.length === 1 && parent.marker.numbers[0] === prefix[0]
  return repeats ? String(marker.numbers.at(-1)) : marker.label
}

const fullNumbers = (node: OutlineNode): readonly number[] => node.marker.numbers

const endsWith = (numbers: readonly number[], tail: readonly number[]): boolean =>
  tail.length === numbers.length && tail.every((value, index) => value === numbers[index])

/** The node under which a numbered marker belongs; closes what it ends. Numbering faults are noted. */
function placeNumbered(building: Building, marker: Marker, line: Line): OutlineNode | null {
  const { stack } = building
  const child = parentByPrefix(stack, marker)
  if (child !== undefined) {
    building.stack = stack.slice(0, child + 1)
    noteGap(building, stack[child + 1] ?? lastChildLike(stack[child]!, marker), marker, line)
    return stack[child]!
  }
  const sibling = findSibling(stack, marker)
  if (sibling >= 0) {
    noteGap(building, stack[sibling]!, marker, line)
    building.stack = stack.slice(0, sibling)
    return stack[sibling]!.parent
  }
  const rank = RANK[marker.kind] ?? (goesOn(marker) ? RANK_OF_REST[marker.kind] : undefined)
  if (rank !== undefined) building.stack = stack.filter((node) => (RANK[node.marker.kind] ?? RANK_OF_REST[node.marker.kind] ?? LOWEST) < rank)
  return building.stack.at(-1) ?? null
}

/** Kinds that never stand under a smaller one: a part is no child of an article. */
const RANK: Readonly<Partial<Record<Marker['kind'], number>>> = { attachment: 0, annex: 0, part: 1, chapter: 2, article: 4 }

/** Kinds that stand under smaller ones where they begin a list of their own, but not where they go on with one whose begin was lost. */
const RANK_OF_REST: Readonly<Partial<Record<Marker['kind'], number>>> = { roman: 5, decimal: 6, letter: 7 }
const LOWEST = 9

/** "II." or "3.": a single number that begins no list. */
const goesOn = ({ numbers }: Marker): boolean => numbers.length === 1 && numbers[0]! > 1

/** "1.2" belongs under the open "1": the index of that node in the stack. */
function parentByPrefix(stack: readonly OutlineNode[], marker: Marker): number | undefined {
  if (marker.kind !== 'decimal' || marker.numbers.length < 2) return undefined
  const prefix = marker.numbers.slice(0, -1)
  for (let i = stack.length - 1; i >= 0; i--) {
    const { kind, numbers } = stack[i]!.marker
    if (kind === 'decimal' && endsWith(numbers, prefix)) return i
    if (kind === 'roman' && prefix.length === 1 && numbers[0] === prefix[0] && !stack[i + 1]) return i
  }
  return undefined
}

const lastChildLike = (parent: OutlineNode, marker: Marker): OutlineNode | undefined =>
  parent.children.findLast((child) => child.marker.kind === marker.kind && child.marker.numbers.length === marker.numbers.length)

/** The open node whose list the marker continues: its next number first, else the same list after a gap or a repeat. */
function findSibling(stack: readonly OutlineNode[], marker: Marker): number {
  const number = marker.numbers.at(-1)!
  const alike = (node: OutlineNode): boolean => node.marker.kind === marker.kind && node.marker.numbers.length === marker.numbers.length
  const next = (node: OutlineNode): boolean => alike(node) && isNext(node.marker, marker)
  const sameStyle = stack.findLastIndex((node) => next(node) && node.marker.style === marker.style)
  if (sameStyle >= 0) return sameStyle
  const anyStyle = stack.findLastIndex(next)
  if (anyStyle >= 0) return anyStyle
  if (number === 1) return restartOf(stack, marker)
  return stack.findLastIndex((node) => alike(node) && node.marker.style === marker.style)
}

/** A first number opens a list of its own under what is open, unless the list it repeats is itself the innermost. */
function restartOf(stack: readonly OutlineNode[], marker: Marker): number {
  const top = stack.at(-1)
  if (!top) return -1
  const same = top.marker.kind === marker.kind && top.marker.style === marker.style && top.marker.numbers.length === marker.numbers.length
  if (same) return stack.length - 1
  return marker.kind === 'roman' ? stack.findLastIndex((node) => node.marker.kind === 'roman') : -1
}

const isNext = (last: Marker, marker: Marker): boolean =>
  marker.kind === 'letter' ? followsLetter(last.numbers[0]!, marker.numbers[0]!) : marker.numbers.at(-1) === last.numbers.at(-1)! + 1

function noteGap(building: Building, last: OutlineNode | undefined, marker: Marker, line: Line): void {
  const number = marker.numbers.at(-1)!
  if (!last || isNext(last.marker, marker) || marker.kind === 'letter' || last.marker.kind !== marker.kind) return
  const expected = last.marker.numbers.at(-1)! + 1
  const span = { start: line.start, end: Math.max(marker.contentStart, line.start + 1) }
  const found = marker.printed
  if (number === last.marker.numbers.at(-1)) building.findings.push({ code: 'section/numbering-duplicate', severity: 'warning', span, args: { found } })
  else if (number > expected) building.findings.push({ code: 'section/numbering-gap', severity: 'warning', span, args: { expected: String(expected), found } })
}

/** Extend each node to the end of its last descendant. */
function closeNode(node: OutlineNode): number {
  for (const block of node.blocks) node.end = Math.max(node.end, block.node ? closeNode(block.node) : block.span.end)
  return node.end
}
