import type { PinpointUnit } from './plan.js'

/** Words of the places inside an instrument, in ASCII, as a `urn:lex:vn` has them behind its `~`. */
export const UNIT_WORDS: Readonly<Record<PinpointUnit, string>> = {
  part: 'phan', chapter: 'chuong', section: 'muc', article: 'dieu', clause: 'khoan', point: 'diem', item: 'tiet', annex: 'phu.luc',
}

/** The parts of a `urn:lex:vn:…` (RFC 9676). */
export interface LexUrn {
  /** Issuing bodies, in ASCII words joined with dots: `["bo.tai.chinh", "bo.y.te"]`. */
  readonly authorities: readonly string[]
  /** The type, in ASCII words joined with dots: `nghi.dinh`, `thong.tu.lien.tich`. */
  readonly measure: string
  /** A day or a year: `2009-05-19`, `2009`. */
  readonly date: string
  /** The number without its year and symbol: `48`, `30a`. */
  readonly number: string
  /** The place inside it, the largest unit first; [] where the whole is meant. A letter is as the text has it: `đ`. */
  readonly pinpoints: readonly { readonly unit: PinpointUnit; readonly value: string }[]
}

const NAME = /^urn:lex:vn:([a-z0-9.+-]+):([a-z0-9.]+):(\d{4}(?:-\d{2}-\d{2})?);([a-z0-9.]+)(?:~([a-z0-9.;]+))?$/i
const UNITS = Object.entries(UNIT_WORDS) as readonly (readonly [PinpointUnit, string])[]

/** Read a `urn:lex:vn:…` back into its parts; null where it is none that this library builds. */
export function parseUrn(urn: string): LexUrn | null {
  const match = NAME.exec(urn)
  if (!match) return null
  const [, authority = '', measure = '', date = '', number = '', partition = ''] = match
  const pinpoints = partition ? partition.split(';').map(parsePlace) : []
  if (pinpoints.some((place) => place === null)) return null
  return { authorities: authority.toLowerCase().split('+'), measure: measure.toLowerCase(), date, number: withLetters(number.toLowerCase()), pinpoints: pinpoints as LexUrn['pinpoints'] }
}

function parsePlace(place: string): LexUrn['pinpoints'][number] | null {
  const lower = place.toLowerCase()
  const found = UNITS.find(([, word]) => lower.startsWith(word) && lower.length > word.length)
  return found ? { unit: found[0], value: withLetters(lower.slice(found[1].length)) } : null
}

const withLetters = (value: string): string => value.replaceAll('dd', 'đ')
