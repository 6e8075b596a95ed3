import { describe, expect, it, vi } from 'vitest'
import { UnreadableDocumentError } from '../../../src/model/diagnostics.js'
import type { SourceText } from '../../../src/model/source-text.js'
import { DEFAULT_LIMITS, type ReadLimits } from '../../../src/read/reader.js'
import { readRtf } from '../../../src/read/rtf/index.js'
import { prepare } from '../../../src/read/rtf/tokens.js'
import { latin1 } from '../../support/old-encodings.js'

const FONTS = String.raw`{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil .VnTime;}{\f2\fnil .VnTimeH;}{\f3\fnil\fcharset163 Arial;}{\f4\fnil\fcharset2 Symbol;}{\f5\fnil VNI-Times;}{\f6\fnil\fcharset163 .VnArial;}}`
const read = (body: string, limits: Partial<ReadLimits> = {}): Promise<SourceText> =>
  readRtf(latin1(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${body}}`), { name: null, limits: { ...DEFAULT_LIMITS, ...limits }, signal: new AbortController().signal })
const lines = async (body: string): Promise<string[]> => (await read(body)).text.trimEnd().split('\n')
const rowsOf = ({ text, tables }: SourceText): unknown => tables.map(({ rows }) => rows.map((row) => row.map(({ span, rowSpan, colSpan }) => `${text.slice(span.start, span.end)}${rowSpan > 1 ? ` ↓${rowSpan}` : ''}${colSpan > 1 ? ` →${colSpan}` : ''}`)))
const codeOf = async (reading: Promise<SourceText>): Promise<string> => {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return error.code
    throw error
  }
}

describe('the characters of RTF', () => {
  it.each([
    [String.raw`K\u7871?  ho\u7841\'61ch`, 'Kế  hoạch'],
    [String.raw`\uc0 K\u7871 ho\u7841 ch`, 'Kếhoạch'],
    [String.raw`\uc2 K\u7871\'3f\'3f x{\uc1 \u7841?}\u7871??y`, 'Kế xạếy'],
    [String.raw`a\~b\_c\endash d\ldblquote e\rdblquote\bullet \{x\}\\`, 'a\u00a0b-c–d“e”•{x}\\'],
    [String.raw`\u-3913?x`, '\uf0b7x'],
    [String.raw`{\f3 K\'ea\'ec ho\'f2a}`, 'K\u00ea\u0301 ho\u0323a'],
    ['mot\\\nhai\\line ba', 'mot\nhai\nba'],
  ])('%s', async (rtf, text) => {
    expect(await lines(`${rtf}\\par`)).toEqual(text.split('\n'))
  })

  it('decodes old fonts, whatever their character set', async () => {
    expect(await lines(String.raw`{\f2 kÕ ho¹ch}\par{\f1 C\'a8n c\'f8 Lu\'cbt Ng©n s¸ch nhµ n\'adíc}\par`)).toEqual(['KẾ HOẠCH', 'Căn cứ Luật Ngân sách nhà nước'])
    expect(await lines(String.raw`{\f6 \'a7i\'d2u 3}\par{\f5 \'d1ie{\b \'e0u} 4}\par`)).toEqual(['Điều 3', 'Điều 4'])
    expect((await read(String.raw`{\f1 \'a7i\'d2u}{\f5 \'d1ie\'e0u}\par`)).encoding).toBe('tcvn3+vni')
    expect((await read(String.raw`{\f3 K\'ea\'ec}\par`)).encoding).toBe('windows-1258')
  })

  it('takes the optional hyphen of an old font for ư', async () => {
    expect(await lines(String.raw`{\f1 Th\-êng}\par`)).toEqual(['Thường'])
  })
})

describe('what is not on the page', () => {
  it.each([
    String.raw`{\header Trang}{\footerf 1}{\info{\upr{\title a}{\*\ud{\title x}}}}{\*\generator LibreOffice;}{\*\unknown y}{\pict\pngblip 89504e47}`,
    String.raw`{\v an}{\deleted xoa}{\field{\*\fldinst HYPERLINK "http://a.vn"}}{\*\bkmkstart a}{\xe chi muc}`,
    String.raw`{\shp{\*\shpinst{\sp{\sn a}{\sv b}}}{\shprslt ve}}{\object{\*\objdata 00ff}}`,
    '\\bin4 }}}}',
  ])('%s', async (rtf) => {
    expect(await lines(String.raw`Truoc ${rtf}sau\par`)).toEqual(['Truoc sau'])
  })

  it('shows the result of a field, the text of a box and of an object, one of two forms of a name', async () => {
    expect(await lines(String.raw`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt trang}} {\object{\result anh}} {\upr{nam}{\*\ud{nam2}}}\par`)).toEqual(['trang anh nam2'])
    expect(await lines(String.raw`Ngoai{\shp{\*\shpinst{\shptxt \pard trong hop\par}}}\par sau\par`)).toEqual(['Ngoai', 'trong hop', 'sau'])
  })

  it('leaves a table of contents out', async () => {
    expect(await lines(String.raw`{\stylesheet{\s0 Normal;}{\s7 toc 1;}}\pard\s7 I. Muc tieu\tab 1\par\pard\s0 I. Muc tieu\par`)).toEqual(['I. Muc tieu'])
  })
})

