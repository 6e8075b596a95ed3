import { type PlanDraft, textOf } from './plan-draft.js'

/** The draft as plain text: one paragraph a line, the columns of heading and closing block one under the other. */
export const toDraftText = ({ paragraphs }: PlanDraft): string => paragraphs.map((paragraph) => `${textOf(paragraph)}\n`).join('')
