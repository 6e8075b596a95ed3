/**
 * A text together with its folded twin, of exactly the same length: lower case, tone marks placed the new way
 * (*hoà* → *hòa*, *uỷ* → *ủy*), dashes as `-`, curly quotes as `"`, every kind of space but the line break as a plain space.
 * Matchers run on `folded` without flags; their offsets hold for `text` as they are.
 */
export interface FoldedText {
  readonly text: string
  readonly folded: string
}

/** Old tone placement → new, in open syllables only: *hoà* → *hòa*, *uỷ* → *ủy*, but *hoàn*, *huỳnh*, *quý* stay. */
const OLD_TONES: Readonly<Record<string, string>> = {
  oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa',
  oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe',
  uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy',
}

const UNIT = 0xffff
/** May be the first vowel of an old-style pair, or, one bit on, its second. */
const OPENING = 0x10000
const TONED = OPENING << 1
/** A cleaner may change it: controls, soft hyphen, Eth and other look-alikes, marks apart from their letters, odd spaces, invisible signs, private use. */
const ODD = 0x40000
/** Somebody wants to find it: {@link markUnits}. */
const FOUND = 0x80000
/** Or to find the unit behind it, where that has the next bit. */
const PAIRS = [0x100000, 0x400000, 0x1000000, 0x4000000] as const
/** Bits of the second units of pairs; they stand one above those of the first. */
const SECONDS = PAIRS.reduce((bits, pair) => bits | (pair << 1), TONED)
const ODD_UNITS = [[0x00, 0x08], [0x0b, 0x1f], [0x7f, 0xa0], [0xad, 0xad], [0xd0, 0xd0], [0xf0, 0xf0], [0x189, 0x189], [0x1a2, 0x1a3], [0x300, 0x36f], [0x1680, 0x1680], [0x2000, 0x2011], [0x2028, 0x202f], [0x205f, 0x206f], [0x3000, 0x3000], [0xe000, 0xf8ff], [0xfeff, 0xfeff]] as const

const OLD_PAIRS = Object.entries(OLD_TONES)
const NEW_PAIR = /[òóỏõọùúủũụ][aey]/

const LETTER = 1
const DIGIT = 2
const UPPER = 4

/** Class of every UTF-16 code unit, looked up instead of matched: `\p{L}` costs ten times as much in a hot loop. */
const CLASSES = buildClasses()
/** Folded code unit of every code unit, or the unit itself where folding would change its length; above it {@link OPENING}, {@link TONED} and {@link ODD}. */
const FOLDS = buildFolds()

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536)
  for (let code = 0; code < 0x2000; code++) {
    const char = String.fromCharCode(code)
    if (/[\p{L}\p{M}]/u.test(char)) classes[code] = /\p{Lu}/u.test(char) ? LETTER | UPPER : LETTER
    else if (/\p{N}/u.test(char)) classes[code] = DIGIT
  }
  return classes
}

