import { crossValidateRoles } from './role-evaluation.js'
import { readExamples, trainRoleWeights } from './role-training.js'
import { digestExamples, writeRoleWeights } from './role-weights-file.js'

/** `npm run train:roles`: learn the weights of the section-role classifier from grammars/section-role-examples.tsv. Takes some minutes. */
const titles = readExamples()
const evaluation = crossValidateRoles(titles)
writeRoleWeights({ ...trainRoleWeights(titles), examples: digestExamples(), evaluation })
process.stdout.write(`${JSON.stringify(evaluation)}\nnow run: npm run grammars\n`)
