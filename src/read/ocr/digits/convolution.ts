import type { DigitNetLayer } from '../../../grammar/digit-net.js'

/** Numbers by channel, row and column. */
export interface Maps {
  readonly channels: number
  readonly height: number
  readonly width: number
  readonly data: Float32Array
}

/** A layer, its weights unpacked. */
export interface Layer extends Omit<DigitNetLayer, 'weights'> {
  readonly weights: Float32Array
}

export function unpackLayer(layer: DigitNetLayer): Layer {
  const bytes = Int8Array.from(atob(layer.weights), (letter) => letter.charCodeAt(0))
  const each = bytes.length / layer.scales.length
  return { ...layer, weights: Float32Array.from(bytes, (byte, i) => byte * layer.scales[Math.floor(i / each)]!) }
}

/** The sums of a layer. */
export function convolve(input: Maps, { channels: [before, after], high, wide, rim, weights, biases }: Layer): Maps {
  const seen = rimmed(input, rim)
  const [height, width] = [seen.height - high + 1, seen.width - wide + 1]
  const data = new Float32Array(after * height * width)
  const add = wide === 3 ? addThree : addRow
  for (let to = 0, at = 0; to < after; to++) {
    const sums = to * height * width
    data.fill(biases[to]!, sums, sums + height * width)
    for (let from = 0; from < before; from++) {
      for (let row = 0; row < high; row++, at += wide) {
        for (let y = 0; y < height; y++) add(data, sums + y * width, width, seen.data, ((from * seen.height) + y + row) * seen.width, weights, at, wide)
      }
    }
  }
  return { channels: after, height, width, data }
}

/** The maps with rows and columns of nothing around them. */
function rimmed({ channels, height, width, data }: Maps, [above, beside]: readonly [number, number]): Maps {
  const [high, wide] = [height + 2 * above, width + 2 * beside]
  const wider = new Float32Array(channels * high * wide)
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < height; y++) wider.set(data.subarray((channel * height + y) * width, (channel * height + y + 1) * width), (channel * high + y + above) * wide + beside)
  }
  return { channels, height: high, width: wide, data: wider }
}

/** To each sum of a row the numbers of another that stand above or below it, weighed by as many weights as the layer is wide. */
function addRow(sums: Float32Array, to: number, width: number, seen: Float32Array, from: number, weights: Float32Array, at: number, wide: number): void {
  for (let i = 0; i < wide; i++) {
    const weight = weights[at + i]!
    for (let x = 0; x < width; x++) sums[to + x]! += weight * seen[from + x + i]!
  }
}

/** The same for three weights, as most layers have, in one pass. */
function addThree(sums: Float32Array, to: number, width: number, seen: Float32Array, from: number, weights: Float32Array, at: number): void {
  const [left, middle, right] = [weights[at]!, weights[at + 1]!, weights[at + 2]!]
  let [before, here] = [seen[from]!, seen[from + 1]!]
  for (let x = 0; x < width; x++) {
    const behind = seen[from + x + 2]!
    sums[to + x]! += left * before + middle * here + right * behind
    before = here
    here = behind
  }
}

/** Of each field of rows and columns the greatest number, none below 0. */
export function greatest({ channels, height, width, data }: Maps, [rows, columns]: readonly [number, number]): Maps {
  const [high, wide] = [Math.floor(height / rows), Math.floor(width / columns)]
  const kept = new Float32Array(channels * high * wide)
  for (let channel = 0, at = 0; channel < channels; channel++) {
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < wide; x++, at++) {
        for (let row = 0; row < rows; row++) {
          const from = (channel * height + y * rows + row) * width + x * columns
          for (let i = from; i < from + columns; i++) if (data[i]! > kept[at]!) kept[at] = data[i]!
        }
      }
    }
  }
  return { channels, height: high, width: wide, data: kept }
}
