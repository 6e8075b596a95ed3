import { describe, expect, it } from 'vitest'
import { BARE_SYLLABLES } from '../../src/grammar/generated/bare-syllables.js'
import { CHARACTERS } from '../../src/grammar/generated/characters.js'
import { CUT_MARKS } from '../../src/grammar/generated/cut-marks.js'
import { FURNITURE } from '../../src/grammar/generated/furniture.js'
import { HEADING_LINES } from '../../src/grammar/generated/heading-lines.js'
import { PAGE_PARTS } from '../../src/grammar/generated/page-parts.js'
import { PAGE_WORDS } from '../../src/grammar/generated/page-words.js'
import { PARAGRAPH_WORDS } from '../../src/grammar/generated/paragraph-words.js'
import { PORTAL_LABELS } from '../../src/grammar/generated/portal-labels.js'
import { cutMarkOf } from '../../src/normalise/cut-mark.js'
import { headingLineOf } from '../../src/normalise/heading-line.js'
import { partsUnit } from '../../src/normalise/heading-unit.js'
import { normalise } from '../../src/normalise/index.js'
import { pageWordOf } from '../../src/normalise/page-word.js'
import { readPortalMetadata } from '../../src/normalise/portal-metadata.js'
import { bareSyllableAt } from '../../src/normalise/syllable.js'
import { readHtml } from '../../src/read/html.js'
import { readText } from '../../src/read/text.js'

const whole = (text: string) => ({ start: 0, end: text.length })
const capitalised = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
const linesOf = (text: string): string[] => normalise(readText(text)).text.split('\n')

describe('every row of the tables is found', () => {
  it.each(CHARACTERS)('characters: $code', ({ code, becomes }) => {
    expect(linesOf(`a${String.fromCharCode(Number.parseInt(code.slice(2), 16))}b`)).toEqual([`a${becomes}b`])
  })

  it.each(PAGE_WORDS)('page-words: $phrase', ({ phrase, match, place }) => {
    const line = match === 'contains' ? `Hôm nay ${phrase}: 12` : match === 'starts' ? `${capitalised(phrase)} 12` : capitalised(phrase)
    expect(pageWordOf(line, whole(line))).toBe(place)
  })

  it.each(CUT_MARKS)('cut-marks: $phrase', ({ phrase, match }) => {
    expect(cutMarkOf(capitalised(phrase), whole(phrase))).toBe(match === 'cuts' ? 'soft' : 'sure')
  })

  it.each(PORTAL_LABELS)('portal-labels: $label', ({ label, key }) => {
    const text = `${capitalised(label)}: Giá trị\nSố hiệu: 1/KH\nNgày ban hành: 1/1/2020\nLoại văn bản: Kế hoạch`
    const lines = text.split('\n').reduce<{ start: number; end: number }[]>((found, line) => {
      const start = (found.at(-1)?.end ?? -1) + 1
      return [...found, { start, end: start + line.length }]
    }, [])
    expect(readPortalMetadata(text, lines)?.metadata[key]).toBe('Giá trị')
  })

  it.each(FURNITURE)('furniture: $phrase', ({ phrase, match }) => {
    const line = `${capitalised(phrase)} UBND tỉnh`
    expect(linesOf(match === 'starts' ? `${line}\nKẾ HOẠCH` : `Người ký: UBND tỉnh\n${line}\nKẾ HOẠCH`)).toEqual(['KẾ HOẠCH'])
  })

  it.each(PAGE_PARTS)('page-parts: $token', ({ token }) => {
    expect(readHtml(`<p>Nội dung</p><div class="site-${token}">Văn bản</div>`).text).toBe('Nội dung\n')
  })

  it.each(BARE_SYLLABLES)('bare-syllables: $syllable', ({ syllable, common }) => {
    expect(bareSyllableAt(syllable, 0)).toBe(common === 'yes' ? 'common' : 'rare')
  })

  it.each(HEADING_LINES.filter(({ line }) => line !== 'unit'))('heading-lines: $phrase', ({ line, phrase, whole: alone }) => {
    const printed = alone === 'yes' || line === 'national' || line === 'annex' ? phrase.toUpperCase() : capitalised(phrase)
    const text = line === 'number' ? `${printed}: 12/KH-UBND` : printed
    expect(headingLineOf(text, whole(text))).toBe(line)
  })

  it.each(HEADING_LINES.filter(({ line, phrase }) => line === 'unit' && phrase.includes(' ')))('heading-lines: $phrase, broken', ({ phrase }) => {
    const text = phrase.toUpperCase().replace(' ', '\n')
    const at = text.indexOf('\n')
    expect(partsUnit(text, { start: 0, end: at }, { start: at + 1, end: text.length })).toBe(true)
  })

  const WRAPPED = 'Ủy ban nhân dân xã giao các thôn, bản chủ động rà soát toàn bộ hệ thống kênh\nmương nội đồng, lập danh sách các điểm sạt lở và đề xuất phương án khắc phục\ntrước mùa mưa; kịp thời báo cáo những vị trí xung yếu để có biện pháp gia cố\nvà bố trí lực lượng trực tại chỗ.\n'
  const FULL = '- Rà soát toàn bộ hệ thống kênh mương nội đồng của xã, lập kế hoạch năm 20'
  const paragraphsOf = (text: string): number => linesOf(WRAPPED + text).length - 1

  it.each(PARAGRAPH_WORDS)('paragraph-words: $phrase $does', ({ phrase, does }) => {
    const [left = '', right = ''] = phrase.split(' - ')
    if (does === 'opens') expect(paragraphsOf(`${FULL}.\n${capitalised(phrase)} việc này.`)).toBe(2)
    if (does === 'attributes') expect(paragraphsOf(`${FULL}.\n${capitalised(phrase)} việc này.`)).toBe(2)
    if (does === 'links') expect(paragraphsOf(`- Rà soát ${phrase}\nTrạm bơm.`)).toBe(1)
    if (does === 'numbers') expect(paragraphsOf(`- Rà soát theo ${phrase}\n12 và các việc khác.`)).toBe(1)
    if (does === 'names') expect(paragraphsOf(`- Rà soát cùng ${capitalised(phrase)}\nNam Hà.`)).toBe(1)
    if (does === 'hyphen') expect(paragraphsOf(`- Rà soát ${left}\n- ${right} của xã.`)).toBe(1)
  })
})
