import { type Board, f1, precision, recall, type Tally } from './board.js'

const row = (layer: string, tally: Tally): string =>
  `${layer.padEnd(22)} ${[precision, recall, f1].map((measure) => measure(tally).toFixed(3)).join('  ')}   ${tally.hit}/${tally.gold} gold, ${tally.found} found`

const HEAD = 'layer                  prec   rec    F1'

/** The accuracy table, one layer a line. */
export const toTable = ({ totals, documents }: Board): string =>
  [`${documents.size} documents`, HEAD, ...[...totals].map(([layer, tally]) => row(layer, tally))].join('\n')

/** The same for each document. */
export const toDocumentTables = ({ documents }: Board): string =>
  [...documents].map(([name, tallies]) => [`\n${name}`, ...[...tallies].map(([layer, tally]) => `  ${row(layer, tally)}`)].join('\n')).join('\n')

/** The table as Markdown, for the README. */
export function toMarkdown({ totals }: Board): string {
  const lines = [...totals].map(([layer, tally]) => `| ${layer} | ${[precision, recall, f1].map((measure) => measure(tally).toFixed(3)).join(' | ')} | ${tally.gold} |`)
  return ['| layer | precision | recall | F1 | in the gold |', '|---|---|---|---|---|', ...lines].join('\n')
}

export const toMisses = ({ misses }: Board, layer: string): string =>
  misses.filter((miss) => miss.layer.startsWith(layer)).map((miss) => `${miss.layer}\t${miss.document}\t${miss.what}`).join('\n')

/** Layers whose F1 is below its floor, in words. */
export function belowFloors({ totals }: Board, floors: Readonly<Record<string, number>>): string[] {
  return Object.entries(floors).flatMap(([layer, floor]) => {
    const tally = totals.get(layer)
    const got = tally ? f1(tally) : 0
    return got < floor ? [`below its floor: ${layer} ${got.toFixed(3)} < ${floor}`] : []
  })
}
