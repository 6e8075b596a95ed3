import { describe, expect, it } from 'vitest'
import type { SourceText } from '../../../src/model/source-text.js'
import { readDocx } from '../../../src/read/docx/index.js'
import { DEFAULT_LIMITS } from '../../../src/read/reader.js'
import { abstractList, cell, level, list, numbered, paragraph, row, run, table, toWordFile, type WordFile } from '../../support/word-file.js'

const read = (file: WordFile): Promise<SourceText> => readDocx(toWordFile(file), { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal })

const linesOf = async (file: WordFile): Promise<string[]> => (await read(file)).text.trimEnd().split('\n')

const tracked = (kind: string, content: string): string => `<w:${kind} w:id="1" w:author="x">${content}</w:${kind}>`

describe('the words of a Word file', () => {
  it('are those of tracked changes as accepted', async () => {
    const body = paragraph(run('Hạn: ') + tracked('del', '<w:r><w:delText>15/3</w:delText></w:r>') + tracked('ins', run('30/3')) + tracked('moveFrom', run(' cũ')) + tracked('moveTo', run(' mới')))
    expect(await linesOf({ body })).toEqual(['Hạn: 30/3 mới'])
  })

  it('are read through fields, links and content controls', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('01/3/2024')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run(' xã Tân Lập')}</w:sdtContent></w:sdt>`
    const link = `<w:hyperlink w:anchor="x">${run(' (Phụ lục)')}</w:hyperlink>`
    expect(await linesOf({ body: `${paragraph(run('Ngày ') + field + control + link)}<w:sdt><w:sdtContent>${paragraph('Khối')}</w:sdtContent></w:sdt>` })).toEqual(['Ngày 01/3/2024 xã Tân Lập (Phụ lục)', 'Khối'])
  })

  it('leave out hidden words and tables of contents', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="ML1"><w:name w:val="toc 1"/></w:style>'
    expect(await linesOf({ body: paragraph('I. Mục tiêu 2', '<w:pStyle w:val="ML1"/>') + paragraph(`${run('Thấy')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>`), styles })).toEqual(['Thấy'])
  })

  it('are symbols as they are seen', async () => {
    expect(await linesOf({ body: paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Đạt</w:t></w:r>') })).toEqual(['✓ Đạt'])
  })

  it('are parted by breaks inside a paragraph', async () => {
    expect(await linesOf({ body: paragraph('<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Phòng chống dịch</w:t></w:r>') })).toEqual(['KẾ HOẠCH', 'Phòng chống dịch'])
  })

  it('stand in text boxes once, whether they are drawn twice or once', async () => {
    const box = `<w:txbxContent>${paragraph('DỰ THẢO')}</w:txbxContent>`
    const drawn = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
    const twice = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
    const once = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice></mc:AlternateContent>`
    for (const shape of [twice, once, drawn]) expect(await linesOf({ body: paragraph(`<w:r>${shape}</w:r>${run('Kế hoạch')}`) })).toEqual(['Kế hoạch', 'DỰ THẢO'])
  })

  it('are followed by footnotes and endnotes, marked through the document; headers stand aside', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const note = (kind: string, id: number, text: string): string => `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`
    const file = {
      body: paragraph(`${run('Đề án')}${reference('footnote', 7)}${run(' và phong trào')}${reference('endnote', 2)}${reference('footnote', 3)}`),
      footnotes: note('footnote', 3, 'Ba.') + note('footnote', 7, 'Bảy.'), endnotes: note('endnote', 2, 'Hai.'), header: paragraph('Trang 2'),
    }
    expect(await linesOf(file)).toEqual(['Đề án[1] và phong trào[2][3]', '[1] Bảy.', '[2] Hai.', '[3] Ba.'])
  })

  it('are decoded where a run or a style is in a font of TCVN3 or VNI', async () => {
    const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
    const inStyle = await read({ body: paragraph('<w:r><w:t>nhiÖm vô träng t©m, ph</w:t><w:softHyphen/><w:t>¬ng h</w:t><w:softHyphen/><w:t>íng</w:t></w:r>'), styles })
    expect([inStyle.text.trim(), inStyle.encoding]).toEqual(['nhiệm vụ trọng tâm, phương hướng', 'tcvn3'])
    const inRun = await read({ body: paragraph(run('KEÁ HOAÏCH', 'VNI-Times') + run(' số 5', 'Times New Roman')) })
    expect([inRun.text.trim(), inRun.encoding]).toEqual(['KẾ HOẠCH số 5', 'vni'])
  })

  it('are found whatever prefix names the elements', async () => {
    const { zipSync, strToU8 } = await import('fflate')
    const xml = '<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:numPr><ns0:ilvl ns0:val="0"/><ns0:numId ns0:val="1"/></ns0:numPr></ns0:pPr><ns0:r><ns0:t>Mục đích</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${abstractList(0, level(0, 'upperRoman', '%1.'))}${list(1, 0)}</w:numbering>`
    const { text } = await readDocx(zipSync({ 'word/document.xml': strToU8(xml), 'word/numbering.xml': strToU8(numbering) }), { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal })
    expect(text).toBe('I. Mục đích\n')
  })
})

