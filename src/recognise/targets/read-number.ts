import { isDigit, unitAt } from '../../model/folded.js'

export interface ReadNumber {
  readonly value: number
  /** The value where a single comma stands for thousands ("1,200 người"); the same as `value` otherwise. */
  readonly counted: number
  readonly end: number
}

const COMMA = 44
const POINT = 46
/** No quantity of a plan has more characters. */
const LONGEST = 24
/** So many digits make a number exactly. */
const EXACT = 15
const ZERO = 48

/**
 * A number as plans print it: points for thousands, a comma for decimals ("2.989,5", "05", "1.250.000");
 * a point before one or two digits is a decimal one ("0.7").
 */
export function readNumber(folded: string, at: number, limit: number): ReadNumber | undefined {
  let end = at
  let value = 0
  let marked = false
  while (end < limit) {
    const code = folded.charCodeAt(end)
    if (isDigit(code)) {
      value = value * 10 + code - ZERO
      end++
    } else if ((code === COMMA || code === POINT) && end + 1 < limit && isDigit(unitAt(folded, end + 1))) {
      marked = true
      end++
    } else break
  }
  if (end === at || end - at > LONGEST) return undefined
  if (!marked && end - at <= EXACT) return { value, counted: value, end }
  const read = parseNumber(folded.slice(at, end))
  return read && { value: read.value, counted: read.counted, end }
}

function parseNumber(raw: string): { value: number; counted: number } | undefined {
  const point = raw.lastIndexOf('.')
  const comma = raw.lastIndexOf(',')
  if (point < 0 && comma < 0) return same(Number(raw))
  if (point >= 0 && comma >= 0) {
    const decimal = Math.max(point, comma)
    const whole = raw.slice(0, decimal)
    return isGrouped(whole, point > comma ? ',' : '.') ? same(toNumber(whole, raw.slice(decimal + 1))) : undefined
  }
  const mark = point >= 0 ? '.' : ','
  const first = raw.indexOf(mark)
  const single = first === Math.max(point, comma)
  const grouped = isGrouped(raw, mark) && raw[0] !== '0'
  if (single && !(grouped && mark === '.')) {
    const value = toNumber(raw.slice(0, first), raw.slice(first + 1))
    return { value, counted: grouped ? toNumber(raw, '') : value }
  }
  return grouped ? same(toNumber(raw, '')) : undefined
}

const same = (value: number): { value: number; counted: number } => ({ value, counted: value })

const isGrouped = (whole: string, mark: string): boolean => {
  const [first, ...rest] = whole.split(mark)
  return first!.length <= 3 && rest.every((group) => group.length === 3)
}

const toNumber = (whole: string, decimals: string): number => Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals || '0'}`)
