import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'

/** A font of a PDF file: the objects it needs, and how a text is written in it. */
export interface PdfFontFile {
  /** Its dictionary and what that refers to: `ref(i)` is the reference to the i-th of these objects. */
  readonly objects: (ref: (index: number) => string) => readonly (string | Buffer)[]
  /** The operand of Tj. */
  readonly encode: (text: string) => string
}

export interface PdfPageFile {
  /** Lines of text from the upper left; an empty one leaves room. */
  readonly lines?: readonly string[]
  readonly font?: PdfFontFile
  /** Painted below the text: a JPEG, its size in pixels, and the box on the page; the whole page by default. */
  readonly picture?: { readonly jpeg: Uint8Array; /** How the bytes are packed where they are no JPEG: filter and bits of a pixel. */ readonly packing?: string; readonly width: number; readonly height: number; readonly box?: readonly [left: number, bottom: number, width: number, height: number] }
  /** The text is laid under the picture and not painted, as OCR programs leave it. */
  readonly hidden?: boolean
  /** Further operators: ruling lines. */
  readonly more?: string
  /** 13 points by default. */
  readonly size?: number
  /** Where the first line stands; x from the left, y from below. */
  readonly at?: readonly [x: number, y: number]
}

const streamOf = (dictionary: string, data: Uint8Array): Buffer => {
  const packed = deflateSync(data)
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')])
}

/** A PDF file of A4 pages. */
export function toPdfFile(pages: readonly PdfPageFile[]): Uint8Array {
  const objects: (string | Buffer)[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  const add = (object: string | Buffer): string => `${objects.push(object)} 0 R`
  const fonts = new Map<PdfFontFile, string>()
  const refOf = (font: PdfFontFile): string => {
    const known = fonts.get(font)
    if (known) return known
    const begin = objects.length
    objects.push(...font.objects((index) => `${begin + index + 1} 0 R`))
    fonts.set(font, `${begin + 1} 0 R`)
    return `${begin + 1} 0 R`
  }
  const kids = pages.map((page) => {
    const { lines = [], font, picture, hidden, more = '', size = 13, at: [x, y] = [72, 770] } = page
    const image = picture && add(Buffer.concat([Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${picture.packing ?? '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'} /Length ${picture.jpeg.length} >>\nstream\n`), picture.jpeg, Buffer.from('\nendstream')]))
    const [left, bottom, width, height] = picture?.box ?? [0, 0, 595, 842]
    const painted = image ? `q ${width} 0 0 ${height} ${left} ${bottom} cm /Im Do Q\n` : ''
    const text = font && lines.length ? `BT /F ${size} Tf ${hidden ? '3 Tr ' : ''}${x} ${y} Td 18 TL ${lines.map((line) => (line ? `${font.encode(line)} Tj T*` : 'T*')).join(' ')} ET` : ''
    const content = add(streamOf('', Buffer.from(painted + text + more)))
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} /Resources << ${font ? `/Font << /F ${refOf(font)} >>` : ''} ${image ? `/XObject << /Im ${image} >>` : ''} >> >>`)
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  return writeObjects(objects)
}

function writeObjects(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let length = parts[0]!.length
  const places: number[] = []
  const put = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [i, object] of objects.entries()) {
    places.push(length)
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const begin = length
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${begin}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const escaped = (text: string): string => `(${text.replace(/[^\u0020-\u007e]|[\\()]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)})`

/** A font that the file only names; its letters are those of Windows-1252, as old programs wrote `.VnTime` and `VNI-Times`. */
export const namedFont = (name: string): PdfFontFile => ({
  objects: () => [`<< /Type /Font /Subtype /TrueType /BaseFont /${name.replaceAll(' ', '#20')} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${'500 '.repeat(224)}] >>`],
  encode: escaped,
})

/** The glyph of each letter (cmap, format 4) and its width in thousandths of an em (hmtx). */
function readGlyphs(ttf: Buffer): { readonly glyphOf: ReadonlyMap<number, number>; readonly widths: readonly number[] } {
  const table = (name: string): number => {
    for (let i = 0; i < ttf.readUInt16BE(4); i++) if (ttf.toString('latin1', 12 + i * 16, 16 + i * 16) === name) return ttf.readUInt32BE(20 + i * 16)
    throw new Error(`no ${name}`)
  }
  const em = ttf.readUInt16BE(table('head') + 18)
  const metrics = ttf.readUInt16BE(table('hhea') + 34)
  const widths = Array.from({ length: metrics }, (_, i) => Math.round((ttf.readUInt16BE(table('hmtx') + i * 4) * 1000) / em))
  const cmap = table('cmap')
  let at = 0
  for (let i = 0; i < ttf.readUInt16BE(cmap + 2); i++) {
    const sub = cmap + ttf.readUInt32BE(cmap + 8 + i * 8)
    if (ttf.readUInt16BE(sub) === 4) at = sub
  }
  const glyphOf = new Map<number, number>()
  const segments = ttf.readUInt16BE(at + 6) / 2
  for (let s = 0; s < segments; s++) {
    const end = ttf.readUInt16BE(at + 14 + s * 2)
    const start = ttf.readUInt16BE(at + 16 + (segments + s) * 2)
    const delta = ttf.readUInt16BE(at + 16 + (2 * segments + s) * 2)
    const place = at + 16 + (3 * segments + s) * 2
    const offset = ttf.readUInt16BE(place)
    for (let code = start; code <= end && code < 0xffff; code++) glyphOf.set(code, offset ? ttf.readUInt16BE(place + offset + (code - start) * 2) : (code + delta) & 0xffff)
  }
  return { glyphOf, widths }
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** A font in the file, of which a reader sees every Vietnamese letter; what programs are told that its letters are (ToUnicode) is for `says` to say. */
export function embeddedFont(says: (letter: string) => string = (letter) => letter): PdfFontFile {
  const ttf = readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'))
  const { glyphOf, widths } = readGlyphs(ttf)
  const glyph = (letter: string): number => {
    const found = glyphOf.get(letter.codePointAt(0)!)
    if (!found) throw new Error(`the font has no ${letter}`)
    return found
  }
  const said = [...glyphOf].filter(([code, id]) => id && code < 0x2100).map(([code, id]) => `<${hex(id)}> <${[...says(String.fromCodePoint(code))].map((char) => hex(char.charCodeAt(0))).join('')}>`)
  const maps = Array.from({ length: Math.ceil(said.length / 100) }, (_, i) => said.slice(i * 100, i * 100 + 100)).map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${maps.join('\n')}\nendcmap end end`
  return {
    objects: (ref) => [
      `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+LiberationSans /Encoding /Identity-H /DescendantFonts [${ref(1)}] /ToUnicode ${ref(4)} >>`,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+LiberationSans /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${ref(2)} /CIDToGIDMap /Identity /DW 500 /W [0 [${widths.join(' ')}]] >>`,
      `<< /Type /FontDescriptor /FontName /AAAAAA+LiberationSans /Flags 4 /FontBBox [-543 -303 1301 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 700 /StemV 80 /FontFile2 ${ref(3)} >>`,
      streamOf(`/Length1 ${ttf.length}`, ttf),
      streamOf('', Buffer.from(toUnicode)),
    ],
    encode: (text) => `<${[...text].map((letter) => hex(glyph(letter))).join('')}>`,
  }
}
