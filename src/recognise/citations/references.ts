import type { Source } from './context.js'
import type { Mention } from './mention.js'

/** The last instrument of a type, and where the last other one of it was named. */
interface Last {
  readonly mention: Mention
  readonly other: number
}

/**
 * Short forms find what they stand for among the earlier citations; those that find nothing are dropped, unless a date or an issuer
 * makes them full citations whose symbol was left out ("Quyết định số 1719 ngày 14/10/2021 của Thủ tướng Chính phủ").
 * Where two could be meant nothing is chosen.
 * @param unresolved takes those with a number that stand for nothing that is known
 */
export function resolveReferences(source: Source, mentions: readonly Mention[], unresolved: Mention[] = []): readonly Mention[] {
  if (!mentions.some(({ by }) => by === 'citation.short-form')) return mentions
  const areNumbered = mentions.some(({ shortNumber }) => shortNumber !== null)
  const byType = new Map<string, Last>()
  const byNumber = new Map<string, Last>()
  return mentions.filter((mention) => {
    if (mention.by === 'citation.self') return true
    const type = mention.type?.code
    if (mention.by !== 'citation.short-form') {
      if (type) remember(byType, type, mention)
      if (areNumbered && type && mention.notation?.number) remember(byNumber, `${type} ${plain(mention.notation.number)}`, mention)
      return true
    }
    mention.refersTo ??= mention.shortNumber === null ? pointedAt(source, mention, byType.get(type!)) : onlyOne(byNumber.get(`${type} ${plain(mention.shortNumber)}`))
    if (mention.refersTo || mention.shortNumber === null) return mention.refersTo !== null
    if (mention.date === null && mention.issuer === null) {
      unresolved.push(mention)
      return false
    }
    mention.notation = { text: mention.shortNumber, number: mention.shortNumber, year: null, symbol: null }
    return true
  })
}

function remember(lasts: Map<string, Last>, key: string, mention: Mention): void {
  const last = lasts.get(key)
  lasts.set(key, { mention, other: last === undefined ? -1 : isSame(last.mention, mention) ? last.other : last.mention.start })
}

/** "Nghị định này", "Luật nêu trên": the one instrument of the type on the line, else the only one before it in the document. */
function pointedAt({ lines }: Source, mention: Mention, last: Last | undefined): Mention | null {
  if (!last) return null
  const line = lines.startOf(mention.start)
  return last.mention.start >= line ? (last.other < line ? last.mention : null) : onlyOne(last)
}

const onlyOne = (last: Last | undefined): Mention | null => (last && last.other < 0 ? last.mention : null)

const plain = (number: string): string => (number.charCodeAt(0) === 0x30 ? number.replace(/^0+/, '') : number)

const isSame = (a: Mention, b: Mention): boolean => (a.notation ? a.notation.text === b.notation?.text : a.name !== null && a.name.toLowerCase() === b.name?.toLowerCase())
