import { classifyRole } from '../../src/grammar/role-classifier.js'
import { titleWords } from '../../src/grammar/title-words.js'
import { type LabelledTitle, readExamples, trainRoleWeights } from './role-training.js'
import { digestExamples, readRoleWeights, type RoleEvaluation } from './role-weights-file.js'

/** Sørensen–Dice likeness of syllables from which two titles are near-duplicates. */
const ALIKE = 0.6

/** Cross-validated accuracy of the classifier that is in use: as it was when the weights were trained, or anew where the examples have changed since. */
export function evaluateRoleClassifier(): RoleEvaluation {
  const { examples, evaluation } = readRoleWeights()
  return examples === digestExamples() ? evaluation : crossValidateRoles(readExamples())
}

/** Cross-validate: each fold is classified by weights trained on the others. Takes minutes (the trainer is dense). */
export function crossValidateRoles(titles: readonly LabelledTitle[], folds = 5): RoleEvaluation {
  const groups = groupNearDuplicates(titles)
  let right = 0
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainRoleWeights(titles.filter((_, index) => groups[index]! % folds !== fold))
    right += titles.filter(({ title, role }, index) => groups[index]! % folds === fold && classifyRole(titleWords(title), weights) === role).length
  }
  const counts = new Map<string, number>()
  for (const { role } of titles) counts.set(role, (counts.get(role) ?? 0) + 1)
  const share = (count: number): number => Math.round((count / titles.length) * 1000) / 1000
  return { titles: titles.length, groups: new Set(groups).size, folds, accuracy: share(right), majority: share(Math.max(...counts.values())) }
}

/** For each title the number of its group: titles that are alike, or alike to one that is. Numbers run on, so that folds are even. */
function groupNearDuplicates(titles: readonly LabelledTitle[]): number[] {
  const syllables = titles.map(({ title }) => new Set(titleWords(title).split(' ')))
  const leaders = titles.map((_, index) => index)
  const leaderOf = (index: number): number => {
    while (leaders[index] !== index) index = leaders[index]!
    return index
  }
  for (let i = 0; i < titles.length; i++) {
    for (let j = 0; j < i; j++) if (likeness(syllables[i]!, syllables[j]!) >= ALIKE) leaders[leaderOf(i)] = leaderOf(j)
  }
  const numbers = new Map<number, number>()
  return titles.map((_, index) => {
    const leader = leaderOf(index)
    if (!numbers.has(leader)) numbers.set(leader, numbers.size)
    return numbers.get(leader)!
  })
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const syllable of a) if (b.has(syllable)) shared++
  return (2 * shared) / (a.size + b.size)
}
