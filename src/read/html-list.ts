import { type Element, isElement } from './html-node.js'
import { textOf } from './html-parts.js'

const OWN_MARKER = /^[\s\u00a0]*(?:[-–—+*•·▪◦■○●➢✓]|\(?\d{1,3}(?:\.\d{1,2})*[.)/]|\(?[a-zđ][.)]|[IVXLC]+[./)-])/u
const MAX_ITEMS = 4000

/** What a browser prints before a list item, unless the item brings its own: "1. ", "b. ", "IV. ", "- ". */
export function itemMarker(item: Element): string {
  const list = item.parent
  if (!list || !isElement(list) || OWN_MARKER.test(textOf(item).slice(0, 12))) return ''
  if (list.name !== 'ol') return '- '
  return `${printNumber(numberOf(item, list), list.attribs['type'] ?? '1')}. `
}

function numberOf(item: Element, list: Element): number {
  let number = Number.parseInt(list.attribs['start'] ?? '1', 10) || 1
  let seen = 0
  for (const sibling of list.children) {
    if (!isElement(sibling) || sibling.name !== 'li') continue
    number = Number.parseInt(sibling.attribs['value'] ?? '', 10) || number
    if (sibling === item || ++seen > MAX_ITEMS) return number
    number++
  }
  return number
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
  let rest = number
  let printed = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) printed += sign
  return printed
}
