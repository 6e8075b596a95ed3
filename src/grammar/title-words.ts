import { fold, isWordUnit } from '../model/folded.js'
import { OUTLINE_PATTERNS as PATTERNS } from './generated/outline-patterns.js'
import { pieceEnd } from './phrase-trie.js'

const OPEN = 40
const CLOSE = 41
/** Titles are short; of a whole paragraph this many characters tell enough. */
const LONGEST = 600
const BROKEN_SYLLABLE = /(^| )(b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x) (?=[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ])/g
const PART = PATTERNS['part-before-title']
const TIME = PATTERNS['time-in-title']

/**
 * The words of a title, folded and without punctuation: "IV. KINH PHÍ – NGUỒN LỰC (nếu có)" less its marker is
 * "kinh phí nguồn lực". What follows a colon or stands in parentheses is left out; a syllable broken by a scanner is joined ("YÊU C ẦU").
 */
export function titleWords(title: string): string {
  const folded = fold(title.slice(0, LONGEST).normalize('NFC')).replace(PART, '')
  const colon = folded.indexOf(':')
  const head = colon > 0 ? folded.slice(0, colon) : folded
  let words = ''
  let depth = 0
  let blank = true
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (code === OPEN) depth++
    else if (code === CLOSE) depth = Math.max(0, depth - 1)
    else if (depth) continue
    else if (isWordUnit(code)) {
      const end = pieceEnd(head, at, head.length)
      words += head.slice(at, end)
      at = end - 1
      blank = false
    } else if (!blank) {
      words += ' '
      blank = true
    }
  }
  return words.trimEnd().replace(BROKEN_SYLLABLE, '$1$2')
}

const NAMES_TIME = PATTERNS['names-time']

/** The words less the times they name: "chỉ tiêu phấn đấu năm học 2022 2023" → "chỉ tiêu phấn đấu". */
export const withoutTimes = (words: string): string => (NAMES_TIME.test(words) ? ` ${words}`.replace(TIME, '').trimStart() : words)

/** Syllables and pairs of neighbours, numbers as `#`: what the classifier weighs. */
export function titleFeatures(words: string): string[] {
  const syllables = words.split(' ').slice(0, 24).map((word) => (/^\d/.test(word) ? '#' : word))
  const features = new Set(syllables)
  features.add(`^ ${syllables[0] ?? ''}`)
  for (let i = 1; i < syllables.length; i++) features.add(`${syllables[i - 1]} ${syllables[i]}`)
  return [...features]
}
