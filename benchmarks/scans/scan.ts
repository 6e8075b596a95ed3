import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ScannedPage, toScannedPdf } from '../../fixtures/forms/build/to-scan.js'
import type { Damage, Sheet } from './damages.js'

/** Where names are signed, in points. */
export interface SignedPlace {
  readonly page: number
  readonly box: Sheet['signed'][number]
}

/** A PDF of pictures: the pages of a printed one as a scanner gives them. poppler (pdftoppm) paints them, ImageMagick (convert) harms them. */
export function scan(pdf: string, damage: Damage, seed: number, signed: readonly SignedPlace[], work: string): Buffer {
  const folder = join(work, 'pages')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('pdftoppm', ['-r', String(damage.dots), ...(damage.colour ? [] : ['-gray']), pdf, join(folder, 'page')])
  const names = readdirSync(folder).sort()
  return toScannedPdf(names.map((name, i) => harmPage(join(folder, name), i + 1, damage, seed, signed)), damage.dots)
}

function harmPage(page: string, number: number, { dots, colour, quality, harm }: Damage, seed: number, signed: readonly SignedPlace[]): ScannedPage {
  const [width, height] = sizeOf(page)
  const sheet: Sheet = { number, width, height, scale: dots / 72, seed: seed * 1000 + number * 10, signed: signed.filter((place) => place.page === number).map(({ box }) => box) }
  if (quality !== undefined) {
    const file = `${page}.jpg`
    execFileSync('convert', [page, ...harm(sheet), '+repage', ...(colour ? [] : ['-colorspace', 'Gray']), '-quality', String(quality), file])
    return pageOf(file, file, colour ? 'jpeg-colour' : 'jpeg-grey')
  }
  const file = `${page}.pbm`
  execFileSync('convert', [page, ...harm(sheet), '+repage', '-type', 'bilevel', file])
  execFileSync('convert', [file, `group4:${page}.g4`])
  return pageOf(file, `${page}.g4`, 'group4')
}

function pageOf(image: string, packed: string, packing: ScannedPage['packing']): ScannedPage {
  const [width, height] = sizeOf(image)
  return { data: readFileSync(packed), width, height, packing }
}

const sizeOf = (file: string): [width: number, height: number] => execFileSync('identify', ['-format', '%w %h', file], { encoding: 'utf8' }).split(' ').map(Number) as [number, number]
