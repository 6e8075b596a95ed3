import { type Element, isElement } from './html-node.js'
import { textOf } from './html-text.js'

const OWN_MARKER = /^[\s\u00a0]*(?:[-–—+*•·▪◦■○●➢✓]|\(?\d{1,3}(?:\.\d{1,2})*[.)/]|\(?[a-zđ][.)]|[IVXLC]+[./)-])/u

/** The next number of each list on the page. */
export type ListNumbers = Map<Element, number>

/** What a browser prints before a list item, unless the item brings its own: "1. ", "b. ", "IV. ", "- ". */
export function itemMarker(item: Element, numbers: ListNumbers): string {
  const list = item.parent
  if (!list || !isElement(list)) return ''
  if (list.name !== 'ol') return OWN_MARKER.test(textOf(item, 12)) ? '' : '- '
  const first = numbers.get(list) ?? (Number.parseInt(list.attribs['start'] ?? '1', 10) || 1)
  const number = Number.parseInt(item.attribs['value'] ?? '', 10) || first
  numbers.set(list, number + 1)
  return OWN_MARKER.test(textOf(item, 12)) ? '' : `${printNumber(number, list.attribs['type'] ?? '1')}. `
}

function printNumber(number: number, type: string): string {
  if (type === 'a' || type === 'A') {
    const letter = String.fromCharCode(97 + ((number - 1) % 26))
    return type === 'a' ? letter : letter.toUpperCase()
  }
  if (type === 'i' || type === 'I') return type === 'I' ? roman(number) : roman(number).toLowerCase()
  return String(number)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

function roman(number: number): string {
  let rest = Math.min(number, 3999)
  let printed = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) printed += sign
  return printed
}
