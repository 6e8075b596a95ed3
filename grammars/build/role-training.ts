import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { RoleWeights } from '../../src/grammar/role-weights.js'
import { titleFeatures, titleWords } from '../../src/grammar/title-words.js'
import { resolveSectionRole } from '../../src/segment/section-role.js'
import { ROLES } from './specs.js'
import { readTable, type TableSpec } from './tables.js'

/** Titles with their roles that no known phrase settles: what the classifier learns from. Read here only, not generated. */
export const EXAMPLES: TableSpec = { name: 'section-role-examples', columns: ['title', 'role', 'source'], key: ['title'], values: { role: ROLES } }

export interface LabelledTitle {
  readonly title: string
  readonly role: string
}

/** natural's logistic regression, as far as it is used: once trained it holds one vector (`theta`) a class. */
interface Trained {
  addDocument(features: readonly string[], role: string): void
  train(): void
  readonly features: Readonly<Record<string, number>>
  readonly classifier: { readonly classifications: readonly string[]; readonly theta: readonly { readonly elements: readonly number[] }[] }
}

const GRAMMARS = fileURLToPath(new URL('..', import.meta.url))
/** Features that stand in this many titles or more carry over to titles not seen. */
const SEEN_OFTEN = 2
/** Weights nearer to nothing than this are left out. */
const SMALL = 0.25

/** The examples that the grammar leaves to the classifier. */
export function readExamples(): LabelledTitle[] {
  const { table, mistakes } = readTable(GRAMMARS, EXAMPLES)
  if (mistakes.length) throw new Error(mistakes.join('\n'))
  return table.rows
    .map((row) => ({ title: row['title']!, role: row['role']! }))
    .filter(({ title }) => resolveSectionRole(title).by === 'classifier')
}

/** natural drops the intercept it trains, so that one is a feature (`*`) of every title. */
const featuresOf = ({ title }: LabelledTitle): string[] => ['*', ...titleFeatures(titleWords(title))]

/** Train a logistic regression of the roles on the features of the titles; small weights are pruned, the rest rounded. */
export function trainRoleWeights(titles: readonly LabelledTitle[]): RoleWeights {
  const counts = new Map<string, number>()
  for (const feature of titles.flatMap(featuresOf)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const { LogisticRegressionClassifier } = createRequire(import.meta.url)('natural/lib/natural/classifiers') as { LogisticRegressionClassifier: new () => Trained }
  const model = new LogisticRegressionClassifier()
  for (const title of titles) model.addDocument(featuresOf(title).filter((feature) => counts.get(feature)! >= SEEN_OFTEN), title.role)
  model.train()
  const { classifications, theta } = model.classifier
  const weights: Record<string, number[]> = {}
  Object.keys(model.features).forEach((feature, index) => {
    const row = ROLES.map((role) => Math.round((theta[classifications.indexOf(role)]?.elements[index] ?? 0) * 10) / 10)
    if (feature === '*' || row.some((weight) => Math.abs(weight) >= SMALL)) weights[feature] = row
  })
  return { roles: ROLES, weights: Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
