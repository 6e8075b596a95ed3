import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import utif from 'utif2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument, UnreadableDocumentError } from '../../../src/node.js'
import { embeddedFont, toPdfFile } from '../../support/pdf-file.js'

const SIZE = { width: 1240, height: 420 }
const TEXT = 'Trang này có chính nó làm tin.'
let home = ''
let jpeg: Uint8Array
let rgba: Uint8ClampedArray

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kehoach-test-'))
  const context = createCanvas(SIZE.width, SIZE.height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, SIZE.width, SIZE.height)
  context.drawImage(await loadImage(readFileSync(new URL('printed-page.png', import.meta.url))), 0, 0)
  jpeg = context.canvas.toBuffer('image/jpeg', 85)
  rgba = context.getImageData(0, 0, SIZE.width, SIZE.height).data
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A page of text, and one that is a picture. */
const besideText = (picture: Uint8Array): Uint8Array => toPdfFile([{ lines: [TEXT], font: embeddedFont() }, { picture: { jpeg: picture, ...SIZE } }])
const scanAlone = (picture: Uint8Array): Uint8Array => toPdfFile([{ picture: { jpeg: picture, ...SIZE } }])

type Outcome = { readonly text: string; readonly told: readonly unknown[] } | { readonly code: string; readonly args: unknown }

async function outcomeOf(bytes: Uint8Array, options: Parameters<typeof readDocument>[1] = {}): Promise<Outcome> {
  try {
    const { text, findings } = await readDocument(bytes, { apart: false, ...options })
    return { text: text.trim(), told: findings.map(({ code, args }) => [code, args]) }
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error
    return { code: error.code, args: error.args }
  }
}

const notRead = (because: string) => ({ text: TEXT, told: [['page/not-read', { page: 2, because }]] })
/** Folders that OCR made for itself and left. */
const leftBehind = (): string[] => readdirSync(home).filter((name) => name.startsWith('kehoach-ocr'))

/** Runs with a `tesseract` on the PATH that knows no Vietnamese, so that it is given the packaged model in a folder, and does `page` when it is to read one. */
async function withTesseract<T>(page: string, run: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(home, 'bin-'))
  writeFileSync(join(folder, 'tesseract'), `#!/bin/sh\ncase "$1" in --version) echo "tesseract 5.0.0";; --list-langs) echo eng;; *) ${page};; esac\n`)
  chmodSync(join(folder, 'tesseract'), 0o755)
  const { PATH: path, TMPDIR: temporary } = process.env
  process.env['PATH'] = `${folder}${delimiter}${path}`
  process.env['TMPDIR'] = home
  try {
    return await run()
  } finally {
    process.env['PATH'] = path
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
}

describe('a damaged picture in a PDF is told, and the page beside it is read', () => {
  it.each([
    ['noise', () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24)], ['nothing', () => new Uint8Array()], ['the head alone', () => jpeg.subarray(0, 300)],
    ['one byte wrong in a hundred', () => jpeg.map((byte, i) => (i > 1000 && i % 97 === 0 ? byte ^ 0x5a : byte))],
  ])('%s', async (_, picture) => {
    expect(await outcomeOf(besideText(picture()))).toEqual(notRead('picture'))
    expect(await outcomeOf(scanAlone(picture()))).toEqual({ code: 'corrupt', args: {} })
  })
})

describe('a picture that was cut off in a PDF that was not is told, and the page beside it is read', () => {
  it.each([0.2, 0.5, 0.9])('a JPEG after %f of it', async (share) => {
    const picture = jpeg.subarray(0, Math.floor(jpeg.length * share))
    expect(await outcomeOf(besideText(picture))).toEqual(notRead('picture'))
    expect(await outcomeOf(scanAlone(picture))).toEqual({ code: 'corrupt', args: {} })
  })

  it.each([
    ['packed by Deflate', '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode', () => deflateSync(new Uint8Array(SIZE.width * SIZE.height).fill(255))],
    ['black and white', '/ColorSpace /DeviceGray /BitsPerComponent 1', () => new Uint8Array((SIZE.width / 8) * SIZE.height).fill(255)],
  ])('%s', async (_, packing, whole) => {
    const bytes = whole()
    const pdf = toPdfFile([{ lines: [TEXT], font: embeddedFont() }, { picture: { jpeg: bytes.subarray(0, bytes.length >> 1), packing, ...SIZE } }])
    expect(await outcomeOf(pdf)).toEqual(notRead('picture'))
  })

  it('a JPEG that lacks but the mark of its end is read', async () => {
    const { text } = await readDocument(besideText(jpeg.subarray(0, jpeg.length - 2)), { apart: false })
    expect(text).toContain('17/KH-UBND')
  })
})

