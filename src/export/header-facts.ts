import type { LabelKey } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'

/** What the heading and the closing block say, in the order in which it is printed; "" where they do not say it. */
const HEADER_FACTS: readonly (readonly [LabelKey, (document: PlanDocument) => string])[] = [
  ['type', ({ header }) => header.type?.name ?? ''],
  ['notation', ({ header }) => header.notation?.text ?? ''],
  ['title', ({ header }) => header.title ?? ''],
  ['parent', ({ header }) => header.parent?.name ?? ''],
  ['issuer', ({ header }) => [header.issuer, ...header.jointIssuers].flatMap((body) => (body ? [body.name] : [])).join('; ')],
  ['issued', ({ header }) => [header.issued, header.place].filter(Boolean).join(', ')],
  ['addressees', ({ header }) => header.addressees.map(({ text }) => text).join('; ')],
  ['marks', ({ header }) => header.marks.join(', ')],
  ['signatures', ({ signatures }) => signatures.map(({ position, name }) => [position, name].filter(Boolean).join(' ')).filter(Boolean).join('; ')],
  ['recipients', ({ recipients }) => recipients.map(({ text }) => text).join('; ')],
]

/** Labels of what may be said. */
export const HEADER_LABELS: readonly LabelKey[] = HEADER_FACTS.map(([key]) => key)

/** As pairs of label and words; what is not said is left out. */
export const headerFacts = (document: PlanDocument): (readonly [LabelKey, string])[] =>
  HEADER_FACTS.map(([key, read]) => [key, read(document)] as const).filter(([, value]) => value)
