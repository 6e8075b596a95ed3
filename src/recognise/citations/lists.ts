import type { Mention } from './mention.js'

/**
 * What is said once at the end of a list holds for its earlier members too: the issuer, and in a list announced as one
 * ("các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND ngày 05/3/2020 của UBND tỉnh") the date.
 */
export function carryOverLists(mentions: readonly Mention[]): void {
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
