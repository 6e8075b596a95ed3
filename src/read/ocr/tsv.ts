import type { SeenWord } from './engine.js'

/** The words of a page as tesseract lists them. Rows of level 5 are words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function readTsv(tsv: string): SeenWord[] {
  const words: SeenWord[] = []
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    const text = cells[11]?.trim()
    if (cells[0] !== '5' || !text) continue
    const [left, top, width, height, confidence] = cells.slice(6, 11).map(Number) as [number, number, number, number, number]
    words.push({ text, left, top, right: left + width, bottom: top + height, confidence: Math.max(0, confidence) / 100, line: cells.slice(2, 5).join('.') })
  }
  return words
}
