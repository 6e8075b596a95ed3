/** Character cells a text takes on a terminal: combining marks none, East Asian wide characters two, Vietnamese letters one. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char.codePointAt(0)!)
  return width
}

const MARK = /\p{M}/u

function charWidth(code: number): number {
  if (code < 0x300) return 1
  if (code === 0x200b || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return 0
  if (code < 0x1100 || (code >= 0x1ab0 && code < 0x2e80)) return MARK.test(String.fromCodePoint(code)) ? 0 : 1
  const wide = code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
  return wide || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x3fffd) ? 2 : 1
}

/** One line for a terminal: white space folded, control codes gone, so that no document can write escape sequences. */
export function toLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

/** Cut to `width` cells, with an ellipsis where something was cut off; a cut falls between words where that costs little. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  if (width < 1) return ''
  let kept = ''
  let used = 0
  for (const char of text) {
    const next = used + charWidth(char.codePointAt(0)!)
    if (next > width - 1) break
    kept += char
    used = next
  }
  const space = text[kept.length] === ' ' ? -1 : kept.lastIndexOf(' ')
  return `${(space > kept.length * 0.7 ? kept.slice(0, space) : kept).trimEnd()}…`
}

/** Fill with spaces up to `width` cells. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Break into lines of at most `width` cells, between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (!line || displayWidth(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((each) => clip(each, width))
}

export interface Column {
  readonly title: string
  readonly cells: readonly string[]
  /** Share of the room that is left when all columns have their least width. */
  readonly weight: number
  /** Cells it gets before the rest is shared, as far as its words need them; default 8. */
  readonly least?: number
}

/**
 * Lay cells out in columns that together take at most `width`, two spaces between them; columns without a word are left out.
 * The first line is the titles'.
 */
export function layOut(columns: readonly Column[], width: number): string[] {
  const shown = columns.filter(({ cells }) => cells.some(Boolean))
  if (!shown.length) return []
  const wanted = shown.map(({ title, cells }) => Math.max(displayWidth(title), ...cells.map(displayWidth)))
  const widths = shareOut(wanted, shown, width - 2 * (shown.length - 1))
  const rows = [shown.map(({ title }) => title), ...shown[0]!.cells.map((_, row) => shown.map(({ cells }) => cells[row]!))]
  return rows.map((row) => row.map((cell, index) => pad(clip(cell, widths[index]!), widths[index]!)).join('  ').trimEnd())
}

/** Give each column what it wants where that is possible; the wider ones share the rest by weight. */
function shareOut(wanted: readonly number[], columns: readonly Column[], room: number): number[] {
  const widths = wanted.map((width, index) => Math.min(width, columns[index]!.least ?? 8))
  let left = room - widths.reduce((sum, width) => sum + width, 0)
  for (; left < 0; left++) widths[widths.indexOf(Math.max(...widths))]!--
  while (left > 0) {
    const hungry = wanted.flatMap((width, index) => (widths[index]! < width ? [index] : []))
    if (!hungry.length) break
    const total = hungry.reduce((sum, index) => sum + columns[index]!.weight, 0)
    const before = left
    for (const index of hungry) {
      const more = Math.min(wanted[index]! - widths[index]!, Math.floor((before * columns[index]!.weight) / total) || 1, left)
      widths[index]! += more
      left -= more
    }
  }
  return widths
}
