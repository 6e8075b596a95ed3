import type { Attributes, XmlHandler } from '../xml.js'

interface TextStyle {
  readonly parent: string | undefined
  font: string | undefined
  hidden: boolean | undefined
}

/** A level of a list style: how its number or bullet is printed. */
export interface ListLevel {
  /** "1", "I", "a" …; empty for none; undefined for a bullet. */
  readonly format: string | undefined
  /** With "%1%" for the number of level 1; made of prefix, suffix and levels shown where the file has none. */
  readonly pattern: string
  readonly bullet: string
  readonly start: number
}

export type ListStyle = ReadonlyMap<number, ListLevel>

const OUTLINE = '\u0000outline'

/** What is asked of the styles of an OpenDocument text: fonts, hidden text, lists; of styles.xml and of content.xml itself. */
export class OdtStyles {
  readonly #texts = new Map<string, TextStyle>()
  readonly #fonts = new Map<string, string>()
  readonly #lists = new Map<string, Map<number, ListLevel>>()
  #style: TextStyle | undefined
  #list: Map<number, ListLevel> | undefined

  list(name: string): ListStyle | undefined {
    return this.#lists.get(name)
  }

  /** The numbers of headings that stand in no list. */
  get outline(): ListStyle | undefined {
    return this.#lists.get(OUTLINE)
  }

  fontOf(name: string | undefined): string | undefined {
    for (const style of this.#chain(name)) if (style.font !== undefined) return this.#fonts.get(style.font) ?? style.font
    return undefined
  }

  isHidden(name: string | undefined): boolean {
    return this.#chain(name).find(({ hidden }) => hidden !== undefined)?.hidden ?? false
  }

  #chain(name: string | undefined): TextStyle[] {
    const chain: TextStyle[] = []
    for (let style = this.#texts.get(name ?? ''); style && chain.length < 30; style = this.#texts.get(style.parent ?? '')) chain.push(style)
    return chain
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => this.open(name, attributes),
    close: (name) => this.close(name),
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style:font-face':
        this.#fonts.set(attributes['style:name'] ?? '', (attributes['svg:font-family'] ?? '').replace(/^['"]|['"]$/g, ''))
        break
      case 'style:style':
        this.#style = { parent: attributes['style:parent-style-name'], font: undefined, hidden: undefined }
        this.#texts.set(attributes['style:name'] ?? '', this.#style)
        break
      case 'style:text-properties':
        if (!this.#style) break
        this.#style.font = attributes['style:font-name'] ?? attributes['fo:font-family'] ?? this.#style.font
        if (attributes['text:display']) this.#style.hidden = attributes['text:display'] === 'none'
        break
      case 'text:list-style':
        this.#lists.set(attributes['style:name'] ?? '', (this.#list = new Map()))
        break
      case 'text:outline-style':
        this.#lists.set(OUTLINE, (this.#list = new Map()))
        break
      case 'text:list-level-style-number':
      case 'text:outline-level-style':
      case 'text:list-level-style-bullet':
        this.#list?.set(Number(attributes['text:level']) || 1, levelOf(name, attributes))
        break
    }
  }

  close(name: string): void {
    if (name === 'style:style') this.#style = undefined
    else if (name === 'text:list-style' || name === 'text:outline-style') this.#list = undefined
  }
}

function levelOf(name: string, attributes: Attributes): ListLevel {
  if (name === 'text:list-level-style-bullet') return { format: undefined, pattern: '', bullet: attributes['text:bullet-char'] ?? '', start: 1 }
  const level = Number(attributes['text:level']) || 1
  const shown = Math.min(Number(attributes['text:display-levels']) || 1, level)
  const counts = Array.from({ length: shown }, (_, i) => `%${level - shown + 1 + i}%`).join('.')
  return {
    format: attributes['style:num-format'] ?? '',
    pattern: attributes['loext:num-list-format'] ?? `${attributes['style:num-prefix'] ?? ''}${counts}${attributes['style:num-suffix'] ?? ''}`,
    bullet: '',
    start: Number(attributes['text:start-value'] ?? '1') || 0,
  }
}
