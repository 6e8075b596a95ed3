import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { loadCases } from '../../../benchmarks/quality/gold.js'
import { LEGACY_LETTERS } from '../../../src/grammar/generated/legacy-letters.js'
import { UnreadableDocumentError } from '../../../src/model/diagnostics.js'
import { decodeBytes } from '../../../src/read/bytes.js'
import { learnEncoding } from '../../../src/read/encodings/unfonted.js'
import { encodeLetters, latin1, windows1258 } from '../../support/old-encodings.js'

const plans = loadCases([new URL('../../../fixtures/plans', import.meta.url).pathname])
  .filter(({ file }) => file.endsWith('.txt'))
  .map(({ name, file }) => [name, readFileSync(file, 'utf8').normalize('NFC')] as const)

/** Only signs that all the encodings have, so that what comes back can be compared. */
const plain = (text: string): string => text.replaceAll('Ð', 'Đ').replace(/[‐-―]/g, '-').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/[^\u0020-\u007e\n\u00c0-\u024f\u1ea0-\u1ef9]/g, ' ')
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const sharedWords = (a: string, b: string): number => {
  const [left, right] = [a.split(/\s+/), b.split(/\s+/)]
  return left.filter((word, i) => word === right[i]).length / left.length
}

describe.each(plans)('%s', (_, text) => {
  it.each(['tcvn3', 'vni'] as const)('comes back from bytes of %s', (encoding) => {
    const wanted = encoding === 'tcvn3' ? plain(text).toLowerCase() : plain(text)
    const read = decodeBytes(latin1(encodeLetters(wanted, encoding)))
    expect(read.encoding).toBe(encoding)
    expect(read.text).toBe(wanted)
  })

  it.each(['tcvn3', 'vni'] as const)('comes back from %s that was saved as UTF-8', (encoding) => {
    const wanted = encoding === 'tcvn3' ? plain(text).toLowerCase() : plain(text)
    expect(decodeBytes(utf8(encodeLetters(wanted, encoding)))).toMatchObject({ text: wanted, encoding })
  })

  it('comes back from VIQR but for a few dots ("cao. Khi")', () => {
    const wanted = plain(text).replace(/["'`~^(+]/g, ' ')
    const read = decodeBytes(utf8(encodeLetters(wanted, 'viqr')))
    expect(read.encoding).toBe('viqr')
    expect(sharedWords(wanted, read.text)).toBeGreaterThan(0.97)
  })

  it('comes back from Windows-1258', () => {
    expect(decodeBytes(windows1258(plain(text)))).toMatchObject({ text: plain(text), encoding: 'windows-1258' })
  })

  it('comes back from UTF-16 without a byte order mark', () => {
    const little = Buffer.from(text, 'utf16le')
    expect(decodeBytes(little)).toMatchObject({ text, encoding: 'unicode' })
    expect(decodeBytes(Buffer.from(little).swap16()).text).toBe(text)
  })

  it('is left alone in Unicode, composed or not, and so is each of its lines', () => {
    expect(decodeBytes(utf8(text))).toMatchObject({ text, encoding: 'unicode' })
    expect(decodeBytes(utf8(text.normalize('NFD')))).toMatchObject({ text: text.normalize('NFD'), encoding: 'unicode-decomposed' })
    for (const line of text.split('\n')) expect(learnEncoding([line]).decode(line)).toBe(line)
  })
})

const FOREIGN = {
  French: "La région présente son plan d'été : à côté de la forêt, l'élève a reçu où naître, déjà très âgé. « Être prêt », dit-il à Genève ; 25 °C, 3 µm, § 5.\n".repeat(20),
  German: 'Für die Übergabe müßte man größere Maßnahmen prüfen; ähnlich schön wäre das Gebäude in Köln. Öffentliche Bücher übten Schüler früh.\n'.repeat(20),
  English: 'The naïve café façade — £5, ©2020, ® and ½ of it; 25°C ±2, 3 µg/m³, 10 m².\n'.repeat(20),
  Portuguese: 'A decisão não é ação: têm mãos, avós, coração, água, irmã, órgão, saúde, também, você, até, três, português, histórico.\n'.repeat(20),
  Spanish: 'El año próximo habrá más niños en la región; según él, también será difícil aquí. ¿Qué pasó? ¡Así está! Número único.\n'.repeat(20),
  symbols: 'Nhiệt độ 25°C ±5, nồng độ 3 µg/m³, diện tích 10 m², tỷ lệ ½, © 2020 ® §5 «trích» ¥ £ ¤ ¨ ¬ ¦ ¡.\n'.repeat(20),
  'symbols alone': '± ° µ § © ® « » ¬ ½ ¼ ¾ × ÷ £ ¥ ¤ ¦ ¨ ¯ ´ ¸ ¹ ² ³ · ª º\n'.repeat(20),
  'code and addresses': 'http://a.vn/x?y=1 ~user a^2+b^2 if (a+b) e.g. i.e. add, odd, buddy. C:\\dir\\file.txt o.k. a.b@c.vn? yes.\n'.repeat(20),
}

describe('other languages', () => {
  it.each(Object.entries(FOREIGN))('%s in UTF-8 is left alone', (_, text) => {
    expect(decodeBytes(utf8(text))).toMatchObject({ text, encoding: 'unicode' })
  })

  it.each(Object.entries(FOREIGN).filter(([name]) => !['symbols', 'code and addresses'].includes(name)))('%s in Latin-1 is refused, not guessed', (_, text) => {
    expect(() => decodeBytes(latin1(text.replaceAll('—', '-')))).toThrow(UnreadableDocumentError)
  })
})

/** A byte for each of the 134 letters. */
const bytesIn = (encoding: 'viscii' | 'vps'): ReadonlyMap<string, number> => new Map(LEGACY_LETTERS.filter((row) => row.encoding === encoding).map((row) => [row.letter, Number.parseInt(row.bytes, 16)]))
const inBytes = (text: string, bytes: ReadonlyMap<string, number>): Uint8Array => Uint8Array.from([...text.normalize('NFC')], (sign) => bytes.get(sign) ?? Math.min(sign.charCodeAt(0), 0x7f))

describe('VISCII', () => {
  const bytes = bytesIn('viscii')

  it('has a byte for each of the 134 letters, as in RFC 1456', () => {
    expect(bytes.size).toBe(134)
    expect([...inBytes('ệ Ẳ đ Ư ỹ', bytes)]).toEqual([0xae, 0x20, 0x02, 0x20, 0xf0, 0x20, 0xbf, 0x20, 0xdb])
  })

  it.each(plans)('%s', (_, text) => {
    expect(decodeBytes(inBytes(plain(text), bytes))).toMatchObject({ text: plain(text), encoding: 'viscii' })
  })
})

describe('VPS', () => {
  const bytes = bytesIn('vps')
  /** As a program writes it that cannot write control codes: the small letter for fourteen capitals. */
  const withoutControls = new Map([...bytes].map(([letter, byte]) => [letter, byte < 0x20 ? bytes.get(letter.toLowerCase())! : byte]))

  it('has a byte for each of the 134 letters', () => {
    expect(bytes.size).toBe(134)
    expect([...inBytes('ệ Ế đ Ư ỹ Ộ', bytes)]).toEqual([0x8c, 0x20, 0x90, 0x20, 0xc7, 0x20, 0xd0, 0x20, 0xcf, 0x20, 0x12])
  })

  it.each(plans)('%s', (_, text) => {
    expect(decodeBytes(inBytes(plain(text), bytes))).toMatchObject({ text: plain(text), encoding: 'vps' })
    expect(decodeBytes(inBytes(plain(text), withoutControls))).toMatchObject({ text: plain(text), encoding: 'vps' })
  })

  it.each(plans)('%s, saved as UTF-8 by a program that took it for Windows-1252', (_, text) => {
    const taken = [...inBytes(plain(text), withoutControls)].map((byte) => iconv.decode(Buffer.from([byte]), 'windows-1252').replace('\ufffd', String.fromCharCode(byte))).join('')
    const { text: read, encoding } = decodeBytes(utf8(taken))
    expect(encoding).toBe('vps')
    expect(sharedWords(plain(text), read)).toBeGreaterThan(0.995)
  })

  it('is not made of a paragraph in another encoding, nor another of it', () => {
    for (const text of plans.flatMap(([, plan]) => plain(plan).split('\n').filter((line) => line.length > 200).slice(0, 6))) {
      const read = (line: Uint8Array): string => {
        try {
          return decodeBytes(line).encoding
        } catch {
          return 'refused'
        }
      }
      expect(['vps', 'refused']).toContain(read(inBytes(text, bytes)))
      expect(['viscii', 'refused']).toContain(read(inBytes(text, bytesIn('viscii'))))
      expect(read(latin1(encodeLetters(text.toLowerCase(), 'tcvn3')))).toBe('tcvn3')
      expect(read(latin1(encodeLetters(text, 'vni')))).toBe('vni')
      expect(read(windows1258(text))).toBe('windows-1258')
      expect(read(utf8(text))).toBe('unicode')
    }
  })
})

describe('learnEncoding', () => {
  const old = encodeLetters('căn cứ luật tổ chức chính quyền địa phương; theo đề nghị của giám đốc sở nội vụ', 'tcvn3')

  it('decodes the old lines of a document that is Unicode in others', () => {
    const { encoding, decode } = learnEncoding(['Kế hoạch năm 2006 của tỉnh', old, 'Nơi nhận:'])
    expect(encoding).toBe('tcvn3')
    expect(decode(old)).toBe('căn cứ luật tổ chức chính quyền địa phương; theo đề nghị của giám đốc sở nội vụ')
    expect(decode('Kế hoạch năm 2006 của tỉnh')).toBe('Kế hoạch năm 2006 của tỉnh')
    expect(decode('25°C')).toBe('25°C')
  })

  it('decodes TCVN3 and VNI in one document, each by its lines', () => {
    const vni = encodeLetters('Giao Sở Tài chính chủ trì, phối hợp với các đơn vị', 'vni')
    const { encoding, decode } = learnEncoding([old, vni])
    expect(encoding).toBe('tcvn3+vni')
    expect(decode(vni)).toBe('Giao Sở Tài chính chủ trì, phối hợp với các đơn vị')
  })

  it('decodes signs that are letters alone once all is in one encoding', () => {
    expect(learnEncoding([old, '10.000 ®']).decode('10.000 ®')).toBe('10.000 đ')
  })

  it('wants eight words', () => {
    expect(learnEncoding([encodeLetters('ủy ban nhân dân tỉnh', 'tcvn3')]).encoding).toBe('unicode')
  })
})
