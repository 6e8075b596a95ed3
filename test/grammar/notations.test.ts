import { describe, expect, it } from 'vitest'
import { readNotation } from '../../src/grammar/notations.js'
import { foldText } from '../../src/model/folded.js'

/** What is read at the last slash that carries a notation. */
function read(input: string): ReturnType<typeof readNotation> {
  const text = foldText(input)
  for (let slash = input.indexOf('/'); slash >= 0; slash = input.indexOf('/', slash + 1)) {
    const reading = readNotation(text, slash)
    if (reading) return reading
  }
  return undefined
}

describe('a number and symbol', () => {
  it.each([
    ['48/2009/NĐ-CP', { text: '48/2009/NĐ-CP', number: '48', year: 2009, symbol: 'NĐ-CP' }],
    ['2232/QĐ-TTg', { text: '2232/QĐ-TTg', number: '2232', year: null, symbol: 'QĐ-TTg' }],
    ['45/2019/QH14', { text: '45/2019/QH14', number: '45', year: 2019, symbol: 'QH14' }],
    ['21-CT/TW', { text: '21-CT/TW', number: '21', year: null, symbol: 'CT/TW' }],
    ['21-CT/TƯ', { text: '21-CT/TW', number: '21', year: null, symbol: 'CT/TW' }],
    ['225 - KH/TWĐTN-CTTN', { text: '225-KH/TWĐTN-CTTN', number: '225', year: null, symbol: 'KH/TWĐTN-CTTN' }],
    ['176KHLT/SGDĐT-CAT', { text: '176KHLT/SGDĐT-CAT', number: '176', year: null, symbol: 'KHLT/SGDĐT-CAT' }],
    ['1141-TC/QĐ/CĐKT', { text: '1141-TC/QĐ/CĐKT', number: '1141', year: null, symbol: 'TC/QĐ/CĐKT' }],
    ['31-L/CTN', { text: '31-L/CTN', number: '31', year: null, symbol: 'L/CTN' }],
    ['19-2017/NQ-CP', { text: '19-2017/NQ-CP', number: '19', year: 2017, symbol: 'NQ-CP' }],
    ['66.16/2025/NQ-CP', { text: '66.16/2025/NQ-CP', number: '66.16', year: 2025, symbol: 'NQ-CP' }],
    ['30a/2008/NQ-CP', { text: '30a/2008/NQ-CP', number: '30a', year: 2008, symbol: 'NQ-CP' }],
    ['739/BNV-CTTN&BĐG', { text: '739/BNV-CTTN&BĐG', number: '739', year: null, symbol: 'BNV-CTTN&BĐG' }],
    ['125/2021/NĐ – CP', { text: '125/2021/NĐ-CP', number: '125', year: 2021, symbol: 'NĐ-CP' }],
    ['193/QÐ -TTg', { text: '193/QĐ-TTg', number: '193', year: null, symbol: 'QĐ-TTg' }],
    ['105/2025/NĐ-CP2', { text: '105/2025/NĐ-CP', number: '105', year: 2025, symbol: 'NĐ-CP' }],
    ['42/2024/QH151', { text: '42/2024/QH15', number: '42', year: 2024, symbol: 'QH15' }],
    ['05/2020/TT-NHNN7', { text: '05/2020/TT-NHNN7', number: '05', year: 2020, symbol: 'TT-NHNN7' }],
    ['72/2025/NQLT/UBTVQH15-CP', { text: '72/2025/NQLT/UBTVQH15-CP', number: '72', year: 2025, symbol: 'NQLT/UBTVQH15-CP' }],
    ['08/KH-TrMN', { text: '08/KH-TrMN', number: '08', year: null, symbol: 'KH-TrMN' }],
    ['Số:      /KH-UBND', { text: '/KH-UBND', number: null, year: null, symbol: 'KH-UBND' }],
    ['số ....../2024/QĐ-UBND', { text: '/2024/QĐ-UBND', number: null, year: 2024, symbol: 'QĐ-UBND' }],
    ['số …-KH/ĐU', { text: '-KH/ĐU', number: null, year: null, symbol: 'KH/ĐU' }],
  ])('%s', (input, notation) => expect(read(input)?.notation).toEqual(notation))

  it.each(['28/12/2020', '24/7', '1/3', 'và/hoặc', 'HIV/AIDS', '1/ Công tác chỉ đạo', '3/ Sở Y tế', '100.000 đồng/người', '9,6/AB-CD', 'C1-02/NS', '4639/2025/10/SLĐTBXH-VL', 'TCP/IP', 'NQ/TW'])('none in %s', (input) => expect(read(input)).toBeUndefined())

  it('ends before the word that sticks to it', () => {
    const reading = read('163/2016/NĐ-CPngày 21/12/2016')!
    expect('163/2016/NĐ-CPngày'.slice(reading.start, reading.end)).toBe('163/2016/NĐ-CP')
  })

  it('does not take the body after a dash for a part', () => {
    expect(read('12/QĐ-UBND - Ủy ban nhân dân tỉnh')?.notation.text).toBe('12/QĐ-UBND')
  })
})
