import { describe, expect, it } from 'vitest'
import { encodingOfFont } from '../../../src/read/encodings/fonts.js'
import { decodeRun, RunDecoder } from '../../../src/read/encodings/runs.js'
import { encodeLetters, latin1 } from '../../support/old-encodings.js'

describe('encodingOfFont', () => {
  it.each(['.VnTime', '.VnArial Narrow', '.vntime', 'VnTime', 'BCDEFG+.VnTime', '.VnTime Tur', '.VnHelvetIns'])('%s shows TCVN3', (name) => {
    expect(encodingOfFont(name)).toEqual({ encoding: 'tcvn3', capitals: false })
  })

  it.each(['.VnTimeH', '.VnArialH', '.VnArial NarrowH', '.VNTIMEH', '.vntimeh', 'VnTimeH', '.VnTimeH Tur', '.VnTimeH,Bold', 'ABCDEF+.VnTimeH-Bold'])('%s shows capitals', (name) => {
    expect(encodingOfFont(name)).toEqual({ encoding: 'tcvn3', capitals: true })
  })

  it.each(['VNI-Times', 'VNI-Helve-Condense', 'VNI-Times Tur', 'vni-times', 'VNI Times', 'VNITimes'])('%s shows VNI', (name) => {
    expect(encodingOfFont(name)).toEqual({ encoding: 'vni', capitals: false })
  })

  it.each(['VPS Times', 'VPS Helv', 'vps times', 'ABCDEF+VPSTimes'])('%s shows VPS', (name) => {
    expect(encodingOfFont(name)).toEqual({ encoding: 'vps', capitals: false })
  })

  it.each(['Times New Roman', 'Arial', 'VNtimes new roman', 'Vineta BT', 'UVN Bach Dang', 'SVN-Times', ''])('%s tells nothing', (name) => {
    expect(encodingOfFont(name)).toBeNull()
  })
})

describe('decodeRun', () => {
  it('decodes by the name of the font, ­ in TCVN3 is ư', () => {
    expect(decodeRun('Th\u00adêng trùc', '.VnTime')).toBe('Thường trực')
    expect(decodeRun(encodeLetters('chủ tịch nước', 'tcvn3'), '.VnTimeH')).toBe('CHỦ TỊCH NƯỚC')
    expect(decodeRun('Uyû ban nhaân daân', 'VNI-Times')).toBe('Uỷ ban nhân dân')
    expect(decodeRun('uy ban', '.VnTimeH')).toBe('UY BAN')
  })

  it('decodes runs as short as one letter', () => {
    expect(decodeRun('®', '.VnTime')).toBe('đ')
    expect(decodeRun('\u00ad', '.VnTime')).toBe('ư')
    expect(decodeRun('sè', '.VnTime')).toBe('số')
    expect(decodeRun('é', '.VnTimeH')).toBe('Ộ')
  })

  it('decodes what a symbol font keeps in the private area', () => {
    expect(decodeRun([...'§iÒu'].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xf000)).join(''), '.VnTime')).toBe('Điều')
  })

  it('leaves Unicode in an old font', () => {
    for (const text of ['Kế hoạch', 'được', 'và các đơn vị', 'và', 'từ', 'Điều']) {
      expect(decodeRun(text, '.VnTime')).toBe(text)
      expect(decodeRun(text.normalize('NFD'), '.VnTimeH')).toBe(text.normalize('NFD'))
    }
    expect(decodeRun('tháng và các cá nhân', 'VNI-Times')).toBe('tháng và các cá nhân')
  })

  it('decodes VPS, also what Windows-1252 shows as signs, and leaves signs that are signs', () => {
    expect(decodeRun('K‰ ho\u00e5ch phát tri‹n kinh t‰ - xã h¶i', 'VPS Times')).toBe('Kế hoạch phát triển kinh tế - xã hội')
    expect(decodeRun('C¶NG HOÀ XÃ H¶I CHÛ NGHÏA'.replace('À', '\u20ac').replace('XÃ', 'X\u201a').replace('Û', 'Ñ').replace('Ï', '¸'), 'VPS Times')).toBe('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA')
    expect(decodeRun('“ABC” – 2002… ñTM–01', 'VPS Times')).toBe('“ABC” – 2002… ĐTM–01')
    expect(decodeRun('“K‰ hoåch”', 'VPS Times')).toBe('“Kế hoạch”')
    expect(decodeRun('Kế hoạch và các đơn vị', 'VPS Times')).toBe('Kế hoạch và các đơn vị')
    expect(decodeRun('và các “trang” – sách', 'VPS Times')).toBe('và các “trang” – sách')
  })

  it('leaves what other fonts show', () => {
    expect(decodeRun('Céng hoµ', 'Times New Roman')).toBe('Céng hoµ')
    expect(decodeRun('Céng hoµ', null)).toBe('Céng hoµ')
  })

  it('reads old letters that a Vietnamese Windows took for its own', () => {
    const taken = new TextDecoder('windows-1258').decode(latin1('®èi víi tæ chøc cña tØnh, xãm, bã'))
    expect(decodeRun(taken, '.VnTime')).toBe('đối với tổ chức của tỉnh, xóm, bó')
  })
})

describe('RunDecoder', () => {
  it('goes with the other runs where a word may be either', () => {
    const old = new RunDecoder()
    old.decode('KÕ ho¹ch', '.VnTime')
    expect(old.decode('có', '.VnTime')).toBe('cú')
    expect(old.decode('cßn', '.VnTime') + old.decode('g', '.VnTime')).toBe('còng')
    expect(old.decode('còn', '.VnTime') + old.decode('g', '.VnTime')).toBe('cũng')
    const unicode = new RunDecoder()
    unicode.decode('Kế hoạch', '.VnTime')
    expect(unicode.decode('có', '.VnTime')).toBe('có')
    expect(unicode.encoding).toBe('unicode')
  })

  it('remembers what it found', () => {
    const decoder = new RunDecoder()
    expect(decoder.encoding).toBe('unicode')
    decoder.decode('Số 12', 'VNI-Times')
    expect(decoder.encoding).toBe('unicode')
    decoder.decode('Ñieàu 12', 'VNI-Times')
    expect(decoder.encoding).toBe('vni')
    decoder.decode('Sè 12', '.VnTime')
    expect(decoder.encoding).toBe('tcvn3+vni')
  })
})
