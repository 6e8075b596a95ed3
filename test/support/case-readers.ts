import { foldText } from '../../src/model/folded.js'
import type { PlanDocument } from '../../src/model/plan.js'
import { recogniseDates } from '../../src/recognise/dates/index.js'
import { extractPlan } from '../../src/run/extract-plan.js'
import type { Case, Finding } from './case-file.js'
import { toBodyFinding, toCitationFinding, toDateFinding, toHeaderFinding, toSectionFindings, toTargetFinding, toTaskFinding } from './findings.js'

/** How the cases of a file are read: the word its name begins with decides. */
export type ReadCase = (input: string, context: Case['context']) => Finding[]

const ofPlan = (find: (document: PlanDocument) => Finding[]): ReadCase => (input) => find(extractPlan(input))

export const CASE_READERS: Readonly<Record<string, ReadCase>> = {
  bodies: ofPlan(({ tasks }) => tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating].map(toBodyFinding))),
  citations: ofPlan(({ citations }) => citations.map(toCitationFinding)),
  dates: (input, { issued, planYear }) => recogniseDates(foldText(input), { issued: (issued as string | undefined) ?? null, planYear: (planYear as number | undefined) ?? null }).map(toDateFinding),
  header: ofPlan((document) => [toHeaderFinding(document)]),
  sections: ofPlan(({ sections }) => toSectionFindings(sections)),
  targets: ofPlan(({ targets }) => targets.map(toTargetFinding)),
  tasks: ofPlan(({ tasks }) => tasks.map(toTaskFinding)),
}

/** The reader of a case file: "dates-quarters.txt" is read by `dates`. */
export function readerOf(file: string): ReadCase {
  const word = /^[a-z]+/.exec(file)?.[0] ?? ''
  const reader = CASE_READERS[word]
  if (!reader) throw new Error(`${file}: no reader for "${word}"; its name begins with one of ${Object.keys(CASE_READERS).join(', ')}`)
  return reader
}
