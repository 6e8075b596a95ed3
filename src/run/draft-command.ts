import type { Writable } from 'node:stream'
import { toDocx } from '../draft/docx.js'
import { type PlanDraft, textOf } from '../draft/plan-draft.js'
import { toDraftText } from '../draft/text.js'
import { clip, toLine } from '../export/columns.js'
import { type LabelKey, type Language, wordLabel } from '../grammar/wording.js'
import type { Profile } from '../model/profile.js'
import { draftPlan } from './draft-plan.js'
import { extractPlan } from './extract-plan.js'
import { type FillRequest, fillOrTell } from './fill-command.js'
import { extractInputs, type InputRequest } from './inputs.js'
import { write } from './write.js'

export const DRAFT_FORMATS = ['docx', 'text', 'json'] as const
export type DraftFormat = (typeof DRAFT_FORMATS)[number]

/** What `kehoach draft` was asked for, and where it may write. */
export interface DraftRequest extends InputRequest {
  readonly profile: Profile
  readonly format: DraftFormat
  /** A template of an office's own that the draft is laid out in. */
  readonly template: Pick<FillRequest, 'template' | 'name' | 'extra'> | null
  readonly out: Writable
}

/** Draft a plan from the one given; what is left to a person is told in `messages`. The number is that of plans and templates which could not be used. */
export async function runDraft(request: DraftRequest): Promise<number> {
  for await (const result of extractInputs(request)) {
    if ('error' in result) return 1
    const draft = draftPlan(result.document, request.profile)
    const printed = request.template ? await fillOrTell(extractPlan(toDraftText(draft)), { ...request, ...request.template }) : await print(draft, request.format)
    if (printed === undefined) return 1
    await write(request.out, printed)
    await write(request.messages, leftToDo(draft, result.document.tasks.map(({ text }) => text), request.language))
  }
  return 0
}

async function print(draft: PlanDraft, format: DraftFormat): Promise<string | Uint8Array> {
  if (format === 'docx') return toDocx(draft)
  return format === 'text' ? toDraftText(draft) : `${JSON.stringify(draft, null, 2)}\n`
}

/** The blanks with the lines that they stand in, doubtful tasks, and what was left out. */
function leftToDo(draft: PlanDraft, tasks: readonly string[], language: Language): string {
  const label = (key: LabelKey, count: number): string => wordLabel(key, language, { count })
  const paragraphs = [...new Set(draft.blanks.map(({ paragraph }) => paragraph))]
  const lines = [
    ...(paragraphs.length ? [label('draft-blanks', draft.blanks.length), ...paragraphs.map((index) => `  ${clip(toLine(textOf(draft.paragraphs[index]!)), 78)}`)] : []),
    ...(draft.doubtful.length ? [label('draft-doubtful', draft.doubtful.length), ...draft.doubtful.map((index) => `  ${clip(toLine(tasks[index]!), 78)}`)] : []),
    `${label('draft-tasks', draft.facts.tasks.length)}; ${label('draft-others', draft.left.others)}; ${label('draft-unassigned', draft.left.unassigned)}`,
  ]
  return `${lines.join('\n')}\n`
}
