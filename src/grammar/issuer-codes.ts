import { isDigit } from '../model/folded.js'
import { ISSUER_CODES } from './generated/issuer-codes.js'

/** A body's abbreviation in symbols (ký hiệu). `from` and `until` are ISO days, "" where open. */
export interface IssuerCode {
  readonly code: string
  readonly name: string
  /** `one`: the code names a single body; `many`: bodies of a kind share it. */
  readonly scope: 'one' | 'many'
  readonly from: string
  readonly until: string
}

const BY_CODE = new Map<string, IssuerCode[]>()
for (const row of ISSUER_CODES as readonly IssuerCode[]) BY_CODE.set(row.code, [...(BY_CODE.get(row.code) ?? []), row])

/** Is the part of a symbol a body's abbreviation, at any time? The number of a term ("QH15") does not count. */
export const isIssuerCode = (part: string): boolean => rowsOf(part) !== undefined

/** Did the code name one body alone at any time? */
export const mayNameOne = (part: string): boolean => rowsOf(part)?.some(({ scope }) => scope === 'one') ?? false

/** A digit behind a code numbers a term or a unit. */
function rowsOf(part: string): readonly IssuerCode[] | undefined {
  const rows = BY_CODE.get(part)
  return rows ?? (isDigit(part.charCodeAt(part.length - 1)) ? BY_CODE.get(part.replace(/\d+$/, '')) : undefined)
}

/**
 * The body of a code that was not there on a day, "BKHĐT" on 15 April 2025; undefined where one was, or the code may be another's.
 * @param on ISO day
 */
export function absentIssuer(part: string, on: string): IssuerCode | undefined {
  const rows = BY_CODE.get(part)
  return rows?.every(({ scope, from, until }) => scope === 'one' && ((from !== '' && on < from) || (until !== '' && on > until))) ? rows[0] : undefined
}

/**
 * The body that a code named on a day: BKHĐT is none after 28 February 2025.
 * @param on ISO day, month or year; null where unknown (then only a code that ever named one body answers)
 */
export function issuerOfCode(part: string, on: string | null): IssuerCode | undefined {
  const rows = rowsOf(part)
  if (!rows) return undefined
  if (on === null) return rows.length === 1 ? rows[0] : undefined
  return rows.find(({ from, until }) => (!from || on >= from.slice(0, on.length)) && (!until || on <= until))
}
