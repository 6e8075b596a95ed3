import type { Rule } from '../layout/page-content.js'
import { mapX, mapY, type Matrix } from './matrix.js'

/** Numbers of pdf.js for the parts of a path. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const CLOSE = 3
/** A filled box up to this high is a line; wider ones are shades. */
const THICKEST = 3.2
const SHORTEST = 4

/** The straight lines along an axis that painting a path draws: strokes, and filled boxes as thin as a stroke. */
export function rulesOfPath(path: ArrayLike<number>, ctm: Matrix, paint: 'stroke' | 'fill'): Rule[] {
  const rules: Rule[] = []
  let points: [number, number][] = []
  const end = (closed: boolean): void => {
    if (paint === 'stroke') pushStrokes(closed ? [...points, points[0]!] : points, rules)
    else pushThinBox(points, rules)
  }
  for (let i = 0; i < path.length; ) {
    const part = path[i++]
    if (part === MOVE || part === LINE) {
      const x = path[i++]!
      const y = path[i++]!
      if (part === MOVE) {
        if (points.length > 1) end(false)
        points = []
      }
      points.push([mapX(ctm, x, y), mapY(ctm, x, y)])
    } else if (part === CURVE) {
      i += 6
      points = []
    } else if (part === CLOSE) {
      if (points.length > 1) end(true)
      points = points.slice(0, 1)
    } else break
  }
  if (points.length > 1) end(false)
  return rules
}

function pushStrokes(points: readonly (readonly [number, number])[], rules: Rule[]): void {
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]!
    const [x1, y1] = points[i]!
    const width = Math.abs(x1 - x0)
    const height = Math.abs(y1 - y0)
    if (height < 0.6 && width >= SHORTEST) rules.push({ horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    else if (width < 0.6 && height >= SHORTEST) rules.push({ horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
}

/** Word draws the borders of tables as filled boxes half a point thick. */
function pushThinBox(points: readonly (readonly [number, number])[], rules: Rule[]): void {
  if (points.length < 4 || points.length > 5) return
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THICKEST && right - left >= SHORTEST && right - left > bottom - top) rules.push({ horizontal: true, at: (top + bottom) / 2, from: left, to: right })
  else if (right - left <= THICKEST && bottom - top >= SHORTEST) rules.push({ horizontal: false, at: (left + right) / 2, from: top, to: bottom })
}
