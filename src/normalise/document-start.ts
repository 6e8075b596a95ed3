import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { typeAtStart } from '../grammar/heading.js'
import { fold } from '../model/folded.js'
import { headingLineOf } from './heading-line.js'
import { markerOf } from './line-marker.js'
import { isInCapitals, type TextLine } from './lined-text.js'
import { pageWordOf } from './page-word.js'

const HEAD_LINES = 150
const ISSUER_LINES = 8
const NATIONAL = PATTERNS['national-beside']
const NATIONAL_CELL = PATTERNS['national-cell']
const CAPITALS_OF_NATIONAL = 27
const LONGEST_ROW = 600
const LONGEST_COLUMNS = 160

/**
 * The line a document begins with: the topmost line of the block that the national heading, the number or the type stands in.
 * -1 where none of them is near the top.
 */
export function documentStart(text: string, lines: readonly TextLine[]): number {
  for (let i = 0; i < Math.min(lines.length, HEAD_LINES); i++) {
    if (!opensDocument(text, lines[i]!)) continue
    let top = i
    while (top > 0 && i - top < ISSUER_LINES && (isHeadingBlock(text, lines[top - 1]!) || isNameOverNumber(text, lines, top))) top--
    return top > 0 && isListedIssuer(text, lines[top - 1]!) ? top - 1 : top
  }
  return -1
}

function opensDocument(text: string, line: TextLine): boolean {
  const kind = headingLineOf(text, line)
  if (kind === null && isInCapitals(line) && isTypeOfIssuer(text, line)) return true
  if (kind === null) return line.capitals >= CAPITALS_OF_NATIONAL && (line.end - line.start < LONGEST_COLUMNS ? NATIONAL : NATIONAL_CELL).test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_ROW)))
  if (kind === 'number') return /[/-]/.test(text.slice(line.start, line.end)) && line.end - line.start < 60
  if (kind === 'type' && text[line.end - 1] === ':') return false
  return kind === 'national' || kind === 'party' || kind === 'type' || kind === 'motto'
}

function isHeadingBlock(text: string, line: TextLine): boolean {
  if (line.end - line.start > 100) return false
  if (pageWordOf(text, line)) return false
  if (headingLineOf(text, line)) return true
  const content = text.slice(line.start, line.end).replace(/ *\|$/, '')
  if (HEADLINE.test(content)) return false
  return (isInCapitals(line) && markerOf(text, line) === null && !/[|»>]/.test(content)) || /^[-–—_*=~ ]+$/.test(content)
}

/** "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG": how documents of the 1990s begin. */
function isTypeOfIssuer(text: string, line: TextLine): boolean {
  const folded = fold(text.slice(line.start, Math.min(line.end, line.start + LONGEST_NAME)))
  const type = typeAtStart(folded)
  return type !== undefined && folded.startsWith('của ', type.end)
}

const HEADLINE = PATTERNS.headline

/** "• BỘ Y TẾ": a page that shows the document as an item of a list put its sign before the first name. */
const isListedIssuer = (text: string, line: TextLine): boolean => isInCapitals(line) && LISTED_ISSUER.test(text.slice(line.start, Math.min(line.end, line.start + 60)))

const LISTED_ISSUER = PATTERNS['listed-issuer']

const LONGEST_NAME = 60
const NAME = PATTERNS['small-name']

/** "Trường THPT Lê Lợi⏎Tổ Tiếng Anh⏎số: 03/KH-TCM": names in small letters that stand right over the number. */
function isNameOverNumber(text: string, lines: readonly TextLine[], top: number): boolean {
  const line = lines[top - 1]!
  if (line.end - line.start > LONGEST_NAME || !NAME.test(text.slice(line.start, line.end))) return false
  const below = lines[top]!
  return headingLineOf(text, below) === 'number' || (below.end - below.start <= LONGEST_NAME && NAME.test(text.slice(below.start, below.end)))
}
