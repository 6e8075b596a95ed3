import type { LabelKey } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'

/** What the heading and the closing block say, as pairs of label and words; what they do not say is left out. */
export function headerFacts({ header, signatures, recipients }: PlanDocument): (readonly [LabelKey, string])[] {
  const facts: readonly (readonly [LabelKey, string])[] = [
    ['type', header.type?.name ?? ''],
    ['notation', header.notation?.text ?? ''],
    ['title', header.title ?? ''],
    ['parent', header.parent?.name ?? ''],
    ['issuer', [header.issuer, ...header.jointIssuers].flatMap((body) => (body ? [body.name] : [])).join('; ')],
    ['issued', [header.issued, header.place].filter(Boolean).join(', ')],
    ['addressees', header.addressees.map(({ text }) => text).join('; ')],
    ['marks', header.marks.join(', ')],
    ['signatures', signatures.map(({ authority, position, name }) => [authority, position, name].filter(Boolean).join(' ')).filter(Boolean).join('; ')],
    ['recipients', recipients.map(({ text }) => text).join('; ')],
  ]
  return facts.filter(([, value]) => value)
}
