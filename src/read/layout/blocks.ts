import type { Line } from './line.js'

/** A cell of a table with its lines. */
export interface TableCell {
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly lines: readonly Line[]
  /** Where its lines had to end, in points from the page's left edge. */
  readonly right: number
}

/** A ruled table: rows of cells, its column borders, and where it stands. */
export interface TableBlock {
  readonly kind: 'table'
  readonly page: number
  readonly top: number
  readonly bottom: number
  readonly xs: readonly number[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** Lines below one another that are read from top to bottom. */
export interface TextBlock {
  readonly kind: 'text'
  readonly page: number
  readonly top: number
  /** A column beside another one, set in short lines of their own: the heading block, the closing block. */
  readonly column: boolean
  readonly lines: readonly Line[]
}

/** Notes at the foot of a page. */
export interface NotesBlock {
  readonly kind: 'notes'
  readonly page: number
  readonly top: number
  readonly lines: readonly Line[]
}

export type Block = TableBlock | TextBlock | NotesBlock
