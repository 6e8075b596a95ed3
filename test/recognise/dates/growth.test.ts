import { describe, expect, it } from 'vitest'
import { extractDates } from '../../../src/dates.js'

/** Inputs that a reader with nested loops, or a pattern that tries again, would choke on. */
const HOSTILE: Readonly<Record<string, string>> = {
  'digits without end': '1234567890',
  'days and commas': 'ngày 15, 16, 17, 18/3, ',
  'slashes without end': '1/2/',
  'spaces inside days': `ngày ${' '.repeat(30)}tháng `,
  'bounds without a time': 'chậm nhất là đến hết trước ',
  'bounds and years': 'từ nay đến cuối năm đến hết ',
  'years joined': '2021 - 2022, 2023 và ',
  'intervals that go on': 'từ ngày 15/11 đến ',
  'every year again and again': 'hằng năm, hàng tháng, ',
  'one sentence behind "Hằng năm"': 'Hằng năm từ 15/3 nộp trước 20/4 ',
  'quarters without end': 'quý I, II, III, ',
  'hours without end': '08 giờ 30 phút ',
  'weekdays without end': 'thứ Hai, thứ Ba hằng tuần ',
  'terms without end': 'trong 10 ngày làm việc kể từ ',
  'names of feasts': 'Tết Nguyên đán Quốc khánh ',
  'words of lunar days': 'mùng rằm tháng Giêng ',
  'laws before days': 'Luật Đất đai ngày 15/3/2024 ',
  'notations before days': 'số 12/QĐ-UBND ngày 15/3/2024 ',
  'datelines': 'Hà Nội, ngày 15 tháng 3 năm 2024\n',
  'one word without a break': 'ngày',
}

/** Milliseconds of reading, the best of three. */
function timeOf(input: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    extractDates(input, { issued: '2024-03-15' })
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('time grows with the length of the text', () => {
  for (const [name, piece] of Object.entries(HOSTILE)) {
    it(name, () => {
      const length = 20_000
      const [small, large] = [timeOf(piece.repeat(length / piece.length)), timeOf(piece.repeat((length * 4) / piece.length))]
      expect(large, `${small.toFixed(1)} ms, four times as long ${large.toFixed(1)} ms`).toBeLessThan(Math.max(small, 10) * 6)
    })
  }
})
