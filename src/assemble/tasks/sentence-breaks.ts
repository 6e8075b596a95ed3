import { unitAt } from '../../model/folded.js'
import { skipSpaces } from '../../model/span.js'

/** Behind the first of `.;:!?` with a blank after it, or line break, that stands before `limit`; -1 where none does. */
export function afterBreak(folded: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const next = breakAt(folded, at)
    if (next > 0) return next
  }
  return -1
}

/** What follows the mark or line break at `at`; 0 where none stands there. */
function breakAt(folded: string, at: number): number {
  const code = folded.charCodeAt(at)
  if (code > 63) return 0
  if (code === 10) return at + 1
  if ((code !== 46 && code !== 59 && code !== 58 && code !== 33 && code !== 63) || unitAt(folded, at + 1) !== 32) return 0
  const next = skipSpaces(folded, at + 2)
  return next
}

/** Behind the last such mark or line break before `end`; `from` where none stands there. Looked for from the end: a paragraph may be a whole document. */
export function lastBreak(folded: string, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    const next = breakAt(folded, at)
    if (next > 0) return next
  }
  return from
}
