import type { PageContent, Rule } from '../layout/page-content.js'
import type { OcrEngine, SeenWord } from './engine.js'
import { type GrayImage, quarterTurn, resize, rotate, smooth, thresholdOf } from './gray-image.js'
import { eraseRules, type ImageRule, rulesOfImage } from './image-rules.js'
import { toLayoutWords } from './page-words.js'
import { whitePaper } from './paper.js'
import { meanConfidence, type Region, silentCells, stackRegions, unsurePlaces, withSecondLook } from './second-look.js'
import { skewOf } from './skew.js'
import { withStrokesCounted } from './strokes.js'

/** A picture of a page and where it lies on it, in points. */
export interface PagePicture {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly image: GrayImage
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

/** What OCR sees on a page: words, and the lines of its tables. */
export async function seePage(picture: PagePicture, engine: OcrEngine, signal: AbortSignal): Promise<PageContent & { readonly confidence: number }> {
  const seen = await lookAt(picture, engine, signal)
  if ((seen.confidence >= UNSURE && !seen.onItsSide) || seen.words.length < 12) return seen
  let best: Seen | undefined
  let turned = picture
  for (let quarter = 1; quarter <= 3 && (seen.onItsSide || (best?.confidence ?? 0) < UNSURE); quarter++) {
    const { image, width, height } = turned
    turned = { ...turned, image: quarterTurn(image), width: height, height: width, box: [0, 0, height, width] }
    if (seen.onItsSide && quarter === 2) continue
    const other = await lookAt(turned, engine, signal)
    if (!other.onItsSide && other.confidence > (best?.confidence ?? (seen.onItsSide ? 0 : seen.confidence)) + 0.1) best = other
  }
  return best ?? seen
}

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

async function lookAt(picture: PagePicture, engine: OcrEngine, signal: AbortSignal): Promise<Seen> {
  const [left, top, right] = picture.box
  const { image, scale } = prepare(picture, picture.image.width / (right - left))
  const threshold = thresholdOf(image)
  const rules = rulesOfImage(image, threshold, scale)
  const bare = eraseRules(image, rules, scale)
  const first = await engine.recognise(bare, scale * 72, signal)
  const sure = meanConfidence(first) >= UNSURE
  const again = sure ? await lookAgain(first, unsurePlaces(first), 'pieces') : first
  const all = sure ? await lookAgain(again, silentCells(bare, threshold, rules.map((rule) => toRule(rule, 1, 0, 0)), again, scale), 'block') : first
  const seen = withStrokesCounted(all, bare, threshold)
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

/** On white paper, straightened where it is askew, larger where it is coarse, its steps smoothed and no finer than needed where it has but black and white. */
function prepare({ image: given, bilevel }: PagePicture, scale: number): { image: GrayImage; scale: number } {
  const image = bilevel ? given : whitePaper(given, scale)
  const skew = skewOf(image, bilevel ? BETWEEN : thresholdOf(image))
  const dots = scale * 72
  const fine = bilevel && dots > FINE_DOTS
  const soft = bilevel ? smooth(fine ? smooth(image) : image) : image
  const straight = Math.abs(skew) > LEAST_SKEW ? rotate(soft, -skew) : soft
  const factor = fine ? BILEVEL_DOTS / dots : dots < FEW_DOTS ? Math.min(WANTED_DOTS / dots, 3) : 1
  return factor === 1 ? { image: straight, scale } : { image: resize(straight, factor), scale: scale * factor }
}

const toRule = ({ horizontal, left, top, right, bottom }: ImageRule, scale: number, x: number, y: number): Rule =>
  horizontal
    ? { horizontal, at: y + (top + bottom) / 2 / scale, from: x + left / scale, to: x + right / scale }
    : { horizontal, at: x + (left + right) / 2 / scale, from: y + top / scale, to: y + bottom / scale }
