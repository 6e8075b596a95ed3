import type { BitImage, GrayImage } from './gray-image.js'
import { type ImageRows, type Row, rowsOf } from './image-rows.js'

/**
 * Four pixels of a row are one word of 32 bits, the leftmost in its lowest byte. Sums of three rows want ten bits: of a word the pixels 0 and 2 are kept in one
 * pair of 16 bits, 1 and 3 in another, and both lanes of a pair are added up at once.
 */
const LANES = 0x00ff00ff
const WHITE = -1
/** Four times white, in both lanes. */
const WHITE_SUM = 0x03fc03fc

interface Words {
  readonly words: Int32Array
  /** The first and the last word that is not white; of a white row the last is before the first. */
  first: number
  last: number
}

type WordRows = (y: number) => Words

/** Rows of words are kept as long as those above and below them are made. */
const KEPT = 4

/** The picture slightly blurred (a binomial kernel of three pixels), as often as wanted: the steps of pictures in black and white hide marks above letters. */
export function softened(image: GrayImage | BitImage, times: number): ImageRows {
  const { width, height } = image
  let rows = 'bits' in image ? packedBits(image) : packed(rowsOf(image))
  for (let time = 0; time < times; time++) rows = blurred(rows, width, height)
  return { width, height, row: unpacked(rows, width) }
}

/** Rows made in order, when one of them is asked for, and the last few kept. */
function madeInOrder(count: number, make: (y: number, into: Words) => void): WordRows {
  const kept = Array.from({ length: KEPT }, (): Words => ({ words: new Int32Array(count).fill(WHITE), first: count, last: -1 }))
  let made = -1
  return (y) => {
    while (made < y) make(++made, kept[made % KEPT]!)
    return kept[y % KEPT]!
  }
}

/** Makes a row white where it was not. */
function blank(row: Words): void {
  if (row.first <= row.last) row.words.fill(WHITE, row.first, row.last + 1)
  row.first = row.words.length
  row.last = -1
}

function packed({ width, row }: ImageRows): WordRows {
  const count = (width + 3) >> 2
  return madeInOrder(count, (y, into) => {
    const { data, at, first, last } = row(y)
    blank(into)
    if (first > last) return
    into.first = first >> 2
    into.last = last >> 2
    const { words } = into
    for (let i = into.first, from = at + (i << 2); i <= into.last; i++, from += 4) words[i] = data[from]! | (data[from + 1]! << 8) | (data[from + 2]! << 16) | (data[from + 3]! << 24)
    pad(into, width)
  })
}

/** Four bits as a word: the highest is the pixel to the left. */
const WORD_OF_BITS = Int32Array.from({ length: 16 }, (_, four) => [8, 4, 2, 1].reduce((word, bit, i) => (four & bit ? word | (255 << (i << 3)) : word), 0))

function packedBits({ width, bits }: BitImage): WordRows {
  const count = (width + 3) >> 2
  const bytes = (width + 7) >> 3
  return madeInOrder(count, (y, into) => {
    const at = y * bytes
    let [first, last] = [at, at + bytes - 1]
    while (first <= last && bits[first] === 255) first++
    while (last >= first && bits[last] === 255) last--
    blank(into)
    if (first > last) return
    into.first = (first - at) << 1
    into.last = Math.min(count - 1, ((last - at) << 1) + 1)
    const { words } = into
    for (let from = first, i = into.first; from <= last; from++, i += 2) {
      const byte = bits[from]!
      words[i] = WORD_OF_BITS[byte >> 4]!
      words[i + 1] = WORD_OF_BITS[byte & 15]!
    }
    pad(into, width)
  })
}

/** What lies right of the picture in a row's last word is as its last pixel: the edge is blurred with itself. */
function pad({ words, last }: Words, width: number): void {
  const used = width & 3
  if (!used || last !== words.length - 1) return
  const word = words[last]!
  const edge = (word >>> ((used - 1) << 3)) & 255
  words[last] = (word & ((1 << (used << 3)) - 1)) | ((edge * 0x01010101) << (used << 3))
}

function blurred(rows: WordRows, width: number, height: number): WordRows {
  const count = (width + 3) >> 2
  // Sums of three rows, with one word more at both ends.
  const sums: Sums = { even: new Int32Array(count + 2), odd: new Int32Array(count + 2) }
  return madeInOrder(count, (y, into) => {
    const above = rows(Math.max(0, y - 1))
    const here = rows(y)
    const below = rows(Math.min(height - 1, y + 1))
    blank(into)
    const [first, last] = [Math.min(above.first, here.first, below.first), Math.max(above.last, here.last, below.last)]
    if (first > last) return
    into.first = Math.max(0, first - 1)
    into.last = Math.min(count - 1, last + 1)
    addRows(above.words, here.words, below.words, into, sums)
    blend(sums, into)
    pad(into, width)
  })
}

interface Sums {
  readonly even: Int32Array
  readonly odd: Int32Array
}

/** Once the row above, twice the row itself, once the row below. */
function addRows(above: Int32Array, here: Int32Array, below: Int32Array, { first, last }: Words, { even, odd }: Sums): void {
  for (let i = first; i <= last; i++) {
    const [a, h, b] = [above[i]!, here[i]!, below[i]!]
    if ((a & h & b) === WHITE) {
      even[i + 1] = WHITE_SUM
      odd[i + 1] = WHITE_SUM
    } else {
      even[i + 1] = (a & LANES) + 2 * (h & LANES) + (b & LANES)
      odd[i + 1] = ((a >>> 8) & LANES) + 2 * ((h >>> 8) & LANES) + ((b >>> 8) & LANES)
    }
  }
  // Beyond the ink it is white, beyond the picture as at its edge.
  odd[first] = first ? WHITE_SUM : even[1]! << 16
  even[last + 2] = last + 1 < above.length ? WHITE_SUM : odd[last + 1]! >>> 16
}

/** Once the pixel to the left, twice the pixel itself, once the one to the right, of sixteen. */
function blend({ even, odd }: Sums, { words, first, last }: Words): void {
  for (let i = first + 1; i <= last + 1; i++) {
    const [e, o] = [even[i]!, odd[i]!]
    const [before, after] = [odd[i - 1]!, even[i + 1]!]
    if (e === WHITE_SUM && o === WHITE_SUM && before === WHITE_SUM && after === WHITE_SUM) continue
    const evens = ((((o << 16) | (before >>> 16)) + 2 * e + o) >>> 4) & LANES
    const odds = ((e + 2 * o + ((e >>> 16) | (after << 16))) >>> 4) & LANES
    words[i - 1] = evens | (odds << 8)
  }
}

function unpacked(rows: WordRows, width: number): (y: number) => Row {
  const kept = Array.from({ length: KEPT }, () => new Uint8Array(((width + 3) >> 2) << 2).fill(255))
  const edges = kept.map(() => ({ y: -1, first: 0, last: -1 }))
  return (y) => {
    const data = kept[y % KEPT]!
    const edge = edges[y % KEPT]!
    if (edge.y !== y) {
      if (edge.first <= edge.last) data.fill(255, edge.first, edge.last + 1)
      const { words, first, last } = rows(y)
      for (let i = first, to = first << 2; i <= last; i++) {
        const word = words[i]!
        data[to++] = word & 255
        data[to++] = (word >>> 8) & 255
        data[to++] = (word >>> 16) & 255
        data[to++] = word >>> 24
      }
      edge.y = y
      edge.first = first << 2
      edge.last = (last << 2) + 3
    }
    return { data, at: 0, first: edge.first, last: Math.min(width - 1, edge.last) }
  }
}
