import { DATES_BEGINS } from '../../grammar/generated/dates-patterns.js'

/** The first letters of a pattern, or of a part of one: a look at one of them declines most places before a pattern is tried. */
export const firstUnitsOf = (id: keyof typeof DATES_BEGINS): ReadonlySet<number> =>
  new Set([...DATES_BEGINS[id].units, ...DATES_BEGINS[id].words].map((begin) => begin.charCodeAt(0)))
