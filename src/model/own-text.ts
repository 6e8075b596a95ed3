/** Engines cut a string of fewer units by copying it. */
const COPIED = 13

/**
 * The same text in memory of its own. A longer piece cut from a text is a view of it, so that a few words that are kept for later
 * would keep alive the whole document they were read in.
 */
export const ownText = (words: string): string => (words.length < COPIED ? words : ` ${words}`.slice(1))
