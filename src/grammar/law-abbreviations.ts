import { fold } from '../model/folded.js'
import { LAW_ABBREVIATIONS } from './generated/law-abbreviations.js'

const ALONE = new Map<string, string>(LAW_ABBREVIATIONS.filter(({ head }) => head === 'yes').map(({ short, name }) => [short, name]))
const BEHIND_HEAD = new Map<string, string>(LAW_ABBREVIATIONS.filter(({ head }) => head === 'no').map(({ short, name }) => [`Luật ${short}`, name]))

/** Abbreviations that stand for a code by themselves, folded: "blhs". */
export const LAW_LETTERS: readonly string[] = [...ALONE.keys()].map(fold)

/** The name that letters alone stand for: "BLHS" is Bộ luật Hình sự; undefined where they are none. */
export const lawOfLetters = (printed: string): string | undefined => ALONE.get(printed)

/** A law's name with its letters written out: "Luật BHXH" is Luật Bảo hiểm xã hội; as printed where they are not known. */
export const writtenOut = (printed: string): string => BEHIND_HEAD.get(printed) ?? printed
