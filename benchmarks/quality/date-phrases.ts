import * as chrono from 'chrono-node'
import { readFileSync } from 'node:fs'
import { extractDates } from '../../src/dates.js'

/** One row of date-phrases.tsv. */
export interface PhraseRow {
  readonly phrase: string
  readonly issued: string
  /** EDTF of each mention, `null` for one without a value; the empty list where there is no time. */
  readonly expected: readonly string[]
}

export type Verdict = 'right' | 'wrong' | 'silent'

/** A reader of phrases: the values of what it finds. */
export type ReadPhrase = (row: PhraseRow) => readonly string[]

export function readPhrases(): PhraseRow[] {
  const [, ...lines] = readFileSync(new URL('date-phrases.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
  return lines.map((line) => {
    const [phrase, issued, expected] = line.split('\t') as [string, string, string]
    return { phrase, issued, expected: expected === 'none' ? [] : expected.split('; ') }
  })
}

/** Ours: every value to the letter. */
export const readOurs: ReadPhrase = ({ phrase, issued }) => extractDates(phrase, { issued }).dates.map(({ edtf }) => String(edtf))

/** chrono's Vietnamese locale, with the day of issue as its present; components that it says are certain make the value. */
export const readChrono: ReadPhrase = ({ phrase, issued }) =>
  chrono.vi.parse(phrase, new Date(`${issued}T12:00:00`)).map(({ start, end }) => (end ? `${toValue(start)}/${toValue(end)}` : toValue(start)))

function toValue(parts: chrono.ParsedComponents): string {
  const pad = (part: 'month' | 'day'): string => String(parts.get(part)).padStart(2, '0')
  if (!parts.isCertain('day') && !parts.isCertain('weekday')) return parts.isCertain('month') ? `${parts.get('year')}-${pad('month')}` : String(parts.get('year'))
  return `${parts.get('year')}-${pad('month')}-${pad('day')}`
}

/** Wrong: a value that is not there, or none where chrono or we should be silent; silent: nothing found of what is there. */
export function judge(expected: readonly string[], found: readonly string[]): Verdict {
  if (found.length === expected.length && found.every((value, index) => value === expected[index])) return 'right'
  return found.some((value) => !expected.includes(value)) ? 'wrong' : 'silent'
}

/** A peer without bounds is given them: "../2024-03-30" is right for it as 2024-03-30. */
export const withoutBounds = (expected: readonly string[]): string[] => expected.map((value) => value.replace(/^\.\.\/|\/\.\.$/g, ''))

export interface Tally {
  readonly name: string
  readonly right: number
  readonly wrong: number
  readonly silent: number
  readonly misses: readonly { readonly row: PhraseRow; readonly found: readonly string[]; readonly verdict: Verdict }[]
}

export function tally(name: string, rows: readonly PhraseRow[], read: ReadPhrase, expect: (expected: readonly string[]) => readonly string[] = (expected) => expected): Tally {
  const judged = rows.map((row) => ({ row, found: read(row) })).map(({ row, found }) => ({ row, found, verdict: judge(expect(row.expected), found) }))
  const count = (verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length
  return { name, right: count('right'), wrong: count('wrong'), silent: count('silent'), misses: judged.filter(({ verdict }) => verdict !== 'right') }
}
