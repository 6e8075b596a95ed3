import { fold, isLetter } from '../../model/folded.js'
import { isPlainByUnit, plain, plainUnit } from '../../model/plain-letters.js'

/**
 * Words that most tasks have: they tell none from another, and a rewording most often touches them.
 */
const COMMON: ReadonlySet<string> = new Set(
  'va cac cua cho voi ve theo tren dia ban trong nam thang ngay quy truoc den tu tai de duoc la khi co nhu nhung mot so hien nay thuc to chuc trien khai cong tac hoat dong noi dung nhiem vu ke hoach bao dam hanh dam xay dung phoi hop chu tri thuong xuyen kip thoi hieu qua chat luong tang cuong nang cao tiep tuc day manh hang dinh ky bao cao ket qua tong hop co quan don vi'.split(' '),
)

/** The words of a task without tones, numbers and marks, those that tell it from others. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(plain(fold(text)))
  const telling = words.filter((word) => !COMMON.has(word))
  return telling.length > 1 ? telling : words
}

function wordsOf(letters: string): string[] {
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= letters.length; at++) {
    const inWord = at < letters.length && isLetter(letters.charCodeAt(at))
    if (inWord && start < 0) start = at
    else if (!inWord && start >= 0) {
      words.push(letters.slice(start, at))
      start = -1
    }
  }
  return words
}

/**
 * An id that survives small edits: of the words that tell a task, the pairs that stand first in two fixed orders of all words. An edit
 * changes the id only where it hits one of these few words, or brings a word that stands before them.
 */
export function taskId(text: string): string {
  const [first, second] = isPlainByUnit(text) ? leastByUnit(text) : leastByWord(tellingWords(text))
  return toDigits(first) + toDigits(second)
}

type Pair = readonly [first: number, second: number]

const SEEDS = [0x811c9dc5, 0x050c5d1f] as const
const LAST = 0xffffffff
const toDigits = (value: number): string => value.toString(36).padStart(7, '0')

function leastByWord(words: readonly string[]): Pair {
  const hashes = words.map(hashesOf)
  return [Math.min(LAST, ...hashes.map(([first]) => first)), Math.min(LAST, ...hashes.map(([, second]) => second))]
}

function hashesOf(word: string): Pair {
  const [first, second] = SEEDS.map((seed) => {
    let value: number = seed
    for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), PRIME)
    return mixed(value)
  })
  return [first!, second!]
}

const PRIME = 0x01000193

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 12)) >>> 0
}

/** Both hashes of each common word, so that no word need be cut out to be told. */
const COMMON_HASHES: ReadonlyMap<number, number> = new Map([...COMMON].map(hashesOf))

/** The same in one pass over the letters: of the telling words, or of all where not two of them tell. */
function leastByUnit(text: string): Pair {
  let [first, second, anyFirst, anySecond] = [LAST, LAST, LAST, LAST]
  let telling = 0
  let [hash, other]: [number, number] = [SEEDS[0], SEEDS[1]]
  let inWord = false
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? plainUnit(text.charCodeAt(at)) : SPACE
    if (unit === 0) continue
    if (isLetter(unit)) {
      hash = Math.imul(hash ^ unit, PRIME)
      other = Math.imul(other ^ unit, PRIME)
      inWord = true
      continue
    }
    if (!inWord) continue
    const [one, two] = [mixed(hash), mixed(other)]
    if (COMMON_HASHES.get(one) !== two) {
      telling++
      first = Math.min(first, one)
      second = Math.min(second, two)
    }
    anyFirst = Math.min(anyFirst, one)
    anySecond = Math.min(anySecond, two)
    hash = SEEDS[0]
    other = SEEDS[1]
    inWord = false
  }
  return telling > 1 ? [first, second] : [anyFirst, anySecond]
}

const SPACE = 32

/** Ids of tasks in reading order: where two would be the same, the later ones are counted. */
export function createIds(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const id = taskId(text)
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}-${times}`
  }
}
