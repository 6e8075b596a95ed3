/** A class of characters, an escape, the begin of a group that has no name, or white space: what free spacing changes or must pass over. */
const PIECE = /\[(?:\\.|[^\]\\])*\]|\\[\s\S]|\((?!\?)|\s+/g

/**
 * The source of a native pattern from its free-spaced form: white space counts only behind a backslash or in a class, and groups without a name
 * keep nothing.
 *
 *     (?<day> \d{1,2} ) [ ] tháng\ ( ba | tư )   →   (?<day>\d{1,2}) tháng (?:ba|tư)
 */
export function closeUp(freeSpaced: string): string {
  const closed = freeSpaced.replace(PIECE, (piece) => {
    if (piece === '(') return '(?:'
    if (piece === '\\ ' || piece === '[ ]') return ' '
    return piece.trim() === '' ? '' : piece
  })
  const split = /\\(?:\d+|k<[^>]*>)\s+\d|[*+?}]\s+[*+?{]/.exec(freeSpaced)
  if (split) throw new Error(`"${split[0]}" would be read as one: write a group around it`)
  return closed
}
