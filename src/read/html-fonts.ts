import { encodingOfFont } from './encodings/fonts.js'
import { RunDecoder } from './encodings/runs.js'
import { isElement, isTextNode, type Node } from './html-node.js'

const OLD_FONT = /(?:face|font)[^<>]{1,60}(?:\.vn|vntime|vnarial|vni[- ]?[a-z]|vps[- ]?[a-z])/i
const FAMILY = /font(?:-family)?\s*:\s*([^;]+)/i

/** Does a page name a font of an old encoding? */
export const namesOldFont = (html: string): boolean => OLD_FONT.test(html)

/**
 * Text in fonts of old encodings, decoded where it stands in the page: `<font face=".VnTime">`, `style="font-family: VNI-Times"`.
 * @returns what was found, "unicode" where nothing was
 */
export function decodeFonts(html: string, nodes: readonly Node[]): string {
  if (!namesOldFont(html)) return 'unicode'
  const decoder = new RunDecoder()
  const open: { readonly node: Node; readonly font: string | null }[] = nodes.map((node) => ({ node, font: null })).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next
    if (isTextNode(node)) node.data = decoder.decode(node.data, next.font)
    else if (isElement(node)) {
      const font = fontOf(node.attribs) ?? next.font
      for (let i = node.children.length - 1; i >= 0; i--) open.push({ node: node.children[i]!, font })
    }
  }
  return decoder.encoding
}

/** The first of the fonts that an element names; null for one without an old encoding, undefined where it names none. */
function fontOf({ face, style }: Readonly<Record<string, string>>): string | null | undefined {
  const family = face ?? (style === undefined ? undefined : FAMILY.exec(style)?.[1])
  if (family === undefined) return undefined
  const names = family.split(',').map((name) => name.replace(/["']|&quot;/g, '').replace(/^[\d.]+(?:pt|px|em|%)\S*\s+/, '').trim())
  return names.find((name) => encodingOfFont(name)) ?? null
}
