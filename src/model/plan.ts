import type * as z from 'zod'
import type * as schema from './schema.js'

/** Types of the output, inferred from the schemas; type-only, so that the core does not carry zod. */
export type PlanDocument = z.infer<typeof schema.planDocumentSchema>
export type Header = z.infer<typeof schema.headerSchema>
export type Section = z.infer<typeof schema.sectionSchema>
export type SectionKind = z.infer<typeof schema.sectionKindSchema>
export type Role = z.infer<typeof schema.roleSchema>
export type Citation = z.infer<typeof schema.citationSchema>
export type Relation = z.infer<typeof schema.relationSchema>
export type Pinpoint = z.infer<typeof schema.pinpointSchema>
export type PinpointUnit = Pinpoint['unit']
export type CitationParts = z.infer<typeof schema.citationPartsSchema>
export type ResolvedLaw = z.infer<typeof schema.resolvedLawSchema>
export type Instrument = z.infer<typeof schema.instrumentSchema>
export type Notation = z.infer<typeof schema.notationSchema>
export type DocumentType = z.infer<typeof schema.documentTypeSchema>
export type DateMention = z.infer<typeof schema.dateMentionSchema>
export type DateRole = z.infer<typeof schema.dateRoleSchema>
/** What others ask of a date. */
export type DatedWords = Pick<DateMention, 'text' | 'span' | 'edtf' | 'role'>
export type DateParts = z.infer<typeof schema.datePartsSchema>
export type Inference = z.infer<typeof schema.inferenceSchema>
export type Body = z.infer<typeof schema.bodySchema>
export type BodyMention = z.infer<typeof schema.bodyMentionSchema>
export type BodyKind = z.infer<typeof schema.bodyKindSchema>
export type Level = z.infer<typeof schema.levelSchema>
export type Task = z.infer<typeof schema.taskSchema>
export type Target = z.infer<typeof schema.targetSchema>
export type Table = z.infer<typeof schema.tableSchema>
export type Cell = z.infer<typeof schema.cellSchema>
export type Recipient = z.infer<typeof schema.recipientSchema>
export type Signature = z.infer<typeof schema.signatureSchema>
export type Footnote = z.infer<typeof schema.footnoteSchema>
export type Diagnostic = z.infer<typeof schema.diagnosticSchema>
export type Severity = z.infer<typeof schema.severitySchema>
export type Source = z.infer<typeof schema.sourceSchema>
