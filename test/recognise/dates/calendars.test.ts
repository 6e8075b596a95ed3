import { describe, expect, it } from 'vitest'
import { workOut } from '../../../grammars/build/lunar-calendar.js'
import { LUNAR_YEARS } from '../../../src/grammar/generated/lunar-years.js'
import { PUBLIC_HOLIDAYS } from '../../../src/grammar/generated/public-holidays.js'
import { TIME_NAMES } from '../../../src/grammar/generated/time-names.js'
import { daysOfLastMonth, gregorianDay, lunarDay } from '../../../src/grammar/lunar-calendar.js'
import { addWorkingDays, isWorkingDay, weekdayOf } from '../../../src/grammar/working-days.js'
import { addDays, daysBetween } from '../../../src/model/edtf.js'
import { foldText } from '../../../src/model/folded.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'

/** Days of New Year as Vietnam kept them; those of 1968, 1985, 2007 and 2030 are not China's. */
const NEW_YEARS = [
  '1954-02-03', '1968-01-29', '1969-02-16', '1975-02-11', '1985-01-21', '1986-02-09', '1990-01-27', '2000-02-05', '2007-02-17', '2010-02-14', '2015-02-19', '2016-02-08', '2017-01-28',
  '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02',
]

describe('the lunar calendar', () => {
  it('begins its years where Vietnam did', () => {
    for (const day of NEW_YEARS) expect(gregorianDay({ year: Number(day.slice(0, 4)), month: 1, leap: false, day: 1 })).toBe(day)
  })

  it('is what the library works out', () => {
    for (const year of [1984, 1985, 2017, 2024, 2025, 2026]) {
      const row = LUNAR_YEARS.find((each) => each.year === String(year))!
      expect({ begins: row.begins, leap: Number(row.leap), months: row.months }).toEqual(workOut(year))
    }
  })

  it('runs on from year to year, with a thirteenth month in leap years', () => {
    for (const [index, { begins, leap, months }] of LUNAR_YEARS.entries()) {
      expect(months).toHaveLength(leap ? 13 : 12)
      const next = LUNAR_YEARS[index + 1]
      if (next) expect(addDays(begins, [...months].reduce((sum, long) => sum + 29 + Number(long), 0))).toBe(next.begins)
    }
  })

  it('has the winter solstice in its eleventh month', () => {
    for (let year = 1950; year <= 2049; year++) expect([11, year]).toEqual([lunarDay(`${year}-12-21`)!.day === 30 && lunarDay(`${year}-12-22`)!.month === 11 ? 11 : lunarDay(`${year}-12-21`)!.month, year])
  })

  it('leads there and back', () => {
    for (let day = '2019-01-01'; day < '2034-12-31'; day = addDays(day, 11)) expect(gregorianDay(lunarDay(day)!)).toBe(day)
    expect(lunarDay('2025-07-25')).toEqual({ year: 2025, month: 6, leap: true, day: 1 })
  })

  it('has no days outside its months and years', () => {
    expect([gregorianDay({ year: 2024, month: 1, leap: false, day: 30 }), gregorianDay({ year: 2024, month: 5, leap: true, day: 1 }), gregorianDay({ year: 1900, month: 1, leap: false, day: 1 })]).toEqual([undefined, undefined, undefined])
    expect(daysOfLastMonth(2024)).toBe(29)
  })
})

describe('working days', () => {
  it('know the days of the week', () => {
    expect(['2024-03-15', '2024-03-16', '2024-03-17', '2000-02-29'].map(weekdayOf)).toEqual([5, 6, 0, 2])
  })

  it('leave every day off of the table out, and take the ones worked in exchange', () => {
    for (const { day, does } of PUBLIC_HOLIDAYS) {
      expect([day, isWorkingDay(day)]).toEqual([day, does === 'work'])
      expect([day, [1, 2, 3, 4, 5].includes(weekdayOf(day))]).toEqual([day, does === 'off'])
    }
  })

  it('are counted from the day after', () => {
    expect(addWorkingDays('2024-04-26', 3)).toBe('2024-05-04')
    expect(addWorkingDays('2024-04-26', 4)).toBe('2024-05-06')
    expect(addWorkingDays('2026-12-31', 1)).toBeUndefined()
    expect(addWorkingDays('2024-01-02', 0)).toBeUndefined()
  })

  it('have a New Year of five days that the lunar calendar bears out', () => {
    for (let year = 2021; year <= 2026; year++) {
      const newYear = gregorianDay({ year, month: 1, leap: false, day: 1 })!
      const off = PUBLIC_HOLIDAYS.filter(({ name, day }) => name === 'Tết Nguyên đán' && day.startsWith(String(year)))
      expect([year, off.length]).toEqual([year, 5])
      for (const { day } of off) expect(Math.abs(daysBetween(newYear, day))).toBeLessThan(6)
    }
  })
})

describe('names of days, months and weeks', () => {
  it.each(TIME_NAMES.map(({ name, id, when }) => [name, id, when]))('%s', (name, id, when) => {
    const [first, ...more] = recogniseDates(foldText(`Chào mừng ${name}.`), { issued: null, planYear: 2024, names: true })
    expect(more).toEqual([])
    const value = when.startsWith('L') ? gregorianDay({ year: 2024, month: Number(when.slice(1, 3)), leap: false, day: Number(when.slice(4)) }) : when.split('/').map((each) => `2024-${each}`).join('/')
    expect(first).toMatchObject({ name: id, edtf: value, role: 'event' })
    expect(recogniseDates(foldText(`Chào mừng ${name}.`), { issued: null, planYear: 2024 })).toEqual([])
  })
})
