import type { GrayImage } from './gray-image.js'

/** A straight line in a picture: a box in pixels that is long and thin. */
export interface ImageRule {
  readonly horizontal: boolean
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Lengths in points: no letter has so long a stroke; thicker lines are edges of the paper. */
const SHORTEST_ACROSS = 30
const SHORTEST_DOWN = 22
const THICKEST = 5
/** Dots lost in a line, in points. */
const HOLE = 1.2

/** The ruling lines of a scan. `scale` is pixels to a point. */
export function rulesOfImage(image: GrayImage, threshold: number, scale: number): ImageRule[] {
  const dark = new Uint8Array(image.data.length)
  for (let i = 0; i < dark.length; i++) dark[i] = image.data[i]! < threshold ? 1 : 0
  const { width, height } = image
  const across = linesAlong(dark, { lines: height, length: width, lineStep: width, step: 1 }, SHORTEST_ACROSS * scale, scale)
  const down = linesAlong(dark, { lines: width, length: height, lineStep: 1, step: width }, SHORTEST_DOWN * scale, scale)
  return [
    ...across.map(({ first, last, from, to }) => ({ horizontal: true, left: from, right: to, top: first, bottom: last })),
    ...down.map(({ first, last, from, to }) => ({ horizontal: false, top: from, bottom: to, left: first, right: last })),
  ]
}

interface Walk {
  readonly lines: number
  readonly length: number
  readonly lineStep: number
  readonly step: number
}

/** A run of dark pixels, or several on neighbouring rows that touch. */
interface Stroke {
  first: number
  last: number
  from: number
  to: number
}

/** Long runs of dark pixels, those of neighbouring rows together. */
function linesAlong(dark: Uint8Array, walk: Walk, shortest: number, scale: number): Stroke[] {
  const hole = Math.max(1, Math.round(HOLE * scale))
  let open: Stroke[] = []
  const done: Stroke[] = []
  for (let line = 0; line < walk.lines; line++) {
    const next: Stroke[] = []
    for (const run of runsOf(dark, walk, line, shortest, hole)) {
      const touching = open.find((stroke) => stroke.last >= line - 2 && run.from <= stroke.to + hole * 4 && run.to >= stroke.from - hole * 4)
      if (touching) {
        touching.last = line
        touching.from = Math.min(touching.from, run.from)
        touching.to = Math.max(touching.to, run.to)
      } else next.push({ first: line, last: line, from: run.from, to: run.to })
    }
    const kept: Stroke[] = []
    for (const stroke of open) (stroke.last >= line - 2 ? kept : done).push(stroke)
    open = [...kept, ...next]
  }
  done.push(...open)
  return done.filter(({ first, last, from, to }) => last - first + 1 <= THICKEST * scale && to - from > 6 * (last - first + 1))
}

function runsOf(dark: Uint8Array, { length, lineStep, step }: Walk, line: number, shortest: number, hole: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  let from = -1
  let last = -1
  for (let i = 0, at = line * lineStep; i < length; i++, at += step) {
    if (!dark[at]) {
      if (from >= 0 && i - last > hole) {
        if (last - from >= shortest) runs.push({ from, to: last })
        from = -1
      }
      continue
    }
    if (from < 0) from = i
    last = i
  }
  if (from >= 0 && last - from >= shortest) runs.push({ from, to: last })
  return runs
}

/** The picture without its ruling lines, which OCR would read as letters. */
export function eraseRules(image: GrayImage, rules: readonly ImageRule[], scale: number): GrayImage {
  if (!rules.length) return image
  const data = image.data.slice()
  const rim = Math.max(1, Math.round(0.35 * scale))
  for (const { left, top, right, bottom } of rules) {
    for (let y = Math.max(0, top - rim); y <= Math.min(image.height - 1, bottom + rim); y++) data.fill(255, y * image.width + Math.max(0, left - rim), y * image.width + Math.min(image.width - 1, right + rim) + 1)
  }
  return { ...image, data }
}