describe.skipIf(process.platform === 'win32')('an OCR program', () => {
  it('that takes too long is stopped, page by page', async () => {
    const [beside, alone] = await withTesseract('exec sleep 600', async () => [await outcomeOf(besideText(jpeg), { ocr: { pageMilliseconds: 500 } }), await outcomeOf(scanAlone(jpeg), { ocr: { pageMilliseconds: 500 } })])
    expect(beside).toEqual(notRead('timeout'))
    expect(alone).toEqual({ code: 'timeout', args: { seconds: 0.5 } })
    expect(leftBehind()).toEqual([])
  })

  it('that takes too long for one page has all its time for the next, which waited for it', async () => {
    const words = `for line in 1 2 3 4 5; do printf '5\\t1\\t1\\t1\\t%d\\t1\\t100\\t%d\\t45\\t24\\t95\\tchữ\\n' $line $((line * 60)); done`
    const pages = toPdfFile([{ picture: { jpeg, ...SIZE } }, { picture: { jpeg, ...SIZE } }, { picture: { jpeg, ...SIZE } }])
    const page = `if [ -e "${home}/came" ]; then sleep 1; ${words}; else : > "${home}/came"; exec sleep 600; fi`
    const outcome = await withTesseract(page, () => outcomeOf(pages, { ocr: { lanes: 1, pageMilliseconds: 3000 } }))
    const read = (page: number) => ['page/read-by-ocr', { page, because: 'no-text' }]
    expect(outcome).toMatchObject({ text: expect.stringContaining('chữ'), told: expect.arrayContaining([['page/not-read', { page: 1, because: 'timeout' }], read(2), read(3)]) })
    expect(leftBehind()).toEqual([])
  }, 20_000)

  it('that takes longer than the whole input may is stopped', async () => {
    const outcome = await withTesseract('exec sleep 600', async () => {
      const answer = await outcomeOf(besideText(jpeg), { limits: { milliseconds: 3000 } })
      for (let i = 0; i < 50 && leftBehind().length; i++) await new Promise((done) => setTimeout(done, 50))
      return answer
    })
    expect(outcome).toEqual({ code: 'timeout', args: { seconds: 3 } })
    expect(leftBehind()).toEqual([])
  })

  it.each([['fails', 'echo broken >&2; exit 1'], ['dies', 'kill -9 $$']])('that %s is told', async (_, page) => {
    const [beside, alone] = await withTesseract(page, async () => [await outcomeOf(besideText(jpeg)), await outcomeOf(scanAlone(jpeg))])
    expect(beside).toEqual(notRead('failed'))
    expect(alone).toEqual({ code: 'unsupported', args: { reason: 'no-ocr' } })
    expect(leftBehind()).toEqual([])
  })
})

