import { gridsOf } from '../layout/grid.js'
import type { Rule } from '../layout/page-content.js'
import type { SeenWord } from './engine.js'
import type { GrayImage } from './gray-image.js'
import { LOWEST_CONFIDENCE } from './page-words.js'

/** Words believed less than this are unsure. */
const UNSURE = 0.62
/** Share of the letters of a line that are unsure, from which on the line is. */
const MUCH = 0.3
/** White around what is cut out, in pixels. */
const RIM = 10
const GAP = 36

/** A part of a picture, in pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface OpenRegion extends Region {
  readonly lines: number
}

/**
 * Places where lines below one another were hardly seen, as where strokes of a pen or a seal run through a closing block. Single lines are none: what a second
 * look saw of them was wrong as often as the first, on all scans at hand.
 */
export function unsurePlaces(words: readonly SeenWord[]): Region[] {
  const lines = new Map<string, SeenWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const lettersOf = (line: readonly SeenWord[]): number => line.reduce((sum, { text }) => sum + text.length, 0)
  return [...lines.values()]
    .filter((line) => lettersOf(line.filter(({ confidence }) => confidence < UNSURE)) > MUCH * lettersOf(line))
    .map((line): OpenRegion => ({ ...boxOf(line), lines: 1 }))
    .sort((a, b) => a.top - b.top)
    .reduce<OpenRegion[]>((regions, line) => {
      const above = regions.at(-1)
      if (above && isBelow(above, line)) regions[regions.length - 1] = { ...boxOf([above, line]), lines: above.lines + 1 }
      else regions.push(line)
      return regions
    }, [])
    .filter((region) => region.lines > 1)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
}

/** Does a line stand so near below a region that one cut would go through the letters of both? */
const isBelow = (above: Region, line: Region): boolean => line.top - above.bottom < 0.6 * (line.bottom - line.top) && line.left < above.right && line.right > above.left

const boxOf = (words: readonly Region[]): Region => ({
  left: Math.min(...words.map(({ left }) => left)), top: Math.min(...words.map(({ top }) => top)),
  right: Math.max(...words.map(({ right }) => right)), bottom: Math.max(...words.map(({ bottom }) => bottom)),
})

/**
 * Cells of ruled tables that have ink and no words, and such parts of cells above or below their words: OCR passes over a single digit in a column of its own,
 * and over the first line of a narrow cell. `rules` in pixels, `scale` pixels to a point.
 */
export function silentCells(image: GrayImage, threshold: number, rules: readonly Rule[], words: readonly SeenWord[], scale: number): Region[] {
  const inPoints = rules.map((rule) => ({ ...rule, at: rule.at / scale, from: rule.from / scale, to: rule.to / scale }))
  return gridsOf(inPoints).flatMap(({ cells }) => cells).flatMap((cell) => {
    const [left, top, right, bottom] = [cell.left, cell.top, cell.right, cell.bottom].map((place) => Math.round(place * scale)) as [number, number, number, number]
    // Of first lines in cells OCR gives the letters, and believes none of them.
    const seen = words.filter((word) => word.confidence >= LOWEST_CONFIDENCE && isInside((word.left + word.right) / 2, (word.top + word.bottom) / 2, { left, top, right, bottom }))
    if (!seen.length) return inkIn(image, threshold, { left, top, right, bottom }, scale)
    const [above, below] = [Math.min(...seen.map((word) => word.top)), Math.max(...seen.map((word) => word.bottom))]
    return [{ left, top, right, bottom: above }, { left, top: below, right, bottom }].flatMap((part) => (part.bottom - part.top > LINE * scale ? inkIn(image, threshold, part, scale) : []))
  })
}

/** The least height of a line with its blanks, in points. */
const LINE = 9

const isInside = (x: number, y: number, { left, top, right, bottom }: Region): boolean => x > left && x < right && y > top && y < bottom

