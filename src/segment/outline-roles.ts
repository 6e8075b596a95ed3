import { startsVerb } from '../grammar/assignment.js'
import { OUTLINE_PATTERNS as PATTERNS } from '../grammar/generated/outline-patterns.js'
import { fold, type FoldedText } from '../model/folded.js'
import type { Outline, OutlineNode } from '../model/outline.js'
import type { Role } from '../model/plan.js'
import { resolveSectionRole } from './section-role.js'

/** What the roles of an outline depend on beside its titles. */
export interface RoleContext {
  /** The document asks (công văn, chỉ thị, thông báo, công điện): its requests are tasks though no title says so. */
  readonly asks: boolean
  /** A user's own titles, folded, with their roles: they go before ours. */
  readonly ownTitles: ReadonlyMap<string, Role>
}

const NUMBERED: ReadonlySet<string> = new Set(['part', 'chapter', 'article', 'roman', 'upper', 'decimal', 'letter', 'annex', 'attachment'])
/** Kinds whose children are top parts themselves: what stands in a part or an attached document is judged by its own title. */
const CONTAINERS: ReadonlySet<string> = new Set(['part', 'chapter', 'annex', 'attachment'])

/** Give each node its role: its own, where its title tells, else that of the nearest ancestor which has one. */
export function assignRoles(text: FoldedText, outline: Outline, context: RoleContext): void {
  for (const root of outline.roots) assignRole(text, root, null, context)
}

function assignRole(text: FoldedText, node: OutlineNode, inherited: Role | null, context: RoleContext): void {
  node.role = NUMBERED.has(node.marker.kind) ? ownRole(text, node, inherited, context) : inherited
  for (const child of node.children) assignRole(text, child, node.role, context)
}

function ownRole(text: FoldedText, node: OutlineNode, inherited: Role | null, context: RoleContext): Role | null {
  const own = context.ownTitles.size ? context.ownTitles.get(fold(titleOf(text, node))) : undefined
  if (own) return own
  if (node.marker.kind === 'article' && isFormula(text.folded.slice(node.content.start, node.content.end))) return 'other'
  const top = !node.parent || CONTAINERS.has(node.parent.marker.kind)
  if (!top && (!hasTitle(node) || startsVerb(text.folded, node.content.start, node.content.end))) return inherited
  if (node.parent && !hasTitle(node) && inherited && inherited !== 'other') return inherited
  const resolved = resolveSectionRole(titleOf(text, node), { letter: context.asks, guess: top })
  if (!top) return resolved.by === 'grammar' && resolved.role !== 'other' && !isItemOf(inherited, resolved.role) ? resolved.role : inherited
  if (resolved.by === 'grammar' && !(context.asks && resolved.role === 'other' && saysMore(text, node))) return resolved.role
  if (context.asks) return 'tasks'
  return resolved.role === 'other' && inherited && inherited !== 'other' ? inherited : resolved.role
}

/** What a decision decides, or who carries it out. */
const isFormula = (words: string): boolean => PATTERNS['decides'].test(words) || PATTERNS['execution-formula'].test(words)

/** Inside a part on organisation or work, a title that names a body or a topic of work changes nothing: what is done stays done there. */
const isItemOf = (inherited: Role | null, own: Role): boolean =>
  (inherited === 'organization' && own === 'tasks') || (inherited === 'tasks' && own === 'organization') || (inherited === 'purpose' && own === 'organization') || (inherited === 'targets' && (own === 'tasks' || own === 'organization'))

/** A node with something below it has a title; a leaf is a paragraph. */
const hasTitle = (node: OutlineNode): boolean => node.blocks.length > 0

/** "Hồ sơ: các phòng nộp danh sách …": a paragraph that goes on behind its topic. */
function saysMore({ folded }: FoldedText, node: OutlineNode): boolean {
  if (hasTitle(node)) return false
  const { start, end } = node.content
  const colon = folded.slice(start, Math.min(end, start + LONGEST_TOPIC)).indexOf(': ')
  return colon > 0 && end - start - colon > SHORTEST_STATEMENT
}

const LONGEST_TOPIC = 40
const SHORTEST_STATEMENT = 30

/** The words of a title without the marks that end it. */
function titleOf({ text }: FoldedText, { content }: OutlineNode): string {
  let { end } = content
  while (end > content.start && ' :.;\t\n'.includes(text[end - 1]!)) end--
  return text.slice(content.start, end)
}
