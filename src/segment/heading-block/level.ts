import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { findDistricts, findProvince } from '../../grammar/places.js'
import type { Level } from '../../model/plan.js'

const SCOPE = PATTERNS['level-scope']

/** The administrative level that the words of a folded name tell; undefined where they do not. */
export function levelOfWords(folded: string): Level | undefined {
  if (PATTERNS['province-committee'].test(folded)) return 'province'
  if (PATTERNS['district-committee'].test(folded)) return 'district'
  const scope = SCOPE.exec(folded)
  if (scope) {
    const { kind = '', place: named } = scope.groups!
    if (kind === 'tỉnh') return 'province'
    if (kind === 'huyện' || kind === 'quận' || kind === 'thị xã' || kind.startsWith('tx')) return 'district'
    if (kind !== 'thành phố' && !kind.startsWith('tp')) return 'commune'
    if (named && findProvince(named)?.kind === 'thành phố') return 'province'
    return named && findDistricts(named).length > 0 ? 'district' : undefined
  }
  if (PATTERNS['provincial-department'].test(folded)) return 'province'
  return PATTERNS['central-body'].test(folded) ? 'central' : undefined
}
