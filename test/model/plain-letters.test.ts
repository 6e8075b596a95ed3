import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taskId } from '../../src/assemble/tasks/task-id.js'
import { toSlug } from '../../src/grammar/place-paths.js'
import { fold } from '../../src/model/folded.js'
import { isPlainByUnit, plain, plainUnit } from '../../src/model/plain-letters.js'

const LETTERS = 'aăâeêoôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵđĐẾẠƯ và \u0301\u0323-–,.1\u{1d165}\u00c5\u212b\uac00'
const words = fc.string({ unit: fc.oneof(fc.constantFrom(...LETTERS), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 })

test('the plain letters of units are those of the whole text', () => {
  fc.assert(
    fc.property(words, (text) => {
      if (!isPlainByUnit(text)) return
      const units = [...text].flatMap((sign) => plainUnit(sign.charCodeAt(0)) || [])
      expect(String.fromCharCode(...units)).toBe(plain(fold(text)))
    }),
  )
})

test('slugs are ASCII words, whatever the way to them', () => {
  fc.assert(
    fc.property(words, (text) => {
      const ascii = fold(text).normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd')
      expect(toSlug(text)).toBe(ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').replace(/-va(?=-)/g, ''))
    }),
  )
})

test('the id of a task is the same whether its letters have their tones as units of their own', () => {
  const words = 'Kiểm tra việc phòng chống cháy nổ tại chợ Đầm và các khu trọ'
  expect(taskId(words.normalize('NFD'))).toBe(taskId(words))
  const slowly = `${words} \u3000`
  expect([isPlainByUnit(words), isPlainByUnit(slowly)]).toEqual([true, false])
  expect(taskId(slowly)).toBe(taskId(words))
})
