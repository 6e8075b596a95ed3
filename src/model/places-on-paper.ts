import type { RunMark, SourceText } from './source-text.js'
import type { Span } from './span.js'

export type Box = RunMark['box']

/** Where words stand on one page. */
export interface PlaceOnPage {
  /** Counted from 1. */
  readonly page: number
  /** Around all of them, in points from the page's upper left corner; null where the page is known and the place on it is not. */
  readonly box: Box | null
  /** One for each line of print. */
  readonly lines: readonly Box[]
}

/** Where a span of a reader's text stands on paper, page by page; [] where the format knows no pages. */
export function locate({ runs, pages }: Pick<SourceText, 'runs' | 'pages'>, span: Span): PlaceOnPage[] {
  const byPage = new Map<number, Box[]>()
  for (let i = firstRunBehind(runs, span.start); i < runs.length && runs[i]!.span.start < Math.max(span.end, span.start + 1); i++) {
    const run = runs[i]!
    const boxes = byPage.get(run.page)
    if (boxes) boxes.push(partOf(run, span))
    else byPage.set(run.page, [partOf(run, span)])
  }
  if (byPage.size) return [...byPage].sort(([a], [b]) => a - b).map(([page, boxes]) => ({ page, box: around(boxes), lines: linesOf(boxes) }))
  return (pages ?? []).filter((page) => page.span.start < Math.max(span.end, span.start + 1) && span.start < page.span.end).map(({ number }) => ({ page: number, box: null, lines: [] }))
}

/** Runs stand in the order of the text: the first one that ends behind `offset`. */
function firstRunBehind(runs: readonly RunMark[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.span.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The share of the run's width that its characters in the span take. */
function partOf({ box: [left, top, width, height], span: run }: RunMark, span: Span): Box {
  const length = Math.max(run.end - run.start, 1)
  const from = Math.max(span.start - run.start, 0) / length
  const to = Math.min(Math.max(span.end - run.start, 0), length) / length
  return [left + width * from, top, width * Math.max(to - from, 0), height]
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box[0]))
  const top = Math.min(...boxes.map((box) => box[1]))
  return [left, top, Math.max(...boxes.map((box) => box[0] + box[2])) - left, Math.max(...boxes.map((box) => box[1] + box[3])) - top]
}

/** Boxes whose heights overlap by half stand on one line. */
function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[][] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    const before = last?.at(-1)
    if (last && before && Math.min(before[1] + before[3], box[1] + box[3]) - Math.max(before[1], box[1]) > Math.min(before[3], box[3]) / 2) last.push(box)
    else lines.push([box])
  }
  return lines.map(around)
}
