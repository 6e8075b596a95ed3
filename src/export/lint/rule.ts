import { fold } from '../../model/folded.js'
import type { Hit, LintCode } from '../../model/lint.js'
import type { PlanDocument, Severity } from '../../model/plan.js'
import type { Language } from '../../grammar/wording.js'

/** What a rule looks at. */
export interface Linted {
  readonly plan: PlanDocument
  /** YYYY-MM-DD; null where nobody said which day it is. */
  readonly today: string | null
  /** Of the words inside arguments. */
  readonly language: Language
  /** state: Nghị định 30/2020/NĐ-CP; party: Hướng dẫn 36-HD/VPTW; other: a mass organisation's own heading. */
  readonly style: 'state' | 'party' | 'other'
  /** The text above the title, of a letter up to its dateline, folded. */
  readonly head: string
}

/** One thing that a careful clerk checks. */
export interface LintRule<C extends LintCode = LintCode> {
  readonly id: C
  readonly severity: Severity
  /** Documents that are articles about a plan have no form to check. */
  readonly check: (linted: Linted) => readonly Hit<C>[]
}

/** A rule for the list, its hits checked against the arguments of its code. */
export const rule = <C extends LintCode>(id: C, severity: Severity, check: LintRule<C>['check']): LintRule => ({ id, severity, check: check as unknown as LintRule['check'] })

/** A day of issue further down stands at the end. */
const BY_THE_HEAD = 2000

export function look(plan: PlanDocument, today: string | null, language: Language): Linted {
  const { header, dates, text, kind } = plan
  const issued = dates.find(({ role }) => role === 'issued')?.span.end ?? 0
  const end = Math.max(header.titleSpan?.start ?? 0, header.notation?.span.end ?? 0, Math.min(issued, BY_THE_HEAD))
  const head = fold(text.slice(0, kind === 'article' ? 0 : end))
  const isParty = head.includes('đảng cộng sản việt nam') || header.issuer?.kind === 'party'
  const isOther = !isParty && (header.issuer?.kind === 'union' || header.issuer?.kind === 'front' || header.notation?.text.includes('-KH/') === true)
  return { plan, today, language, style: isParty ? 'party' : isOther ? 'other' : 'state', head }
}

/** Nothing, or one hit about the whole document. */
export const missing = (is: boolean): readonly { readonly span: null; readonly args: Readonly<Record<string, never>> }[] => (is ? [{ span: null, args: {} }] : [])
