import type { PageContent, Rule } from '../layout/page-content.js'
import { withHandwriting } from './digits/handwriting.js'
import type { OcrEngine, SeenWord } from './engine.js'
import { type BitImage, grayOfBits, type GrayImage, quarterTurn, rotate, thresholdOf } from './gray-image.js'
import { imageOf, resized, rowsOf } from './image-rows.js'
import { eraseRules, type ImageRule, rulesOfImage } from './image-rules.js'
import { toLayoutWords } from './page-words.js'
import { whitePaper } from './paper.js'
import { meanConfidence, type Region, silentCells, stackRegions, unsurePlaces, withSecondLook } from './second-look.js'
import { skewOf } from './skew.js'
import { softened } from './soften.js'
import { withStrokesCounted } from './strokes.js'

/** A picture of a page and where it lies on it, in points. */
export interface PagePicture {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly image: GrayImage | BitImage
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  /** Each pixel was black or white from the start. */
  readonly bilevel: boolean
}

/** Letters are read best at about 300 dots to an inch; far fewer are made more. */
const FEW_DOTS = 170
const WANTED_DOTS = 300
/** Of black and white: finer ones are read with half as many mistakes when they are shades of grey at fewer dots. */
const FINE_DOTS = 225
const BILEVEL_DOTS = 200
/** Any shade between black and white. */
const BETWEEN = 128
/** A page turned by less is read as it is: turning blurs. In radians, a third of a degree. */
const LEAST_SKEW = 0.006
/** Words believed less than this, all over a page: it may lie on its side. */
const UNSURE = 0.45

/** A page made ready for OCR. */
export interface ReadyPage {
  readonly picture: PagePicture
  /** Straight, as large as OCR reads it best, and without its ruling lines. */
  readonly image: GrayImage
  /** Pixels of `image` to a point. */
  readonly scale: number
  readonly threshold: number
  readonly rules: readonly ImageRule[]
}

export function readyPage(picture: PagePicture): ReadyPage {
  const [left, , right] = picture.box
  const given = picture.image.width / (right - left)
  const { image, scale } = 'bits' in picture.image || picture.bilevel ? prepareBlackAndWhite(picture.image, given) : prepareShades(picture.image, given)
  const threshold = thresholdOf(image)
  const rules = rulesOfImage(image, threshold, scale)
  const bare = rules.length && image === picture.image ? { ...image, data: image.data.slice() } : image
  eraseRules(bare, rules, scale)
  return { picture, image: bare, scale, threshold, rules }
}

/** What OCR sees on a page: words, and the lines of its tables. */
export async function seePage(ready: ReadyPage, engine: OcrEngine, signal: AbortSignal): Promise<PageContent & { readonly confidence: number }> {
  const seen = await lookAt(ready, engine, signal)
  if ((seen.confidence >= UNSURE && !seen.onItsSide) || seen.words.length < 12) return seen
  let best: Seen | undefined
  let turned = ready.picture
  for (let quarter = 1; quarter <= 3 && (seen.onItsSide || (best?.confidence ?? 0) < UNSURE); quarter++) {
    const { image, width, height } = turned
    turned = { ...turned, image: quarterTurn(grayOf(image)), width: height, height: width, box: [0, 0, height, width] }
    if (seen.onItsSide && quarter === 2) continue
    const other = await lookAt(readyPage(turned), engine, signal)
    if (!other.onItsSide && other.confidence > (best?.confidence ?? (seen.onItsSide ? 0 : seen.confidence)) + 0.1) best = other
  }
  return best ?? seen
}

/** The net that reads digits is loaded when a page has such that a hand wrote. */
const openReader = async () => (await import('./digits/read-number.js')).readNumber

interface Seen extends PageContent {
  readonly confidence: number
  /** Its lines run up or down: OCR reads such too, but the words stand in no order for a page. */
  readonly onItsSide: boolean
}

/** Words of several letters are taller than wide, all over the page. */
function areOnTheirSide(words: readonly SeenWord[]): boolean {
  const long = words.filter(({ text }) => text.length > 2)
  return long.filter(({ left, top, right, bottom }) => bottom - top > 1.3 * (right - left)).length > 0.5 * long.length
}

async function lookAt({ picture, image: bare, scale, threshold, rules }: ReadyPage, engine: OcrEngine, signal: AbortSignal): Promise<Seen> {
  const [left, top] = picture.box
  const first = await engine.recognise(bare, scale * 72, signal)
  const sure = meanConfidence(first) >= UNSURE
  const again = sure ? await lookAgain(first, unsurePlaces(first), 'pieces') : first
  const all = sure ? await lookAgain(again, silentCells(bare, threshold, rules.map((rule) => toRule(rule, 1, 0, 0)), again, scale), 'block') : first
  const seen = await withHandwriting({ words: withStrokesCounted(all, bare, threshold), image: bare, threshold }, openReader)
  const { number, width, height } = picture
  return { number, width, height, words: toLayoutWords(seen, { scale, left, top }), rules: rules.map((rule) => toRule(rule, scale, left, top)), confidence: meanConfidence(seen), onItsSide: areOnTheirSide(first) }

  /** What was hardly seen, cut out and looked at alone. */
  async function lookAgain(words: readonly SeenWord[], regions: readonly Region[], layout: 'pieces' | 'block'): Promise<readonly SeenWord[]> {
    if (!regions.length) return words
    const stack = stackRegions(bare, regions)
    const second = await engine.recognise(stack.image, scale * 72, signal, layout)
    return withSecondLook(words, second.flatMap((word) => stack.toPage(word) ?? []), regions)
  }
}

interface Prepared {
  readonly image: GrayImage
  readonly scale: number
}

/** Straightened where it is askew, its steps smoothed, larger where it is coarse and no finer than needed. */
function prepareBlackAndWhite(image: GrayImage | BitImage, scale: number): Prepared {
  const dots = scale * 72
  const fine = dots > FINE_DOTS
  const skew = skewOf(image, BETWEEN)
  const soft = softened(image, fine ? 2 : 1)
  const straight = Math.abs(skew) > LEAST_SKEW ? rowsOf(rotate(imageOf(soft), -skew)) : soft
  const factor = fine ? BILEVEL_DOTS / dots : enlargement(dots)
  return { image: factor === 1 ? imageOf(straight) : resized(straight, factor), scale: scale * factor }
}

/** On white paper, straightened where it is askew, larger where it is coarse. */
function prepareShades(given: GrayImage, scale: number): Prepared {
  const image = whitePaper(given, scale)
  const skew = skewOf(image, thresholdOf(image))
  const straight = Math.abs(skew) > LEAST_SKEW ? rotate(image, -skew) : image
  const factor = enlargement(scale * 72)
  return { image: factor === 1 ? straight : resized(rowsOf(straight), factor), scale: scale * factor }
}

const enlargement = (dots: number): number => (dots < FEW_DOTS ? Math.min(WANTED_DOTS / dots, 3) : 1)

const grayOf = (image: GrayImage | BitImage): GrayImage => ('bits' in image ? grayOfBits(image) : image)

const toRule = ({ horizontal, left, top, right, bottom }: ImageRule, scale: number, x: number, y: number): Rule =>
  horizontal
    ? { horizontal, at: y + (top + bottom) / 2 / scale, from: x + left / scale, to: x + right / scale }
    : { horizontal, at: x + (left + right) / 2 / scale, from: y + top / scale, to: y + bottom / scale }
