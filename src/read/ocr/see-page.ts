import type { PageContent, Rule } from '../layout/page-content.js'
import type { OcrEngine, SeenWord } from './engine.js'
import { type GrayImage, quarterTurn, resize, rotate, smooth, thresholdOf } from './gray-image.js'
import { eraseRules, type ImageRule, rulesOfImage } from './image-rules.js'
import { toLayoutWords } from './page-words.js'
import { type Region, silentCells, stackRegions, unsureLines, withSecondLook } from './second-look.js'
import { skewOf } from './skew.js'

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
/** A page turned by less is read as it is: turning blurs. In radians, a third of a degree. */
const LEAST_SKEW = 0.006
/** Words believed less than this, all over a page: it may lie on its side. */
const UNSURE = 0.45

/** What OCR sees on a page: words, and the lines of its tables. */
export async function seePage(picture: PagePicture, engine: OcrEngine, signal: AbortSignal): Promise<PageContent & { readonly confidence: number }> {
  const seen = await lookAt(picture, engine, signal)
  if (seen.confidence >= UNSURE || seen.words.length < 12) return seen
  let best = seen
  let turned = picture
  for (let quarter = 0; quarter < 3 && best.confidence < UNSURE; quarter++) {
    const { image, width, height } = turned
    turned = { ...turned, image: quarterTurn(image), width: height, height: width, box: [0, 0, height, width] }
    const other = await lookAt(turned, engine, signal)
    if (other.confidence > best.confidence + 0.1) best = other
  }
  return best
}

async function lookAt(picture: PagePicture, engine: OcrEngine, signal: AbortSignal): Promise<PageContent & { readonly confidence: number }> {
  const [left, top, right] = picture.box
  const { image, scale } = prepare(picture, picture.image.width / (right - left))
  const threshold = thresholdOf(image)
  const rules = rulesOfImage(image, threshold, scale)
  const bare = eraseRules(image, rules, scale)
  const first = await engine.recognise(bare, scale * 72, signal)
  const seen = meanConfidence(first) < UNSURE ? first : await lookAgain(bare, first, [...unsureLines(first), ...silentCells(bare, threshold, rules.map((rule) => toRule(rule, 1, 0, 0)), first, scale)])
  const { number, width, height } = picture
  return { number, width, height, words: toLayoutWords(seen, { scale, left, top }), rules: rules.map((rule) => toRule(rule, scale, left, top)), confidence: meanConfidence(seen) }

  /** What was hardly seen, cut out and looked at alone. */
  async function lookAgain(image: GrayImage, words: readonly SeenWord[], regions: readonly Region[]): Promise<readonly SeenWord[]> {
    if (!regions.length) return words
    const stack = stackRegions(image, regions)
    const second = await engine.recognise(stack.image, scale * 72, signal, 'block')
    return withSecondLook(words, second.flatMap((word) => stack.toPage(word) ?? []))
  }
}

/** Straightened where it is askew, larger where it is coarse, its steps smoothed where it has but black and white. */
function prepare({ image, bilevel }: PagePicture, scale: number): { image: GrayImage; scale: number } {
  const skew = skewOf(image, thresholdOf(image))
  const straight = Math.abs(skew) > LEAST_SKEW ? rotate(image, -skew) : bilevel ? smooth(image) : image
  const factor = scale * 72 < FEW_DOTS ? WANTED_DOTS / (scale * 72) : 1
  return factor > 1 ? { image: resize(straight, Math.min(factor, 3)), scale: scale * Math.min(factor, 3) } : { image: straight, scale }
}

const toRule = ({ horizontal, left, top, right, bottom }: ImageRule, scale: number, x: number, y: number): Rule =>
  horizontal
    ? { horizontal, at: y + (top + bottom) / 2 / scale, from: x + left / scale, to: x + right / scale }
    : { horizontal, at: x + (left + right) / 2 / scale, from: y + top / scale, to: y + bottom / scale }

/** Of all letters: long words weigh more. */
export function meanConfidence(words: readonly Pick<SeenWord, 'text' | 'confidence'>[]): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters ? sum / letters : 0
}
