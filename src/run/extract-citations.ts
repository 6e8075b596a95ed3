import { type Language, toDiagnostic } from '../grammar/wording.js'
import type { ReadBody } from '../model/body-reader.js'
import { rewrite } from '../model/edits.js'
import type { Citation, DatedWords, Diagnostic, Instrument } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { characterEdits } from '../normalise/characters.js'
import { createBodyReader } from '../recognise/bodies/index.js'
import { type AnchoredText, type DateFinder, foldForCitations, readPlainDate, recogniseCitations } from '../recognise/citations/index.js'
import { recogniseDates } from '../recognise/dates/index.js'

export interface CitationOptions {
  /** Language of the diagnostics' messages. Default: vi. */
  readonly language?: Language
  /** Day of the text itself, ISO: a law that another had replaced by then is pointed out. Default: none. */
  readonly issued?: string
  /** Code of the text's own type ("KH"): "Kế hoạch này" is then the text itself, not a citation. Default: none. */
  readonly type?: string
  /** Where the text belongs, each place with its kind ("tỉnh Lào Cai"): "UBND tỉnh" is then the committee of that province. Default: none. */
  readonly place?: { readonly province?: string; readonly district?: string; readonly commune?: string }
  /** Names of bodies of your own, as written. */
  readonly bodies?: readonly string[]
}

/** What is cited in a text. All spans are UTF-16 code units into the text as it was given. */
export interface CitationExtract {
  /** Every mention, in reading order. */
  readonly citations: Citation[]
  /** Every instrument once, with all its mentions. */
  readonly instruments: Instrument[]
  readonly diagnostics: Diagnostic[]
}

/** Every legal or administrative instrument that a Vietnamese text cites: no plan, no heading, no document need be around it. */
export function extractCitations(text: string, options: CitationOptions = {}): CitationExtract {
  return createCitationExtractor(options)(text)
}

/** An extractor with its options fixed; what it learns of names serves every later text. */
export function createCitationExtractor(options: CitationOptions = {}): (text: string) => CitationExtract {
  const { province = null, district = null, commune = null } = options.place ?? {}
  const { read } = createBodyReader({ province, district, commune }, options.bodies)
  return (text) => {
    const source = foldForCitations(text)
    if (!source.odd) return extractFrom(source, read, options)
    const way = rewrite(text, characterEdits(text))
    return movedBack(extractFrom(foldForCitations(way.text), read, options), text, way.toSource)
  }
}

function extractFrom(source: AnchoredText, readBody: ReadBody, { language = 'vi', type, issued }: CitationOptions): CitationExtract {
  const { citations, instruments, findings } = recogniseCitations(source, createDateFinder(source), { readBody, preamble: null, skip: [], ownType: type ?? null, finer: true, issued: issued ?? null })
  return { citations, instruments, diagnostics: findings.map((finding) => toDiagnostic(finding, language)) }
}

/** A date may be so much longer than where it must begin. */
const DATE_REACH = 60

/** Dates are read where a citation asks for one, not everywhere. */
function createDateFinder(source: AnchoredText): DateFinder {
  const inWindow = (from: number, to: number): DatedWords | undefined =>
    recogniseDates(source, { issued: null, planYear: null, from, to: Math.min(source.folded.length, to + DATE_REACH) }).find(({ span }) => span.start >= from && span.start <= to)
  return {
    startingIn: (from, to) => {
      const plain = to - from < DATE_REACH ? readPlainDate(source, from, to) : undefined
      return plain === 'none' ? undefined : (plain ?? inWindow(from, to))
    },
  }
}

/** Move every span, in place and each once, into the text that was given, and cut the words anew. */
function movedBack(found: CitationExtract, given: string, toSource: (span: Span) => Span): CitationExtract {
  const moved = new Set<object>()
  const move = (value: object): void => {
    if (moved.has(value)) return
    moved.add(value)
    if ('start' in value && 'end' in value) {
      Object.assign(value, toSource(value as Span))
      return
    }
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) move(child as object)
    const { span, text } = value as { span?: Span | null; text?: unknown }
    if (span && typeof text === 'string') Object.assign(value, { text: given.slice(span.start, span.end) })
  }
  move(found)
  return found
}
