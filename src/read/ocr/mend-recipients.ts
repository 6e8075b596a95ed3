import type { Edit } from '../../model/edits.js'

/** "- Lưu: VT, NN.": the last entry of the recipients (*nơi nhận*). */
const ARCHIVE = /^[-–—+•*]? ?L[ưu]u ?[:;.]? ?(?:VT|VP|HC|HS|TH|TC|BC|Văn thư)(?![\p{L}])/gmu
const DASH = /^[-–—+•*] ?\p{L}/u
const HEAD = /^[^\p{L}\n]{0,3}N[ơo]i nh[ậâ]n/iu
const LABEL = 'Nơi nhận:'
/** Longer lines are of the body. */
const LONGEST = 90
const FEWEST_ENTRIES = 3
const MOST_ENTRIES = 60
/** A line with as few letters may be what a seal or a pen left of the label. */
const FEWEST_LETTERS = 3

/** "(B/€)", "(để bíc)": for "báo cáo", as the list of recipients writes it. */
const REPORT = /(?<=\((?:[Đđ]ể )?[Bb]\/)[€¢](?=\))|(?<=\([Đđ]ể )b\p{Ll}{0,2}c(?=\))/gu

/**
 * The label of the recipients, where a seal or a pen made it unreadable: entries that "Lưu: VT" closes stand below no other. Of "báo cáo" its short form.
 *
 *     Z—“                        Nơi nhận:
 *     - Sở Nội vụ;        ▶      - Sở Nội vụ;
 *     - Lưu: VT, TCCB.           - Lưu: VT, TCCB.
 */
export function recipientsEdits(text: string): Edit[] {
  const edits: Edit[] = [...text.matchAll(REPORT)].map(({ 0: seen, index }) => ({ start: index, end: index + seen.length, insert: seen.startsWith('b') ? 'b/c' : 'c' }))
  for (const { index } of text.matchAll(ARCHIVE)) {
    const label = lostLabel(text, index)
    if (label) edits.push(label)
  }
  return edits.sort((a, b) => a.start - b.start)
}

function lostLabel(text: string, archive: number): Edit | undefined {
  let start = archive
  let dashes = 1
  for (let entries = 1; start > 0 && entries < MOST_ENTRIES; entries++) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    const line = text.slice(above, start - 1).trim()
    const isEntry = line.length <= LONGEST && (DASH.test(line) || (line.endsWith(';') && !HEAD.test(line)))
    if (!isEntry) return entries >= FEWEST_ENTRIES && dashes >= 2 && !isLabelled(text, start) ? labelEdit(text, above, line, start) : undefined
    if (DASH.test(line)) dashes++
    start = above
  }
  return undefined
}

/** Is the label there, perhaps above lines that say nothing? */
function isLabelled(text: string, start: number): boolean {
  for (const line of text.slice(Math.max(0, start - 400), start).split('\n').slice(-6, -1).reverse()) {
    if (HEAD.test(line)) return true
    if (lettersOf(line) >= FEWEST_LETTERS) return false
  }
  return false
}

const lettersOf = (line: string): number => line.match(/\p{L}/gu)?.length ?? 0

/** In the place of a line that says nothing, or on a line of its own before the first entry. */
function labelEdit(text: string, above: number, line: string, start: number): Edit | undefined {
  if (lettersOf(line) < FEWEST_LETTERS) return { start: above, end: above + text.slice(above, start - 1).trimEnd().length, insert: LABEL }
  return { start, end: start, insert: `${LABEL}\n` }
}
