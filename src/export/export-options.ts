import type { Language } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'

/** What every export takes: one document, or several that go into one file. */
export type Exported = PlanDocument | readonly PlanDocument[]

export interface ExportOptions {
  /** Language of labels and column heads; default vi. */
  readonly language?: Language
}

export const listOf = (documents: Exported): readonly PlanDocument[] => (isList(documents) ? documents : [documents])

const isList = (documents: Exported): documents is readonly PlanDocument[] => Array.isArray(documents)

/** What a document is called in a sheet of several: its number, else its title, else the name of its file. */
export const nameOf = ({ header, source }: PlanDocument): string =>
  (header.notation?.number ? header.notation.text : null) ?? header.title ?? header.notation?.text ?? source.name ?? ''
