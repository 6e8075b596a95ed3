import { describe, expect, it } from 'vitest'
import { extractBodies, includesBody } from '../../../src/bodies.js'
import type { BodyMention } from '../../../src/model/plan.js'

const HAI_DUONG = { place: { province: 'tỉnh Hải Dương' } }
const TU_KY = { place: { province: 'tỉnh Hải Dương', district: 'huyện Tứ Kỳ' } }
const wordsOf = (text: string): string[] => extractBodies(text).bodies.map((body) => body.text)
const first = (text: string, options = HAI_DUONG): BodyMention => extractBodies(text, options).bodies[0]!

describe('extractBodies', () => {
  it('composes a text whose only marks apart from their letters stand in a name, and reads one whose marks have no letter to join', () => {
    const { text, bodies } = extractBodies('Giao S\u01a1\u0309 Y t\u00ea\u0301 và Phòng Nô\u0323i vụ.')
    expect(text).toBe(text.normalize('NFC'))
    expect(bodies.map((body) => body.text)).toEqual(['Sở Y tế', 'Phòng Nội vụ'])
    expect(extractBodies('Giao Phòng Nô\u0323i vụ.').text).toBe('Giao Phòng Nội vụ.')
    expect(extractBodies('Giao x\u0335 Sở Nội vụ, x\u0335Phòng Y tế.').bodies.map((body) => body.text)).toEqual(['Sở Nội vụ'])
  })

  it('finds every mention in reading order, with true spans', () => {
    const { text, bodies } = extractBodies('Giao Sở Y tế, Sở Nội vụ và UBND các huyện; Sở Y tế báo cáo.'.normalize('NFD'))
    expect(bodies.map((body) => text.slice(body.span.start, body.span.end))).toEqual(['Sở Y tế', 'Sở Nội vụ', 'UBND các huyện', 'Sở Y tế'])
    expect(bodies.map((body) => body.text)).toEqual(['Sở Y tế', 'Sở Nội vụ', 'UBND các huyện', 'Sở Y tế'])
  })

  it('finds the body that a part or an office is of', () => {
    const { bodies } = extractBodies('Phòng Trẻ em và Bình đẳng giới thuộc Sở Lao động - Thương binh và Xã hội; Giám đốc Sở Nội vụ.')
    expect(bodies.map(({ text, partOf }) => [text, partOf])).toEqual([
      ['Phòng Trẻ em và Bình đẳng giới thuộc Sở Lao động - Thương binh và Xã hội', 1],
      ['Sở Lao động - Thương binh và Xã hội', null],
      ['Giám đốc Sở Nội vụ', 3],
      ['Sở Nội vụ', null],
    ])
  })

  it('takes no letters of a number for a body', () => {
    expect(wordsOf('Quyết định số 12/QĐ-UBND, Công văn số 45/UBND-VX, Tờ trình số 12/TTr-BHXH, số      /UBND-NC, 7/2020/TTLT-BTC-BNV')).toEqual([])
  })

  it('finds nothing inside words and names that are none', () => {
    expect(wordsOf('sở hữu, phòng chống, ban hành, hội nghị, trường hợp, đoàn kết, trung tâm của đề án, Luật Công an nhân dân, Luật Tổ chức Chính phủ')).toEqual([])
  })

  it('knows a short form behind the place where the text gives it', () => {
    const { bodies } = extractBodies('VSTBPN. Ban Vì sự tiến bộ phụ nữ (VSTBPN) huyện họp. Ban VSTBPN chỉ đạo; phối hợp với VSTBPN trong công tác VSTBPN.', TU_KY)
    expect(bodies.map(({ text }) => text)).toEqual(['Ban Vì sự tiến bộ phụ nữ (VSTBPN) huyện', 'Ban VSTBPN', 'VSTBPN'])
    expect(new Set(bodies.map(({ id }) => id))).toEqual(new Set(['ban-vi-su-tien-bo-phu-nu.huyen-tu-ky.hai-duong']))
  })

  it('gives an id by which one body is met under several names', () => {
    const ids = ['Sở LĐTBXH', 'Sở Lao động - Thương binh và Xã hội', 'Sở Lao động, Thương binh và Xã hội tỉnh Hải Dương', 'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI'].map((name) => first(name).id)
    expect(new Set(ids)).toEqual(new Set(['so-lao-dong-thuong-binh-xa-hoi.hai-duong']))
    expect(first('Sở Y tế', { place: {} } as typeof HAI_DUONG).id).toBe(null)
  })
})

describe('includesBody', () => {
  const cases: readonly (readonly [group: string, body: string, boolean | null])[] = [
    ['UBND các huyện', 'UBND huyện Tứ Kỳ', true],
    ['UBND các huyện, thị xã, thành phố', 'UBND thành phố Chí Linh', true],
    ['UBND các huyện', 'UBND huyện Ba Vì', false],
    ['UBND các huyện', 'UBND tỉnh', false],
    ['UBND cấp xã', 'UBND xã Tân Kỳ', true],
    ['UBND cấp xã', 'UBND huyện Tứ Kỳ', false],
    ['các sở, ban, ngành tỉnh', 'Sở Y tế', true],
    ['các sở, ban, ngành tỉnh', 'UBND huyện Tứ Kỳ', false],
    ['các sở, ngành liên quan', 'Sở Y tế', null],
    ['Thủ trưởng các sở, ban, ngành', 'Sở Nội vụ', true],
    ['Giám đốc Sở Nội vụ', 'Sở Nội vụ', true],
    ['Giám đốc Sở Nội vụ', 'Sở Y tế', false],
    ['Hội LHPN các huyện', 'Hội Liên hiệp Phụ nữ huyện Tứ Kỳ', true],
    ['các đoàn thể', 'Hội Nông dân tỉnh', true],
    ['Sở Y tế', 'Sở Y tế tỉnh Hải Dương', true],
    ['Sở Y tế', 'Sở Y tế tỉnh Kiên Giang', false],
  ]
  it.each(cases)('%s, %s: %s', (group, body, expected) => expect(includesBody(first(group), first(body))).toBe(expected))
})
