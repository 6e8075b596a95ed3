import { issuerOfCode } from '../../grammar/issuer-codes.js'
import type { LawEntry } from '../../grammar/laws.js'
import { areDigits } from '../../grammar/notation-numbers.js'
import { factsOf } from '../../grammar/symbol-facts.js'
import type { Body, Pinpoint } from '../../model/plan.js'
import { rememberWords } from '../../model/remember.js'
import { UNIT_WORDS } from '../../model/urn.js'
import type { Mention } from './mention.js'

const ISSUERS_OF_LAWS: Readonly<Record<string, string>> = { L: 'Quốc hội', BL: 'Quốc hội', HP: 'Quốc hội', PL: 'Ủy ban Thường vụ Quốc hội' }

/** What an instrument's name is built from. */
export type Identity = Pick<Mention, 'type' | 'notation' | 'date' | 'issuer' | 'parts'>

/**
 * The instrument's name by RFC 9676: `urn:lex:vn:<authority>:<measure>:<date>;<number>`.
 *
 *     Nghị định số 48/2009/NĐ-CP ngày 19/5/2009   urn:lex:vn:chinh.phu:nghi.dinh:2009-05-19;48
 *     Luật Đất đai năm 2024                       urn:lex:vn:quoc.hoi:luat:2024-01-18;31
 *
 * Authority: the body that the symbol's code alone names on that day, else the stated issuer where its place is known; joint ones joined with `+`.
 * Date: the day, else the year, of the instrument or of its notation. null where authority, type, date or number is not known.
 * @param law the law of the table that is meant, if it is known
 */
export function urnOf(identity: Identity, law: LawEntry | undefined): string | null {
  const { type, notation } = identity
  if (!type) return null
  const number = notation?.number ?? (law?.notation ? /^[\d.a-zđ]+/.exec(law.notation)?.[0] : undefined)
  const date = fullDate(law?.adopted || identity.date) ?? (notation?.year ? String(notation.year) : null)
  const authority = authorityOf(identity, date)
  if (!number || !date || !authority) return null
  return `urn:lex:vn:${authority}:${asciiOf(law ? headOf(law) : type.name)}:${date};${numberOf(number)}`
}

/** Bộ luật, luật, pháp lệnh or hiến pháp. */
const headOf = ({ name }: LawEntry): string => (name.startsWith('Luật') ? 'Luật' : name.split(' ', 2).join(' '))

/** A number or letter in ASCII: đ is `dd`, so that điểm đ and điểm d differ; leading zeros go. */
const numberOf = (printed: string): string => (areDigits(printed) && printed.charCodeAt(0) !== 0x30 ? printed : toAscii(printed.replaceAll('đ', 'dd').replace(/^0+(?=\d)/, '')))

/** `dieu5;khoan2;diema`: the places that lead to one, the largest first. */
export const partitionOf = (path: readonly Pick<Pinpoint, 'unit' | 'value'>[]): string => path.map(({ unit, value }) => `${UNIT_WORDS[unit]}${numberOf(value.toLowerCase())}`).join(';')

/** The plain small letter or digit of every code unit that has one. */
const ASCII: readonly string[] = Array.from({ length: 0x1f00 }, (_, code) => {
  const base = String.fromCharCode(code).toLowerCase().replace('đ', 'd').normalize('NFD').charAt(0)
  return /[a-z0-9]/.test(base) ? base : ''
})

/** A day or a year; a month, or a day left blank, does not do. */
const fullDate = (date: string | null | undefined): string | null => (date && (date.length === 4 || date.length === 10) && !date.includes('X') ? date : null)

function authorityOf(mention: Identity, date: string | null): string | null {
  const ofLaw = mention.type && mention.type.name !== 'Lệnh' ? ISSUERS_OF_LAWS[mention.type.code] : undefined
  if (ofLaw) return asciiOf(ofLaw)
  if (!factsOf(mention.parts).mayNameOne) return mention.type?.code === 'TTLT' || mention.type?.code === 'NQLT' ? null : ofNamed(mention.issuer)
  const issuers = mention.parts.slice(1)
  const joint = issuers.map((code) => issuerOfCode(code, date)).filter((issuer) => issuer?.scope === 'one')
  if (joint.length > 1 && joint.length === issuers.length) return joint.map((issuer) => asciiOf(issuer!.name)).join('+')
  if (mention.type?.code === 'TTLT' || mention.type?.code === 'NQLT') return null
  const code = mention.parts.length === 1 ? mention.parts[0] : issuers[0]
  const coded = code ? issuerOfCode(code, date) : undefined
  if (coded?.scope === 'one') return asciiOf(coded.name)
  return ofNamed(mention.issuer)
}

/** The stated issuer, where there is one alone and it is known where. */
const ofNamed = (issuer: Body | null): string | null => (issuer !== null && !issuer.collective && (issuer.place !== null || issuer.level === 'central') ? asciiOf(issuer.name) : null)

/** {@link toAscii} of names, which come again and again. */
const asciiOf = rememberWords((name) => toAscii(name))

/** Lower-case ASCII words joined with dots: "Bộ Lao động - Thương binh và Xã hội" is `bo.lao.dong.thuong.binh.va.xa.hoi`. */
function toAscii(name: string): string {
  let words = ''
  for (let i = 0; i < name.length; i++) {
    const letter = ASCII[name.charCodeAt(i)] ?? ''
    if (letter) words += letter
    else if (words && !words.endsWith('.')) words += '.'
  }
  return words.endsWith('.') ? words.slice(0, -1) : words
}
