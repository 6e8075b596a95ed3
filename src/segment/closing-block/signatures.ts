import type { FoldedText } from '../../model/folded.js'
import type { Signature } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { SignPart } from './sign-line.js'

/** One signer's parts while they are gathered. */
interface Column {
  readonly authority: Span[]
  readonly office: Span[]
  name: Span | null
}

const emptyColumn = (): Column => ({ authority: [], office: [], name: null })

/**
 * Signatures from the parts of some lines: what stands above a name belongs to it. Where two names stand side by side, the lines above
 * them are shared out, one part to each.
 */
export function readSignatures(text: FoldedText, lines: readonly (readonly SignPart[])[]): Signature[] {
  const signatures: Signature[] = []
  let above: (readonly SignPart[])[] = []
  const close = (names: readonly SignPart[]): void => {
    for (const column of shareOut(above, names)) {
      const signature = toSignature(text, column)
      if (signature) signatures.push(signature)
    }
    above = []
  }
  for (const parts of lines) {
    const names = parts.filter(({ kind }) => kind === 'name')
    const others = parts.filter(({ kind }) => kind !== 'name' && kind !== 'note' && kind !== 'approval')
    if (others.length && opensNext(above, others)) close([])
    if (others.length) above.push(others)
    if (names.length) close(names)
  }
  close([])
  return signatures
}

/** A line that introduces an office, below a line that is an office already, begins the next signature: the name above was left out. */
function opensNext(above: readonly (readonly SignPart[])[], parts: readonly SignPart[]): boolean {
  return parts[0]?.kind === 'authority' && above.some((line) => line.some(({ kind }) => kind === 'office'))
}

function shareOut(lines: readonly (readonly SignPart[])[], names: readonly SignPart[]): Column[] {
  const columns = Array.from({ length: Math.max(1, names.length) }, emptyColumn)
  columns.forEach((column, i) => {
    column.name = names[i] ?? null
  })
  for (const line of lines) {
    const perColumn = line.length / columns.length
    for (const [i, part] of line.entries()) addPart(line.length === 1 ? firstOpen(columns, part) : columns[Math.min(columns.length - 1, Math.floor(i / Math.max(1, perColumn)))]!, part)
  }
  return columns
}

/** A part alone on its line goes to the first signer who has no office yet. */
const firstOpen = (columns: readonly Column[], part: SignPart): Column => (part.kind === 'office' ? columns.find(({ office }) => !office.length) : undefined) ?? columns[0]!

/** Words of a body in capitals go on with what stands above them. */
function addPart({ authority, office }: Column, part: SignPart): void {
  if (part.kind === 'office' || (part.kind === 'capitals' && office.length)) office.push(part)
  else authority.push(part)
}

function toSignature(text: FoldedText, { authority, office, name }: Column): Signature | undefined {
  if (!office.length && !(authority.length && name)) return undefined
  const all = [...authority, ...office, ...(name ? [name] : [])].sort((a, b) => a.start - b.start)
  return {
    authority: authority.length && office.length ? wordsOf(text, authority) : null,
    position: wordsOf(text, office.length ? office : authority),
    name: name && text.text.slice(name.start, name.end),
    span: { start: all[0]!.start, end: all.at(-1)!.end },
  }
}

const wordsOf = (text: FoldedText, spans: readonly Span[]): string => spans.map(({ start, end }) => text.text.slice(start, end)).join(' ')
