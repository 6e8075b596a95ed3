import type { Role, SectionKind } from './plan.js'
import type { Span } from './span.js'

/** A list marker at the head of a line: "II.", "1.1.", "a)", "-", "Điều 2". */
export interface Marker {
  readonly kind: SectionKind
  /** As printed, without the space after it. */
  readonly printed: string
  /** What it adds to a path: "II", "1", "a", "Điều 2". */
  readonly label: string
  /** Its numbers from the outermost on ("2.4.1" is [2, 4, 1]); bullets have none. */
  readonly numbers: readonly number[]
  /** The mark after the number (`.`, `)`, `/`, `-`) or the bullet itself: lists of different marks nest. */
  readonly style: string
  /** Offset of the first letter after the marker. */
  readonly contentStart: number
}

/** A node of the outline while it is built and read: a marked line and all that stands under it. */
export interface OutlineNode {
  readonly marker: Marker
  readonly parent: OutlineNode | null
  readonly path: string
  /** The marked line itself, from the marker on. */
  readonly line: Span
  /** What follows the marker on its line, or the line below where the marker stands alone. */
  readonly content: Span
  readonly children: OutlineNode[]
  /** Blocks directly in it: its own paragraphs (not its first line) and its child nodes' lines, in reading order. */
  readonly blocks: Block[]
  /** End of its last descendant. */
  end: number
  role: Role | null
}

/** A paragraph of the body of a document: a list item's line or a plain paragraph. */
export interface Block {
  readonly span: Span
  /** The item it begins; null for a plain paragraph. */
  readonly node: OutlineNode | null
  /** The numbered or bulleted node it stands in; null at the top. */
  readonly parent: OutlineNode | null
}

export interface Outline {
  readonly roots: readonly OutlineNode[]
  /** All blocks of the body in reading order. */
  readonly blocks: readonly Block[]
}
