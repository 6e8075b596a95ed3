import { expect, it } from 'vitest'
import { successors } from '../../src/bodies.js'

it('tells who stands in the place of a body', () => {
  expect(successors('bo-giao-thong-van-tai', '2025-02-28')).toEqual(['bo-giao-thong-van-tai'])
  expect(successors('bo-giao-thong-van-tai', '2025-03-01')).toEqual(['bo-xay-dung'])
  expect(successors('uy-ban-nhan-dan.hai-duong', '2025-06-30')).toEqual(['uy-ban-nhan-dan.hai-duong'])
  expect(successors('uy-ban-nhan-dan.hai-duong', '2026-01-01')).toEqual(['uy-ban-nhan-dan.hai-phong'])
  expect(successors('uy-ban-nhan-dan.huyen-tu-ky.hai-duong', '2026-01-01')).toBe(null)
})
