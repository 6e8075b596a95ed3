import { typeCodeOfSymbol } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'

/**
 * What is said once holds for all members of a list. Before the first number: the issuer ("các Quyết định của Thủ tướng Chính phủ: số 705/QĐ-TTg …,
 * số 977/QĐ-TTg …"). Behind the last: the issuer, and in a list announced as one
 * ("các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND ngày 05/3/2020 của UBND tỉnh") the date.
 */
export function carryOverLists(mentions: readonly Mention[]): void {
  for (let i = 1; i < mentions.length; i++) {
    const first = mentions[i - 1]!
    const member = mentions[i]!
    if (member.carried && !member.issuer && first.issuer && first.issuer.span.end < first.coreEnd) member.issuer = first.issuer
  }
  for (let i = mentions.length - 2; i >= 0; i--) {
    const member = mentions[i]!
    const next = mentions[i + 1]!
    if (!next.carried || member.title || member.issuer) continue
    if (member.date === null && next.date !== null && next.plural && agrees(member, next.date)) {
      member.date = next.date
      member.issuer = next.issuer
    } else if (member.date !== null || next.date === null) member.issuer = next.issuer
  }
}

/**
 * "Căn cứ các nghị định của Chính phủ: Số 92/2006/NĐ-CP … về …; số 04/2008/NĐ-CP …": the issuer that stands between type and first number holds for
 * the later ones though titles stand between them. Citations inside the titles say their own type.
 */
export function carryAnnounced({ folded, lines }: Source, mentions: readonly Mention[]): void {
  let announced: Mention | undefined
  for (const mention of mentions) {
    if (announced && lines.startOf(mention.start) !== lines.startOf(announced.start)) announced = undefined
    if (mention.typed) {
      if (mention.issuer && mention.issuer.span.end < mention.coreEnd) announced = mention
    } else if (announced && !mention.issuer && ITEM.test(folded.slice(mention.start - 8, mention.start))) carry(announced, mention)
  }
}

/** A symbol that tells no type ("26/2016/BXD") is of the type that was announced. */
function carry(announced: Mention, member: Mention): void {
  const told = typeCodeOfSymbol(member.parts[0] ?? '')
  if (told && told !== announced.type?.code) return
  if (!told && announced.issuer!.span.end > announced.start) member.type = announced.type
  member.issuer = announced.issuer
}

const ITEM = PATTERNS['item-number']

/** A year in the number must be that of the date. */
const agrees = ({ notation }: Mention, date: string): boolean => notation?.year === null || date.startsWith(String(notation?.year))
