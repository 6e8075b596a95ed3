import { expandAbbreviations, nextOpening } from '../../grammar/bodies.js'
import { endsCompound } from '../../grammar/compound-words.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { codeAt, COMBINING_MARK, fold, type FoldedText, foldText, foldUnit, isDigit, isUpper, isWordUnit, unitAt, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body, BodyMention } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { type Named, nameRemembered, recallBody, type Remembered, type Unfolded } from './memory.js'
import { createNameBody, type NameBody, nameBodyOf } from './name-body.js'
import { readSharedName, separatorEnd } from './read-list.js'
import { readShortForm, type ShortForm } from './short-forms.js'
import { isWhere } from './where.js'

/** A document gives no more short forms than this. */
const MOST_FORMS = 64

/**
 * Every mention of a body in a text, in reading order. A part or an office of a body is followed by that body, which `partOf` points to:
 * "Phòng Trẻ em thuộc Sở Nội vụ" and "Sở Nội vụ". Short forms that the text itself gives are known behind the place where it does.
 */
export const findBodies = (text: string, place: PlaceContext): BodyMention[] => find(text, place, false)!

/** As {@link findBodies}; undefined at the first mark that stands apart from its letter: the text is to be composed first. */
export const findBodiesIfComposed = (text: string, place: PlaceContext): BodyMention[] | undefined => find(text, place, true)

function find(text: string, place: PlaceContext, stopsAtMark: boolean): BodyMention[] | undefined {
  let folded: FoldedText | undefined
  const source: Unfolded = { text, fold: () => (folded ??= foldText(text)) }
  const meanings = new Map<string, string>()
  const forms: (ShortForm & { readonly body: Body })[] = []
  const plain = nameBodyOf(place)
  const own = createNameBody(place, meanings)
  const found: BodyMention[] = []
  const limit = text.length
  let cellEnd = -1
  for (let at = nextOpening(text, 0, limit); at < limit; at = nextOpening(text, at, limit)) {
    if (isCombining(codeAt(text, at))) {
      if (stopsAtMark) return undefined
      at++
      continue
    }
    if (at > cellEnd) cellEnd = endOfCell(text, at)
    const known = recallBody(source, at, cellEnd)
    if (!known.found || !wordStartsAt(text, at) || isInCode(text, at) || isInLaw(text, at) || endsCompound(text, at) || isWhere(text, at, known.alsoNames) || isAddress(text, at + known.found.end)) {
      at++
      continue
    }
    const end = addFound(found, source, at, cellEnd, known, forms.length && usesForm(known.words, forms) ? own : plain)
    if (stopsAtMark && (known.hasMark || (end > at + known.found.end && COMBINING_MARK.test(text.slice(at, end))))) return undefined
    at = end
    if (unitAt(text, at + 1) !== OPEN && !known.hasBracket) continue
    const last = found.at(-1)!
    const form = forms.length < MOST_FORMS ? readShortForm(text, last) : undefined
    if (!form) continue
    forms.push({ ...form, body: last })
    if (!form.whole) meanings.set(fold(form.words), form.means)
  }
  return forms.length ? withShortForms(text, found, forms) : found
}

const OPEN = 40

const isCombining = (code: number): boolean => code >= 0x300 && code < 0x370

/** A tab is the border of a cell: no name goes on behind it. */
function endOfCell(text: string, at: number): number {
  const tab = text.indexOf('\t', at)
  return tab < 0 ? text.length : tab
}

/** Are any of the short forms in these words? */
const usesForm = (words: string, forms: readonly ShortForm[]): boolean => forms.some((form) => words.includes(form.words))

/** Adds what was found at a place, with the bodies inside it and those that share its head; returns where it ends. */
function addFound(all: BodyMention[], source: Unfolded, at: number, limit: number, known: Remembered, nameBody: NameBody): number {
  const { end, shared } = known.found!
  const named = nameRemembered(known, source, at, nameBody)
  for (let index = shared ? 1 : 0; index < named.length; index++) all.push(toMention(named[index]!, at, named[index]!.isPart ? all.length + 1 : null))
  return known.listHead === undefined ? at + end : addShortNames(all, source, at + end, limit, known.listHead, nameBody)
}

const toMention = ({ text, start, end, facts }: Named, at: number, partOf: number | null): BodyMention =>
  ({ text, span: { start: at + start, end: at + end }, name: facts.name, kind: facts.kind, level: facts.level, place: facts.place, collective: facts.collective, id: facts.id, partOf })

/** "Phòng Nội vụ, | Tư pháp và | Y tế": names that share the head of the last. */
function addShortNames(all: BodyMention[], source: Unfolded, at: number, limit: number, head: string, nameBody: NameBody): number {
  let end = at
  for (let name = nextName(source.text, end); name > 0; name = nextName(source.text, end)) {
    if (recallBody(source, name, limit).found) return end
    const text = source.fold()
    const next = separatorEnd(text.folded, end, limit)
    if (next === end || !isUpper(unitAt(text.text, next)) || (next !== name && recallBody(source, next, limit).found)) return end
    const short = readSharedName(text, next, limit, head)
    if (!short || !isKnownShort(text.text.slice(next, short.end), head)) return end
    all.push({ ...nameBody.name(text, next, short), partOf: null })
    end = short.end
  }
  return end
}

