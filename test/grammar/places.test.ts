import { describe, expect, it } from 'vitest'
import { COMMUNES } from '../../src/grammar/generated/communes.js'
import { DISTRICTS } from '../../src/grammar/generated/districts.js'
import { PROVINCES } from '../../src/grammar/generated/provinces.js'
import { findCommunes, findDistricts, findProvince, isPlaceName, provinceInForce } from '../../src/grammar/places.js'
import { fold } from '../../src/model/folded.js'

/** The 63 became 34 on this day (Nghị quyết 202/2025/QH15). */
const MERGED = '2025-07-01'
const inForce = (day: string) => PROVINCES.filter(({ from, until }) => from <= day && (!until || day < until))
const before = inForce('2024-12-31')
const since = inForce(MERGED)
const rowsOf = (table: string): { name: string; kind: string; province: string }[] =>
  table.split('\n').map((line) => {
    const [name = '', kind = '', province = ''] = line.split('\t')
    return { name, kind, province }
  })
const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index)

describe('provinces', () => {
  it('were 63 and are 34', () => expect(['2008-08-01', '2024-12-31', '2025-06-30', MERGED, '2026-05-01'].map((day) => inForce(day).length)).toEqual([63, 63, 63, 34, 34]))

  it('each became one that is', () => {
    const now = new Set<string>(since.map(({ name }) => name))
    expect(PROVINCES.filter(({ until, became }) => until && !now.has(became))).toEqual([])
  })

  it('each that is was made of at least one', () => {
    const made = new Set<string>(before.map(({ became }) => became))
    expect(since.filter(({ name }) => !made.has(name))).toEqual([])
  })

  it('stand once at each time', () => expect([...twice(before.map(({ name }) => name)), ...twice(since.map(({ name }) => name))]).toEqual([]))

  it('had five cities under the centre, six since 2025, seven since April 2026', () => {
    const cities = (day: string): string[] => inForce(day).filter(({ kind }) => kind === 'thành phố').map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'vi'))
    expect(cities('2024-12-31')).toEqual(['Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh'])
    expect(cities(MERGED)).toEqual(['Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh', 'Huế'])
    expect(cities('2026-04-30')).toHaveLength(7)
  })

  it('no day has none of a name that goes on', () => {
    for (const name of ['Hà Nội', 'Lào Cai', 'Đà Nẵng']) {
      for (const day of ['2024-12-31', '2025-06-30', MERGED]) expect(provinceInForce(fold(name), day)?.name, `${name} on ${day}`).toBe(name)
    }
    expect(provinceInForce(fold('Hà Giang'), MERGED)).toBeUndefined()
    expect(provinceInForce(fold('Hà Giang'), '2025-06-30')?.name).toBe('Hà Giang')
  })
})

describe('districts and communes', () => {
  const districts = rowsOf(DISTRICTS)
  const communes = rowsOf(COMMUNES)

  it('lie in a province of their time', () => {
    const old = new Set<string>([...before.map(({ name }) => name), 'Huế'])
    const now = new Set<string>(since.map(({ name }) => name))
    expect(districts.filter(({ province }) => !old.has(province))).toEqual([])
    expect(communes.filter(({ province }) => !now.has(province))).toEqual([])
  })

  it('no two of a kind and a province have one name', () => {
    const keys = (rows: ReturnType<typeof rowsOf>): string[] => rows.map(({ name, kind, province }) => `${kind} ${name}, ${province}`)
    expect([...twice(keys(districts)), ...twice(keys(communes))]).toEqual([])
  })

  it('are found by their folded names', () => {
    expect(districts.filter(({ name }) => !findDistricts(fold(name)).some((found) => found.name === name))).toEqual([])
    expect(communes.filter(({ name }) => !findCommunes(fold(name)).some((found) => found.name === name))).toEqual([])
    expect(PROVINCES.filter(({ name }) => !isPlaceName(fold(name)) || !findProvince(fold(name)))).toEqual([])
  })

  it('every province of before July 2025 had districts, every one since has communes', () => {
    const withDistricts = new Set(districts.map(({ province }) => province))
    const withCommunes = new Set(communes.map(({ province }) => province))
    expect(before.filter(({ name }) => !withDistricts.has(name))).toEqual([])
    expect(since.filter(({ name }) => !withCommunes.has(name))).toEqual([])
  })
})
