import { type Element, isElement, isHidden } from './html-node.js'

export interface HtmlCell {
  readonly element: Element
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

export interface HtmlTable {
  readonly element: Element
  readonly caption: Element | undefined
  readonly rows: readonly (readonly HtmlCell[])[]
}

/** `tbody` inside `tbody` is no table that anyone meant. */
const DEEPEST = 3

/** Rows and cells of a table, not those of tables inside its cells. */
export function readTable(element: Element): HtmlTable {
  const rows: HtmlCell[][] = []
  let caption: Element | undefined
  const visit = (parent: Element, inHead: boolean, depth: number): void => {
    for (const child of parent.children) {
      if (!isElement(child) || isHidden(child)) continue
      if (child.name === 'caption') caption = child
      else if (child.name === 'tr') rows.push(cellsOf(child, inHead))
      else if (depth < DEEPEST && (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot')) visit(child, child.name === 'thead', depth + 1)
    }
  }
  visit(element, false, 0)
  return { element, caption, rows: rows.filter((row) => row.length) }
}

function cellsOf(row: Element, inHead: boolean): HtmlCell[] {
  return row.children.filter(isElement).filter((cell) => cell.name === 'td' || cell.name === 'th').map((cell) => ({
    element: cell,
    rowSpan: spanOf(cell, 'rowspan'),
    colSpan: spanOf(cell, 'colspan'),
    header: inHead || cell.name === 'th',
  }))
}

const spanOf = (cell: Element, name: string): number => Math.min(Math.max(Number.parseInt(cell.attribs[name] ?? '1', 10) || 1, 1), 1000)
