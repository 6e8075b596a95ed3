import type { PageContent, Word } from '../layout/page-content.js'
import { encodingOfFont } from '../encodings/fonts.js'
import { nameEncodings } from '../encodings/names.js'
import { RunDecoder } from '../encodings/runs.js'
import { learnEncoding } from '../encodings/unfonted.js'
import { DASH_OR_U } from './glyph-words.js'

type FontedWord = Word & { readonly font?: string }

/**
 * Words in fonts of old encodings (`.VnTime`, `VNI-Times`) decoded by the font's name, and old letters in a font of another name by
 * statistics, line by line; words of OCR have no font.
 */
export function decodeFonts(pages: readonly PageContent[]): { pages: readonly PageContent[]; encoding: string } {
  const decoder = new RunDecoder()
  const decode = (word: FontedWord): FontedWord => (word.font && encodingOfFont(word.font) ? withText(word, asDecoded(word.text, (text) => decoder.decode(text, word.font!))) : word)
  const lines = pages.map(({ words }) => linesOf(words.map(decode)))
  const learned = learnEncoding(textsOf(lines))
  if (learned.encoding === 'unicode') return { pages: pages.map((page, i) => ({ ...page, words: lines[i]!.flat().map(withDash) })), encoding: decoder.encoding }
  const found = new Set([decoder.encoding, learned.encoding].flatMap((names) => names.split('+')).filter((name) => name !== 'unicode'))
  return { pages: pages.map((page, i) => ({ ...page, words: lines[i]!.flatMap((line) => decodeLine(line, learned.decode)) })), encoding: nameEncodings(found) }
}

const withText = (word: FontedWord, text: string): FontedWord => (text === word.text ? word : { ...word, text })

const asOld = (text: string): string => (text.includes(DASH_OR_U) ? text.replaceAll(DASH_OR_U, '\u00ad') : text)
const withDash = (word: FontedWord): FontedWord => (word.text.includes(DASH_OR_U) ? { ...word, text: word.text.replaceAll(DASH_OR_U, '-') } : word)

function* textsOf(pages: readonly (readonly FontedWord[][])[]): Generator<string> {
  for (const lines of pages) {
    for (const line of lines) {
      let text = ''
      for (const word of line) text += text ? ` ${word.text}` : word.text
      yield asOld(text)
    }
  }
}

/** What the decoder makes of the text, if anything. */
function asDecoded(text: string, decode: (old: string) => string): string {
  const old = asOld(text)
  const decoded = decode(old)
  return decoded === old ? text : decoded
}

/** Words that follow one another on one level. */
function linesOf(words: readonly FontedWord[]): FontedWord[][] {
  const lines: FontedWord[][] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last && last[0]!.baseline === word.baseline && !last[0]!.font === !word.font) last.push(word)
    else lines.push([word])
  }
  return lines
}

/** What OCR saw is Unicode, and so is a line whose words the decoder joined. */
function decodeLine(line: readonly FontedWord[], decode: (text: string) => string): readonly FontedWord[] {
  if (!line[0]!.font) return line
  const text = line.map((word) => word.text).join(' ')
  const words = asDecoded(text, decode).split(' ')
  return (words.length === line.length ? line.map((word, i) => withText(word, words[i]!)) : line).map(withDash)
}
