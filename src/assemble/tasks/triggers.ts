import { TASKS_BEGINS, TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { type FoldedText, isWordUnit, unitAt } from '../../model/folded.js'

const TRIGGER = PATTERNS.trigger
const TRIGGER_BEGINS = new Set(TASKS_BEGINS.trigger.words.map((word) => twoLetters(word, 0)))
/** By the two letters that a word begins with: may it be a trigger? */
const MAY_TRIGGER = Uint8Array.from({ length: 1024 }, (_, hash) => Number(TRIGGER_BEGINS.has(hash)))

function twoLetters(text: string, at: number): number {
  return (text.charCodeAt(at) + 67 * unitAt(text, at + 1)) & 1023
}

/** A word around which an assignment is looked for. */
export interface Trigger {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The triggers of a text, in order, found in one scan: a block without any must cost nothing. */
export function findTriggers(text: FoldedText): Trigger[] {
  const { folded } = text
  const triggers: Trigger[] = []
  let inWord = false
  for (let at = 0; at < folded.length; at++) {
    const within = inWord
    inWord = isWordUnit(folded.charCodeAt(at))
    if (within || !inWord || !MAY_TRIGGER[twoLetters(folded, at)]) continue
    TRIGGER.lastIndex = at
    const match = TRIGGER.exec(folded)
    if (!match) continue
    triggers.push({ word: match[0].trimEnd(), start: at, end: at + match[0].length })
    at += match[0].length - 1
    inWord = !match[0].endsWith(' ')
  }
  return triggers
}

/** The index of the first trigger at or behind `start`. */
export function firstFrom(triggers: readonly Trigger[], start: number): number {
  let low = 0
  let high = triggers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (triggers[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
