import { isPlaceName } from '../../grammar/places.js'
import { fold, isUpper } from '../../model/folded.js'

/** A place named with its kind: "huyện Tứ Kỳ". */
export interface NamedPlace {
  /** Folded: "huyện", "thành phố". */
  readonly kind: string
  readonly name: string
}

const KINDS: ReadonlySet<string> = new Set(['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn', 'đặc khu'])
const SHORT: Readonly<Record<string, string>> = { tp: 'thành phố', 'tp.': 'thành phố', tx: 'thị xã', 'tx.': 'thị xã' }
const FIRST_WORDS: ReadonlySet<string> = new Set([...[...KINDS].map((kind) => kind.split(' ')[0]!), ...Object.keys(SHORT)])
const LONGEST = 5

/** Places that some words name with their kind: "trên địa bàn tỉnh Gia Lai", "UBND xã Tân Kỳ, huyện Tứ Kỳ". */
export function namedPlaces(words: string): NamedPlace[] {
  const printed = words.split(/\s+/)
  const folded = fold(printed.join(' ')).split(' ')
  const capitals = words === words.toUpperCase()
  const found: NamedPlace[] = []
  for (let i = 0; i < printed.length - 1; i++) {
    if (!FIRST_WORDS.has(folded[i]!)) continue
    const two = `${folded[i]} ${folded[i + 1]}`
    const kind = KINDS.has(two) ? two : KINDS.has(folded[i]!) ? folded[i]! : SHORT[folded[i]!]
    if (!kind) continue
    const from = i + kind.split(' ').length - (SHORT[folded[i]!] ? 1 : 0)
    const name = capitals ? longestKnown(printed, folded, from) : capitalWords(printed, from)
    if (name) found.push({ kind, name })
  }
  return found
}

/** Words with a capital, or the number of a district or ward. */
function capitalWords(printed: readonly string[], from: number): string {
  const name: string[] = []
  for (let i = from; i < printed.length && name.length < LONGEST; i++) {
    const word = printed[i]!
    const joins = word === '-' && name.length > 0 && isUpper((printed[i + 1] ?? '').charCodeAt(0))
    if (!joins && !isUpper(word.charCodeAt(0)) && !(name.length === 0 && /^\d{1,2}\D*$/.test(word))) break
    name.push(word.replace(/[,.;:)]+$/, ''))
    if (/[,.;:)]$/.test(word)) break
  }
  return name.join(' ')
}

/** Among capitals the longest name of a place we know. */
function longestKnown(printed: readonly string[], folded: readonly string[], from: number): string {
  for (let count = LONGEST; count > 0; count--) {
    const name = folded.slice(from, from + count).join(' ').replace(/[,.;:)]+$/, '')
    if (name && isPlaceName(name)) return printed.slice(from, from + count).map((word) => word.slice(0, 1) + word.slice(1).toLowerCase().replace(/[,.;:)]+$/, '')).join(' ')
  }
  return ''
}
