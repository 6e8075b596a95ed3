import { DIGIT_NET } from '../../../grammar/generated/digit-net.js'
import { convolve, greatest, type Layer, type Maps, unpackLayer } from './convolution.js'
import { type ClassScores, likeliestClasses } from './digit-path.js'
import type { Ink } from './ink.js'

/** Digits that a hand wrote, and how likely they are all right, 0 to 1. */
export interface ReadNumber {
  readonly digits: string
  readonly sure: number
}

/** White columns left and right of the ink. */
const BESIDE = 4
/** Widths are a multiple of this. */
const STEP = 8

let unpacked: readonly Layer[] | undefined

/** Reads a number of handwritten digits; `undefined` where there is none, or something else stands among them. */
export function readNumber(ink: Ink): ReadNumber | undefined {
  unpacked ??= DIGIT_NET.layers.map(unpackLayer)
  const { blank, none } = DIGIT_NET.classes
  const last = unpacked.length - 1
  const scores = unpacked.reduce((maps: Maps, layer, i) => (i === last ? convolve(maps, layer) : greatest(convolve(maps, layer), layer.field)), pictureOf(ink))
  const { found, sure } = likeliestClasses(logSoftmax(scores), blank)
  return found.length && !found.includes(none) ? { digits: found.join(''), sure } : undefined
}

/** The ink as high as the net knows it, each pixel as dark as it has ink. */
export function pictureOf({ width, height, dark }: Ink): Maps {
  const { rows, ink, columns } = DIGIT_NET
  const scale = Math.min(ink / height, (columns - 2 * BESIDE) / width)
  const [wide, high] = [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))]
  const whole = Math.min(columns, Math.ceil((wide + 2 * BESIDE) / STEP) * STEP)
  const data = new Float32Array(rows * whole)
  const top = (rows - high) >> 1
  for (let y = 0; y < high; y++) for (let x = 0; x < wide; x++) data[(top + y) * whole + BESIDE + x] = shareOf(dark, width, (x * width) / wide, (y * height) / high, ((x + 1) * width) / wide, ((y + 1) * height) / high)
  return { channels: 1, height: rows, width: whole, data }
}

/** The share of a field that is dark, its edges between pixels. */
function shareOf(dark: Uint8Array, width: number, left: number, top: number, right: number, bottom: number): number {
  let sum = 0
  for (let y = Math.floor(top); y < bottom; y++) {
    const down = Math.min(y + 1, bottom) - Math.max(y, top)
    for (let x = Math.floor(left); x < right; x++) if (dark[y * width + x]) sum += down * (Math.min(x + 1, right) - Math.max(x, left))
  }
  return sum / ((right - left) * (bottom - top))
}

function logSoftmax({ channels, width, data }: Maps): ClassScores {
  const scores = new Float64Array(channels * width)
  for (let column = 0; column < width; column++) {
    let most = -Infinity
    for (let i = 0; i < channels; i++) most = Math.max(most, data[i * width + column]!)
    let sum = 0
    for (let i = 0; i < channels; i++) sum += Math.exp(data[i * width + column]! - most)
    for (let i = 0; i < channels; i++) scores[column * channels + i] = data[i * width + column]! - most - Math.log(sum)
  }
  return { classes: channels, columns: width, data: scores }
}
