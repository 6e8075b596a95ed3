import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/model/folded.js'
import { type HeadingBlock, nameIssuer, readHeadingBlock, resolvePlaces } from '../../src/segment/heading-block/index.js'
import { splitLines } from '../../src/segment/lines.js'

const read = (text: string, looksLikeArticle = false): HeadingBlock => {
  const folded = foldText(text)
  return readHeadingBlock(folded, splitLines(folded), { looksLikeArticle })
}

const heading = (left: string, rest = ''): string =>
  `${left}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n${rest || 'Hà Nam, ngày 05 tháng 3 năm 2021\nKẾ HOẠCH\nTrồng rừng năm 2021'}\nCăn cứ Luật Lâm nghiệp năm 2017;`

const issuerOf = (text: string): string | undefined => {
  const block = read(text)
  return nameIssuer(block, resolvePlaces(block)).issuer?.name
}

describe('the heading block', () => {
  const text = heading('ỦY BAN NHÂN DÂN\nHUYỆN BÌNH LỤC\nSố: 31/KH-UBND')
  const block = read(text)

  it('gives spans that cut what they name', () => {
    const spanned = [block.issuer, block.place, block.issued].map((item) => item!)
    for (const { text: words, span } of spanned) expect(text.slice(span.start, span.end)).toBe(words)
    expect(text.slice(block.notation!.span.start, block.notation!.span.end)).toBe('31/KH-UBND')
    expect(text.slice(block.title!.span.start, block.title!.span.end)).toBe('Trồng rừng năm 2021')
  })

  it('spans a name over the lines it is broken on', () => {
    expect(block.issuer).toMatchObject({ text: 'ỦY BAN NHÂN DÂN\nHUYỆN BÌNH LỤC', words: 'Ủy ban nhân dân huyện Bình Lục' })
  })

  it('gives the day of the dateline without its place', () => {
    expect(block.issued).toMatchObject({ text: 'ngày 05 tháng 3 năm 2021', edtf: '2021-03-05' })
    expect(block.place!.text).toBe('Hà Nam')
  })

  it('ends where the preamble begins', () => {
    expect(splitLines(foldText(text))[block.firstBodyLine]!.start).toBe(text.indexOf('Căn cứ'))
  })

  it('joins the lines of a title by a space', () => {
    const { title } = read(heading('BỘ Y TẾ\nSố: 2/KH-BYT', 'Hà Nội, ngày 05 tháng 3 năm 2021\nKẾ HOẠCH\nPhòng, chống dịch\ntrong trường học'))
    expect(title!.text).toBe('Phòng, chống dịch trong trường học')
  })

  it('knows a sheet without heading from an article', () => {
    expect(read('I. MỤC ĐÍCH\n1. Nâng cao chất lượng.').kind).toBe('document')
    expect(read('Giá lúa tăng mạnh ở đồng bằng\nThương lái mua tại ruộng.', true)).toMatchObject({ kind: 'article', title: { text: 'Giá lúa tăng mạnh ở đồng bằng' }, firstBodyLine: 1 })
  })

  it('states nothing of an empty text', () => {
    expect(read('')).toMatchObject({ issuer: null, notation: null, title: null, firstBodyLine: 0 })
  })

  it('reads on after a national heading that a scanner spoilt', () => {
    expect(read('UBND XÃ A LƯỚI 1\nCÔNG HÒA XÃ HỌI CHỦ NGHÍA VIÊT NAM\nSố: 4/KH-UBND\nKẾ HOẠCH\nDọn vệ sinh\n1. Việc một')).toMatchObject({ type: { code: 'KH' }, notation: { number: '4' }, title: { text: 'Dọn vệ sinh' } })
  })
})

