import { recogniseByCommand, recogniseByPackage } from './bare-ocr.js'

/** The bare extraction of a library on the same bytes, to compare with. */
export interface BareLibrary {
  readonly name: string
  readonly read: (bytes: Uint8Array) => Promise<unknown>
}

export interface Format {
  readonly name: string
  /** How the names of its files end. */
  readonly ending: string
  readonly library: BareLibrary | null
  /** How much our reading may cost, in times of the library's. */
  readonly ceiling: number | null
  /** Where fewer than all: the first files; and the rounds, which one more that is not measured goes before. */
  readonly files?: number
  readonly rounds?: number
  /** Measured with nothing on the PATH. */
  readonly withoutPrograms?: boolean
}

/** Formats in the order in which they are printed. A new reader gets a line here. */
export const FORMATS: readonly Format[] = [
  {
    name: 'docx', ending: '.docx', ceiling: 1.5,
    library: { name: 'mammoth convertToHtml', read: async (bytes) => (await import('mammoth')).default.convertToHtml({ buffer: Buffer.from(bytes) }) },
  },
  {
    name: 'pdf', ending: 'plan.pdf', ceiling: 1.3,
    library: {
      name: 'pdf-parse getText',
      read: async (bytes) => {
        const { PDFParse } = await import('pdf-parse')
        const parser = new PDFParse({ data: new Uint8Array(bytes) })
        const { text } = await parser.getText()
        await parser.destroy()
        return text
      },
    },
  },
  { name: 'odt', ending: '.odt', library: null, ceiling: null },
  { name: 'doc', ending: '.doc', library: null, ceiling: null },
  { name: 'rtf', ending: '.rtf', library: null, ceiling: null },
  {
    name: 'html', ending: '.html', ceiling: null,
    library: { name: 'htmlparser2 parseDocument', read: async (bytes) => (await import('htmlparser2')).parseDocument(new TextDecoder().decode(bytes)) },
  },
  { name: 'ocr', ending: 'plan.scan.pdf', ceiling: 1.1, files: 2, rounds: 2, library: { name: 'tesseract, the command', read: recogniseByCommand } },
  { name: 'ocr.js', ending: 'plan.scan.pdf', ceiling: 1.1, files: 1, rounds: 2, withoutPrograms: true, library: { name: 'tesseract.js', read: recogniseByPackage } },
]