/** The capital after a mark, a bracket or "và", where one follows; else 0. */
function nextName(text: string, at: number): number {
  let next = at
  while (unitAt(text, next) === SPACE) next++
  const mark = unitAt(text, next)
  if (mark === BRACKET) next = text.slice(next, next + LONGEST_REMARK).indexOf(')') + next + 1
  else if (mark === 44 || mark === 59 || mark === 47 || mark === 43 || mark === 38) next++
  else if (mark !== V || next === at) return 0
  while (unitAt(text, next) === SPACE || unitAt(text, next) === 44) next++
  if (unitAt(text, next) === V && unitAt(text, next + 2) === SPACE) next += 3
  return isUpper(unitAt(text, next)) ? next : 0
}

const BRACKET = 40
const V = 0x76
const LONGEST_REMARK = 160
const SPACE = 32

/** Letters stand for a name that the head has: "Sở GTVT, | TN&MT", but not "Phòng Nội vụ, | QĐ". */
const isKnownShort = (words: string, head: string): boolean => !isUpper(unitAt(words, 1)) || expandAbbreviations(`${head} ${words}`) !== `${head} ${words}`

/** "123/QĐ-|UBND", "45/|UBND-VX": letters of a number, no body. */
function isInCode(text: string, at: number): boolean {
  const mark = foldUnit(unitAt(text, at - 1))
  if (mark !== 45 && mark !== 47 && mark !== 46 && mark !== 64 && mark !== 95) return false
  if (!isUpper(unitAt(text, at + 1))) return mark === 46 || mark === 64 || mark === 95
  const before = unitAt(text, at - 2)
  if (mark === 47) return !isWordUnit(before) || isUpper(before) || isDigit(before)
  if (isUpper(before) || isDigit(before)) return true
  let start = at - 1
  while (isWordUnit(unitAt(text, start - 1))) start--
  return start < at - 1 && unitAt(text, start - 1) === 47
}

/** "Luật | Công an nhân dân", "Luật Tổ chức | Chính phủ": a body that a law is named after. */
function isInLaw(text: string, at: number): boolean {
  if (unitAt(text, at - 1) !== SPACE) return false
  const last = unitAt(text, at - 2)
  return (last === 0x74 || last === 0x63) && IN_LAW.test(text.slice(Math.max(0, at - 13), at))
}

/** "ubnd.xa@laocai.gov.vn": a name for machines goes on. */
const isAddress = (text: string, end: number): boolean => unitAt(text, end) === 64 || (unitAt(text, end) === 46 && unitAt(text, end + 1) >= 0x61 && unitAt(text, end + 1) <= 0x7a)

const IN_LAW = PATTERNS['law-before']

/** A mention of each short form behind the place where the text gives it; where a body was read already, it is that body. */
function withShortForms(text: string, found: readonly BodyMention[], forms: readonly (ShortForm & { readonly body: Body })[]): BodyMention[] {
  const bySpan = new Map(found.map((body, index) => [body.span.start, index]))
  const mentions: (BodyMention | undefined)[] = [...found]
  const added: BodyMention[] = []
  for (const form of forms) {
    const { words, body, from, whole } = form
    if (!whole) for (const [index, mention] of mentions.entries()) if (mention && mention.span.start > from && isShortened(mention, form)) mentions[index] = { ...body, ...cut(text, mention.span.start, mention.span.end), partOf: mention.partOf }
    for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + words.length)) {
      if (!wordStartsAt(text, at) || !wordEndsAt(text, at + words.length) || isInCode(text, at)) continue
      const index = bySpan.get(at)
      const known = index === undefined ? undefined : mentions[index]
      const mention: BodyMention = { ...body, ...cut(text, at, at + words.length), partOf: known?.partOf ?? null }
      if (known?.span.end === mention.span.end) mentions[index!] = mention
      else if (!known && (whole || standsAlone(text, at)) && !coversAny(found, mention)) added.push(mention)
    }
  }
  return added.length ? inOrder(mentions as BodyMention[], added) : (mentions as BodyMention[])
}

/** "Ban VSTBPN" where "Ban Vì sự tiến bộ phụ nữ huyện" was so called: its name without its place. */
const isShortened = ({ text, name, id }: Body, { words, body }: ShortForm & { readonly body: Body }): boolean => id === null && text.includes(words) && body.name.startsWith(name)

const ALONE = PATTERNS['alone-before']
/** A part of a name stands for the body where one may stand: "phối hợp với | VSTBPN", but not "công tác | VSTBPN". */
const standsAlone = (text: string, at: number): boolean => ALONE.test(fold(text.slice(Math.max(0, at - 6), at)))

/** Does a found mention lie over this one? They are in order, and few are asked for. */
function coversAny(found: readonly BodyMention[], { span }: Body): boolean {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (found[middle]!.span.start < span.end) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= 0 && index > low - 5; index--) if (found[index]!.span.end > span.start) return true
  return false
}

/** Both lists by their places; what `partOf` points to moves along. */
function inOrder(mentions: readonly BodyMention[], added: readonly BodyMention[]): BodyMention[] {
  const all = [...mentions.map((mention, index) => ({ mention, index })), ...added.map((mention) => ({ mention, index: -1 }))]
  all.sort((a, b) => a.mention.span.start - b.mention.span.start || b.mention.span.end - a.mention.span.end)
  const moved = new Map(all.map(({ index }, at) => [index, at]))
  return all.map(({ mention }) => (mention.partOf === null ? mention : { ...mention, partOf: moved.get(mention.partOf) ?? null }))
}