describe('numbers of lists', () => {
  it('are read as they are printed', async () => {
    expect(await lines(String.raw`{\listtext\pard\plain I.\tab}Muc tieu\par{\pntext\f4\'B7\tab}Mot\par`)).toEqual(['I. Muc tieu', '\uf0b7 Mot'])
  })

  it('are counted where they are not printed', async () => {
    const tables = String.raw`{\*\listtable{\list{\listlevel\levelnfc1\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}`
    expect(await lines(String.raw`${tables}\pard\ls1\ilvl0 A\par\pard\ls1\ilvl1 B\par\pard\ls1\ilvl1 C\par\pard\ls1\ilvl0 D\par E\par\pard\ls1\ilvl1\par`)).toEqual(['I. A', 'a) B', 'b) C', 'II. D', 'III. E', 'a)'])
  })

  it('are counted for each list, in its own words', async () => {
    const level = (text: string, more: string): string => `{\\list{\\listlevel\\levelnfc0\\levelstartat1{\\leveltext${text};}{\\levelnumbers;}\\f1${more}}`
    const tables = `{\\*\\listtable${level("\\'07\\'a7i\\'d2u \\'00.", '')}\\listid7}${level("\\'02\\'00)", '')}\\listid8}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}{\\listoverride\\listid8\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls2}}`
    expect(await lines(`${tables}\\pard\\ls1 A\\par\\pard\\ls2 B\\par C\\par\\pard\\ls1 D\\par`)).toEqual(['Điều 1. A', '5) B', '6) C', 'Điều 2. D'])
  })

  it('that the file does not tell are a finding', async () => {
    expect((await read(String.raw`\pard\ls9 A\par`)).findings).toMatchObject([{ code: 'source/numbers-lost', args: { count: 1 } }])
  })
})

describe('tables', () => {
  const row = (edges: readonly string[], cells: readonly string[]): string => `\\trowd${edges.map((edge) => `\\${edge}`).join('')}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`

  it('have rows, cells and merges', async () => {
    const plain = ['cellx1000', 'cellx2000', 'cellx3000']
    const source = await read(row(['clvmgf\\cellx1000', 'cellx3000'], ['TT', 'Noi dung']) + row(['clvmrg\\cellx1000', 'cellx2000', 'cellx3000'], ['', 'Viec', 'Han']) + row(plain, ['1', 'Ra soat\\par bao cao', '2009']))
    expect(rowsOf(source)).toEqual([[['TT ↓2', 'Noi dung →2'], ['Viec', 'Han'], ['1', 'Ra soat bao cao', '2009']]])
  })

  it('set apart from one another by a page', async () => {
    const two = ['cellx1000', 'cellx2000']
    const source = await read(row(two, ['a', 'b']) + row(two, ['c', 'd']) + row(two, ['\\pagebb e', 'f']) + row(two, ['g', 'h']))
    expect(rowsOf(source)).toEqual([[['a', 'b'], ['c', 'd']], [['e', 'f'], ['g', 'h']]])
  })

  it('inside a cell stay inside it', async () => {
    const inner = String.raw`\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}`
    const source = await read(row(['cellx1000', 'cellx2000'], ['a', 'b']) + String.raw`\trowd\cellx1000\cellx2000\pard\intbl c\par${inner}\pard\intbl\cell\pard\intbl d\cell\row`)
    expect(rowsOf(source)).toEqual([[['a', 'b'], ['c x y', 'd']]])
  })

  it('of a heading are read column by column', async () => {
    expect(await lines(row(['cellx1000', 'cellx2000'], [String.raw`SO NOI VU\par So: 1`, String.raw`{\f2 ®éc lËp - tù do - h¹nh phóc}`]) + String.raw`\pard x\par`)).toEqual(['SO NOI VU', 'So: 1', 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC', 'x'])
  })
})

describe('notes', () => {
  it('stand at the end behind their marks', async () => {
    expect(await lines(String.raw`Mot{\super\chftn{\footnote\pard\chftn  Ghi chu mot.}} va hai{\super\chftn{\*\footnote\ftnalt\pard\chftn  Hai.\par}}.\par`)).toEqual(['Mot[1] va hai[2].', '[1] Ghi chu mot.', '[2] Hai.'])
  })
})

describe('damaged and hostile files', () => {
  it('have codes of their own', async () => {
    expect(await codeOf(read(''))).toBe('empty')
    expect(await codeOf(readRtf(latin1('{\\rtf1{\\fonttbl'), { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal }))).toBe('corrupt')
    expect(await codeOf(read('{'.repeat(100_000)))).toBe('too-large')
  })

  it('that are cut off are read with a finding', async () => {
    const source = await readRtf(latin1('{\\rtf1 Mot\\par Hai'), { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal })
    expect(source.text).toBe('Mot\nHai\n')
    expect(source.findings).toMatchObject([{ code: 'document/truncated' }])
  })

  it('neither talk on the console nor take memory on their word', async () => {
    const warn = vi.spyOn(console, 'warn')
    expect(await lines(String.raw`a\'zzb\bin2000000000 }\par`)).toEqual(['azzb'])
    expect(warn).not.toHaveBeenCalled()
  })

  it('with long text are parted for the tokenizer, and read whole', async () => {
    const text = 'x'.repeat(10_000)
    expect((await read(`${text}\\par`)).text).toBe(`${text}\n`)
    expect(prepare(latin1(text)).length).toBe(10_004)
  })
})
