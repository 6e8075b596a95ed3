import { typeWordsBefore, type TypeWords } from '../../grammar/document-types.js'
import { type FoldedText, isLetter, isUpper } from '../../model/folded.js'

/** No more words stand between the name of a type and "số". */
const MOST_WORDS = 5
const SPACE = 32

/**
 * The name of a type that stands some small words before `end`: "Kế hoạch | kiểm tra |". Nothing but small letters may stand between, and the
 * type must be the one that the symbol says: in "Kế hoạch thực hiện Nghị quyết số 5/NQ-HĐND" the number is the resolution's.
 * @param code of the type that the symbol behind says
 */
export function typeWordsApart(source: FoldedText, end: number, code: string): { readonly words: TypeWords; readonly end: number } | undefined {
  let at = end
  for (let count = 0; count < MOST_WORDS; count++) {
    at = smallWordBefore(source.text, at)
    if (at < 0) return undefined
    const words = typeWordsBefore(source, at)
    if (words) return words.type?.code === code ? { words, end: at } : undefined
  }
  return undefined
}

/** Where the space before a word of small letters begins that ends at `end`; -1 where no such word stands there. */
function smallWordBefore(text: string, end: number): number {
  let at = end
  while (at > 0 && isLetter(text.charCodeAt(at - 1)) && !isUpper(text.charCodeAt(at - 1))) at--
  return at < end && at > 1 && text.charCodeAt(at - 1) === SPACE ? at - 1 : -1
}
