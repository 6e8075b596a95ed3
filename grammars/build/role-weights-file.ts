import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RoleWeights } from '../../src/grammar/role-weights.js'

/** How well the classifier does on titles it has not seen. */
export interface RoleEvaluation {
  readonly titles: number
  /** Groups of near-duplicates; a group is in one fold only, so that none is learnt from its twin. */
  readonly groups: number
  readonly folds: number
  readonly accuracy: number
  /** Share of the commonest role: what always answering it would reach. */
  readonly majority: number
}

/** grammars/section-role-weights.json: what `npm run train:roles` learnt, from which examples, and how well. */
export interface RoleWeightsFile extends RoleWeights {
  /** SHA-256 of section-role-examples.tsv at the time. */
  readonly examples: string
  readonly evaluation: RoleEvaluation
}

const fileIn = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

export const digestExamples = (): string => createHash('sha256').update(readFileSync(fileIn('section-role-examples.tsv'))).digest('hex')

export const readRoleWeights = (): RoleWeightsFile => JSON.parse(readFileSync(fileIn('section-role-weights.json'), 'utf8')) as RoleWeightsFile

/** One feature a line, so that a diff can be read. */
export function writeRoleWeights({ roles, weights, examples, evaluation }: RoleWeightsFile): void {
  const rows = Object.entries(weights).map(([feature, row]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(row)}`)
  const head = `{\n  "examples": ${JSON.stringify(examples)},\n  "evaluation": ${JSON.stringify(evaluation)},\n  "roles": ${JSON.stringify(roles)},\n`
  writeFileSync(fileIn('section-role-weights.json'), `${head}  "weights": {\n${rows.join(',\n')}\n  }\n}\n`)
}

/** The TypeScript that carries the weights. */
export function printRoleWeights(): string {
  const { roles, weights } = readRoleWeights()
  const data = JSON.stringify(JSON.stringify({ roles, weights }))
  return [
    '// Generated from grammars/section-role-weights.json by `npm run grammars`. Do not edit.',
    "import type { RoleWeights } from '../role-weights.js'",
    `export const SECTION_ROLE_WEIGHTS = JSON.parse(${data}) as RoleWeights`,
    '',
  ].join('\n')
}
