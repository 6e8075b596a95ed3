import { type Language, toDiagnostic } from '../grammar/wording.js'
import { fold } from '../model/folded.js'
import { locate, type PlaceOnPage } from '../model/places-on-paper.js'
import type { PlanDocument, Role } from '../model/plan.js'
import type { NormalisedText, SourceText } from '../model/source-text.js'
import type { Span } from '../model/span.js'
import { normalise } from '../normalise/index.js'
import { readHtml } from '../read/html.js'
import { readText } from '../read/text.js'
import { splitLines } from '../segment/lines.js'
import { toSections } from '../segment/print-sections.js'
import type { Draft, OwnGrammar } from './draft.js'
import { runPasses } from './passes.js'

export interface ExtractOptions {
  /** How the text is written; HTML goes through the HTML reader. Default: text/plain. */
  readonly mediaType?: 'text/plain' | 'text/html'
  /** Language of the diagnostics' messages. Default: vi. */
  readonly language?: Language
  /** Names of bodies of your own that the grammars may not know, as they are written in your documents. */
  readonly bodies?: readonly string[]
  /** Titles of sections of your own, in any case, with the role they have. */
  readonly sectionTitles?: Readonly<Record<string, Role>>
}

/**
 * Read one document: the text of a plan in, typed objects with exact spans out. Synchronous and pure; it runs in browsers too.
 * Any string gives a document: what it does not state is null or [], what is wrong with it is a diagnostic.
 */
export function extractPlan(text: string | SourceText, options: ExtractOptions = {}): PlanDocument {
  return createExtractor(options)(text)
}

/** A document and where its words stand on paper. */
export interface PlacedPlan {
  readonly document: PlanDocument
  /** Page and box of a span of `document.text`; [] where the format knows no pages. */
  readonly locate: (span: Span) => readonly PlaceOnPage[]
  /** The same place in the text that was read, before it was normalised. */
  readonly toSource: (span: Span) => Span
}

/** As {@link extractPlan}, from what a reader gave; every span of the document can be found on its page. */
export function extractPlaced(source: SourceText, options: ExtractOptions = {}): PlacedPlan {
  const { document, normalised } = extractorOf(options)(source)
  return { document, locate: (span) => locate(source, normalised.toSource(span)), toSource: (span) => normalised.toSource(span) }
}

/** An extractor of texts, or of what a reader gave ({@link SourceText}), with its options and a user's own names fixed. */
export function createExtractor(options: ExtractOptions = {}): (text: string | SourceText) => PlanDocument {
  const extract = extractorOf(options)
  return (given) => extract(given).document
}

function extractorOf(options: ExtractOptions): (text: string | SourceText) => { readonly document: PlanDocument; readonly normalised: NormalisedText } {
  const own: OwnGrammar = {
    bodies: options.bodies ?? [],
    sectionTitles: new Map(Object.entries(options.sectionTitles ?? {}).map(([title, role]) => [fold(title.normalize('NFC')), role])),
  }
  const language = options.language ?? 'vi'
  return (given) => {
    const source = typeof given === 'string' ? (options.mediaType === 'text/html' ? readHtml(given) : readText(given)) : given
    const normalised = normalise(source)
    return { document: toDocument(source, runPasses(emptyDraft(normalised), own), language), normalised }
  }
}

function emptyDraft(normalised: NormalisedText): Draft {
  const text = { text: normalised.text, folded: normalised.folded }
  return {
    normalised, text, lines: splitLines(text),
    heading: { kind: 'document', firstBodyLine: 0, issuer: null, jointIssuers: [], parent: null, notation: null, place: null, issued: null, type: null, title: null, addressees: [], marks: [], attachment: null, neighbours: [] },
    places: { province: null, district: null, commune: null },
    bodies: { read: () => undefined, readList: () => [] },
    issuer: { issuer: null, jointIssuers: [], parent: null, addressees: [] },
    closings: [], recipients: [], signatures: [], footnotes: [], taken: new Set(), closingParagraphs: [],
    outline: { roots: [], blocks: [] }, tables: [], cellBreaks: new Set(), placedTables: [], dates: [], citations: [], instruments: [], tasks: [], targets: [], findings: normalised.findings,
  }
}

function toDocument(source: SourceText, draft: Draft, language: Language): PlanDocument {
  const { heading, issuer, normalised, text } = draft
  return {
    schemaVersion: '1',
    source: {
      name: null, mediaType: source.mediaType, sha256: null, byteLength: null, reader: source.reader,
      pages: normalised.pages ? normalised.pages.map((page) => ({ ...page })) : null,
      encoding: normalised.encoding, ocr: source.ocr && { ...source.ocr }, metadata: { ...normalised.metadata },
    },
    kind: heading.kind,
    text: text.text,
    header: {
      issuer: issuer.issuer, jointIssuers: [...issuer.jointIssuers], parent: issuer.parent,
      notation: heading.notation, place: heading.place?.text.replace(/\s+/g, ' ') ?? null, issued: heading.issued?.edtf ?? null, type: heading.type,
      title: heading.title?.text ?? null, titleSpan: heading.title?.span ?? null, addressees: [...issuer.addressees], marks: [...heading.marks],
    },
    sections: toSections(text, draft.outline.roots),
    citations: [...draft.citations],
    instruments: [...draft.instruments],
    dates: [...draft.dates],
    tasks: [...draft.tasks],
    targets: [...draft.targets],
    tables: [...draft.tables],
    recipients: [...draft.recipients],
    signatures: [...draft.signatures],
    footnotes: [...draft.footnotes],
    diagnostics: draft.findings.map((finding) => toDiagnostic(finding, language)),
  }
}