function buildFolds(): Int32Array {
  const folds = new Int32Array(65536)
  for (let code = 0; code < 65536; code++) folds[code] = code
  for (let code = 0; code < 0x2000; code++) {
    const lower = String.fromCharCode(code).toLowerCase()
    if (lower.length === 1) folds[code] = lower.charCodeAt(0)
  }
  for (const dash of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212') folds[dash.charCodeAt(0)] = 0x2d
  for (const space of '\u00a0\u2002\u2003\u2007\u2009\u202f\t\r\f\v') folds[space.charCodeAt(0)] = 0x20
  for (const quote of '“”„«»') folds[quote.charCodeAt(0)] = 0x22
  for (const quote of '‘’') folds[quote.charCodeAt(0)] = 0x27
  folds[0x00d0] = 0x0111
  folds[0x00f0] = 0x0111
  for (const letter of 'ouOU') folds[letter.charCodeAt(0)]! |= OPENING
  for (const old of Object.keys(OLD_TONES)) for (const letter of [old.charAt(1), old.charAt(1).toUpperCase()]) folds[letter.charCodeAt(0)]! |= TONED
  for (const [first, last] of ODD_UNITS) for (let code = first; code <= last; code++) folds[code]! |= ODD
  return folds
}

/** A mark that stands apart from its letter, in decomposed text; and all of them. */
export const COMBINING_MARK = /[\u0300-\u036f]/
export const COMBINING_MARKS = Array.from({ length: 0x70 }, (_, index) => String.fromCharCode(0x300 + index)).join('')

const { charCodeAt } = String.prototype

/**
 * The UTF-16 code unit at a place of a text. Node keeps texts in many forms (one or two bytes a letter, cut from another, joined of two …);
 * a loop that has seen more than four of them looks the method up anew for each letter. This asks for it once.
 */
export const codeAt = (text: string, at: number): number => charCodeAt.call(text, at)

// `| 0` makes the NaN past an end an index like any other: one look-up outside the table would slow every later one down.
/** Is the code unit a letter or a combining mark? */
export const isLetter = (code: number): boolean => (CLASSES[code | 0]! & LETTER) !== 0
export const isUpper = (code: number): boolean => (CLASSES[code | 0]! & UPPER) !== 0
export const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** Is the code unit part of a word: a letter, a mark or a digit? `NaN` (past an end) is none. */
export const isWordUnit = (code: number): boolean => CLASSES[code | 0]! > 0

/** The code unit at `at`, 0 outside the text: for looks that may go past an end, which would make the line that took them slower for good. */
export const unitAt = (text: string, at: number): number => (at >= 0 && at < text.length ? codeAt(text, at) : 0)

/** The folded form of one code unit, tone marks left where they stand. */
export const foldUnit = (code: number): number => FOLDS[code]! & UNIT

/** Folded words with every tone mark that may stand in the old place there: "chủ tịch ủy ban" → "chủ tịch uỷ ban". */
export function withOldTones(words: string): string {
  if (!NEW_PAIR.test(words)) return words
  let old = words
  for (const [pair, modern] of OLD_PAIRS) {
    for (let at = old.indexOf(modern); at >= 0; at = old.indexOf(modern, at + 1)) if (!isLetter(old.charCodeAt(at + 2))) old = old.slice(0, at) + pair + old.slice(at + 2)
  }
  return old
}

/** Fold a text for matching; see {@link FoldedText}. The text should be NFC. */
export const foldText = (text: string): FoldedText => ({ text, folded: fold(text) })

/** Second vowel of an old-style pair → [first vowel, toned first, untoned second], all as code units. */
const TONE_MOVES = new Map<number, readonly (readonly [number, number, number])[]>()
for (const [old, modern] of Object.entries(OLD_TONES)) {
  const second = old.charCodeAt(1)
  TONE_MOVES.set(second, [...(TONE_MOVES.get(second) ?? []), [old.charCodeAt(0), modern.charCodeAt(0), modern.charCodeAt(1)]])
}
const O = 111
const Q = 113
const U = 117


/** The folded form of a string, of the same length. */
export function fold(text: string): string {
  const length = text.length
  if (unchangedUpTo(text) === length) return text
  const units = unitsFor(length)
  foldInto(units, text, FOLDS, placesFor(length))
  return length > SHORT ? UTF16.decode(units) : String.fromCharCode.apply(undefined, units as unknown as number[])
}

/** Units that are to be found while a text is gone over: {@link FOLDS}, with a bit for each. */
export type Marks = Int32Array

/** Units as a string of them, in every form that folds to them (a capital stands for itself alone), or as a question. */
type Units = string | ((code: number) => boolean)

/** Units that are found where one of the others stands before them. */
export type MarkedPairs = readonly [before: Units, found: Units]

/** What finds each of `units`, and the second units of up to four kinds of pairs. */
export function markUnits(units: string, ...pairs: readonly MarkedPairs[]): Marks {
  if (pairs.length > PAIRS.length) throw new RangeError('too many kinds of pairs')
  const marks = FOLDS.slice()
  const add = (marked: Units, bit: number): void => {
    const isOne = typeof marked === 'string' ? isOneOf(marked) : marked
    for (let code = 0; code < marks.length; code++) if (isOne(code)) marks[code]! |= bit
  }
  add(units, FOUND)
  for (const [index, [before, found]] of pairs.entries()) {
    add(before, PAIRS[index]!)
    add(found, PAIRS[index]! << 1)
  }
  return marks
}

function isOneOf(units: string): (code: number) => boolean {
  const wanted = new Set([...units].map((unit) => unit.charCodeAt(0)))
  return (code) => wanted.has(code) || wanted.has(foldUnit(code))
}

/** A folded text with the places of the units that were to be found, in order, others among them. */
export interface MarkedText extends FoldedText {
  readonly places: Int32Array
}

/** Changes the folded units of a text before they become a string; it gives the places that are still of use. */
export type ChangeUnits = (units: Uint16Array, text: string, places: Int32Array) => Int32Array

/** Fold a text and find its marked units by one look at each; `odd`: whether a cleaner of characters may change it. */
export function foldMarked(text: string, marks: Marks, change?: ChangeUnits): MarkedText & { readonly odd: boolean } {
  const units = unitsFor(text.length)
  const found = placesFor(text.length)
  const above = foldInto(units, text, marks, found)
  const all = found.slice(0, found[text.length])
  const places = change ? change(units, text, all) : all
  return { text, folded: UTF16.decode(units), places, odd: (above & ODD) !== 0 }
}

/** The places of the marked units in a text, others among them. */
export function placesOf(text: string, marks: Marks): Int32Array {
  const length = text.length
  const found = placesFor(length)
  let count = 0
  let before = 0
  for (let at = 0; at < length; at++) {
    const entry = marks[charCodeAt.call(text, at)]!
    found[count] = at
    count += isFound(entry, before)
    before = entry
  }
  return found.slice(0, count)
}

/** 1 where a unit is found, by itself or with the one before it, else 0: added up without a branch, which would be guessed wrong too often. */
const isFound = (entry: number, before: number): number => (0 - ((entry & FOUND) | (entry & (before << 1) & SECONDS))) >>> 31

/**
 * Write the folded units of a text, and the places of those that are found, their number behind them all; what the table has above any unit.
 * Nothing before the begin or behind the end is looked at: one such look makes Node call out for every letter from then on, in loops that
 * can run four times as fast.
 */
function foldInto(units: Uint16Array, text: string, table: Int32Array, found: Int32Array): number {
  const length = text.length
  let above = 0
  let before = 0
  let count = 0
  for (let at = 0; at < length; at++) {
    const entry = table[charCodeAt.call(text, at)]!
    units[at] = entry
    above |= entry
    found[count] = at
    count += isFound(entry, before)
    before = entry
  }
  found[length] = count
  moveTones(units, found)
  return above
}

/** Move the marks of the old pairs among the places that were found. */
function moveTones(units: Uint16Array, found: Int32Array): void {
  const count = found[units.length]!
  for (let index = 0; index < count; index++) {
    const at = found[index]!
    if ((FOLDS[units[at]!]! & TONED) !== 0 && isOldPair(units, at)) moveTone(units, at)
  }
}

/** A toned vowel at `at` behind *o* or *u*, no letter behind it, and not that of *quý*. */
function isOldPair(units: Uint16Array, at: number): boolean {
  if (at === 0 || (at + 1 < units.length && isLetter(units[at + 1]!))) return false
  const before = units[at - 1]
  return before === O || (before === U && !(at > 1 && units[at - 2] === Q))
}

/** Longer texts get room of their own. */
const MOST_KEPT = 1 << 18
let keptUnits = new Uint16Array(1 << 14)
let keptPlaces = new Int32Array(1 << 14)

/** Room for the folded units of a text, which is used again by the next. */
function unitsFor(length: number): Uint16Array {
  if (length > MOST_KEPT) return new Uint16Array(length)
  if (length > keptUnits.length) keptUnits = new Uint16Array(MOST_KEPT)
  return keptUnits.subarray(0, length)
}

/** Room for as many places as a text has units, and their number. */
function placesFor(length: number): Int32Array {
  if (length >= MOST_KEPT) return new Int32Array(length + 1)
  if (length >= keptPlaces.length) keptPlaces = new Int32Array(MOST_KEPT)
  return keptPlaces
}

/** Names and titles are folded by the thousand: below this length without a decoder. */
const SHORT = 256

/** How far a text is folded as it stands: no capital, no old tone mark; most words that are looked up are. */
function unchangedUpTo(text: string): number {
  let i = 0
  for (; i < text.length; i++) {
    const code = codeAt(text, i)
    if ((FOLDS[code]! & (TONED | UNIT)) !== code) return i
  }
  return i
}

function moveTone(units: Uint16Array, at: number): void {
  for (const [first, toned, untoned] of TONE_MOVES.get(units[at]!) ?? []) {
    if (units[at - 1] !== first) continue
    units[at - 1] = toned
    units[at] = untoned
  }
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Does a word begin at `at`: nothing that belongs to a word stands before it? */
export const wordStartsAt = (text: string, at: number): boolean => at === 0 || !isWordUnit(codeAt(text, at - 1))
/** Does a word end at `at`: nothing that belongs to a word stands there? */
export const wordEndsAt = (text: string, at: number): boolean => at >= text.length || !isWordUnit(codeAt(text, at))
