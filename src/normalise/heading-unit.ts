import { HEADING_LINES } from '../grammar/generated/heading-lines.js'
import { codeAt, fold, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { isCapitals } from './lines.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

interface Rest {
  readonly words: string
  /** The next line is these words and no more. */
  readonly whole: boolean
}

const UNIT_KINDS: ReadonlySet<string> = new Set(['national', 'party', 'type', 'unit'])

/** Every way a line break can part a phrase: its first words → what must follow. */
const RESTS = new Map<string, Rest[]>()
for (const { line, phrase } of HEADING_LINES) {
  if (!UNIT_KINDS.has(line)) continue
  const words = fold(phrase).split(' ')
  for (let i = 1; i < words.length; i++) {
    const left = words.slice(0, i).join(' ')
    RESTS.set(left, [...(RESTS.get(left) ?? []), { words: words.slice(i).join(' '), whole: line === 'type' }])
  }
}
const LEFT = buildPhrases(RESTS)

/** Phrases of the heading and closing blocks in capitals that a line break parted: "CỘNG HÒA XÃ HỘI⏎CHỦ NGHĨA VIỆT NAM". */
export function partsUnit(text: string, before: Span, line: Span): boolean {
  if (isLower(codeAt(text, before.start)) || isLower(codeAt(text, before.start + 1))) return false
  const left = phraseAt(LEFT, text, before.start, before.end)
  if (!left || left.at !== before.end || !isCapitals(text, line) || !isCapitalsOrDot(text, before)) return false
  const next = fold(text.slice(line.start, line.end))
  return left.value.some(({ words, whole }) => (whole ? next === words : next.startsWith(words)))
}

const isLower = (code: number): boolean => isLetter(code) && !isUpper(code)

/** One letter is enough here: "ỦY", "TM." */
const isCapitalsOrDot = (text: string, span: Span): boolean => {
  const content = text.slice(span.start, span.end)
  return content.toUpperCase() === content
}
