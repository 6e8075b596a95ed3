import type { Attributes, XmlHandler } from '../xml.js'

/** Where a paragraph takes its number from; what is left open comes from the style it is based on. */
export interface NumberReference {
  readonly list: string | undefined
  readonly level: number | undefined
}

interface Style {
  readonly type: string
  basedOn: string | undefined
  list: string | undefined
  level: number | undefined
  font: string | undefined
  name: string
}

/** What is asked of word/styles.xml: numbers and fonts that paragraphs and runs have by their styles. */
export class Styles {
  readonly #byId = new Map<string, Style>()
  #defaultParagraph: string | undefined
  #defaultFont: string | undefined
  language = ''

  /** The number that a paragraph has by its style, or by the default one. */
  numberOf(styleId: string | undefined): NumberReference {
    let level: number | undefined
    for (const style of this.#chain(styleId ?? this.#defaultParagraph)) {
      level ??= style.level
      if (style.list !== undefined) return { list: style.list, level }
    }
    return { list: undefined, level }
  }

  /** The styles a style is based on, itself first, by id: the level that names one of them is the paragraph's. */
  idsOf(styleId: string | undefined): string[] {
    const ids: string[] = []
    for (let id = styleId ?? this.#defaultParagraph; id && !ids.includes(id) && ids.length < DEEPEST; id = this.#byId.get(id)?.basedOn) ids.push(id)
    return ids
  }

  /** The font of a run that names none itself. */
  fontOf(runStyle: string | null, paragraphStyle: string | null): string | undefined {
    const byRun = runStyle === null ? undefined : this.#fontIn(runStyle)
    return byRun ?? this.#fontIn(paragraphStyle ?? this.#defaultParagraph) ?? this.#defaultFont
  }

  /** The list that a style of lists ("numStyleLink") stands for. */
  listOf(styleId: string): string | undefined {
    return this.#byId.get(styleId)?.list
  }

  /** Entries of a table of contents repeat the headings. */
  isContents(styleId: string | null): boolean {
    return styleId !== null && /^toc (?:\d|heading)/i.test(this.#byId.get(styleId)?.name ?? '')
  }

  #fontIn(styleId: string | undefined): string | undefined {
    for (const { font } of this.#chain(styleId)) if (font !== undefined) return font
    return undefined
  }

  #chain(styleId: string | undefined): Style[] {
    return this.idsOf(styleId).flatMap((id) => this.#byId.get(id) ?? [])
  }

  /** Fills the styles from word/styles.xml; `w` is the prefix of WordprocessingML. */
  handler(w: string): XmlHandler {
    let style: Style | undefined
    let inDefaults = false
    let inTableStyle = 0
    const value = (attributes: Attributes): string | undefined => attributes[`${w}val`]
    const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
      style: (attributes) => {
        style = { type: attributes[`${w}type`] ?? 'paragraph', basedOn: undefined, list: undefined, level: undefined, font: undefined, name: '' }
        const id = attributes[`${w}styleId`]
        if (id === undefined) return
        this.#byId.set(id, style)
        if (style.type === 'paragraph' && isOn(attributes[`${w}default`] ?? '0')) this.#defaultParagraph = id
      },
      docDefaults: () => (inDefaults = true),
      tblStylePr: () => inTableStyle++,
      name: (attributes) => style && (style.name ||= value(attributes) ?? ''),
      basedOn: (attributes) => style && (style.basedOn = value(attributes)),
      numId: (attributes) => style && (style.list ??= value(attributes)),
      ilvl: (attributes) => style && (style.level ??= Number(value(attributes)) || 0),
      lang: (attributes) => inDefaults && (this.language = value(attributes) ?? ''),
      rFonts: (attributes) => {
        const font = attributes[`${w}ascii`] ?? attributes[`${w}hAnsi`]
        if (inDefaults) this.#defaultFont = font
        else if (style && !inTableStyle) style.font ??= font
      },
    }
    return {
      open: (name, attributes) => {
        if (name.startsWith(w)) open[name.slice(w.length)]?.(attributes)
      },
      close: (name) => {
        if (name === `${w}style`) style = undefined
        else if (name === `${w}docDefaults`) inDefaults = false
        else if (name === `${w}tblStylePr`) inTableStyle--
      },
    }
  }
}

const DEEPEST = 30

/** An on/off value of WordprocessingML. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off'
