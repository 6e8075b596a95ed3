import type { Instrument, PlanDocument } from '../../model/plan.js'
import type { Row } from './columns.js'

/** The same for the same instrument in every document; a number alone, which restarts each year, only with its date. */
export function instrumentKey({ urn, notation, name, date }: Instrument): string | null {
  if (urn !== null) return urn
  const stem = notation?.text ?? name
  return stem === null ? null : date === null ? stem : `${stem} ${date}`
}

/** Which instrument each citation is, by its index; null where it cannot be told. */
export function instrumentOfCitations({ citations, instruments }: PlanDocument): readonly (string | null)[] {
  const keys: (string | null)[] = citations.map(() => null)
  for (const instrument of instruments) for (const mention of instrument.mentions) keys[mention] = instrumentKey(instrument)
  return keys
}

export function instrumentRows({ instruments }: PlanDocument): Row[] {
  const rows = new Map<string, Row>()
  for (const instrument of instruments) {
    const key = instrumentKey(instrument)
    if (key === null) continue
    const { type, notation, name, date, issuer, title, urn, relations, mentions } = instrument
    const before = rows.get(key)
    const more = { basis: relations.includes('basis') || before?.['basis'] === true, mentions: mentions.length + Number(before?.['mentions'] ?? 0) }
    rows.set(key, { instrument: key, type: type?.code ?? null, notation: notation?.text ?? null, name, date, issuer: issuer?.name ?? null, title: title?.text ?? null, urn, ...before, ...more })
  }
  return [...rows.values()]
}
