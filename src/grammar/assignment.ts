import { ASSIGNMENT_VERBS } from './generated/assignment-verbs.js'
import { ATTRIBUTE_LABELS } from './generated/attribute-labels.js'
import { CLOSING_OPENERS } from './generated/closing-openers.js'
import { NOMINAL_OPENERS } from './generated/nominal-openers.js'
import { NOT_AGENTS } from './generated/not-agents.js'
import { TABLE_COLUMNS } from './generated/table-columns.js'
import { buildPhraseTrie, type PhraseTrie } from './phrase-trie.js'

type Use = (typeof ASSIGNMENT_VERBS)[number]['use']

const verbs = (...uses: Use[]): PhraseTrie<true> => buildPhraseTrie(ASSIGNMENT_VERBS.filter((row) => uses.includes(row.use)).map((row) => [row.phrase, true as const]))

/** "chủ trì", "có trách nhiệm", "là cơ quan đầu mối": the body before it leads. */
export const leadVerbs = verbs('lead')
/** Verbs that a task's sentence goes on with after its subject. */
export const taskVerbs = verbs('verb')
/** "giao", "yêu cầu", "đề nghị": the bodies after it are to do something. */
export const orderVerbs = verbs('order')
/** "đối với", "trách nhiệm của": what stands before the body in a heading that assigns. */
export const headingOpeners = verbs('heading')
/** "phối hợp với", "cùng": the bodies after it join. */
export const joinVerbs = verbs('join')

const allVerbs = verbs('verb', 'lead', 'order', 'join')

/** Does a verb of work, duty, order or joining begin at `at`? Names end before it. */
export const startsVerb = (folded: string, at: number, limit: number): boolean => allVerbs.longestAt(folded, at, limit) !== undefined

export type AttributeField = (typeof ATTRIBUTE_LABELS)[number]['field']
/** "Cơ quan chủ trì", "Thời gian": labels of lines that give an attribute of the item above them. */
export const attributeLabels = buildPhraseTrie<AttributeField>(ATTRIBUTE_LABELS.map((row) => [row.label, row.field]))

/** "việc chấp hành …", "tình hình …": a line that begins so names a thing, it orders nothing. */
export const nominalOpeners = buildPhraseTrie<true>(NOMINAL_OPENERS.map((row) => [row.phrase, true as const]))

/** What does nothing itself: "các hoạt động", "các giải pháp" are no group of doers. */
export const notAgents = buildPhraseTrie<true>(NOT_AGENTS.map((row) => [row.word, true as const]))

export const closingOpeners = buildPhraseTrie<true>(CLOSING_OPENERS.map((row) => [row.phrase, true as const]))

export type TableColumn = (typeof TABLE_COLUMNS)[number]['column']
/** What a column holds, by the phrase its head begins with (the longest that fits). */
export const tableColumns = buildPhraseTrie<TableColumn>(TABLE_COLUMNS.map((row) => [row.phrase, row.column]))
