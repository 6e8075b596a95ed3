import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isDigit } from '../../model/folded.js'

const LIST_HEAD = PATTERNS['list-head']
const REACH = 8
/** Last letters of *các, những, hai, ba, bốn*, and the bracket of "(02)". */
const LAST = 'cgian)'

/** Do the words right before a type announce several: *các*, *những*, *hai*, "02"? */
export function isListHead(folded: string, at: number): boolean {
  if (at < 2 || folded.charCodeAt(at - 1) !== 0x20) return false
  const last = folded.charCodeAt(at - 2)
  if (!isDigit(last) && !LAST.includes(folded.charAt(at - 2))) return false
  if (last === 0x6e && folded.charCodeAt(at - 3) !== 0x1ed1) return false
  return LIST_HEAD.test(folded.slice(Math.max(0, at - REACH), at))
}
