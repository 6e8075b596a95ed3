import type { PageContent, Word } from '../layout/page-content.js'
import { RunDecoder } from '../encodings/runs.js'

/** Words in fonts of old encodings (`.VnTime`, `VNI-Times`) decoded by the font's name; words of OCR have no font. */
export function decodeFonts(pages: readonly PageContent[]): { pages: PageContent[]; encoding: string } {
  const decoder = new RunDecoder()
  const decode = (word: Word & { readonly font?: string }): Word => {
    if (!word.font) return word
    const text = decoder.decode(word.text, word.font)
    return text === word.text ? word : { ...word, text }
  }
  return { pages: pages.map((page) => ({ ...page, words: page.words.map(decode) })), encoding: decoder.encoding }
}
