import type { Rule } from '../layout/page-content.js'
import { WordGatherer, type PdfWord } from './glyph-words.js'
import { type Matrix, mapX, mapY, multiply, toMatrix } from './matrix.js'
import { rulesOfPath } from './path-rules.js'
import { type Glyph, moveLine, type PdfFont, setTextMatrix, startState, type TextState } from './text-state.js'

/** The operators of a page, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** An image painted on the page: its name among the page's objects, or its pixels themselves; left, top, right, bottom in points. */
export interface PaintedImage {
  readonly source: unknown
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  /** Painted upright: its rows run as the page's do. */
  readonly upright: boolean
}

export interface PageMarks {
  readonly words: readonly PdfWord[]
  readonly rules: readonly Rule[]
  readonly images: readonly PaintedImage[]
  /** Letters that run in another direction than the page's. */
  readonly turned: number
}

type Operator = (args: readonly unknown[]) => void

/** Numbers of pdf.js for its operators, by name. */
export type OperatorNumbers = Readonly<Record<string, number>>

const MOST_RULES = 60_000

/** Reads one page's operators: its words with their places, its ruling lines, its images. */
export class OperatorReader {
  readonly #gatherer = new WordGatherer()
  readonly #rules: Rule[] = []
  readonly #images: PaintedImage[] = []
  readonly #saved: TextState[] = []
  readonly #marked: boolean[] = []
  readonly #fontOf: (name: string) => PdfFont | undefined
  readonly #operators: ReadonlyMap<number, Operator>
  readonly #paints: ReadonlyMap<number, 'stroke' | 'fill'>
  #state: TextState
  #artifacts = 0
  #annotations = 0
  #annotation = 0
  readonly #viewport: Matrix

  /** @param viewport maps the page's own space to points from its upper left corner */
  constructor(numbers: OperatorNumbers, viewport: Matrix, fontOf: (name: string) => PdfFont | undefined) {
    this.#viewport = viewport
    this.#state = startState(viewport)
    this.#fontOf = fontOf
    this.#operators = this.#listOperators(numbers)
    this.#paints = new Map([
      ...['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => [numbers[name]!, 'stroke'] as const),
      ...['fill', 'eoFill'].map((name) => [numbers[name]!, 'fill'] as const),
    ])
  }

  read({ fnArray, argsArray }: OperatorList): PageMarks {
    for (let i = 0; i < fnArray.length; i++) this.#operators.get(fnArray[i]!)?.((argsArray[i] as readonly unknown[] | null) ?? [])
    this.#gatherer.flush()
    return { words: this.#gatherer.words, rules: this.#rules, images: this.#images, turned: this.#gatherer.turned }
  }

  #listOperators(numbers: OperatorNumbers): Map<number, Operator> {
    const named: Readonly<Record<string, Operator>> = { ...this.#graphics(), ...this.#text(), ...this.#painting() }
    return new Map(Object.entries(named).map(([name, operator]) => [numbers[name]!, operator]))
  }

  #graphics(): Record<string, Operator> {
    const transform = (matrix: Matrix): void => {
      this.#state.ctm = multiply(this.#state.ctm, matrix)
    }
    return {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => transform(toMatrix(args as number[])),
      paintFormXObjectBegin: (args) => {
        this.#save()
        transform(toMatrix(args[0] as ArrayLike<number> | null))
      },
      paintFormXObjectEnd: () => this.#restore(),
      beginAnnotation: ([, , place, matrix]) => {
        this.#save()
        this.#state = startState(multiply(this.#viewport, multiply(toMatrix(place as ArrayLike<number>), toMatrix(matrix as ArrayLike<number>))))
        this.#annotation = ++this.#annotations
      },
      endAnnotation: () => {
        this.#gatherer.flush()
        this.#annotation = 0
        this.#restore()
      },
      setLineWidth: (args) => void (this.#state.lineWidth = Number(args[0])),
      beginMarkedContent: (args) => this.#beginMarked(args[0]),
      beginMarkedContentProps: (args) => this.#beginMarked(args[0]),
      endMarkedContent: () => {
        if (this.#marked.pop()) this.#artifacts--
      },
    }
  }

  #text(): Record<string, Operator> {
    const set = (key: 'charSpacing' | 'wordSpacing' | 'rise' | 'mode') => (args: readonly unknown[]): void => {
      this.#state[key] = Number(args[0])
    }
    return {
      beginText: () => setTextMatrix(this.#state, toMatrix(null)),
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      setHScale: (args) => void (this.#state.scale = Number(args[0]) / 100),
      setLeading: (args) => void (this.#state.leading = -Number(args[0])),
      setFont: (args) => {
        this.#state.font = this.#fontOf(String(args[0])) ?? {}
        this.#state.fontSize = Number(args[1])
      },
      setTextMatrix: (args) => setTextMatrix(this.#state, toMatrix(args[0] as ArrayLike<number>)),
      moveText: (args) => moveLine(this.#state, Number(args[0]), Number(args[1])),
      setLeadingMoveText: (args) => {
        this.#state.leading = Number(args[1])
        moveLine(this.#state, Number(args[0]), Number(args[1]))
      },
      nextLine: () => moveLine(this.#state, 0, this.#state.leading),
      showText: (args) => this.#gatherer.show(this.#state, args[0] as readonly (Glyph | number)[], { artifact: this.#artifacts > 0, annotation: this.#annotation }),
    }
  }

  #painting(): Record<string, Operator> {
    return {
      constructPath: (args) => this.#paintPath(args),
      paintImageXObject: (args) => this.#paintImage(args[0]),
      paintInlineImageXObject: (args) => this.#paintImage(args[0]),
      paintImageMaskXObject: (args) => this.#paintImage(args[0]),
    }
  }

  #save(): void {
    this.#saved.push({ ...this.#state })
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state
  }

  #beginMarked(tag: unknown): void {
    const artifact = tag === 'Artifact'
    this.#marked.push(artifact)
    if (artifact) this.#artifacts++
  }

  #paintPath([operator, data]: readonly unknown[]): void {
    const paint = this.#paints.get(Number(operator))
    const path = (data as readonly (ArrayLike<number> | null)[] | null)?.[0]
    if (paint && path && this.#rules.length < MOST_RULES) this.#rules.push(...rulesOfPath(path, this.#state.ctm, paint))
  }

  /** An image fills the unit square of the space that is set. */
  #paintImage(source: unknown): void {
    const { ctm } = this.#state
    const xs = [mapX(ctm, 0, 0), mapX(ctm, 1, 1)]
    const ys = [mapY(ctm, 0, 0), mapY(ctm, 1, 1)]
    const upright = ctm[0] > 0 && ctm[3] < 0 && Math.abs(ctm[1]) < 0.02 * ctm[0] && Math.abs(ctm[2]) < 0.02 * ctm[0]
    this.#images.push({ source, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], upright })
  }
}
