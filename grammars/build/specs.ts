import type { TableSpec } from './tables.js'

const BODY_KINDS = [
  'committee', 'council', 'government', 'ministry', 'department', 'division', 'board', 'party', 'front', 'union', 'police', 'military', 'court',
  'procuracy', 'office', 'centre', 'school', 'hospital', 'station', 'media', 'company', 'bank', 'assembly', 'position', 'unit', 'group', 'other',
] as const
const LEVELS = ['central', 'province', 'district', 'commune'] as const
export const ROLES = ['purpose', 'targets', 'scope', 'tasks', 'schedule', 'funding', 'organization', 'reporting', 'other'] as const
const TIME_BOUNDS = [
  'before', 'until', 'as-of', 'from', 'after', 'within', 'early', 'middle', 'late', 'label', 'hour', 'about', 'vision', 'term-within', 'term-by', 'term-after', 'term-over',
] as const

/** Every table of grammars/, one line each. */
export const TABLES: readonly TableSpec[] = [
  { name: 'document-types', columns: ['code', 'name', 'symbols', 'family', 'source'], optional: ['symbols'], key: ['code', 'name'], values: { family: ['state', 'party', 'normative', 'historical', 'copy', 'standard'] } },
  { name: 'laws', columns: ['name', 'notation', 'adopted', 'source'], optional: ['notation', 'adopted'], key: ['name', 'notation', 'adopted'] },
  { name: 'issuer-codes', columns: ['code', 'name', 'scope', 'from', 'until', 'source'], optional: ['from', 'until'], key: ['code', 'name'], values: { scope: ['one', 'many'] } },
  { name: 'look-alikes', columns: ['phrase', 'where', 'kind', 'source'], key: ['phrase', 'where'], values: { where: ['before', 'symbol'] } },
  { name: 'title-openers', columns: ['phrase', 'after', 'source'], key: ['phrase'], values: { after: ['any', 'joined', 'issued'] } },
  { name: 'title-closers', columns: ['phrase', 'where', 'source'], key: ['phrase', 'where'], values: { where: ['comma', 'word', 'bracket'] } },
  { name: 'section-titles', columns: ['title', 'role', 'source'], key: ['title'], values: { role: ROLES } },
  { name: 'section-keywords', columns: ['phrase', 'where', 'role', 'priority', 'source'], optional: ['role', 'priority'], key: ['phrase', 'where'], values: { where: ['starts', 'contains', 'opener', 'assigner', 'level', 'topic'], role: ROLES } },
  { name: 'wording', columns: ['key', 'vi', 'en', 'source'], key: ['key'] },
  { name: 'provinces', columns: ['name', 'kind', 'from', 'until', 'became', 'source'], optional: ['from', 'until', 'became'], key: ['name', 'kind', 'from'], values: { kind: ['tỉnh', 'thành phố'] } },
  { name: 'districts', columns: ['name', 'kind', 'province', 'source'], key: ['name', 'kind', 'province'], values: { kind: ['quận', 'huyện', 'thị xã', 'thành phố'] }, compact: true },
  { name: 'communes', columns: ['name', 'kind', 'province', 'source'], key: ['name', 'kind', 'province'], values: { kind: ['xã', 'phường', 'đặc khu'] }, compact: true },
  { name: 'bodies', columns: ['name', 'kind', 'level', 'abbreviation', 'source'], optional: ['level', 'abbreviation'], key: ['name'], values: { kind: BODY_KINDS, level: LEVELS } },
  { name: 'body-heads', columns: ['head', 'kind', 'level', 'strength', 'source'], optional: ['level'], key: ['head'], values: { kind: BODY_KINDS, level: LEVELS, strength: ['strong', 'capital', 'weak', 'proper', 'paired'] } },
  { name: 'position-heads', columns: ['head', 'takes', 'source'], key: ['head'], values: { takes: ['nothing', 'title', 'body', 'group', 'person'] } },
  { name: 'collective-words', columns: ['word', 'part', 'source'], key: ['word', 'part'], values: { part: ['opener', 'noun', 'agent', 'modifier', 'joiner', 'relative', 'duty'] } },
  { name: 'not-bodies', columns: ['phrase', 'source'], key: ['phrase'] },
  { name: 'name-stops', columns: ['word', 'source'], key: ['word'] },
  { name: 'abbreviations', columns: ['short', 'after', 'long', 'source'], optional: ['after'], key: ['short', 'after'] },
  { name: 'scope-words', columns: ['phrase', 'level', 'takes', 'source'], optional: ['level'], key: ['phrase'], values: { level: LEVELS, takes: ['place', 'number', 'numeral', 'nothing'] } },
  { name: 'characters', columns: ['code', 'becomes', 'means', 'source'], key: ['code'] },
  { name: 'heading-lines', columns: ['line', 'phrase', 'whole', 'source'], key: ['line', 'phrase'], values: { whole: ['yes', 'no'] } },
  { name: 'paragraph-words', columns: ['phrase', 'does', 'source'], key: ['phrase', 'does'], values: { does: ['opens', 'links', 'numbers', 'names', 'hyphen', 'attributes'] } },
  { name: 'furniture', columns: ['phrase', 'match', 'means', 'source'], key: ['phrase'], values: { match: ['starts', 'stamp'] } },
  { name: 'page-parts', columns: ['token', 'source'], key: ['token'] },
  { name: 'time-bounds', columns: ['phrase', 'bound', 'source'], key: ['phrase', 'bound'], values: { bound: TIME_BOUNDS } },
  { name: 'time-cues', columns: ['word', 'cue', 'source'], key: ['word', 'cue'], values: { cue: ['named', 'done', 'told', 'campaign', 'not-after', 'not-before', 'everyday'] } },
  { name: 'table-columns', columns: ['phrase', 'column', 'source'], key: ['phrase'], values: { column: ['number', 'task', 'responsible', 'coordinating', 'due', 'output', 'target', 'unit', 'note', 'person', 'content', 'group', 'agent', 'start', 'budget', 'source'] } },
  { name: 'attribute-labels', columns: ['label', 'field', 'source'], key: ['label'], values: { field: ['responsible', 'coordinating', 'due', 'output', 'other'] } },
  { name: 'assignment-verbs', columns: ['phrase', 'use', 'source'], key: ['phrase', 'use'], values: { use: ['lead', 'verb', 'order', 'heading', 'join'] } },
  { name: 'closing-openers', columns: ['phrase', 'source'], key: ['phrase'] },
  { name: 'heading-words', columns: ['phrase', 'means', 'source'], key: ['phrase', 'means'], values: { means: ['national', 'attached', 'basis', 'opening', 'open name'] } },
  { name: 'heading-abbreviations', columns: ['short', 'long', 'source'], key: ['short'] },
  { name: 'surnames', columns: ['surname', 'source'], key: ['surname'] },
  { name: 'marks', columns: ['phrase', 'kind', 'source'], key: ['phrase'], values: { kind: ['secrecy', 'urgency', 'draft', 'circulation', 'copy'] } },
  { name: 'sign-offs', columns: ['phrase', 'part', 'source'], key: ['phrase', 'part'], values: { part: ['office', 'approval', 'note', 'purpose'] } },
  { name: 'portal-labels', columns: ['label', 'key', 'source'], key: ['label'] },
  { name: 'page-words', columns: ['phrase', 'match', 'place', 'source'], key: ['phrase', 'match'], values: { match: ['whole', 'starts', 'contains'], place: ['head', 'foot', 'any', 'byline'] } },
  { name: 'cut-marks', columns: ['phrase', 'match', 'source'], key: ['phrase'], values: { match: ['whole', 'starts', 'cuts'] } },
  { name: 'bare-syllables', columns: ['syllable', 'common', 'source'], key: ['syllable'], values: { common: ['yes', 'no'] } },
  { name: 'legacy-letters', columns: ['encoding', 'bytes', 'letter', 'source'], key: ['encoding', 'bytes'], values: { encoding: ['tcvn3', 'vni', 'viqr'] } },
  { name: 'legacy-fonts', columns: ['name', 'match', 'encoding', 'source'], key: ['name'], values: { match: ['starts', 'whole'], encoding: ['tcvn3', 'vni'] } },
  { name: 'nominal-openers', columns: ['phrase', 'source'], key: ['phrase'] },
  { name: 'not-agents', columns: ['word', 'source'], key: ['word'] },
  { name: 'comparators', columns: ['phrase', 'where', 'sign', 'source'], key: ['phrase', 'where'], values: { where: ['before', 'after'], sign: ['>=', '<=', '>', '<', '~'] } },
  { name: 'target-units', columns: ['unit', 'kind', 'source'], key: ['unit'], values: { kind: ['count', 'measure', 'share', 'money', 'time', 'age', 'grade'] } },
  { name: 'target-words', columns: ['phrase', 'use', 'source'], key: ['phrase', 'use'], values: { use: ['reach', 'lead', 'goal', 'aim', 'opener', 'state', 'plain', 'blocker', 'condition', 'label', 'name', 'baseline', 'rise', 'aside', 'scale', 'stop'] } },
  { name: 'target-columns', columns: ['phrase', 'column', 'source'], key: ['phrase'], values: { column: ['unit', 'name', 'value', 'past', 'other'] } },
]
