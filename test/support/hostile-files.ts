import { readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { toCompoundFile } from './compound-file.js'
import { abstractList, level, list, numbered, paragraph, row, cell, table, toWordFile } from './word-file.js'

/** A file made to hurt, and what comes of it: the reader's name and the codes of its findings where it is read, else the code of its failure. */
export interface HostileFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly outcome: string
}

const FORMS = 'fixtures/forms/district-disaster-prevention-2019'
const form = (file: string): Uint8Array => readFileSync(`${FORMS}/${file}`)
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1)
const text = (words: string): Uint8Array => strToU8(words)
const broken = (bytes: Uint8Array, every: number): Uint8Array => bytes.map((byte, i) => (i > 60 && i % every === 0 ? byte ^ 0x5a : byte))
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 2654435761) >>> 24)

const documentXml = (content: string, prolog = ''): Uint8Array => strToU8(`${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`)
const wordZip = (document: Uint8Array): Uint8Array => zipSync({ 'word/document.xml': document })
const odt = (content: string, manifest = '<manifest/>'): Uint8Array =>
  zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${content}</office:text></office:body></office:document-content>`), 'META-INF/manifest.xml': strToU8(manifest) })

/** An archive with one Word document whose directory says what `declare` says of its size, whatever it unpacks to. */
function bomb(unpacked: number, declare: number): Uint8Array {
  const name = strToU8('word/document.xml')
  const packed = deflateRawSync(Buffer.concat([Buffer.from('<w:document>'), Buffer.alloc(unpacked, 0x20)]))
  const header = (signature: number, extra: number): Buffer => {
    const bytes = Buffer.alloc(30 + extra)
    bytes.writeUInt32LE(signature, 0)
    const shift = extra ? 2 : 0
    bytes.writeUInt16LE(20, 4)
    bytes.writeUInt16LE(8, 8 + shift)
    bytes.writeUInt32LE(packed.length, 18 + shift)
    bytes.writeUInt32LE(declare, 22 + shift)
    bytes.writeUInt16LE(name.length, 26 + shift)
    return bytes
  }
  const local = Buffer.concat([header(0x04034b50, 0), name, packed])
  const central = Buffer.concat([header(0x02014b50, 16), name])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** The flag of a password on each file of an archive. */
function locked(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) copy[at + 8]! |= 1
  return copy
}

/** A PDF of so many pages, each with a line of text; its one stream may be anything. */
export function toPdf(pages: number, stream = 'BT /F1 12 Tf 72 720 Td (Ke hoach so 5/KH-UBND) Tj ET', filter = '', font = '/Type1 /BaseFont /Helvetica'): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${i + 5} 0 R`).join(' ')}] >>`, `<< /Type /Font /Subtype ${font} >>`, `<< /Length ${stream.length} ${filter} >>\nstream\n${stream}\nendstream`]
  for (let i = 0; i < pages; i++) objects.push('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>')
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

const png = (width: number, height: number, data: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(33)
  head.write('\u0089PNG\r\n\u001a\n', 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  head.set([8, 0, 0, 0, 0], 24)
  return Buffer.concat([head, data])
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
const PLAN = 'KẾ HOẠCH\nPhòng, chống dịch\n\nI. MỤC ĐÍCH\n'

export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: 'nothing.txt', bytes: () => new Uint8Array(), outcome: 'empty' },
  { name: 'nothing.docx', bytes: () => new Uint8Array(), outcome: 'empty' },
  { name: 'nothing.pdf', bytes: () => new Uint8Array(), outcome: 'empty' },
  { name: 'blank.txt', bytes: () => text(' \n\t\ufeff\n'), outcome: 'empty' },
  { name: 'noise.txt', bytes: () => noise(100_000), outcome: 'unsupported' },
  { name: 'noise.docx', bytes: () => noise(100_000), outcome: 'unsupported' },
  { name: 'nul.txt', bytes: () => text(`${PLAN}\u0000\u0000`), outcome: 'unsupported' },
  { name: 'one-line.txt', bytes: () => text('Ủy ban nhân dân xã '.repeat(60_000)), outcome: 'text' },
  { name: 'page.doc', bytes: () => form('plan.html'), outcome: 'html' },
  { name: 'nested.html', bytes: () => text(`<html>${'<div>'.repeat(100_000)}${PLAN}`), outcome: 'html' },
  { name: 'entities.html', bytes: () => text(`<html><p>${'&amp;&#x110;'.repeat(50_000)}</p>`), outcome: 'html' },
  { name: 'lists.html', bytes: () => text(`<html>${'<ol><li>a'.repeat(20_000)}`), outcome: 'html' },
  // Word
  { name: 'truncated.docx', bytes: () => half(form('plan.docx')), outcome: 'corrupt' },
  { name: 'begin.docx', bytes: () => form('plan.docx').subarray(0, 100), outcome: 'unsupported' },
  { name: 'flipped.docx', bytes: () => broken(form('plan.docx'), 301), outcome: 'corrupt' },
  { name: 'locked.docx', bytes: () => locked(form('plan.docx')), outcome: 'encrypted' },
  { name: 'password.docx', bytes: () => toCompoundFile(['EncryptionInfo', 'EncryptedPackage']), outcome: 'encrypted' },
  { name: 'word.doc', bytes: () => form('plan.docx'), outcome: 'docx' },
  { name: 'empty.docx', bytes: () => toWordFile({ body: paragraph('') }), outcome: 'empty' },
  { name: 'headless.docx', bytes: () => zipSync({ 'word/styles.xml': text('<x/>') }), outcome: 'corrupt' },
  { name: 'cut-xml.docx', bytes: () => wordZip(documentXml('<w:p><w:r><w:t>KẾ HOẠCH').subarray(0, 150)), outcome: 'corrupt' },
  { name: 'text-for-xml.docx', bytes: () => wordZip(text(PLAN)), outcome: 'corrupt' },
  { name: 'declared-bomb.docx', bytes: () => bomb(1000, 0xf0000000), outcome: 'too-large' },
  { name: 'real-bomb.docx', bytes: () => bomb(80 * 1024 * 1024, 500), outcome: 'too-large' },
  { name: 'laughs.docx', bytes: () => wordZip(documentXml('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', LAUGHS)), outcome: 'corrupt' },
  { name: 'outside-entity.docx', bytes: () => wordZip(documentXml('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), outcome: 'corrupt' },
  { name: 'deep.docx', bytes: () => wordZip(documentXml(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`)), outcome: 'too-large' },
  { name: 'number-circle.docx', bytes: () => toWordFile({ body: paragraph('Mục đích', numbered(1)), numbering: abstractList(0, '<w:numStyleLink w:val="A"/>') + list(1, 0), styles: '<w:style w:type="numbering" w:styleId="A"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' }), outcome: 'docx' },
  { name: 'number-heights.docx', bytes: () => toWordFile({ body: paragraph('Mục đích', numbered(1)).repeat(50), numbering: abstractList(0, level(0, 'upperRoman', '%1.').replace('w:start w:val="1"', 'w:start w:val="999999999"') + level(1, 'lowerLetter', '%2)')) + list(1, 0) }), outcome: 'docx' },
  { name: 'wide-cells.docx', bytes: () => toWordFile({ body: table(row(cell('TT', '<w:gridSpan w:val="1000000000"/>'), cell('Nội dung')), row(cell('1'), cell('Họp'))) }), outcome: 'docx' },
  { name: '300-pages.docx', bytes: () => toWordFile({ body: `${paragraph('Ủy ban nhân dân các xã báo cáo kết quả trước ngày 30/6/2024.').repeat(20)}${paragraph('<w:r><w:br w:type="page"/></w:r>')}`.repeat(300) }), outcome: 'docx' },
  { name: 'workbook.docx', bytes: () => zipSync({ 'xl/workbook.xml': text('<x/>'), '[Content_Types].xml': text('<x/>') }), outcome: 'unsupported' },
  { name: 'slides.pptx', bytes: () => zipSync({ 'ppt/presentation.xml': text('<x/>') }), outcome: 'unsupported' },
  { name: 'archive.zip', bytes: () => zipSync({ 'plan.txt': text(PLAN) }), outcome: 'unsupported' },
  { name: 'no-files.zip', bytes: () => zipSync({}), outcome: 'unsupported' },
  // OpenDocument
  { name: 'truncated.odt', bytes: () => half(form('plan.odt')), outcome: 'corrupt' },
  { name: 'text.doc', bytes: () => form('plan.odt'), outcome: 'odt' },
  { name: 'locked.odt', bytes: () => odt('', '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'), outcome: 'encrypted' },
  { name: 'repeated.odt', bytes: () => odt('<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>Họp<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row></table:table>'), outcome: 'odt' },
  { name: 'deep.odt', bytes: () => odt(`${'<text:list><text:list-item>'.repeat(5000)}<text:p>a</text:p>${'</text:list-item></text:list>'.repeat(5000)}`), outcome: 'too-large' },
  { name: 'formulas.odt', bytes: () => zipSync({ mimetype: [text('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': text('<x/>') }), outcome: 'unsupported' },
  // Word before 2007, RTF
  { name: 'truncated.doc', bytes: () => half(form('plan.doc')), outcome: 'corrupt' },
  { name: 'begin.doc', bytes: () => form('plan.doc').subarray(0, 600), outcome: 'corrupt' },
  { name: 'flipped.doc', bytes: () => broken(form('plan.doc'), 97), outcome: 'corrupt' },
  { name: 'noise.doc', bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise(5000)]), outcome: 'corrupt' },
  { name: 'other.doc', bytes: () => toCompoundFile(['Workbook']), outcome: 'unsupported' },
  { name: 'truncated.rtf', bytes: () => half(form('plan.rtf')), outcome: 'rtf document/truncated' },
  { name: 'rich.doc', bytes: () => form('plan.rtf'), outcome: 'rtf' },
  { name: 'deep.rtf', bytes: () => text(`{\\rtf1 ${'{'.repeat(100_000)}a`), outcome: 'too-large' },
  { name: 'binary.rtf', bytes: () => text('{\\rtf1 a\\bin2000000000 b}'), outcome: 'rtf document/truncated' },
  { name: 'fonts.rtf', bytes: () => text(`{\\rtf1{\\fonttbl${'{\\f99999999\\fcharset163 \u0001;}'.repeat(2000)}}\\f1\\u-99999?a}`), outcome: 'rtf' },
  // PDF and pictures
  { name: 'truncated.pdf', bytes: () => half(form('plan.pdf')), outcome: 'corrupt' },
  { name: 'begin.pdf', bytes: () => text('%PDF-1.7\n'), outcome: 'corrupt' },
  { name: 'noise.pdf', bytes: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(50_000)]), outcome: 'corrupt' },
  { name: 'password.pdf', bytes: () => readFileSync('fixtures/hostile/password.pdf'), outcome: 'encrypted' },
  { name: '300-pages.pdf', bytes: () => toPdf(300), outcome: 'pdf' },
  { name: '3000-pages.pdf', bytes: () => toPdf(3000), outcome: 'too-large' },
  { name: 'stream-bomb.pdf', bytes: () => toPdf(1, deflateSync(Buffer.alloc(60 * 1024 * 1024, 0x20)).toString('latin1'), '/Filter /FlateDecode'), outcome: 'too-large' },
  { name: 'nested-bomb.pdf', bytes: () => toPdf(1, deflateSync(deflateSync(Buffer.alloc(60 * 1024 * 1024, 0x20))).toString('latin1'), '/Filter [/FlateDecode /FlateDecode]'), outcome: 'too-large' },
  { name: 'no-deflate.pdf', bytes: () => toPdf(1, deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 0x20)).toString('latin1'), '/Filter /FlateDecode'), outcome: 'empty' },
  { name: 'garbage-font.pdf', bytes: () => toPdf(1, undefined, '', '/TrueType /BaseFont /X /FirstChar 0 /LastChar 255 /Widths 4 0 R /ToUnicode 4 0 R /FontDescriptor << /FontFile2 4 0 R >>'), outcome: 'pdf' },
  { name: 'circle.pdf', bytes: () => Buffer.from(Buffer.from(toPdf(2)).toString('latin1').replace('/Kids [5 0 R', '/Kids [2 0 R'), 'latin1'), outcome: 'corrupt' },
  { name: 'begin.png', bytes: () => png(10, 10, new Uint8Array()), outcome: 'corrupt' },
  { name: 'huge.png', bytes: () => png(0x7fffffff, 0x7fffffff, noise(500)), outcome: 'corrupt' },
  { name: 'begin.jpg', bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), outcome: 'corrupt' },
  { name: 'noise.tif', bytes: () => Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), noise(3000)]), outcome: 'corrupt' },
  { name: 'packed.gz', bytes: () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), outcome: 'unsupported' },
]
