import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../src/read/docx/index.js'
import { DEFAULT_LIMITS } from '../../../src/read/reader.js'
import { abstractList, level, list, numbered, paragraph, run, startAt, toWordFile, type WordFile } from '../../support/word-file.js'

async function linesOf(file: WordFile): Promise<string[]> {
  const { text } = await readDocx(toWordFile(file), { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal })
  return text.trimEnd().split('\n')
}

const OUTLINE = abstractList(0, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'decimal', '%2.%3.') + level(3, 'lowerLetter', '%4)'))

describe("Word's automatic numbers", () => {
  it('count through levels and begin anew behind a higher one', async () => {
    const items: [string, number][] = [['Một', 0], ['Hai', 1], ['Ba', 2], ['Bốn', 2], ['Năm', 1], ['Sáu', 2], ['Bảy', 3], ['Tám', 3], ['Chín', 0], ['Mười', 1]]
    const lines = await linesOf({ body: items.map(([text, at]) => paragraph(text, numbered(1, at))).join(''), numbering: OUTLINE + list(1, 0) })
    expect(lines).toEqual(['I. Một', '1. Hai', '1.1. Ba', '1.2. Bốn', '2. Năm', '2.1. Sáu', 'a) Bảy', 'b) Tám', 'II. Chín', '1. Mười'])
  })

  it('of a list that begins on its second level count the missing ones as the first', async () => {
    const items: [string, number][] = [['a', 1], ['b', 1], ['c', 0], ['d', 2], ['e', 1], ['f', 0], ['g', 1]]
    const numbering = abstractList(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'decimal', '%1.%2.%3.')) + list(1, 0)
    expect(await linesOf({ body: items.map(([text, at]) => paragraph(text, numbered(1, at))).join(''), numbering })).toEqual(['1.1. a', '1.2. b', '2. c', '2.1.1. d', '2.2. e', '3. f', '3.1. g'])
  })

  it('of two lists with one abstract list go on, unless one starts anew', async () => {
    const body = [paragraph('a', numbered(1)), paragraph('b', numbered(2)), paragraph('c', numbered(3)), paragraph('d', numbered(3)), paragraph('e', numbered(1))].join('')
    expect(await linesOf({ body, numbering: OUTLINE + list(1, 0) + list(2, 0) + list(3, 0, startAt(0, 7)) })).toEqual(['I. a', 'II. b', 'VII. c', 'VIII. d', 'IX. e'])
  })

  it('take a level from an override of the list', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', 'Mục %1:')}</w:lvlOverride>`
    expect(await linesOf({ body: paragraph('a', numbered(1)) + paragraph('b', numbered(1)), numbering: OUTLINE + list(1, 0, override) })).toEqual(['Mục 1: a', 'Mục 2: b'])
  })

  it('restart never, or behind a certain level only', async () => {
    const numbering = abstractList(0, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>') + level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>')) + list(1, 0)
    const items: [string, number][] = [['x', 0], ['x', 1], ['x', 2], ['x', 1], ['x', 2], ['x', 0], ['x', 1], ['x', 2]]
    expect(await linesOf({ body: items.map(([text, at]) => paragraph(text, numbered(1, at))).join(''), numbering })).toEqual(['I. x', '1. x', 'a) x', '2. x', 'b) x', 'II. x', '3. x', 'a) x'])
  })

  it('are digits where the level is a legal one', async () => {
    const numbering = abstractList(0, level(0, 'upperRoman', 'Điều %1.') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>')) + list(1, 0)
    expect(await linesOf({ body: paragraph('a', numbered(1)) + paragraph('b', numbered(1, 1)) + paragraph('c', numbered(1)) + paragraph('d', numbered(1, 1)), numbering })).toEqual(['Điều I. a', '1.1. b', 'Điều II. c', '2.1. d'])
  })

  it.each([
    ['decimalZero', '%1.', ['01. x', '02. x']],
    ['lowerRoman', '(%1)', ['(i) x', '(ii) x']],
    ['upperLetter', '%1/', ['A/ x', 'B/ x']],
    ['ordinalText', 'Phần %1.', ['Phần thứ nhất. x', 'Phần thứ hai. x']],
    ['cardinalText', 'Phần %1.', ['Phần một. x', 'Phần hai. x']],
    ['ordinal', '%1', ['1st x', '2nd x']],
    ['none', 'Ghi chú:', ['Ghi chú: x', 'Ghi chú: x']],
    ['none', '', ['x', 'x']],
  ])('are printed as %s %j', async (format, text, lines) => {
    expect(await linesOf({ body: paragraph('x', numbered(1)).repeat(2), numbering: abstractList(0, level(0, format, text)) + list(1, 0) })).toEqual(lines)
  })

  it('double the letter behind z', async () => {
    const lines = await linesOf({ body: paragraph('x', numbered(1)).repeat(28), numbering: abstractList(0, level(0, 'lowerLetter', '%1)')) + list(1, 0) })
    expect([lines[25], lines[26], lines[27]]).toEqual(['z) x', 'aa) x', 'bb) x'])
  })

  it('have the digits of a custom format', async () => {
    const custom = '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    expect(await linesOf({ body: paragraph('x', numbered(1)).repeat(2), numbering: abstractList(0, custom) + list(1, 0) })).toEqual(['009. x', '010. x'])
  })

  it('are the signs of bullets as they are seen', async () => {
    const signs: [string, string][] = [['\uf0b7', 'Symbol'], ['\uf0d8', 'Wingdings'], ['o', 'Courier New'], ['-', 'Times New Roman'], ['\uf0ff', 'Wingdings']]
    const numbering = signs.map(([sign, font], i) => abstractList(i, level(0, 'bullet', sign).replace('</w:lvl>', `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`)) + list(i + 1, i)).join('')
    expect(await linesOf({ body: signs.map((_, i) => paragraph('x', numbered(i + 1))).join(''), numbering })).toEqual(['• x', '➢ x', '○ x', '- x', '• x'])
  })

  it('come from the style of the paragraph, or from the one it is based on', async () => {
    const style = (id: string, based: string, properties: string): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${properties}</w:pPr></w:style>`
    const styles = style('Muc', '', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('MucCon', 'Muc', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') + style('MucDam', 'MucCon', '') + style('Tron', 'Muc', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    const numbering = abstractList(0, level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>') + level(1, 'decimal', '%2.', '<w:pStyle w:val="MucCon"/>')) + list(1, 0)
    const styled = (id: string, more = ''): string => paragraph(id, `<w:pStyle w:val="${id}"/>${more}`)
    expect(await linesOf({ body: styled('Muc') + styled('MucCon') + styled('MucDam') + styled('Tron') + styled('Muc', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('Muc'), numbering, styles })).toEqual(['I. Muc', '1. MucCon', '2. MucDam', 'Tron', 'Muc', 'II. Muc'])
  })

  it('come through a style of lists', async () => {
    const styles = '<w:style w:type="numbering" w:styleId="DM"><w:name w:val="DM"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    const numbering = abstractList(0, '<w:numStyleLink w:val="DM"/>') + abstractList(1, `<w:styleLink w:val="DM"/>${level(0, 'decimal', '%1.')}`) + list(1, 0) + list(2, 1)
    expect(await linesOf({ body: paragraph('a', numbered(1)) + paragraph('b', numbered(1)), numbering, styles })).toEqual(['1. a', '2. b'])
  })

  it('count empty paragraphs, but print none in front of nothing', async () => {
    expect(await linesOf({ body: paragraph('a', numbered(1)) + paragraph('', numbered(1)) + paragraph('b', numbered(1)), numbering: OUTLINE + list(1, 0) })).toEqual(['I. a', 'III. b'])
  })

  it('are not those of a tracked change that was accepted', async () => {
    const former = `<w:pPrChange w:id="1" w:author="x"><w:pPr>${numbered(1)}</w:pPr></w:pPrChange>`
    expect(await linesOf({ body: paragraph('a', former) + paragraph('b', numbered(1)), numbering: OUTLINE + list(1, 0) })).toEqual(['a', 'I. b'])
  })

  it('stand before two paragraphs that a deleted mark joins', async () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    expect(await linesOf({ body: paragraph('Tổ ', numbered(1) + deleted) + paragraph('chức', numbered(1)) + paragraph('b', numbered(1)), numbering: OUTLINE + list(1, 0) })).toEqual(['I. Tổ chức', 'II. b'])
  })

  it('are nothing where the list is not defined', async () => {
    expect(await linesOf({ body: paragraph('a', numbered(5)) + paragraph(run('b'), numbered(1, 40)), numbering: OUTLINE + list(1, 0) })).toEqual(['a', 'b'])
  })
})
