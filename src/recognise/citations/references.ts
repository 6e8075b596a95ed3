import type { Source } from './context.js'
import type { Mention } from './mention.js'


/**
 * Short forms find what they stand for among the earlier citations; those that find nothing and say nothing of their own are dropped.
 * Where two could be meant nothing is chosen.
 */
export function resolveReferences(source: Source, mentions: readonly Mention[]): Mention[] {
  const earlier: Mention[] = []
  return mentions.filter((mention) => {
    if (mention.by !== 'citation.short-form') {
      if (mention.by !== 'citation.self') earlier.push(mention)
      return true
    }
    mention.refersTo ??= mention.shortNumber === null ? pointedAt(source, mention, earlier) : numbered(mention, earlier)
    if (mention.refersTo) return true
    return mention.shortNumber !== null && (mention.date !== null || mention.issuer !== null)
  })
}

/** "Nghị định này", "Luật nêu trên": the one instrument of the type on the line, else the one before it in the document. */
function pointedAt({ folded }: Source, mention: Mention, earlier: readonly Mention[]): Mention | null {
  const line = folded.lastIndexOf('\n', mention.start)
  const ofType = earlier.filter(({ type }) => type?.code === mention.type!.code)
  const near = ofType.filter(({ start }) => start > line)
  const candidates = near.length ? near : ofType
  const last = candidates.at(-1)
  return last && candidates.every((other) => isSame(other, last)) ? last : null
}

/** "Kế hoạch số 151": the earlier one of that type and number. */
function numbered(mention: Mention, earlier: readonly Mention[]): Mention | null {
  const number = plainNumber(mention.shortNumber)
  const candidates = earlier.filter(({ type, notation }) => type?.code === mention.type!.code && plainNumber(notation?.number) === number)
  const last = candidates.at(-1)
  return last && candidates.every((other) => isSame(other, last)) ? last : null
}

const plainNumber = (number: string | null | undefined): string => (number ?? '').replace(/^0+/, '')

const isSame = (a: Mention, b: Mention): boolean => (a.notation ? a.notation.text === b.notation?.text : a.name !== null && a.name.toLowerCase() === b.name?.toLowerCase())