/** The box of the dark pixels within a cell, where they are as many as a digit has. */
function inkIn({ width, height, data }: GrayImage, threshold: number, cell: Region, scale: number): Region[] {
  const inset = Math.ceil(1.2 * scale)
  const box = { left: width, top: height, right: 0, bottom: 0 }
  let dark = 0
  for (let y = Math.max(0, cell.top + inset); y < Math.min(height, cell.bottom - inset); y++) {
    for (let x = Math.max(0, cell.left + inset); x < Math.min(width, cell.right - inset); x++) {
      if (data[y * width + x]! >= threshold) continue
      dark++
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return dark > 5 * scale * scale && box.bottom - box.top > 4 * scale ? [box] : []
}

/** Regions cut out of a picture and set below one another, and the way back. */
export interface Stack {
  readonly image: GrayImage
  /** A word of the stack where it stands on the page; its line is its region's. */
  readonly toPage: (word: SeenWord) => SeenWord | undefined
}

export function stackRegions({ width, height, data }: GrayImage, regions: readonly Region[]): Stack {
  const cuts = regions.map(({ left, top, right, bottom }) => ({ left: Math.max(0, left - RIM), top: Math.max(0, top - RIM), right: Math.min(width, right + RIM), bottom: Math.min(height, bottom + RIM) }))
  const stacked = { width: Math.max(...cuts.map(({ left, right }) => right - left)) + 2 * GAP, height: cuts.reduce((sum, { top, bottom }) => sum + bottom - top + GAP, GAP) }
  const pixels = new Uint8Array(stacked.width * stacked.height).fill(255)
  let at = GAP
  const places = cuts.map((cut) => {
    const y = at
    for (let row = cut.top; row < cut.bottom; row++) pixels.set(data.subarray(row * width + cut.left, row * width + cut.right), (y + row - cut.top) * stacked.width + GAP)
    at += cut.bottom - cut.top + GAP
    return { cut, y }
  })
  const toPage = (word: SeenWord): SeenWord | undefined => {
    const middle = (word.top + word.bottom) / 2
    const index = places.findIndex(({ cut, y }) => middle >= y - GAP / 2 && middle < y + cut.bottom - cut.top + GAP / 2)
    const place = places[index]
    if (!place) return undefined
    const [right, down] = [place.cut.left - GAP, place.cut.top - place.y]
    return { ...word, left: word.left + right, right: word.right + right, top: word.top + down, bottom: word.bottom + down, line: `second ${word.line}` }
  }
  return { image: { ...stacked, data: pixels }, toPage }
}

/** Words of a first look that a second did not see: strokes of pens are believed less than this. */
const GONE = 0.3
/** Words of a second look believed less than this are none. */
const LEAST = 0.45

/** Words with those of a second look at regions, where it saw them better: each region as one of both saw it, of the same word what is believed more. */
export function withSecondLook(first: readonly SeenWord[], second: readonly SeenWord[], regions: readonly Region[]): SeenWord[] {
  const words = new Set(first)
  for (const region of regions) {
    const isHere = ({ left, top, right, bottom }: SeenWord): boolean => isInside((left + right) / 2, (top + bottom) / 2, { left: region.left - RIM, top: region.top - RIM, right: region.right + RIM, bottom: region.bottom + RIM })
    const before = [...words].filter(isHere)
    const now = second.filter((word) => word.confidence >= LEAST && isHere(word))
    if (!now.length || meanConfidence(now) <= meanConfidence(before)) continue
    for (const word of before) if (word.confidence < GONE || !/[\p{L}\p{N}]/u.test(word.text) || now.some((other) => overlap(word, other))) words.delete(word)
    const [line, ...others] = new Set(before.map((word) => word.line))
    for (const word of now) words.add(others.length || line === undefined ? bestOf(word, before) : { ...bestOf(word, before), line })
  }
  return [...words]
}

/** A word of the second look, as the first saw it where that is believed more. */
function bestOf(word: SeenWord, before: readonly SeenWord[]): SeenWord {
  const same = before.find((other) => other.confidence > word.confidence && sharedArea(word, other) > 0.5 * Math.max(areaOf(word), areaOf(other)))
  return same ? { ...word, text: same.text, confidence: same.confidence } : word
}

/** Of all letters: long words weigh more. */
export function meanConfidence(words: readonly Pick<SeenWord, 'text' | 'confidence'>[]): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters ? sum / letters : 0
}

const areaOf = ({ left, top, right, bottom }: SeenWord): number => (right - left) * (bottom - top)

function sharedArea(a: SeenWord, b: SeenWord): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** More than a fourth of the smaller one is in the other. */
const overlap = (a: SeenWord, b: SeenWord): boolean => sharedArea(a, b) > 0.25 * Math.min(areaOf(a), areaOf(b))
