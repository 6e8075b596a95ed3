import type { Edit } from '../model/edits.js'
import { codeAt } from '../model/folded.js'
import type { Cleaner } from './cleaner.js'
import type { LinedText } from './lined-text.js'
import { maySplit, partsWord, standsAlone } from './letters.js'
import { LONGEST_SYLLABLE, partingsIn } from './joined-words.js'
import { spelledLines } from './spelled-lines.js'

/** With so many sure joints a text is one of split letters, and doubtful joints are mended too. */
const MANY = 3
const SHORTEST_GLUED = 5
const SPACE = 32

/** Words that a scan, a PDF or a web page broke or stuck together: "HUY ỆN", "K Ế H O Ạ C H", "theoQuyết định". */
export const words: Cleaner = {
  id: 'words',
  clean: (given) => ({ edits: wordEdits(given) }),
}

function wordEdits({ text, filled }: LinedText): Edit[] {
  const { joints, long } = suspects(text)
  const sure = mendJoints(text, joints, false)
  const spaces = sure.length < MANY ? sure : mendJoints(text, joints, true)
  const edits: Edit[] = spaces.map((space) => ({ start: space, end: space + 1, insert: '' }))
  for (const at of partings(text, long)) edits.push({ start: at, end: at, insert: ' ' })
  const spelled = spelledLines(text, filled)
  const lines = new Set(spelled.map(({ start }) => text.lastIndexOf('\n', start)))
  const elsewhere = lines.size ? edits.filter(({ start }) => !lines.has(text.lastIndexOf('\n', start))) : edits
  return [...spelled, ...elsewhere].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A page that lost the blank at each line's end lost it between short words too: "đếnnăm", "vềviệc". */
function partings(text: string, long: Suspects['long']): number[] {
  const sure = long.flatMap(({ start, end }) => partingsIn(text, start, end))
  return sure.length < MANY ? sure : partingsIn(text, 0, text.length, SHORTEST_GLUED)
}

interface Suspects {
  /** Spaces that may part a syllable. */
  readonly joints: readonly number[]
  /** Runs without a blank that are longer than a syllable. */
  readonly long: readonly { start: number; end: number }[]
}

function suspects(text: string): Suspects {
  const joints: number[] = []
  const long: { start: number; end: number }[] = []
  const { length } = text
  let last = -1
  for (let i = 0; i < length; i++) {
    const code = codeAt(text, i)
    if (code > SPACE) continue
    if (i - last > LONGEST_SYLLABLE) long.push({ start: last + 1, end: i })
    last = i
    if (code === SPACE && i > 0 && (i + 3 >= length || maySplit(text, i)) && !standsAlone(text, i)) joints.push(i)
  }
  if (length - last > LONGEST_SYLLABLE) long.push({ start: last + 1, end: length })
  return { joints, long }
}

function mendJoints(text: string, joints: readonly number[], bold: boolean): number[] {
  const mended: number[] = []
  for (const joint of joints) if (partsWord(text, joint, bold, mended.at(-1))) mended.push(joint)
  return mended
}
