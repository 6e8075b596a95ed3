import { expandAbbreviations, findKnownBody } from '../../grammar/bodies.js'
import { fold, type FoldedText } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { completeName, levelOf } from './complete-name.js'
import type { Found } from './found.js'
import { toNaturalCase } from './natural-case.js'
import { isPrintedInCapitals } from './words.js'

/** What a name tells, wherever it stands in the document. */
type Facts = Pick<Body, 'name' | 'kind' | 'level' | 'place'>

/** Makes a body of what was found: its words cut from the text, its name written out and completed. */
export type NameBody = (text: FoldedText, at: number, found: Found) => Body

/** A document names the same bodies again and again: what a name tells is worked out once. */
export function createNameBody(own: PlaceContext): NameBody {
  const known = new Map<string, Facts>()
  return (text, at, found) => {
    const { text: printed, span } = cut(text.text, at, found.end)
    const key = `${found.sharedHead ?? ''}|${found.kind}|${found.collective}|${printed}`
    let facts = known.get(key)
    if (!facts) {
      facts = readFacts(printed, isPrintedInCapitals(text, at, found.end), found, own)
      known.set(key, facts)
    }
    // Spreading an object here would cost more than all the rest.
    return { text: printed, span, name: facts.name, kind: facts.kind, level: facts.level, place: facts.place, collective: found.collective }
  }
}

function readFacts(printed: string, inCapitals: boolean, found: Found, own: PlaceContext): Facts {
  const head = found.sharedHead ? `${found.sharedHead[0]!.toUpperCase()}${found.sharedHead.slice(1)} ` : ''
  const written = head + tidy(printed)
  const known = findKnownBody(fold(written))
  const kind = found.kind === 'position' || found.collective ? found.kind : (known?.kind ?? found.kind)
  const level = known?.level ?? levelOf(fold(written)) ?? found.level
  const expanded = expandAbbreviations(written)
  const cased = inCapitals ? toNaturalCase(expanded) : expanded
  if (found.collective) return { name: cased, kind, level, place: null }
  const { name, place } = completeName(cased, fold(cased), kind, level, own)
  return { name, kind, level, place }
}

/** Single spaces, and without a short form in brackets. */
function tidy(text: string): string {
  if (!text.includes('(') && !text.includes('  ') && !text.includes('\n')) return text
  return text.replace(/ \([^)]*\)/g, '').replace(/\s+/g, ' ')
}
