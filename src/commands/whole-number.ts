import { InvalidArgumentError } from 'commander'

/** A count given on the line. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It is a whole number above 0.')
  return number
}
