import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { createEndWords } from '../../grammar/end-words.js'
import type { Relation } from '../../model/plan.js'
import { contains } from '../../model/span.js'
import type { Source } from './context.js'
import { type Mention, placedStart } from './mention.js'

const LIST_JOINT = PATTERNS['list-joint']
/** Words right before a citation that say what the document does to it. */
const LEADS: readonly (readonly [RegExp, Relation])[] = [
  [PATTERNS['replaces'], 'replaces'],
  [PATTERNS['amends'], 'amends'],
  [PATTERNS['repeals'], 'repeals'],
  [PATTERNS['guides'], 'guides'],
]
/** What only a text without a plan's parts is asked for, and the instruments of one: the words alone tell. */
const FINER: readonly (readonly [RegExp, Relation, ends: readonly string[]])[] = [
  [PATTERNS['promulgates'], 'promulgates', ['theo']],
  [PATTERNS['grounded'], 'basis', ['cứ', 'vào', 'các']],
  [PATTERNS['implements'], 'implements', ['hiện', 'hành', 'hóa', 'khai', 'triệt', 'nghiêm', 'túc', 'tốt', 'quả', 'các']],
]
/** The words that these leads end in. */
const LEAD_ENDS = createEndWords(['bỏ', 'bộ', 'phần', 'thế', 'cho', 'các', 'của', 'tại', 'đổi', 'sung', 'điều', 'dung', 'định', 'hành', 'dụng', 'tiết', 'trong'].map((word) => [word, true] as const))
const LONGEST_JOINT = 24
const FINER_REACH = 44
const REACH = 80
const GROUND = PATTERNS['ground']
const OPENING_GROUND = PATTERNS['opening-ground']
/** A paragraph of grounds that is longer than this began as one. */
const GROUND_REACH = 1500

/** What the document says of each instrument, in order; its *căn cứ* are its basis, within a title one is only referred to. */
export function readRelations(source: Source, mentions: readonly Mention[]): Relation[] {
  const relations: Relation[] = []
  let titleEnd = 0
  mentions.forEach((mention, index) => {
    const previous = index > 0 ? { mention: mentions[index - 1]!, relation: relations[index - 1]! } : undefined
    relations.push(relationOf(source, mention, previous, mention.start < titleEnd))
    titleEnd = Math.max(titleEnd, mention.title?.span.end ?? mention.end)
  })
  return relations
}

interface Related {
  readonly mention: Mention
  readonly relation: Relation
}

function relationOf(source: Source, mention: Mention, previous: Related | undefined, insideTitle: boolean): Relation {
  const { preamble } = source.context
  if (mention.by === 'citation.self' || mention.own) return 'self'
  if (preamble && contains(preamble, mention) ? isGround(source, mention.start) : opensGrounds(source, mention, previous)) return 'basis'
  if (insideTitle) return 'refers'
  const { folded } = source
  const line = source.lines.startOf(mention.start)
  const from = placedStart(mention)
  const said = LEAD_ENDS.before(folded, from - 1) ? saidOf(folded.slice(Math.max(line, from - REACH), from)) : undefined
  if (said) return said
  const previousEnd = previous ? (previous.mention.title?.span.end ?? previous.mention.end) : 0
  const sameList = previousEnd > line && previousEnd < from && from - previousEnd < LONGEST_JOINT && LIST_JOINT.test(folded.slice(previousEnd, from))
  return previous && sameList && previous.relation !== 'self' && previous.relation !== 'basis' ? previous.relation : 'refers'
}

const saidOf = (lead: string): Relation | undefined => LEADS.find(([pattern]) => pattern.test(lead))?.[1]

/** What may be told by the last word before a citation. */
const BY_END = createEndWords([...new Set(FINER.flatMap(([, , ends]) => ends))].map((word) => [word, FINER.filter(([, , ends]) => ends.includes(word))] as const))

/** The same with what the words right before a citation say where it is else only referred to: issued by it, grounded on it, carrying it out. */
export function finerRelations(source: Source, mentions: readonly Mention[], relations: readonly Relation[]): Relation[] {
  const finer: Relation[] = []
  let titleEnd = 0
  mentions.forEach((mention, index) => {
    const relation = relations[index]!
    finer.push(relation === 'refers' && mention.start >= titleEnd ? finerRelation(source, mention) : relation)
    titleEnd = Math.max(titleEnd, mention.title?.span.end ?? mention.end)
  })
  carryAlong(source, mentions, finer)
  return finer
}

function finerRelation({ folded, lines }: Source, mention: Mention): Relation {
  const from = placedStart(mention)
  const told = BY_END.before(folded, from - 1)
  if (!told) return 'refers'
  const lead = folded.slice(Math.max(lines.startOf(mention.start), from - FINER_REACH), from)
  return told.find(([pattern]) => pattern.test(lead))?.[1] ?? 'refers'
}

/** Members of a list ("căn cứ Nghị định A và Nghị định B", "các Nghị định số …, …") take over what is said before the first. */
function carryAlong({ folded }: Source, mentions: readonly Mention[], relations: Relation[]): void {
  for (let index = 1; index < mentions.length; index++) {
    const said = relations[index - 1]!
    if (relations[index] !== 'refers' || said === 'refers' || said === 'self') continue
    const previous = mentions[index - 1]!
    const end = previous.title?.span.end ?? previous.end
    const from = placedStart(mentions[index]!)
    if (from > end && from - end < LONGEST_JOINT && LIST_JOINT.test(folded.slice(end, from))) relations[index] = said
  }
}

/** Grounds that stand outside the preamble as it was found: the first lines that cite, each a "Căn cứ …;" of its own. */
function opensGrounds({ folded, lines, context }: Source, mention: Mention, previous: Related | undefined): boolean {
  if (context.preamble === null) return false
  const line = lines.startOf(mention.start)
  const goesOn = previous?.relation === 'basis' && (previous.mention.start >= line || line - lines.endOf(previous.mention.start) <= 2)
  if (goesOn && previous.mention.start >= line) return true
  const lead = folded.slice(line, Math.min(mention.start, line + REACH))
  return goesOn ? GROUND.test(lead) : previous === undefined && OPENING_GROUND.test(lead) && ';,'.includes(folded[lines.endOf(mention.start) - 1] ?? '.')
}

/** Do words of ground lead to it ("Căn cứ", "Thực hiện", "Theo đề nghị"), or does its line begin with it, as below "Căn cứ:"? */
function isGround({ folded, lines }: Source, at: number): boolean {
  const before = folded.slice(Math.max(lines.startOf(at), at - GROUND_REACH), at)
  return before.length < 4 || before.length === GROUND_REACH || GROUND.test(before)
}
