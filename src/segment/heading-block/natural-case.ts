import { firstsBefore } from '../../grammar/compound-words.js'
import { bodyHeads, endsNameTerm, expandAbbreviations } from '../../grammar/bodies.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { expandHeadingAbbreviations, knownNameAt, withModernTones } from '../../grammar/heading.js'
import { isPlaceName } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import { rememberWords } from '../../model/remember.js'

const PLACE_KINDS = PATTERNS['kind-word']

/**
 * The words of a name in natural case, abbreviations written out: "UBND HUYỆN TỨ KỲ" → "Ủy ban nhân dân huyện Tứ Kỳ".
 * Words that known names have are written as there; after the word for a place and at the end, where a place stands, each syllable is
 * capital. What is printed in mixed case stays.
 */
export const toNaturalCase = rememberWords((printed) => {
  const tidy = printed.replaceAll('\u00d0', 'Đ').replace(/ *& */g, '&').replace(/[ .…_*]*(?:…|\.{2,})[ .…_*]*$/, '')
  const expanded = expandAbbreviations(expandHeadingAbbreviations(tidy)).replace(/ *& */g, ' và ').replace(/(\p{L}{3,})-(?=\p{L}{3,})/gu, '$1 - ')
  if (/\p{Ll}/u.test(tidy)) return withModernTones(expanded)
  const folded = fold(expanded)
  const words = folded.split(' ')
  const cased: string[] = []
  for (let i = 0, at = 0; i < words.length; ) {
    const known = knownNameAt(folded, at)
    if (known) {
      const end = endOfWord(folded, known.end)
      cased.push(known.name + folded.slice(known.end, end))
      i += folded.slice(at, end).split(' ').length
      at = end + 1
      continue
    }
    const word = words[i]!
    cased.push(isShort(word) || isNumeral(words, i) ? word.toUpperCase() : i === 0 || startsPlace(words, i) || isOwnName(words, i) || isOfCountry(words, i) || opensTerm(words, i) ? capital(word) : word)
    i++
    at += word.length + 1
  }
  return cased.join(' ')
})

/** Where the blank behind a word stands, past the comma that ends it. */
function endOfWord(folded: string, at: number): number {
  const end = folded.indexOf(' ', at)
  return end < 0 ? folded.length : end
}

/** Does the word belong to the name of a place: behind its kind, or one of the last words that make one? */
function startsPlace(words: readonly string[], at: number): boolean {
  for (let from = at; from > 0 && at - from < 5; from--) {
    if (!endsKind(words, from - 1) || (words[from] === 'hội' && words[from - 1] === 'xã')) continue
    if (isInPlace(words, from, at) || (words[at] !== '-' && !(at > from && isKindOfPlace(words, at)) && !bodyHeads.longestAt(words[at]!, 0, words[at]!.length))) return true
    break
  }
  for (let count = 2; count < 5; count++) {
    const from = words.length - count
    if (from > 0 && at >= from && isPlaceName(words.slice(from).join(' '))) return true
  }
  return false
}

/** Ends the word for a kind of place here? */
const endsKind = (words: readonly string[], at: number): boolean => PLACE_KINDS.test(words[at]!) || (at > 0 && PLACE_KINDS.test(`${words[at - 1]} ${words[at]}`))

const OF_PARTY = PATTERNS['committee-word']

/** Is the word one of a known place that begins at `from`, or of the two last words, which no name of a body fits into: "HUYỆN VỤ BẢN", "XÃ BAN CÔNG"? */
function isInPlace(words: readonly string[], from: number, at: number): boolean {
  for (let end = Math.min(from + 4, words.length); end > at; end--) if (isPlaceName(words.slice(from, end).join(' '))) return true
  return words.length - from === 2 && !OF_PARTY.test(words[from]!)
}

const SMALL = PATTERNS['small-word']

/** Behind "trường", "bệnh viện", "công ty" stands a name of its own: "Trường Mầm non Hoa Mai"; neither "môi trường" nor "thị trường" has one. */
const isOwnName = (words: readonly string[], at: number): boolean => {
  const before = ` ${words.slice(0, at).join(' ')} `
  return OWN_NAME.test(before) && !SMALL.test(words[at]!) && !isKindOfPlace(words, at)
}

const OWN_NAME = new RegExp(` (?:(?<! (?:${firstsBefore('trường')}) )trường|bệnh viện|công ty|liên đội|nhà máy|ngân hàng) `)

/** "Trường Tiểu học xã Tân Lập", "Công ty Điện lực tỉnh Kon Tum": the kind of the place that the name ends in. */
function isKindOfPlace(words: readonly string[], at: number): boolean {
  const end = PLACE_KINDS.test(`${words[at]} ${words[at + 1]}`) ? at + 1 : endsKind(words, at) ? at : -1
  return end > 0 && end + 1 < words.length && startsPlace(words, end + 1)
}

/** "VIỆT NAM" at the end of a name that no table has. */
const isOfCountry = (words: readonly string[], at: number): boolean => (words[at] === 'việt' && words[at + 1] === 'nam') || (words[at] === 'nam' && words[at - 1] === 'việt')

/** A term of a name begins right behind its head, and where known names end one: "Viện | Khoa học | Lâm nghiệp". */
function opensTerm(words: readonly string[], at: number): boolean {
  if (SMALL.test(words[at]!) || endsKind(words, at)) return false
  const before = words.slice(0, at).join(' ')
  return bodyHeads.longestAt(before, 0, before.length)?.end === before.length || (at > 1 && endsNameTerm(words[at - 2]!, words[at - 1]!) && !endsNameTerm(words[at - 1]!, words[at]!))
}

/** "Chi cục Kiểm lâm vùng II". */
const isNumeral = (words: readonly string[], at: number): boolean => PATTERNS['numbered-word'].test(words[at - 1] ?? '') && /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/.test(words[at]!)

/** Letters without a vowel stand for words: "TNHH", "MTV". */
const isShort = (word: string): boolean => /^[bcdđf-hj-np-tv-xz]{2,}$/.test(word)

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
