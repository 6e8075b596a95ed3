import type { Edit } from '../model/edits.js'
import { isLetter, isUpper } from '../model/folded.js'
import type { Cleaner } from './cleaner.js'
import { isSyllable } from './syllable.js'

const SPACE = 32

/**
 * Letters that a scan or a PDF set apart from their word are put back: "HUY ỆN" → "HUYỆN", "tiếp nh ận" → "tiếp nhận",
 * "N G H Ị Q U Y Ế T" → "NGHỊ QUYẾT". A joint is mended only where one of the two pieces is no syllable and both together are one.
 */
export const letters: Cleaner = {
  id: 'letters',
  clean: (text) => ({ edits: letterEdits(text) }),
}

/** A piece that cannot stand alone is short and has no vowel, or begins with a letter no syllable begins with: found by its neighbours. */
function letterEdits(text: string): Edit[] {
  const edits: Edit[] = []
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    mendLine(text, from, to, edits)
    from = to + 1
  }
  return edits
}

function mendLine(text: string, from: number, to: number, edits: Edit[]): void {
  let start = from
  let previous: { start: number; end: number } | undefined
  for (let i = from; i <= to; i++) {
    if (i < to && isLetter(text.charCodeAt(i))) continue
    if (i > start) {
      const word = { start, end: i }
      if (previous && previous.end + 1 === start && text.charCodeAt(previous.end) === SPACE && mayBelong(text, previous, word)) {
        edits.push({ start: previous.end, end: start, insert: '' })
        previous = undefined
      } else previous = word
    } else previous = undefined
    start = i + 1
  }
}

/** Do the two words make one syllable that was split, and is one of them none? */
function mayBelong(text: string, a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const length = b.end - a.start - 1
  if (length > 7 || length < 3) return false
  if (isUpper(text.charCodeAt(b.start)) !== isUpper(text.charCodeAt(a.end - 1))) return false
  const first = text.slice(a.start, a.end)
  const second = text.slice(b.start, b.end)
  if (isSyllable(first) && isSyllable(second)) return false
  return isMarked(first + second) && isSyllable(first + second)
}

/** A letter with a Vietnamese mark: joining is sure only where one tells that this is no abbreviation. */
const isMarked = (word: string): boolean => /[^\u0000-\u007f]/.test(word)
