import { describe, expect, it } from 'vitest'
import { createWordScan } from '../../src/grammar/word-scan.js'

function found(words: readonly string[], marks: string, text: string, from = 0, to = text.length): string[] {
  const scan = createWordScan(words, marks)
  const places: string[] = []
  for (let at = scan.next(text, from, to); at < to; at = scan.next(text, at + 1, to)) places.push(`${at} ${text.slice(at, at + 4)}`)
  return places
}

describe('a scan for words', () => {
  it('finds where they begin, whatever follows them', () => {
    expect(found(['năm', 'ngày'], '', 'năm nay ngày, ngàyx 5')).toEqual(['0 năm ', '8 ngày', '14 ngày'])
  })

  it('passes over words that only hold or share their letters', () => {
    expect(found(['ngày', 'năm'], '', 'cảnăm nga ngành 2năm n năng')).toEqual([])
  })

  it('takes 0 for any digit that begins a number, alone or behind a letter', () => {
    expect(found(['0', 'q0', 'q.'], '', '12 a3 q4 q.2 4')).toEqual(['0 12 a', '6 q4 q', '9 q.2 ', '11 2 4', '13 4'])
  })

  it('finds marks anywhere, and words right behind them', () => {
    expect(found(['số'], '/', 'số/số a/b /')).toEqual(['0 số/s', '2 /số ', '3 số a', '7 /b /', '10 /'])
  })

  it('looks at its part of the text alone, and at the letter before it', () => {
    expect(found(['năm'], '', 'năm năm năm', 2, 9)).toEqual(['4 năm '])
  })

  it('finds what begins behind a space inside a word that is not there', () => {
    expect(found(['0', 'học k', 'những năm', 'năm'], '', 'học 24 học kỳ những nam những năm học năm')).toEqual(['4 24 h', '7 học ', '24 nhữn', '30 năm ', '38 năm'])
  })

  it('gives the place of the first of two words where the second may be one too', () => {
    expect(found(['gia đì', 'đ'], '', 'gia đội, gia đình')).toEqual(['0 gia ', '4 đội,', '9 gia ', '13 đình'])
  })

  it('reads capitals and every kind of dash like their folded forms', () => {
    expect(found(['ủy ba', 'tp-'], '', 'ỦY BAN Ủy ban TP–HCM')).toEqual(['0 ỦY B', '7 Ủy b', '14 TP–H'])
  })
})
