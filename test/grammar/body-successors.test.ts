import { describe, expect, it } from 'vitest'
import { successors } from '../../src/bodies.js'
import { BODY_SUCCESSORS } from '../../src/grammar/generated/body-successors.js'
import { PROVINCES } from '../../src/grammar/generated/provinces.js'
import { toSlug } from '../../src/grammar/place-paths.js'

describe('who stands in the place of a body', () => {
  it('of a ministry', () => {
    expect(successors('bo-giao-thong-van-tai', '2025-02-28')).toEqual(['bo-giao-thong-van-tai'])
    expect(successors('bo-giao-thong-van-tai', '2025-03-01')).toEqual(['bo-xay-dung'])
    expect(successors('bo-khong-co', '2026-01-01')).toBe(null)
  })

  it('of a province', () => {
    expect(successors('uy-ban-nhan-dan.hai-duong', '2025-06-30')).toEqual(['uy-ban-nhan-dan.hai-duong'])
    expect(successors('uy-ban-nhan-dan.hai-duong', '2026-01-01')).toEqual(['uy-ban-nhan-dan.hai-phong'])
    expect(successors('cong-an.ha-giang', '2026-01-01')).toEqual(['cong-an.tuyen-quang'])
    expect(successors('uy-ban-nhan-dan.atlantis', '2026-01-01')).toBe(null)
  })

  it('of a department: by its own merger, then by that of its province', () => {
    expect(successors('so-lao-dong-thuong-binh-xa-hoi.hai-duong', '2025-02-28')).toEqual(['so-lao-dong-thuong-binh-xa-hoi.hai-duong'])
    expect(successors('so-lao-dong-thuong-binh-xa-hoi.hai-duong', '2025-03-01')).toEqual(['so-noi-vu.hai-duong'])
    expect(successors('so-lao-dong-thuong-binh-xa-hoi.hai-duong', '2025-07-01')).toEqual(['so-noi-vu.hai-phong'])
    expect(successors('so-y-te.lao-cai', '2026-01-01')).toEqual(['so-y-te.lao-cai'])
  })

  it('of a district: none, since the districts were abolished', () => {
    expect(successors('uy-ban-nhan-dan.huyen-tu-ky.hai-duong', '2025-06-30')).toEqual(['uy-ban-nhan-dan.huyen-tu-ky.hai-duong'])
    expect(successors('uy-ban-nhan-dan.huyen-tu-ky.hai-duong', '2026-01-01')).toEqual([])
    expect(successors('phong-noi-vu.huyen-tu-ky.hai-duong', '2026-01-01')).toEqual([])
    expect(successors('uy-ban-nhan-dan.huyen-nao-do.hai-duong', '2026-01-01')).toBe(null)
  })

  it('of a commune of today: itself; of one of before the tables do not tell', () => {
    expect(successors('uy-ban-nhan-dan.xa-bao-ha.lao-cai', '2025-07-01')).toEqual(['uy-ban-nhan-dan.xa-bao-ha.lao-cai'])
    expect(successors('uy-ban-nhan-dan.xa-bao-ha.lao-cai', '2025-06-30')).toBe(null)
    expect(successors('uy-ban-nhan-dan.xa-tan-ky.huyen-tu-ky.hai-duong', '2026-01-01')).toBe(null)
  })

  it('is told for every row and every province', () => {
    for (const { before, from, after } of BODY_SUCCESSORS.filter((row) => !/^(?:Sở|Ban) /.test(row.before))) expect(successors(toSlug(before), from)).toEqual([toSlug(after)])
    for (const { before, from, after } of BODY_SUCCESSORS.filter((row) => /^(?:Sở|Ban) /.test(row.before))) expect(successors(`${toSlug(before)}.ha-noi`, from)).toEqual([`${toSlug(after)}.ha-noi`])
    const today = new Set(PROVINCES.flatMap(({ name }) => successors(`uy-ban-nhan-dan.${toSlug(name)}`, '2025-07-01') ?? []))
    expect(today.size).toBe(34)
  })
})
