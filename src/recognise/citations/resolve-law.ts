import { type LawEntry, lawInTable, lawOfNotation, onlyLawOf } from '../../grammar/laws.js'
import type { Citation } from '../../model/plan.js'
import type { CitationRule } from './context.js'

/** A law of the dated table, and what singled it out. */
export interface ResolvedLaw {
  readonly law: LawEntry
  /** `number`: its number is stated; `date`: the stated day or year; `only`: no other law of the table bears the name. */
  readonly because: 'number' | 'date' | 'only'
}

interface Cited extends Pick<Citation, 'name' | 'notation' | 'date' | 'type'> {
  readonly by: CitationRule
}

/** {@link resolveLaw} of a mention, looked up once. */
export const lawOf = (mention: Cited & { law: ResolvedLaw | null | undefined }): ResolvedLaw | null => (mention.law === undefined ? (mention.law = resolveLaw(mention) ?? null) : mention.law)

/** The law of the table that a mention by name, by number or by both means; undefined where the table does not tell. */
export function resolveLaw({ name, notation, date, by, type }: Cited): ResolvedLaw | undefined {
  if (notation) {
    const law = by === 'citation.law' || LAWS.has(type?.code ?? '') ? lawOfNotation(notation.text) : undefined
    return law && { law, because: 'number' }
  }
  if (name === null) return undefined
  if (date !== null) {
    const law = lawInTable(name, date.slice(0, 10))
    return law?.notation || law?.adopted ? { law, because: 'date' } : undefined
  }
  const law = onlyLawOf(name)
  return law && { law, because: 'only' }
}

const LAWS: ReadonlySet<string> = new Set(['L', 'BL', 'PL', 'HP'])
