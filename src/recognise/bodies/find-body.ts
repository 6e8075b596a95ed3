import { readOpening } from '../../grammar/bodies.js'
import type { FoldedText } from '../../model/folded.js'
import type { Found } from './found.js'
import { findCollective } from './read-collective.js'
import { readNamed } from './read-named.js'
import { findPosition } from './read-position.js'
import { readShared } from './read-list.js'

/** What stands at a place, before it is named. */
export function findBody(text: FoldedText, at: number, limit: number): Found | undefined {
  const opening = readOpening(text.folded, at, limit)
  if (!opening) return undefined
  const shared = opening.opener === undefined ? [] : readShared(text, at, limit)
  if (shared.length) return { end: shared.at(-1)!.found.end, kind: 'department', level: null, collective: true, shared }
  return findPosition(text, at, limit, opening) ?? readNamed(text, at, limit, opening.head) ?? findCollective(text, at, limit, opening)
}
