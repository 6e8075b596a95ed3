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

/** Hairlines of a page that was turned or made smaller are lighter than letters: they lie this far between ink and paper. */
const LIGHT = 0.5
const WHITE = 255
const PAPER = 245
/** What is so light is a line only where it is thin, and stands alone: the feet of letters that touch one another have letters above them. */
const THIN = 1.6
const BESIDE = 1.4
const ALONE = 0.2

/** The ruling lines of a scan. `scale` is pixels to a point. */
export function rulesOfImage(image: GrayImage, threshold: number, scale: number): ImageRule[] {
  const rules = rulesDarkerThan(image, threshold, scale)
  const shade = threshold + LIGHT * Math.max(0, PAPER - threshold)
  const light = rulesDarkerThan(image, shade, scale)
  return [...rules, ...light.filter((rule) => isHairline(rule, image, shade, scale) && !rules.some((known) => covers(known, rule, 2 * scale)))]
}

function isHairline({ horizontal, left, top, right, bottom }: ImageRule, { width, height, data }: GrayImage, shade: number, scale: number): boolean {
  if ((horizontal ? bottom - top : right - left) >= THIN * scale) return false
  const beside = Math.max(2, Math.round(BESIDE * scale))
  const [from, to] = horizontal ? [left, right] : [top, bottom]
  return [(horizontal ? top : left) - beside, (horizontal ? bottom : right) + beside].every((line) => {
    if (line < 0 || line >= (horizontal ? height : width)) return false
    let dark = 0
    for (let along = from; along <= to; along++) if (data[horizontal ? line * width + along : along * width + line]! < shade) dark++
    return dark < ALONE * (to - from + 1)
  })
}

/** Does a rule run where another does, nearly as far? */
const covers = (known: ImageRule, { horizontal, left, top, right, bottom }: ImageRule, rim: number): boolean =>
  known.horizontal === horizontal && known.left <= left + rim && known.right >= right - rim && known.top <= top + rim && known.bottom >= bottom - rim

function rulesDarkerThan(image: GrayImage, threshold: number, scale: number): ImageRule[] {
  const { rows, columns } = longRuns(image, threshold, scale)
  return [
    ...strokesOf(rows, scale).map(({ first, last, from, to }) => ({ horizontal: true, left: from, right: to, top: first, bottom: last })),
    ...strokesOf(columns, scale).map(({ first, last, from, to }) => ({ horizontal: false, top: from, bottom: to, left: first, right: last })),
  ]
}

interface Run {
  readonly from: number
  readonly to: number
}

/** A run of dark pixels, or several on neighbouring rows that touch. */
interface Stroke {
  first: number
  last: number
  from: number
  to: number
}

const holeOf = (scale: number): number => Math.max(1, Math.round(HOLE * scale))

/** The long runs of dark pixels of each row and of each column, found in one pass over the rows. */
function longRuns({ width, height, data }: GrayImage, threshold: number, scale: number): { readonly rows: Run[][]; readonly columns: Run[][] } {
  const hole = holeOf(scale)
  const rows = Array.from({ length: height }, (): Run[] => [])
  const columns = Array.from({ length: width }, (): Run[] => [])
  const [across, down] = [SHORTEST_ACROSS * scale, SHORTEST_DOWN * scale]
  const from = new Int32Array(width).fill(-1)
  const last = new Int32Array(width)
  const fours = new DataView(data.buffer, data.byteOffset, data.byteLength)
  for (let y = 0, at = 0; y < height; y++) {
    let [begun, end] = [-1, 0]
    for (let x = 0; x < width; x++, at++) {
      const shade = data[at]!
      if (shade >= threshold) {
        // Most of a page is white: four pixels at once.
        if (shade === WHITE) for (; x + 4 < width && fours.getInt32(at + 1) === -1; x += 4) at += 4
        continue
      }
      if (begun < 0 || x - 1 - end > hole) {
        if (begun >= 0 && end - begun >= across) rows[y]!.push({ from: begun, to: end })
        begun = x
      }
      end = x
      if (from[x]! < 0 || y - 1 - last[x]! > hole) {
        if (from[x]! >= 0 && last[x]! - from[x]! >= down) columns[x]!.push({ from: from[x]!, to: last[x]! })
        from[x] = y
      }
      last[x] = y
    }
    if (begun >= 0 && end - begun >= across) rows[y]!.push({ from: begun, to: end })
  }
  for (let x = 0; x < width; x++) if (from[x]! >= 0 && last[x]! - from[x]! >= down) columns[x]!.push({ from: from[x]!, to: last[x]! })
  return { rows, columns }
}

/** Long runs of neighbouring rows, or columns, together. */
function strokesOf(lines: readonly (readonly Run[])[], scale: number): Stroke[] {
  const hole = holeOf(scale)
  let open: Stroke[] = []
  const done: Stroke[] = []
  for (const [line, runs] of lines.entries()) {
    const next: Stroke[] = []
    for (const run of runs) {
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

/** Takes the ruling lines out of a picture: OCR would read them as letters. */
export function eraseRules({ width, height, data }: GrayImage, rules: readonly ImageRule[], scale: number): void {
  const rim = Math.max(1, Math.round(0.35 * scale))
  for (const { left, top, right, bottom } of rules) {
    for (let y = Math.max(0, top - rim); y <= Math.min(height - 1, bottom + rim); y++) data.fill(255, y * width + Math.max(0, left - rim), y * width + Math.min(width - 1, right + rim) + 1)
  }
}
