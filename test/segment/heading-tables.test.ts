import { describe, expect, it } from 'vitest'
import { HEADING_ABBREVIATIONS } from '../../src/grammar/generated/heading-abbreviations.js'
import { HEADING_WORDS } from '../../src/grammar/generated/heading-words.js'
import { MARKS } from '../../src/grammar/generated/marks.js'
import { SIGN_OFFS } from '../../src/grammar/generated/sign-offs.js'
import { SURNAMES } from '../../src/grammar/generated/surnames.js'
import { expandHeadingAbbreviations, isMarkLine } from '../../src/grammar/heading.js'
import { surnames } from '../../src/grammar/sign-offs.js'
import { fold, foldText } from '../../src/model/folded.js'
import { readRecipients } from '../../src/segment/closing-block/recipients.js'
import { readSignLine } from '../../src/segment/closing-block/sign-line.js'
import { readPieces } from '../../src/segment/heading-block/pieces.js'
import { splitLines } from '../../src/segment/lines.js'

const kindsOf = (line: string): string[] => readSignLine(foldText(line), { start: 0, end: line.length }).map(({ kind }) => kind)
const rowsOf = (part: string): string[] => SIGN_OFFS.filter((row) => row.part === part).map(({ phrase }) => phrase)
const firstPiece = (line: string): string | undefined => {
  const text = foldText(line)
  return readPieces(text, splitLines(text))[0]?.kind
}

describe('rows of the tables are found', () => {
  it.each(rowsOf('office'))('office: %s', (phrase) => expect(kindsOf(phrase.toUpperCase())).toEqual(['office']))
  it.each(rowsOf('note'))('note: %s', (phrase) => expect(kindsOf(phrase.startsWith('(') ? phrase : `(${phrase})`)).toEqual(['note']))
  it.each(rowsOf('approval'))('approval: %s', (phrase) => expect(kindsOf(`${phrase.toUpperCase()} HIỆU TRƯỞNG`)[0]).toBe('approval'))
  it.each(rowsOf('purpose'))('purpose: %s', (phrase) => {
    const line = `- UBND tỉnh (${phrase});`
    expect(readRecipients(foldText(line), { start: 0, end: line.length })).toMatchObject([{ purpose: phrase, name: { text: 'UBND tỉnh' } }])
  })
  it.each(MARKS.map(({ phrase }) => phrase))('mark: %s', (phrase) => expect(isMarkLine(fold(phrase.toUpperCase()))).toBe(true))
  it.each(HEADING_ABBREVIATIONS.filter(({ short }) => !short.includes(' ')).map(({ short, long }) => [short, long]))('abbreviation: %s', (short, long) => expect(expandHeadingAbbreviations(`TRƯỜNG ${short} A`)).toBe(`TRƯỜNG ${long} A`))
  it.each(HEADING_WORDS.filter(({ means }) => means === 'national').map(({ phrase }) => phrase))('national: %s', (phrase) => expect(firstPiece(phrase.toUpperCase())).toBe('national'))
  it.each(HEADING_WORDS.filter(({ means }) => means === 'attached').map(({ phrase }) => phrase))('attached: %s', (phrase) => expect(firstPiece(`${phrase} Quyết định số 5/QĐ-UBND)`)).toBe('attached'))
  it.each(HEADING_WORDS.filter(({ means }) => means === 'basis').map(({ phrase }) => phrase))('basis: %s', (phrase) => expect(firstPiece(`${phrase} nhiệm vụ được giao`)).toBe('basis'))
  it.each(SURNAMES.map(({ surname }) => surname))('surname: %s', (surname) => expect(surnames.has(fold(surname))).toBe(true))
})
