/** Drafts: from a plan received to the plan that carries it out, and filled templates. No Node built-ins; the libraries for Word files are loaded when they are used. */
export { toDocx } from './draft/docx.js'
export type { Blank, BlankId, DraftCitation, DraftFacts, DraftTask, Origin, Paragraph, ParagraphKind, Piece, PlanDraft } from './draft/plan-draft.js'
export { findUnfounded } from './draft/provenance.js'
export { toDraftText } from './draft/text.js'
export type { DraftStyle, Profile } from './model/profile.js'
export { draftPlan } from './run/draft-plan.js'