describe('the tables of a Word file', () => {
  it('keep spans over rows and columns, and the paragraphs of a cell', async () => {
    const body = table(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('TT')}${cell('Nội dung', '<w:gridSpan w:val="2"/>')}</w:tr>`,
      row(cell('1', '<w:vMerge w:val="restart"/>'), cell(paragraph('Một') + paragraph('Hai')), cell('Sở Y tế')),
      '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>',
      row(cell('', '<w:vMerge/>'), cell('Ba'), cell('Sở Nội vụ')),
    )
    const { text, tables } = await read({ body })
    expect(text).toBe('TT\tNội dung\n1\tMột Hai\tSở Y tế\nBa\tSở Nội vụ\n')
    expect(tables[0]!.rows.map((cells) => cells.map(({ rowSpan, colSpan, header, breaks }) => [rowSpan, colSpan, header, breaks?.map((at) => text.slice(at, at + 3))]))).toEqual([
      [[1, 1, true, undefined], [1, 2, true, undefined]],
      [[2, 1, false, undefined], [1, 1, false, ['Hai']], [1, 1, false, undefined]],
      [[1, 1, false, undefined], [1, 1, false, undefined]],
    ])
  })

  it('of a style that the file does not define are tables', async () => {
    expect(await linesOf({ body: table(`<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>${row(cell('Nội dung'), cell('Thời gian'))}${row(cell('Tập huấn'), cell('Quý II'))}`) })).toEqual(['Nội dung\tThời gian', 'Tập huấn\tQuý II'])
  })

  it('have automatic numbers in their cells, also alone', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1')) + list(1, 0)
    const line = (text: string): string => row(cell(paragraph('', numbered(1))), cell(text), cell('Sở Y tế'))
    expect(await linesOf({ body: table(row(cell('TT'), cell('Nội dung'), cell('Chủ trì')), line('Một'), line('Hai')), numbering })).toEqual(['TT\tNội dung\tChủ trì', '1\tMột\tSở Y tế', '2\tHai\tSở Y tế'])
  })

  it('print tables inside a cell as its words', async () => {
    const inner = table(row(cell('a'), cell('b')), row(cell('c'), cell('d')))
    expect(await linesOf({ body: table(row(cell('TT'), cell('Nội dung')), row(cell('1'), cell(inner + paragraph('e')))) })).toEqual(['TT\tNội dung', '1\ta b c d e'])
  })

  it('that set heading and closing block in columns are read column by column', async () => {
    const body = table(row(cell(paragraph('UBND TỈNH X') + paragraph('SỞ Y TẾ')), cell(paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + paragraph('Độc lập - Tự do - Hạnh phúc'))), row(cell('Số: 5/KH-SYT'), cell('X, ngày 01 tháng 3 năm 2024')))
      + table(row(cell('KT. TRƯỞNG PHÒNG'), cell('KT. TRƯỞNG CÔNG AN')), row(cell('Võ Thị A'), cell('Trần Văn B')))
    expect(await linesOf({ body })).toEqual(['UBND TỈNH X', 'SỞ Y TẾ', 'Số: 5/KH-SYT', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'X, ngày 01 tháng 3 năm 2024', 'KT. TRƯỞNG PHÒNG', 'Võ Thị A', 'KT. TRƯỞNG CÔNG AN', 'Trần Văn B'])
  })
})
