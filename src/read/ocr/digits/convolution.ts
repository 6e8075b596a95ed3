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
export function convolve(input: Maps, { channels: [before, after], high, wide, rim: [above, beside], weights, biases }: Layer): Maps {
  const [height, width] = [input.height + 2 * above - high + 1, input.width + 2 * beside - wide + 1]
  const data = new Float32Array(after * height * width)
  for (let to = 0, at = 0; to < after; to++) {
    const sums = data.subarray(to * height * width, (to + 1) * height * width).fill(biases[to]!)
    for (let from = 0; from < before; from++) {
      const seen = input.data.subarray(from * input.height * input.width, (from + 1) * input.height * input.width)
      for (let y = -above; y < high - above; y++) {
        for (let x = -beside; x < wide - beside; x++) addMoved(sums, width, height, seen, input.width, input.height, y, x, weights[at++]!)
      }
    }
  }
  return { channels: after, height, width, data }
}

/** To each sum the number of another map that stands `down` below it and `right` of it, weighed; outside the map is nothing. */
function addMoved(sums: Float32Array, width: number, height: number, seen: Float32Array, seenWidth: number, seenHeight: number, down: number, right: number, weight: number): void {
  const [first, last] = [Math.max(0, -right), Math.min(width, seenWidth - right)]
  for (let y = Math.max(0, -down); y < Math.min(height, seenHeight - down); y++) {
    const away = (y + down) * seenWidth + right - y * width
    for (let i = y * width + first; i < y * width + last; i++) sums[i]! += weight * seen[i + away]!
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
