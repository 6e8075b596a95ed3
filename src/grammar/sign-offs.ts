import { fold } from '../model/folded.js'
import { SIGN_OFFS } from './generated/sign-offs.js'
import { buildPhraseTrie } from './phrase-trie.js'

const phrasesOf = (part: (typeof SIGN_OFFS)[number]['part']): string[] => SIGN_OFFS.filter((row) => row.part === part).map(({ phrase }) => fold(phrase))

/** Offices that sign (*chức vụ*): "phó chủ tịch", "chánh văn phòng". */
export const signingOffices = buildPhraseTrie<true>(phrasesOf('office').map((phrase) => [phrase, true]))

/** What stands in place of a signature: "đã ký", "ký tên, đóng dấu". */
export const SIGNED_NOTES: readonly string[] = phrasesOf('note')

/** What a recipient gets the document for: "để báo cáo", "b/c". */
export const PURPOSES: ReadonlySet<string> = new Set(phrasesOf('purpose'))

/** "TM.", "KT.", "T/L": in whose name or place somebody signs. Lower case and without flags; the word after it may follow at once. */
export const AUTHORITY = /(?:tm|kt|tl|tuq|ttm|q)\. ?|(?:t\/m|k\/t|t\/l|t\/uq|t\.m|k\.t|t\.l|t\.u\.q)\.? ?|(?:tm|kt|tl|tuq) |(?:thay mặt|thừa lệnh|thừa ủy quyền|ký thay|quyền) /y
