import { expandAbbreviations, nextOpening } from '../../grammar/bodies.js'
import { fold, type FoldedText, isDigit, isUpper, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body, BodyMention } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { findBody } from './index.js'
import type { Found } from './found.js'
import { createNameBody, type NameBody } from './name-body.js'
import { headOf, readSharedName, separatorEnd } from './read-list.js'
import { readShortForm, type ShortForm } from './short-forms.js'

/** A document gives no more short forms than this. */
const MOST_FORMS = 64

/**
 * Every mention of a body in a text, in reading order. A part or an office of a body is followed by that body, which `partOf` points to:
 * "Phòng Trẻ em thuộc Sở Nội vụ" and "Sở Nội vụ". Short forms that the text itself gives are known behind the place where it does.
 */
export function findBodies(text: FoldedText, place: PlaceContext): BodyMention[] {
  const meanings = new Map<string, string>()
  const forms: (ShortForm & { readonly body: Body })[] = []
  const nameBody = createNameBody(place, meanings)
  const found: BodyMention[] = []
  const limit = text.text.length
  for (let at = nextOpening(text.folded, 0, limit); at < limit; at = nextOpening(text.folded, at, limit)) {
    const body = isInCode(text, at) || isInLaw(text.folded, at) ? undefined : findBody(text, at, limit)
    if (!body) {
      at++
      continue
    }
    at = addFound(found, text, at, body, nameBody)
    const last = found.at(-1)!
    const form = text.folded.charCodeAt(at + 1) === OPEN || last.text.includes('(') ? readShortForm(text, last) : undefined
    if (!form || forms.length >= MOST_FORMS) continue
    forms.push({ ...form, body: last })
    if (!form.whole) meanings.set(fold(form.words), form.means)
  }
  return forms.length ? withShortForms(text, found, forms) : found
}

const OPEN = 40

/** Adds what was found at a place, with the bodies inside it and those that share its head; returns where it ends. */
function addFound(all: BodyMention[], text: FoldedText, at: number, found: Found, nameBody: NameBody): number {
  if (found.shared) for (const { start, found: each } of found.shared) all.push({ ...nameBody(text, start, each), partOf: null })
  else addBody(all, text, at, found, nameBody)
  return addShortNames(all, text, found.end, nameBody)
}

function addBody(all: BodyMention[], text: FoldedText, at: number, found: Found, nameBody: NameBody): void {
  all.push({ ...nameBody(text, at, found), partOf: found.inner ? all.length + 1 : null })
  if (found.inner) addBody(all, text, found.inner.start, found.inner.found, nameBody)
}

/** "Phòng Nội vụ, | Tư pháp và | Y tế": names that share the head of the last. */
function addShortNames(all: BodyMention[], text: FoldedText, at: number, nameBody: NameBody): number {
  const limit = text.text.length
  const head = headOf(text.folded, all.at(-1)!)
  if (head === undefined) return at
  let end = at
  for (;;) {
    const next = separatorEnd(text.folded, end, limit)
    if (next === end || !isUpper(text.text.charCodeAt(next)) || findBody(text, next, limit)) return end
    const short = readSharedName(text, next, limit, head)
    if (!short || !isKnownShort(text.text.slice(next, short.end), head)) return end
    all.push({ ...nameBody(text, next, short), partOf: null })
    end = short.end
  }
}

/** Letters stand for a name that the head has: "Sở GTVT, | TN&MT", but not "Phòng Nội vụ, | QĐ". */
const isKnownShort = (words: string, head: string): boolean => !isUpper(words.charCodeAt(1)) || expandAbbreviations(`${head} ${words}`) !== `${head} ${words}`

/** "123/QĐ-|UBND", "45/|UBND-VX": letters of a number, no body. */
function isInCode({ text, folded }: FoldedText, at: number): boolean {
  const mark = folded.charCodeAt(at - 1)
  if (mark !== 45 && mark !== 47 && mark !== 46 && mark !== 64 && mark !== 95) return false
  if (!isUpper(text.charCodeAt(at + 1))) return mark === 46 || mark === 64 || mark === 95
  const before = text.charCodeAt(at - 2)
  if (mark === 47) return !isWordUnit(before) || isUpper(before) || isDigit(before)
  if (isUpper(before) || isDigit(before)) return true
  let start = at - 1
  while (isWordUnit(folded.charCodeAt(start - 1))) start--
  return start < at - 1 && folded.charCodeAt(start - 1) === 47
}

/** "Luật | Công an nhân dân", "Luật Tổ chức | Chính phủ": a body that a law is named after. */
const isInLaw = (folded: string, at: number): boolean => folded.startsWith('luật ', at - 5) || (folded.startsWith('chức ', at - 5) && folded.startsWith('luật tổ ', at - 13))

/** A mention of each short form behind the place where the text gives it; where a body was read already, it is that body. */
function withShortForms(text: FoldedText, found: readonly BodyMention[], forms: readonly (ShortForm & { readonly body: Body })[]): BodyMention[] {
  const bySpan = new Map(found.map((body, index) => [body.span.start, index]))
  const mentions: (BodyMention | undefined)[] = [...found]
  const added: BodyMention[] = []
  for (const form of forms) {
    const { words, body, from, whole } = form
    if (!whole) for (const [index, mention] of mentions.entries()) if (mention && mention.span.start > from && isShortened(mention, form)) mentions[index] = { ...body, ...cut(text.text, mention.span.start, mention.span.end), partOf: mention.partOf }
    for (let at = text.text.indexOf(words, from); at >= 0; at = text.text.indexOf(words, at + words.length)) {
      if (!wordStartsAt(text.text, at) || !wordEndsAt(text.text, at + words.length) || isInCode(text, at)) continue
      const index = bySpan.get(at)
      const known = index === undefined ? undefined : mentions[index]
      const mention: BodyMention = { ...body, ...cut(text.text, at, at + words.length), partOf: known?.partOf ?? null }
      if (known?.span.end === mention.span.end) mentions[index!] = mention
      else if (!known && (whole || standsAlone(text.folded, at)) && !coversAny(found, mention)) added.push(mention)
    }
  }
  return added.length ? inOrder(mentions as BodyMention[], added) : (mentions as BodyMention[])
}

/** "Ban VSTBPN" where "Ban Vì sự tiến bộ phụ nữ huyện" was so called: its name without its place. */
const isShortened = ({ text, name, id }: Body, { words, body }: ShortForm & { readonly body: Body }): boolean => id === null && text.includes(words) && body.name.startsWith(name)

const ALONE = /(?:^|[\n.,;:("/+-]|và|với|giao|của|do|cho|là) *$/
/** A part of a name stands for the body where one may stand: "phối hợp với | VSTBPN", but not "công tác | VSTBPN". */
const standsAlone = (folded: string, at: number): boolean => ALONE.test(folded.slice(Math.max(0, at - 6), at))

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
