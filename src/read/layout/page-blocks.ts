import type { Block } from './blocks.js'
import { stackLines } from './column-blocks.js'
import { joinColumns } from './column-join.js'
import { findEdgeLines, withoutPanels } from './furniture.js'
import { type Line, linesOfWords } from './line.js'
import { countNotes } from './notes.js'
import type { PageContent } from './page-content.js'
import { readTables } from './table-block.js'
import type { TableBlock } from './blocks.js'

/** The blocks of each page from top to bottom, without page numbers, running heads and panels of signatures. */
export function readPageBlocks(pages: readonly PageContent[]): Block[][] {
  const read = pages.map((content) => {
    const { tables, rest } = readTables(content)
    const lines = linesOfWords(rest, content.number)
    const words = withoutPanels(rest, lines)
    return { content, tables, lines: words.length < rest.length ? linesOfWords(words, content.number) : lines }
  })
  const edges = findEdgeLines(read)
  return joinColumns(read.map(({ content, tables, lines }) => blocksOf(content, tables, lines.filter((line) => !edges.has(line)))))
}

function blocksOf(page: PageContent, tables: readonly TableBlock[], lines: readonly Line[]): Block[] {
  const notes = countNotes(page, lines)
  const noteLines = notes ? lines.slice(-notes) : []
  const body = notes ? lines.slice(0, -notes) : lines
  const blocks: Block[] = [...tables]
  for (const group of between(body, tables)) for (const { column, lines: stack } of stackLines(group)) blocks.push({ kind: 'text', page: page.number, top: group[0]!.baseline, column, lines: stack })
  blocks.sort((a, b) => a.top - b.top)
  if (noteLines.length) blocks.push({ kind: 'notes', page: page.number, top: noteLines[0]!.baseline, lines: noteLines })
  return blocks
}

/** Lines parted by the tables between them. */
function between(lines: readonly Line[], tables: readonly TableBlock[]): Line[][] {
  const groups: Line[][] = []
  let passed = -1
  for (const line of lines) {
    const above = tables.filter(({ top }) => top < line.baseline).length
    if (above !== passed || !groups.length) groups.push([])
    passed = above
    groups.at(-1)!.push(line)
  }
  return groups
}
