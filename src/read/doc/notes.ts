import type { WordFile } from './file-information.js'
import type { LittleEndian } from './little-endian.js'

/** A part of the text, as characters from the start of all text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Where notes and text boxes are called from, and where their texts lie. */
export interface Called {
  /** By the character that calls them. */
  readonly notes: ReadonlyMap<number, TextRange>
  readonly boxes: ReadonlyMap<number, TextRange>
  /** Text boxes that nothing calls: those in groups of drawings. */
  readonly uncalled: readonly TextRange[]
}

const ANCHOR_SIZE = 26
const BOX_SIZE = 22
const SHAPE_IN_BOX = 14

export function readCalled(file: WordFile): Called {
  const { body, footnotes, headers, comments, endnotes, textBoxes } = file.lengths
  const endnotesFrom = body + footnotes + headers + comments
  const notes = new Map([
    ...notesOf(file.part('footnoteMarks'), file.part('footnoteTexts'), body, body + footnotes),
    ...notesOf(file.part('endnoteMarks'), file.part('endnoteTexts'), endnotesFrom, endnotesFrom + endnotes),
  ])
  return { notes, ...boxesOf(file.part('anchors'), file.part('textBoxes'), endnotesFrom + endnotes, endnotesFrom + endnotes + textBoxes) }
}

function notesOf(marks: LittleEndian, texts: LittleEndian, from: number, to: number): [number, TextRange][] {
  const count = Math.min(Math.floor((marks.length - 4) / 6), Math.floor(texts.length / 4) - 1)
  return Array.from({ length: Math.max(0, count) }, (_, i) => [marks.u32(i * 4), rangeIn(texts, i, from, to)])
}

function boxesOf(anchors: LittleEndian, boxes: LittleEndian, from: number, to: number): Pick<Called, 'boxes' | 'uncalled'> {
  const ranges = new Map<number, TextRange>()
  const count = Math.floor((boxes.length - 4) / (4 + BOX_SIZE))
  for (let i = 0; i < count; i++) {
    const range = rangeIn(boxes, i, from, to)
    if (range.end > range.start + 1) ranges.set(boxes.u32((count + 1) * 4 + i * BOX_SIZE + SHAPE_IN_BOX), range)
  }
  const called = new Map<number, TextRange>()
  const anchorCount = Math.floor((anchors.length - 4) / (4 + ANCHOR_SIZE))
  for (let i = 0; i < anchorCount; i++) {
    const shape = anchors.u32((anchorCount + 1) * 4 + i * ANCHOR_SIZE)
    const range = ranges.get(shape)
    if (range) called.set(anchors.u32(i * 4), range)
    ranges.delete(shape)
  }
  return { boxes: called, uncalled: [...ranges.values()] }
}

/** The i-th range of a table of characters, kept inside the part of the text that it belongs to. */
function rangeIn(table: LittleEndian, i: number, from: number, to: number): TextRange {
  const start = Math.min(from + table.u32(i * 4), to)
  return { start, end: Math.max(start, Math.min(from + table.u32(i * 4 + 4), to)) }
}
