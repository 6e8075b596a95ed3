import { foldText } from '../../../src/model/folded.js'
import { NO_PLACE } from '../../../src/model/place-context.js'
import { createBodyReader } from '../../../src/recognise/bodies/index.js'
import { type CitationContext, recogniseCitations } from '../../../src/recognise/citations/index.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'

/** Recognise the citations of a text as the run does: dates first, bodies read on demand. */
export function readCitations(input: string, context: Partial<CitationContext> = {}): ReturnType<typeof recogniseCitations> {
  const text = foldText(input)
  return recogniseCitations(text, recogniseDates(text, { issued: null, planYear: null }), { readBody: createBodyReader(NO_PLACE).read, preamble: null, skip: [], ownType: null, ...context })
}
