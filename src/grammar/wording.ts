import type { DiagnosticArgs, DiagnosticCode, FailureCode, Finding, UnreadableDocumentError } from '../model/diagnostics.js'
import type { Diagnostic, Role, Severity } from '../model/plan.js'
import type { LintArgs, LintCode } from '../model/lint.js'
import type { TemplateFault, TemplateFaultArgs, TemplateFaultCode } from '../model/template-error.js'
import { WORDING } from './generated/wording.js'

/** Languages of messages: Vietnamese, English. */
export type Language = 'vi' | 'en'

type Row = (typeof WORDING)[number]
export type WordingKey = Row['key']
export type LabelKey = Extract<WordingKey, `label.${string}`> extends `label.${infer Name}` ? Name : never

type Wanted = `diagnostic.${DiagnosticCode}` | `failure.${FailureCode}` | `role.${Role}` | `severity.${Severity}` | `template.${TemplateFaultCode}` | `lint.${LintCode}` | `short.${DiagnosticCode | FailureCode | LintCode}`

/** `{name}`s of a message, as a union of literals. */
type Placeholders<Message> = Message extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

type Unworded = Exclude<Wanted, WordingKey>
type Misnamed = {
  [C in DiagnosticCode]: Exclude<Placeholders<Extract<Row, { key: `diagnostic.${C}` }>[Language]>, keyof DiagnosticArgs[C]>
}[DiagnosticCode] | {
  [C in TemplateFaultCode]: Exclude<Placeholders<Extract<Row, { key: `template.${C}` }>[Language]>, keyof TemplateFaultArgs[C]>
}[TemplateFaultCode] | {
  [C in LintCode]: Exclude<Placeholders<Extract<Row, { key: `lint.${C}` }>[Language]>, keyof LintArgs[C]>
}[LintCode]

/** Does not compile while grammars/wording.tsv lacks a message, or a message names an argument that its code does not have. */
const complete: [Unworded, Misnamed] extends [never, never] ? true : { unworded: Unworded; misnamed: Misnamed } = true

const MESSAGES: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map(complete ? WORDING.map((row) => [row.key, row]) : [])

type Args = Readonly<Record<string, string | number | boolean | null>>

/** Put arguments into the `{name}`s of a message; one that is missing stays visible. */
export function wordMessage(key: WordingKey, args: Args, language: Language): string {
  return MESSAGES.get(key)![language].replace(/\{([a-z]+)\}/gi, (whole, name: string) => (name in args ? String(args[name]) : whole))
}

/** A word or phrase of the terminal summary. */
export const wordLabel = (key: LabelKey, language: Language, args: Args = {}): string => wordMessage(`label.${key}`, args, language)

/** A finding or failure in few words, for heads and lists; the code itself where there are none. */
export const wordShort = (code: string, language: Language): string => MESSAGES.get(`short.${code}`)?.[language] ?? code

/** The message of a finding, one sentence without a full stop. */
export const wordFinding = (finding: Finding, language: Language): string => wordMessage(`diagnostic.${finding.code}`, { ...finding.args }, language)

/** Why a template cannot be filled, in a line. */
export const wordTemplateFault = ({ code, args }: TemplateFault, language: Language): string => wordMessage(`template.${code}`, { ...args }, language)

/** A finding as it stands in the output, worded. */
export function toDiagnostic(finding: Finding, language: Language): Diagnostic {
  const { code, severity, span, args } = finding
  return { code, severity, message: wordFinding(finding, language), span, args: { ...args } }
}

/** Why an input could not be read: the message for `args.reason` where there is one, else that of the code. */
export function wordFailure(error: Pick<UnreadableDocumentError, 'code' | 'args'>, name: string, language: Language): string {
  const exact = `failure.${error.code}.${error.args['reason'] ?? ''}`
  const key = MESSAGES.has(exact) ? (exact as WordingKey) : (`failure.${error.code}` as const)
  return wordMessage(key, { ...error.args, name }, language)
}
