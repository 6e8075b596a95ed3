import { type Language, wordMessage } from '../../grammar/wording.js'
import type { LintFinding } from '../../model/lint.js'
import type { PlanDocument, Severity } from '../../model/plan.js'
import { FORM_RULES } from './form-rules.js'
import { type LintRule, look } from './rule.js'
import { SUBSTANCE_RULES } from './substance-rules.js'

/** Every rule, form before substance. A new one is an object in its list, a code in model/lint.ts and two rows of wording. */
export const LINT_RULES: readonly LintRule[] = [...FORM_RULES, ...SUBSTANCE_RULES]

export interface LintOptions {
  /** The day that dues are compared with, YYYY-MM-DD; default none, so that no due is past. */
  readonly today?: string
  readonly language?: Language
}

/**
 * What a careful clerk would point out in a document: its form by Nghị định 30/2020/NĐ-CP, its substance, and the diagnostics, in the order of the text; what
 * is missing stands first. Of an article about a plan the diagnostics and the substance alone.
 */
export function lint(plan: PlanDocument, { today, language = 'vi' }: LintOptions = {}): LintFinding[] {
  const linted = look(plan, today ?? null, language)
  const rules = plan.kind === 'article' ? SUBSTANCE_RULES : LINT_RULES
  const own = rules.flatMap(({ id, severity, check }) => check(linted).map(({ span, args }) => ({ rule: id, severity, message: wordMessage(`lint.${id}`, { ...args }, language), span })))
  const said = plan.diagnostics.map(({ code, severity, message, span }) => ({ rule: code, severity, message, span }))
  return [...own, ...said].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1))
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Is a finding at least as grave? */
export const isAsGrave = ({ severity }: Pick<LintFinding, 'severity'>, as: Severity): boolean => GRAVITY[severity] >= GRAVITY[as]
