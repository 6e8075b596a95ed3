import { describe, expect, it } from 'vitest'
import { type DateMention, extractDates } from '../src/dates.js'
import { dateMentionSchema } from '../src/model/schema.js'

const only = (text: string, options = {}): DateMention => {
  const { dates } = extractDates(text, options)
  expect(dates.map((date) => date.text)).toHaveLength(1)
  return dates[0]!
}
const values = (text: string, options = {}): (string | null)[] => extractDates(text, options).dates.map(({ edtf }) => edtf)
const roles = (text: string): string[] => extractDates(text).dates.map(({ role }) => role)

describe('the parts of a date', () => {
  it('are stated where the words say them', () => {
    expect(only('Họp ngày 15/11/2023.').parts).toEqual([{ stated: { year: '2023', month: '11', day: '15' }, inferred: {} }])
    expect(only('Nộp trước quý III/2024.').parts).toEqual([null, { stated: { year: '2024', quarter: '3' }, inferred: { month: { value: '09', because: 'end-of-quarter' } } }])
    expect(only('ngày     tháng 3 năm 2023').parts).toEqual([{ stated: { year: '2023', month: '03' }, inferred: {} }])
  })

  it('are lent inside a phrase', () => {
    const year = { value: '2023', because: 'same-phrase' }
    expect(only('từ ngày 15/11 đến ngày 15/12/2023').parts).toEqual([
      { stated: { month: '11', day: '15' }, inferred: { year } },
      { stated: { year: '2023', month: '12', day: '15' }, inferred: {} },
    ])
    expect(only('từ ngày 13 đến ngày 15/12/2023').parts).toEqual([
      { stated: { day: '13' }, inferred: { year, month: { value: '12', because: 'same-phrase' } } },
      { stated: { year: '2023', month: '12', day: '15' }, inferred: {} },
    ])
    expect(only('tháng 5 và tháng 6/2023').parts.map((parts) => parts?.inferred)).toEqual([{ year }, {}])
  })

  it('are taken from what is known of the text, and say so', () => {
    expect(only('Họp ngày 15/11.', { planYear: 2024 }).parts[0]!.inferred).toEqual({ year: { value: '2024', because: 'plan-year' } })
    expect(only('từ tháng 11 đến tháng 3 năm sau', { planYear: 2024 }).parts[1]!.inferred).toEqual({ year: { value: '2025', because: 'relative-year' } })
    expect(only('đến hết ngày 5/3 năm sau', { planYear: 2024 }).edtf).toBe('../2025-03-05')
  })

  it('are counted from the day of issue', () => {
    const date = only('trong 10 ngày làm việc kể từ ngày ký', { issued: '2024-04-26' })
    expect(date.edtf).toBe('2024-04-26/2024-05-14')
    expect(date.parts.map((parts) => parts?.inferred.day)).toEqual([{ value: '26', because: 'day-of-issue' }, { value: '14', because: 'working-days' }])
    expect(only('Từ nay đến cuối năm', { issued: '2024-03-15' }).parts).toEqual([
      { stated: {}, inferred: { year: { value: '2024', because: 'day-of-issue' }, month: { value: '03', because: 'day-of-issue' }, day: { value: '15', because: 'day-of-issue' } } },
      { stated: {}, inferred: { year: { value: '2024', because: 'issue-year' }, month: { value: '12', because: 'end-of-year' }, day: { value: '31', because: 'end-of-year' } } },
    ])
  })

  it('have no value where every year has them', () => {
    expect(only('trước ngày 15/12 hằng năm').parts).toEqual([null, { stated: { month: '12', day: '15' }, inferred: {} }])
  })
})

describe('hours and rhythms', () => {
  it('stand beside the value', () => {
    expect(only('08h00 ngày 15/3/2024').time).toBe('08:00')
    expect(only('Từ 7h30 ngày 22/4/2024 đến 17 giờ 15 ngày 24/4/2024').time).toBe('07:30/17:15')
    expect(only('2 giờ chiều ngày 5/3/2024').time).toBe('14:00')
    expect(only('25h00 ngày 5/3/2024').time).toBeNull()
    expect(only('trước 16 giờ 30 hằng ngày').time).toBe('16:30')
  })

  it('are rules where EDTF has none', () => {
    const rule = (text: string): string | null => only(text).repeats
    expect(rule('thứ Hai và thứ Sáu hằng tuần')).toBe('FREQ=WEEKLY;BYDAY=MO,FR')
    expect(rule('định kỳ 6 tháng/lần')).toBe('FREQ=MONTHLY;INTERVAL=6')
    expect(rule('trước ngày 15 hằng tháng')).toBe('FREQ=MONTHLY;BYMONTHDAY=15')
    expect(rule('ngày 20 của tháng cuối quý')).toBe('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20')
    expect(rule('ngày 09 tháng 11 hằng năm')).toBe('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=9')
    expect(rule('hằng quý')).toBe('FREQ=MONTHLY;INTERVAL=3')
    expect(rule('ngày 09 tháng 11 năm 2024')).toBeNull()
  })
})

describe('roles of a text alone', () => {
  it('come from what stands before the day', () => {
    expect(roles('Hà Nội, ngày 15 tháng 3 năm 2024\nCăn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;')).toEqual(['issued', 'citation'])
    expect(roles('Theo Công văn số 607/UBND-VX ngày 07/3/2023, số 84-CTr/TU, ngày 24/7/2024 và Chỉ thị ngày 05/4/2021')).toEqual(['citation', 'citation', 'citation'])
    expect(roles('Luật Đất đai có hiệu lực thi hành từ ngày 01/8/2024.')).toEqual(['start'])
    expect(roles('Họp ngày 15/3/2024 về Luật Đất đai.')).toEqual(['event'])
  })
})

describe('any text', () => {
  it('is dated by its dateline, or as the caller says', () => {
    const letter = 'Tứ Kỳ, ngày 15 tháng 3 năm 2024\nNộp trước ngày 30/4, chậm nhất 20 ngày kể từ ngày ký.'
    expect(values(letter)).toEqual(['2024-03-15', '../2024-04-30', '../2024-04-04'])
    expect(values(letter, { issued: null })).toEqual(['2024-03-15', '../XXXX-04-30', null])
    expect(values(letter, { issued: '2022-01-10', planYear: null })).toEqual(['2024-03-15', '../XXXX-04-30', '../2022-01-30'])
  })

  it('keeps its own offsets', () => {
    const text = '\uFEFFHọp\u00A0ngày\u00A015/3/2024,\r\ntừ quý II/2026\u200B.'
    for (const given of [text, text.normalize('NFD')]) {
      const { dates } = extractDates(given)
      expect(dates.map(({ edtf }) => edtf)).toEqual(['2024-03-15', '2026-04/..'])
      for (const { span, text: words } of dates) expect(given.slice(span.start, span.end)).toBe(words)
    }
  })

  it('gives what the schema describes, and no value for a day that no calendar has', () => {
    const { dates, diagnostics } = extractDates('Nộp trước ngày 31/02/2023, họp quý I/2024, hằng năm.', { language: 'en' })
    for (const date of dates) expect(dateMentionSchema.parse(date)).toEqual(date)
    expect(dates.map(({ edtf }) => edtf)).toEqual([null, '2024-33', 'XXXX'])
    expect(diagnostics).toMatchObject([{ code: 'date/impossible', severity: 'warning', span: { start: 4, end: 25 } }])
  })
})
