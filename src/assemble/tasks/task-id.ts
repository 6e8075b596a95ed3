import { fold, isLetter } from '../../model/folded.js'

/**
 * Words that most tasks have: they tell none from another, and a rewording most often touches them.
 */
const COMMON: ReadonlySet<string> = new Set(
  'va cac cua cho voi ve theo tren dia ban trong nam thang ngay quy truoc den tu tai de duoc la khi co nhu nhung mot so hien nay thuc to chuc trien khai cong tac hoat dong noi dung nhiem vu ke hoach bao dam hanh dam xay dung phoi hop chu tri thuong xuyen kip thoi hieu qua chat luong tang cuong nang cao tiep tuc day manh hang dinh ky bao cao ket qua tong hop co quan don vi'.split(' '),
)
const TONES = /[\u0300-\u036f]/g

/** The words of a task without tones, numbers and marks, those that tell it from others. */
export function tellingWords(text: string): string[] {
  const plain = fold(text).normalize('NFD').replace(TONES, '').replaceAll('đ', 'd')
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= plain.length; at++) {
    const inWord = at < plain.length && isLetter(plain.charCodeAt(at))
    if (inWord && start < 0) start = at
    else if (!inWord && start >= 0) {
      words.push(plain.slice(start, at))
      start = -1
    }
  }
  const telling = words.filter((word) => !COMMON.has(word))
  return telling.length > 1 ? telling : words
}

/**
 * An id that survives small edits: of the words that tell a task, the pairs that stand first in two fixed orders of all words. An edit
 * changes the id only where it hits one of these few words, or brings a word that stands before them.
 */
export function taskId(text: string): string {
  const words = tellingWords(text)
  return SEEDS.map((seed) => least(words, seed).toString(36).padStart(7, '0')).join('')
}

const SEEDS = [0x811c9dc5, 0x050c5d1f] as const

function least(words: readonly string[], seed: number): number {
  let found = 0xffffffff
  for (const word of words) found = Math.min(found, hashOf(word, seed))
  return found
}

function hashOf(word: string, seed: number): number {
  let value = seed
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}

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
