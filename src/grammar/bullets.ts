import { codeAt, isUpper } from '../model/folded.js'
import { BULLETS } from './generated/bullets.js'

const SPACE = 32
const signs = new Map(BULLETS.map(({ sign, needs }) => [sign.charCodeAt(0), needs]))

/** Does the sign at `at` open an item of a list (*gạch đầu dòng*)? Letters, which Word's fonts show as signs, only before a blank and a capital: "Ø Tuyên truyền". */
export function isBulletSign(text: string, at: number, end: number): boolean {
  const needs = signs.get(codeAt(text, at))
  return needs === 'any' || (needs === 'capital' && at + 2 < end && codeAt(text, at + 1) === SPACE && isUpper(codeAt(text, at + 2)))
}
