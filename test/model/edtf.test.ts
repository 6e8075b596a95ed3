import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, boundsOf, civilValue, daysBetween, daysInMonth, halfValue, intervalValue, isEdtf, isFullDay, quarterValue, setValue } from '../../src/model/edtf.js'

/** Does the reference library read it? */
const reads = (value: string): boolean => {
  try {
    edtf(value)
    return true
  } catch {
    return false
  }
}

const fullDay = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('values', () => {
  it('are built from what is said of a time', () => {
    expect(civilValue({ year: '2023', month: '03', day: '07' })).toBe('2023-03-07')
    expect(civilValue({ year: '2023', month: '03', day: 'XX' })).toBe('2023-03-XX')
    expect(civilValue({ year: '20XX', month: '', day: '' })).toBe('20XX')
    expect(civilValue({ year: 'XXXX', month: '11', day: '15' })).toBe('XXXX-11-15')
    expect(quarterValue('2024', 2)).toBe('2024-34')
    expect(halfValue('2024', 2)).toBe('2024-41')
    expect(intervalValue(null, '2023-03-30')).toBe('../2023-03-30')
    expect(setValue(['2024-03', '2024-09'])).toBe('{2024-03,2024-09}')
  })

  it('do not exist for days that the calendar does not have', () => {
    expect(civilValue({ year: '2023', month: '02', day: '29' })).toBeNull()
    expect(civilValue({ year: '2024', month: '02', day: '29' })).toBe('2024-02-29')
    expect(civilValue({ year: 'XXXX', month: '02', day: '29' })).toBe('XXXX-02-29')
    expect(civilValue({ year: '2023', month: '13', day: '01' })).toBeNull()
    expect(quarterValue('20XX', 2)).toBeNull()
  })

  it.each([
    '2023-03-07', '2023-03', '2023', '2023-03-XX', '2012-XX-XX', '20XX-11', 'XXXX', 'XXXX-XX-20', '2024-34', '2024-40', '2021/2030', '../2023-03-30', '2026-04/..',
    'XXXX-11-15/XXXX-12-15', '../XXXX-XX-18', 'XXXX-XX-03/XXXX-XX-05', '2026-05-XX/..', '{2024-03,2024-09}', '{XXXX-XX-05,XXXX-XX-20}', '2024-03-15/2024-12-31',
  ])('%s is one, and the reference library reads it', (value) => {
    expect(isEdtf(value)).toBe(true)
    expect(reads(value)).toBe(true)
  })

  it.each([
    '', '..', '../..', '2023-13', '2023-02-30', 'XX23', '2023-3-7', '2030/2021', '2024-06/2024-06', '20XX/20XX', 'XXXX-12/XXXX-11', 'XXXX-34', '{2024-34,2024-36}', '2024-34/2024-35', '2023-03-07T10:00',
  ])('%s is none', (value) => expect(isEdtf(value)).toBe(false))

  it('that pass are read by the reference library, whatever they are made of', () => {
    const year = fc.oneof(fc.integer({ min: 1000, max: 2199 }).map(String), fc.constantFrom('20XX', '202X', 'XXXX'))
    const month = fc.oneof(fc.integer({ min: 0, max: 13 }).map((n) => String(n).padStart(2, '0')), fc.constant('XX'))
    const day = fc.oneof(fc.integer({ min: 0, max: 32 }).map((n) => String(n).padStart(2, '0')), fc.constant('XX'))
    const point = fc.oneof(year, fc.tuple(year, month).map((parts) => parts.join('-')), fc.tuple(year, month, day).map((parts) => parts.join('-')))
    const end = fc.oneof(point, fc.constant('..'))
    fc.assert(
      fc.property(fc.oneof(point, fc.tuple(end, end).map((ends) => ends.join('/'))), (value) => {
        if (isEdtf(value)) expect(reads(value), value).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('bounds', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-03-XX', '2023-03-01', '2023-03-31'],
    ['2024-34', '2024-04-01', '2024-06-30'],
    ['2024-41', '2024-07-01', '2024-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2021/2030', '2021-01-01', '2030-12-31'],
    ['../2023-03-30', null, '2023-03-30'],
    ['2026-04/..', '2026-04-01', null],
    ['{2024-03,2024-09}', '2024-03-01', '2024-09-30'],
  ])('of %s are %s and %s', (value, first, last) => expect(boundsOf(value)).toEqual({ first, last }))

  it('are not known for a time of every year', () => {
    expect(boundsOf('XXXX-11-15')).toBeUndefined()
    expect(boundsOf('không rõ')).toBeUndefined()
  })
})

describe('counting days', () => {
  it('agrees with the clock of the platform', () => {
    fc.assert(
      fc.property(fullDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const date = new Date(`${day}T00:00:00Z`)
        date.setUTCDate(date.getUTCDate() + days)
        expect(addDays(day, days)).toBe(date.toISOString().slice(0, 10))
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('stops at the last day of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29')
    expect(addMonths('2024-03-15', 24)).toBe('2026-03-15')
    expect(daysInMonth(2023, 2)).toBe(28)
  })

  it('tells full days from others', () => {
    expect(isFullDay('2024-02-29')).toBe(true)
    expect(['2023-02-29', '2024-02', '2024-02-XX', '../2024-02-29'].some(isFullDay)).toBe(false)
  })
})
