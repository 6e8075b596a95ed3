import { type SourceText, WITHOUT_LAYOUT } from '../model/source-text.js'

/** A plain text as it stands: lines may be hard-wrapped, layout may be drawn with spaces, tabs or pipes. */
export function readText(content: string): SourceText {
  return { text: content, reader: 'text', mediaType: 'text/plain', paragraphsAreLines: false, ...WITHOUT_LAYOUT }
}
