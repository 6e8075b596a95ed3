import type { Role } from '../model/plan.js'
import { SECTION_ROLE_WEIGHTS } from './generated/section-role-weights.js'
import type { RoleWeights } from './role-weights.js'
import { titleFeatures } from './title-words.js'

/** The likeliest role of a title that the grammar does not know, by its folded words; `other` where none of them was ever seen. */
export function classifyRole(words: string, { roles, weights }: RoleWeights = SECTION_ROLE_WEIGHTS): Role {
  const known = titleFeatures(words).filter((feature) => Object.hasOwn(weights, feature))
  if (!known.length) return 'other'
  const sums = roles.map((_, role) => ['*', ...known].reduce((sum, feature) => sum + (weights[feature]?.[role] ?? 0), 0))
  return roles[sums.indexOf(Math.max(...sums))] as Role
}
