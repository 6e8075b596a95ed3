import { describe, expect, it } from 'vitest'
import { closesTitle, titleOpenerEnd } from '../../src/grammar/citation-titles.js'
import { documentType, documentTypeByName, typeCodeOfSymbol, typeWordsBefore } from '../../src/grammar/document-types.js'
import { DOCUMENT_TYPES } from '../../src/grammar/generated/document-types.js'
import { ISSUER_CODES } from '../../src/grammar/generated/issuer-codes.js'
import { LAWS } from '../../src/grammar/generated/laws.js'
import { LOOK_ALIKES } from '../../src/grammar/generated/look-alikes.js'
import { TITLE_CLOSERS } from '../../src/grammar/generated/title-closers.js'
import { TITLE_OPENERS } from '../../src/grammar/generated/title-openers.js'
import { issuerOfCode } from '../../src/grammar/issuer-codes.js'
import { knownLawEnd, lawInTable } from '../../src/grammar/laws.js'
import { isLookAlikeSymbol, lookAlikeBefore } from '../../src/grammar/look-alikes.js'
import { fold, foldText } from '../../src/model/folded.js'

describe('document types', () => {
  it.each(DOCUMENT_TYPES.map(({ code, name }) => [name, code]))('"%s" before a number is %s', (name, code) => {
    const input = `theo ${name.toLowerCase()}`
    const words = typeWordsBefore(foldText(input), input.length)!
    expect([words.type?.code, words.partyType?.code]).toContain(code)
    expect(input.slice(words.start)).toBe(name.toLowerCase())
  })

  it('takes the longest wording that fits', () => {
    const text = foldText('Thông tư liên tịch')
    expect(typeWordsBefore(text, text.text.length)?.type).toEqual({ code: 'TTLT', name: 'Thông tư liên tịch' })
  })

  it('gives each wording the name of its code', () => {
    expect(documentTypeByName('chương trình hành động')).toEqual({ code: 'CTr', name: 'Chương trình' })
    expect(documentType('L')).toEqual({ code: 'L', name: 'Luật' })
    expect(documentTypeByName('thông tri')).toEqual({ code: 'TT', name: 'Thông tri' })
  })

  it('knows the type in a symbol, and its slips', () => {
    expect(['QĐ', 'QD', 'TTR', 'KHLT', 'CTr', 'BNV'].map(typeCodeOfSymbol)).toEqual(['QĐ', 'QĐ', 'TTr', 'KH', 'CTr', undefined])
  })

  it('takes abbreviations in capitals only', () => {
    expect(typeWordsBefore(foldText('theo QĐ'), 7)?.type?.code).toBe('QĐ')
    expect(typeWordsBefore(foldText('theo qđ'), 7)).toBeUndefined()
    expect(typeWordsBefore(foldText('văn bản'), 7)?.type).toBeNull()
  })
})

describe('issuer codes', () => {
  it.each(ISSUER_CODES.map(({ code, name, from, until }) => [code, name, from || until || '2010-01-01']))('%s is %s on %s', (code, name, on) => expect(issuerOfCode(code, on)?.name).toBe(name))

  it('mean a body only while they held', () => {
    expect(issuerOfCode('BTTTT', '2024-05-01')?.name).toBe('Bộ Thông tin và Truyền thông')
    expect(issuerOfCode('BTTTT', '2025-03-01')).toBeUndefined()
    expect(issuerOfCode('BTTTT', '2006-12-31')).toBeUndefined()
    expect(issuerOfCode('BNNMT', '2024-12-31')).toBeUndefined()
    expect(issuerOfCode('BNNMT', '2025')?.name).toBe('Bộ Nông nghiệp và Môi trường')
  })

  it('leave off the number of a term', () => expect(issuerOfCode('QH15', null)?.name).toBe('Quốc hội'))
})

describe('laws', () => {
  it('has every name end where it ends', () => {
    for (const { name } of LAWS) {
      const folded = fold(name)
      const head = (['bộ luật', 'luật', 'pháp lệnh', 'hiến pháp'] as const).find((one) => folded.startsWith(one))!
      expect(knownLawEnd(`${folded} này`, head, head.length)).toBe(folded.length)
    }
  })

  it('singles one out by year or day', () => {
    expect(lawInTable('luật đất đai', '2013')?.notation).toBe('45/2013/QH13')
    expect(lawInTable('Luật Phòng chống thiên tai', '2013-06-19')?.notation).toBe('33/2013/QH13')
    expect(lawInTable('Luật Đất đai', '2019')).toBeUndefined()
  })
})

describe('look-alikes', () => {
  it.each(LOOK_ALIKES.filter(({ where }) => where === 'before').map(({ phrase }) => phrase))('"%s" before a number', (phrase) => {
    expect(lookAlikeBefore(`theo ${fold(phrase)}`, 5 + phrase.length)).toBe(true)
    if (!phrase.includes(' ')) expect(lookAlikeBefore(`theo x${fold(phrase)}`, 6 + phrase.length)).toBe(false)
  })

  it.each(LOOK_ALIKES.filter(({ where }) => where === 'symbol').map(({ phrase }) => phrase))('%s in a symbol', (phrase) => expect(isLookAlikeSymbol(phrase)).toBe(true))
})

describe('titles', () => {
  it.each(TITLE_OPENERS)('"$phrase" opens one', ({ phrase, after }) => {
    expect(titleOpenerEnd(`x ${fold(phrase)} y`, 2, 'issued')).toBe(2 + phrase.length)
    expect(titleOpenerEnd(`x ${fold(phrase)} y`, 2, 'number') !== undefined).toBe(after !== 'issued')
    expect(titleOpenerEnd(`x ${fold(phrase)} y`, 2, 'comma') !== undefined).toBe(after === 'any')
  })

  it.each(TITLE_CLOSERS)('"$phrase" closes one ($where)', ({ phrase, where }) => {
    expect(closesTitle(`x ${fold(phrase)} y`, 2, where)).toBe(true)
    expect(closesTitle(`x ${fold(phrase)}a`, 2, where) && !TITLE_CLOSERS.some((other) => other.where === where && phrase.startsWith(`${other.phrase} `))).toBe(false)
  })
})