describe('the day of issue', () => {
  const day = (dateline: string): string | null | undefined => read(heading('BỘ Y TẾ\nSố: 2/KH-BYT', `${dateline}\nKẾ HOẠCH\nThử`)).issued?.edtf

  it.each([
    ['Hà Nội, ngày 7 tháng 11 năm 2023', '2023-11-07'],
    ['Hà Nội, ngày     tháng 11 năm 2023', '2023-11-XX'],
    ['Hà Nội, ngày … tháng … năm 2023', '2023-XX-XX'],
    ['Hà Nội, ngày … tháng … năm 20…', '20XX-XX-XX'],
    ['Hà Nội, ngày l4 tháng I2 năm 2017', '2017-12-14'],
    ['Hà Nội, ngày 31 tháng 02 năm 2022', '2022-02-XX'],
    ['Hà Nội, ngày 05/3/2024', '2024-03-05'],
    ['Hà Nội, 05/3/2024', '2024-03-05'],
  ])('%s', (dateline, value) => {
    expect(day(dateline)).toBe(value)
  })

  it('is not stated where nothing was filled in', () => {
    expect(day('Hà Nội, ngày … tháng … năm …')).toBeUndefined()
  })
})

describe('names of issuers', () => {
  it('are completed by the place of the dateline', () => {
    expect(issuerOf(heading('SỞ NỘI VỤ\nSố: 31/KH-SNV'))).toBe('Sở Nội vụ tỉnh Hà Nam')
  })

  it('take the word for the province', () => {
    expect(issuerOf(heading('SỞ NỘI VỤ HÀ NAM\nSố: 31/KH-SNV'))).toBe('Sở Nội vụ tỉnh Hà Nam')
  })

  it('write abbreviations out', () => {
    expect(issuerOf(heading('UBND HUYỆN BÌNH LỤC\nPHÒNG GD&ĐT\nSố: 31/KH-PGDĐT'))).toBe('Phòng Giáo dục và Đào tạo huyện Bình Lục')
  })

  it('put the marks of tones where they stand now', () => {
    expect(issuerOf(heading('UỶ BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 31/KH-UBND'))).toBe('Ủy ban nhân dân tỉnh Hà Nam')
  })

  it('leave ministries as they are', () => {
    expect(issuerOf(heading('BỘ CÔNG THƯƠNG\nSố: 31/KH-BCT'))).toBe('Bộ Công Thương')
  })
})

describe('places of a document', () => {
  const places = (text: string) => resolvePlaces(read(text))

  it('go up from a district to its province', () => {
    expect(places(heading('UBND HUYỆN TUY ĐỨC\nSố: 3/KH-UBND', 'Tuy Đức, ngày 02 tháng 5 năm 2020\nKẾ HOẠCH\nThử'))).toEqual({ province: 'tỉnh Đắk Nông', district: 'huyện Tuy Đức', commune: null })
  })

  it('go up from a commune of since July 2025 to its province, with no district between', () => {
    expect(places(heading('UBND PHƯỜNG PHAN THIẾT\nSố: 3/KH-UBND', 'Phan Thiết, ngày 02 tháng 9 năm 2025\nKẾ HOẠCH\nThử'))).toEqual({ province: 'tỉnh Lâm Đồng', district: null, commune: 'phường Phan Thiết' })
  })

  it('are those of the day: Huế was the city of a province', () => {
    expect(places(heading('TỈNH ỦY THỪA THIÊN HUẾ\nSố 3-KH/TU', 'Huế, ngày 02 tháng 9 năm 2020\nKẾ HOẠCH\nThử')).province).toBe('tỉnh Thừa Thiên Huế')
  })

  it('are none for central bodies', () => {
    expect(places(heading('BỘ CÔNG THƯƠNG\nSố: 31/KH-BCT', 'Hà Nội, ngày 02 tháng 9 năm 2020\nKẾ HOẠCH\nThử'))).toEqual({ province: null, district: null, commune: null })
  })

  it('are not taken from the names of persons', () => {
    expect(places('ĐỘI TNTP HỒ CHÍ MINH\nLIÊN ĐỘI TRƯỜNG THCS AN HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nThử\n1. Việc').province).toBeNull()
  })
})
