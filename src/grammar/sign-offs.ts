import { fold } from '../model/folded.js'
import { SIGN_OFFS } from './generated/sign-offs.js'
import { SURNAMES } from './generated/surnames.js'
import { buildPhraseTrie } from './phrase-trie.js'

const phrasesOf = (part: (typeof SIGN_OFFS)[number]['part']): string[] => SIGN_OFFS.filter((row) => row.part === part).map(({ phrase }) => fold(phrase))

/** Offices that sign (*chức vụ*): "phó chủ tịch", "chánh văn phòng". */
export const signingOffices = buildPhraseTrie<true>(phrasesOf('office').map((phrase) => [phrase, true]))

/** What stands in place of a signature: "đã ký", "ký tên, đóng dấu". */
export const SIGNED_NOTES: readonly string[] = phrasesOf('note')

/** Words over the office of one who approves: "duyệt của", "xác nhận của". */
export const APPROVALS: readonly string[] = phrasesOf('approval')

/** First words of all that can open a signature block: most lines in capitals begin with another. */
export const SIGNING_WORDS: ReadonlySet<string> = new Set(
  [...phrasesOf('office'), ...phrasesOf('approval'), ...phrasesOf('authority')].map((phrase) => /^[^ .]+/.exec(phrase)![0]),
)

/** What a recipient gets the document for: "để báo cáo", "b/c". */
export const PURPOSES: ReadonlySet<string> = new Set(phrasesOf('purpose'))

/** Family names, folded. */
export const surnames: ReadonlySet<string> = new Set(SURNAMES.map(({ surname }) => fold(surname)))

/** The most common of them: "huyện Nguyễn Văn A" names the person, not the place. */
export const commonSurnames = buildPhraseTrie<true>(SURNAMES.flatMap(({ surname, common }) => (common === 'yes' ? [[fold(surname), true] as const] : [])))
