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

/** A year in the number must be that of the date. */
const agrees = ({ notation }: Mention, date: string): boolean => notation?.year === null || date.startsWith(String(notation?.year))
