import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { LEGACY_LETTERS } from '../../../src/grammar/generated/legacy-letters.js'
import { decodeLetters } from '../../../src/read/encodings/letters.js'

const bytesOf = (bytes: string): string => String.fromCharCode(...bytes.split(' ').map((code) => Number.parseInt(code, 16)))
const rowsOf = (encoding: string): (typeof LEGACY_LETTERS)[number][] => LEGACY_LETTERS.filter((row) => row.encoding === encoding)

const SMALL = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'

describe('the letters of the old encodings', () => {
  it.each(LEGACY_LETTERS.map(({ encoding, bytes, letter }) => [encoding, letter, bytes] as const))('%s has %s', (encoding, letter, bytes) => {
    expect(decodeLetters(bytesOf(bytes), encoding)).toBe(letter)
    expect(decodeLetters(`th${bytesOf(bytes)}ng`, encoding)).toBe(`th${letter}ng`)
  })

  it('are all there: small ones in each, capitals in VNI and VIQR, seven capitals in TCVN3', () => {
    const lettersOf = (encoding: string): string => [...new Set(rowsOf(encoding).map(({ letter }) => letter))].sort().join('')
    const all = [...SMALL, ...SMALL.toUpperCase()].sort().join('')
    expect(lettersOf('vni')).toBe(all)
    expect(lettersOf('viqr')).toBe(all)
    expect(lettersOf('vps')).toBe(all)
    expect(lettersOf('tcvn3')).toBe([...SMALL, ...'ĂÂÊÔƠƯĐ'].sort().join(''))
  })

  it('agree with iconv for TCVN3', () => {
    for (const { bytes, letter } of rowsOf('tcvn3')) expect(iconv.decode(Buffer.from(bytesOf(bytes), 'latin1'), 'tcvn').normalize('NFC')).toBe(letter)
  })
})

describe('VNI', () => {
  it('takes a mark in either case', () => {
    expect(decodeLetters('Uûy ban, UÛy ban, Ñieàu, ÑIEÀU, Öùng, ÖÙNG', 'vni')).toBe('Ủy ban, Ủy ban, Điều, ĐIỀU, Ứng, ỨNG')
  })

  it('keeps a mark that a change of font has parted from its letter', () => {
    expect(`chu${decodeLetters('û trì', 'vni')}`.normalize('NFC')).toBe('chủ trì')
    expect(`KE${decodeLetters('Á HOAÏCH', 'vni')}`.normalize('NFC')).toBe('KẾ HOẠCH')
  })

  it('leaves what is no letter of it', () => {
    expect(decodeLetters('25°C, 10 m², «ÿ»', 'vni')).toBe('25°C, 10 m², «ÿ»')
  })
})
