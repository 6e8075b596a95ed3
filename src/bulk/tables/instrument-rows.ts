import type { Citation } from '../../model/plan.js'
import type { Row } from './columns.js'

/** The instruments that a document cites, and which of them each citation is. */
export interface Instruments {
  readonly keys: readonly (string | null)[]
  readonly byKey: ReadonlyMap<string, readonly Citation[]>
}

export function instrumentsOf(citations: readonly Citation[]): Instruments {
  const keys: (string | null)[] = []
  const byKey = new Map<string, Citation[]>()
  for (const citation of citations) {
    const key = citation.refersTo === null ? keyOf(citation) : (keys[citation.refersTo] ?? null)
    keys.push(key)
    if (key === null) continue
    const mentions = byKey.get(key)
    if (mentions) mentions.push(citation)
    else byKey.set(key, [citation])
  }
  return { keys, byKey }
}

/** The same for the same instrument in every document; a number alone, which restarts each year, only with its date. */
function keyOf({ urn, notation, name, date }: Citation): string | null {
  if (urn !== null) return urn.replace(/~.*/, '')
  const stem = notation?.text ?? name
  return stem === null ? null : date === null ? stem : `${stem} ${date}`
}

export function instrumentRows({ byKey }: Instruments): Row[] {
  return [...byKey].map(([instrument, mentions]) => {
    const stated = <T>(field: (citation: Citation) => T | null | undefined): T | null => mentions.map(field).find((value) => value != null) ?? null
    return {
      instrument, type: stated(({ type }) => type?.code), notation: stated(({ notation }) => notation?.text), name: stated(({ name }) => name), date: stated(({ date }) => date),
      issuer: stated(({ issuer }) => issuer?.name), title: stated(({ title }) => title?.text), urn: stated(({ urn }) => urn), basis: mentions.some(({ relation }) => relation === 'basis'), mentions: mentions.length,
    }
  })
}
