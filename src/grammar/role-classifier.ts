import type { Role } from '../model/plan.js'
import { SECTION_ROLE_WEIGHTS } from './generated/section-role-weights.js'
import type { RoleWeights } from './role-weights.js'
import { titleFeatures } from './title-words.js'

/** The likeliest role of a title that the grammar does not know, by its folded words; `other` where none of them was ever seen. */
export function classifyRole(words: string, { roles, weights }: RoleWeights = SECTION_ROLE_WEIGHTS): Role {
  const known = titleFeatures(words).flatMap((feature) => (Object.hasOwn(weights, feature) ? [weights[feature]!] : []))
  if (!known.length) return 'other'
  const sums = roles.map((_, role) => known.reduce((sum, weight) => sum + (weight[role] ?? 0), weights['*']?.[role] ?? 0))
  return roles[sums.indexOf(Math.max(...sums))] as Role
}
