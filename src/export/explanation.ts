import { type Language, wordLabel } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'
import { clip, pad, toLine } from './columns.js'

/** Why each task reads as it does: the rule that spoke, and the words it spoke of. */
export function toExplanation(document: PlanDocument, options: { readonly columns?: number; readonly language?: Language } = {}): string {
  const { columns = 80, language = 'vi' } = options
  const lines = document.tasks.flatMap(({ text, evidence }, index) => [
    clip(`${index + 1}. ${toLine(text.slice(0, 400))}`, columns),
    ...evidence.map(({ field, rule, span }) => {
      const words = span === null ? '' : `"${toLine(document.text.slice(span.start, span.end))}"`
      return clip(`   ${pad(wordLabel(field, language), 14)}${pad(rule, 28)} ${words}`.trimEnd(), columns)
    }),
  ])
  return lines.length ? `${[wordLabel('explanation', language).toUpperCase(), ...lines].join('\n')}\n` : ''
}
