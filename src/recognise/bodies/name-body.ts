import { expandAbbreviations, findKnownBody } from '../../grammar/bodies.js'
import { idOfBody } from '../../grammar/body-ids.js'
import { fold, type FoldedText } from '../../model/folded.js'
import { ownText } from '../../model/own-text.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import { createMemory } from '../../model/remember.js'
import { cut } from '../../model/span.js'
import { completeName, levelOf } from './complete-name.js'
import type { Found } from './found.js'
import { toNaturalCase } from './natural-case.js'
import { isPrintedInCapitals } from './words.js'

/** What a name tells, wherever it stands in the document. */
type Facts = Pick<Body, 'name' | 'kind' | 'level' | 'place' | 'id'>

/** Makes bodies of what was found: their words cut from the text, their names written out and completed. */
export interface NameBody {
  readonly name: (text: FoldedText, at: number, found: Found) => Body
  /** May it name the same words otherwise by and by, since the document gives short forms? */
  readonly grows: () => boolean
}

/** So many names are kept. */
const MOST_KNOWN = 8192

/**
 * A document names the same bodies again and again: what a name tells is worked out once.
 * `shortForms`: what the document's own short forms stand for, folded; it may grow while the document is read.
 */
export function createNameBody(own: PlaceContext, shortForms?: ReadonlyMap<string, string>): NameBody {
  const known = new Map<string, Facts>()
  let forms = 0
  const factsOf = (text: FoldedText, at: number, found: Found): Facts => {
    const facts = readFacts(ownText(text.text.slice(at, found.end)), isPrintedInCapitals(text, at, found.end), found, own, shortForms)
    if (!found.inner || found.collective) return facts
    const { start, found: inner } = found.inner
    return withInner(facts, factsOf(text, start, inner), expandAbbreviations(tidy(text.text.slice(start, inner.end)), shortForms), own)
  }
  const name = (text: FoldedText, at: number, found: Found): Body => {
    if ((shortForms && shortForms.size > forms) || known.size > MOST_KNOWN) known.clear()
    forms = shortForms?.size ?? 0
    const { text: printed, span } = cut(text.text, at, found.end)
    const key = `${found.sharedHead ?? ''}|${found.kind}|${found.level}|${found.collective}|${found.inner ? found.inner.start - at : ''}|${printed}`
    let facts = known.get(key)
    if (!facts) {
      facts = factsOf(text, at, found)
      known.set(ownText(key), facts)
    }
    // Spreading an object here would cost more than all the rest.
    return { text: printed, span, name: facts.name, kind: facts.kind, level: facts.level, place: facts.place, collective: found.collective, id: facts.id }
  }
  return { name, grows: () => shortForms !== undefined && shortForms.size > 0 }
}

/** Names of texts of one place are worked out once for all of them. */
const namers = createMemory<string, NameBody>(64)

/** As {@link createNameBody}, without short forms. */
export function nameBodyOf(place: PlaceContext): NameBody {
  const key = `${place.province}|${place.district}|${place.commune}`
  const known = namers.get(key)
  if (known) return known
  const made = createNameBody(place)
  namers.set(key, made)
  return made
}

function readFacts(printed: string, inCapitals: boolean, found: Found, own: PlaceContext, shortForms: ReadonlyMap<string, string> | undefined): Facts {
  const head = found.sharedHead ? `${found.sharedHead[0]!.toUpperCase()}${found.sharedHead.slice(1)} ` : ''
  const written = head + tidy(printed)
  const expanded = expandAbbreviations(written, shortForms)
  const known = findKnownBody(fold(written)) ?? (expanded === written ? undefined : findKnownBody(fold(expanded)))
  const kind = found.kind === 'position' || found.collective ? found.kind : (known?.kind ?? found.kind)
  const level = known?.level ?? levelOf(fold(written)) ?? found.level
  const cased = inCapitals ? toNaturalCase(expanded) : expanded
  if (found.collective) return { name: cased, kind, level, place: null, id: idOfBody({ name: cased, kind, level, collective: true }, own) }
  const { name, place, ofCommune } = completeName(cased, fold(cased), kind, level, own)
  const ownLevel = ofCommune ? 'commune' : level
  return { name, kind, level: ownLevel, place, id: idOfBody({ name, kind, level: ownLevel, collective: false }, own) }
}

/** What the body tells that a part or an office is of: "Phòng Trẻ em thuộc Sở Nội vụ" is one of its province. */
function withInner(facts: Facts, inner: Facts, inWords: string, own: PlaceContext): Facts {
  if (facts.place !== null || (inner.place === null && inner.level === null)) return facts
  const at = facts.name.length - inWords.length
  if (!facts.name.endsWith(inWords)) return facts
  const name = facts.name.slice(0, at) + inner.name
  const level = facts.level ?? inner.level
  return { name, kind: facts.kind, level, place: inner.place, id: idOfBody({ name, kind: facts.kind, level, collective: false }, own) }
}

/** Single spaces, and without a short form in brackets. */
function tidy(text: string): string {
  if (!text.includes('(') && !text.includes('  ') && !text.includes('\n')) return text
  return text.replace(/ \([^)]*\)/g, '').replace(/\s+/g, ' ')
}