describe('the package without an OCR program', () => {
  /** The package as it is installed, with what `model` puts in the place of tesseract.js's model, reads the files where the PATH is empty. */
  function readInstalled(model: (folder: string) => void): unknown {
    const folder = mkdtempSync(join(home, 'installed-'))
    cpSync('dist', join(folder, 'dist'), { recursive: true })
    cpSync('package.json', join(folder, 'package.json'))
    mkdirSync(join(folder, 'node_modules'))
    for (const name of readdirSync('node_modules')) if (!name.startsWith('.') && name !== '@tesseract.js-data') symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    model(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'beside.pdf'), besideText(jpeg))
    writeFileSync(join(folder, 'alone.pdf'), scanAlone(jpeg))
    writeFileSync(join(folder, 'alone.jpg'), jpeg)
    writeFileSync(join(folder, 'run.mjs'), `import { readDocument } from './dist/node.js'
const outcomes = []
for (const file of ['beside.pdf', 'alone.pdf', 'alone.jpg']) {
  outcomes.push(await readDocument(file).then(({ text, findings }) => ({ text: text.trim(), told: findings.map(({ code, args }) => [code, args]) }), ({ code, args }) => ({ code, args })))
}
console.log(JSON.stringify(outcomes))`)
    return JSON.parse(execFileSync(process.execPath, ['run.mjs'], { cwd: folder, env: { ...process.env, PATH: '' }, encoding: 'utf8', timeout: 50_000 }))
  }
  const NO_OCR = { code: 'unsupported', args: { reason: 'no-ocr' } }

  it('and without its model tells each page', () => {
    expect(readInstalled(() => {})).toEqual([notRead('no-engine'), NO_OCR, NO_OCR])
  })

  it('and with a model that is damaged tells each page', () => {
    const outcomes = readInstalled((modules) => {
      const folder = join(modules, '@tesseract.js-data/vie')
      mkdirSync(join(folder, '4.0.0_best_int'), { recursive: true })
      writeFileSync(join(folder, 'package.json'), '{ "name": "@tesseract.js-data/vie", "version": "1.0.0" }')
      writeFileSync(join(folder, '4.0.0_best_int/vie.traineddata.gz'), readFileSync('node_modules/@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz').subarray(0, 100_000))
    })
    expect(outcomes).toEqual([notRead('no-model'), NO_OCR, NO_OCR])
  })
})

describe('pictures that were cut off are corrupt', () => {
  it.each([0.02, 0.3, 0.5, 0.99])('a JPEG after %f of it', async (share) => {
    expect(await outcomeOf(jpeg.subarray(0, Math.floor(jpeg.length * share)))).toEqual({ code: 'corrupt', args: {} })
  })

  it.each([0.0001, 0.001, 0.3, 0.99])('a TIFF after %f of it', async (share) => {
    const tiff = new Uint8Array(utif.encodeImage(new Uint8Array(rgba.buffer), SIZE.width, SIZE.height))
    expect(await outcomeOf(tiff.subarray(0, Math.floor(tiff.length * share)))).toEqual({ code: 'corrupt', args: {} })
  })

  it('the second page of a TIFF is told, the first is read', async () => {
    const bits = Buffer.alloc(155 * SIZE.height)
    for (let y = 0; y < SIZE.height; y++) for (let x = 0; x < SIZE.width; x++) if (rgba[(y * SIZE.width + x) * 4]! > 127) bits[y * 155 + (x >> 3)]! |= 0x80 >> (x & 7)
    const directory = (strip: number, next: number): Buffer => {
      const entries = [[256, SIZE.width], [257, SIZE.height], [258, 1], [259, 1], [262, 1], [273, strip], [277, 1], [278, SIZE.height], [279, bits.length]] as const
      const bytes = Buffer.alloc(2 + entries.length * 12 + 4)
      bytes.writeUInt16LE(entries.length, 0)
      for (const [i, [tag, value]] of entries.entries()) {
        bytes.writeUInt16LE(tag, 2 + i * 12)
        bytes.writeUInt16LE(4, 4 + i * 12)
        bytes.writeUInt32LE(1, 6 + i * 12)
        bytes.writeUInt32LE(value, 10 + i * 12)
      }
      bytes.writeUInt32LE(next, bytes.length - 4)
      return bytes
    }
    const first = 8 + 114 * 2
    const tiff = Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), directory(first, 8 + 114), directory(first + bits.length, 0), bits, bits])
    const read = async (length: number) => {
      const { text, findings } = await readDocument(tiff.subarray(0, length), { apart: false })
      return { text: text.match(/17\/KH-UBND/g), told: findings.filter(({ code }) => code.startsWith('page/')).map(({ code, args }) => [code, args]) }
    }
    expect(await read(tiff.length - 1000)).toEqual({ text: ['17/KH-UBND'], told: [['page/not-read', { page: 2, because: 'picture' }]] })
  })

  it('a TIFF whose directory is noise', async () => {
    const tiff = new Uint8Array(utif.encodeImage(new Uint8Array(rgba.buffer), SIZE.width, SIZE.height))
    expect(await outcomeOf(tiff.map((byte, i) => (i > 8 && i < 200 && i % 5 === 0 ? byte ^ 0xa5 : byte)))).toMatchObject({ code: 'corrupt' })
  })
})
