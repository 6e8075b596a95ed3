import { foldText, wordStartsAt } from '../../src/model/folded.js'
import type { Body, PlanDocument } from '../../src/model/plan.js'
import type { PlaceContext } from '../../src/model/place-context.js'
import { findBodies } from '../../src/recognise/bodies/find-bodies.js'
import { createBodyReader } from '../../src/recognise/bodies/index.js'
import { recogniseCitations } from '../../src/recognise/citations/index.js'
import { recogniseDates } from '../../src/recognise/dates/index.js'
import { extractPlan } from '../../src/run/extract-plan.js'
import type { Case, Finding } from './case-file.js'
import { toBodyFinding, toCitationFinding, toDateFinding, toFaultFinding, toFootnoteFinding, toHeaderFindings, toInstrumentFinding, toRecipientFinding, toSectionFindings, toSignatureFinding, toTargetFinding, toTaskFinding } from './findings.js'

/** How the cases of a file are read: the word its name begins with decides. */
export type ReadCase = (input: string, context: Case['context']) => Finding[]

const ofPlan = (find: (document: PlanDocument) => Finding[]): ReadCase => (input) => find(extractPlan(input))

/** Where a document belongs, and a user's own names; `list`: the input is one list of names from its beginning on. */
interface BodyCase {
  readonly province?: string
  readonly district?: string
  readonly commune?: string
  readonly own?: readonly string[]
  readonly list?: boolean
  /** The input is a text that the finder of bodies reads (`kehoach/bodies`). */
  readonly find?: boolean
}

/** What the finder finds; `of`: the words of the body that a part or an office is of. */
const foundBodies = (input: string, place: PlaceContext): Finding[] =>
  findBodies(input, place).map((body, _, all) => {
    const finding = toBodyFinding(body)
    return { ...finding, facts: { ...finding.facts, of: body.partOf === null ? 'null' : all[body.partOf]!.text } }
  })

/** Every name that begins at a word, wherever it stands: what is no name must not be taken for one anywhere. */
function readBodies(input: string, context: Case['context']): Finding[] {
  const { province = null, district = null, commune = null, own = [], list = false, find = false } = context as BodyCase
  if (find) return foundBodies(input, { province, district, commune })
  const reader = createBodyReader({ province, district, commune }, own)
  const text = foldText(input)
  if (list) return reader.readList(text, 0, input.length).map(toBodyFinding)
  const found: Body[] = []
  for (let at = 0; at < input.length; at++) {
    const body = wordStartsAt(input, at) ? reader.read(text, at, input.length) : undefined
    if (!body) continue
    found.push(body)
    at = body.span.end
  }
  return found.map(toBodyFinding)
}

/** Context of a case on citations: the places that complete names, the document's type, whether all of it is *căn cứ*, how many lines are heading. */
interface CitationCase {
  readonly province?: string
  readonly district?: string
  readonly commune?: string
  readonly type?: string
  readonly preamble?: boolean
  readonly headingLines?: number
  /** No document stands around the text. */
  readonly finer?: boolean
  /** Day of the text. */
  readonly issued?: string
  /** Instruments are listed too. */
  readonly instruments?: boolean
}

function readCitations(input: string, context: Case['context']): Finding[] {
  const { province = null, district = null, commune = null, type = null, preamble = false, headingLines = 0, finer = false, issued = null, instruments: listed = false } = context as CitationCase
  const text = foldText(input)
  const dates = recogniseDates(text, { issued: null, planYear: null })
  const heading = input.split('\n').slice(0, headingLines).join('\n').length
  const { citations, instruments, findings } = recogniseCitations(text, dates, {
    readBody: createBodyReader({ province, district, commune }).read,
    preamble: preamble ? { start: 0, end: input.length } : null,
    skip: heading ? [{ start: 0, end: heading }] : [],
    ownType: type,
    finer,
    issued,
  })
  return [...citations.map(toCitationFinding), ...(listed ? instruments.map(toInstrumentFinding) : []), ...findings.map((finding) => toFaultFinding(finding, input))]
}

export const CASE_READERS: Readonly<Record<string, ReadCase>> = {
  bodies: readBodies,
  citations: readCitations,
  dates: (input, { issued, planYear, names }) => recogniseDates(foldText(input), { issued: (issued as string | undefined) ?? null, planYear: (planYear as number | undefined) ?? null, names: names === true }).map(toDateFinding),
  closing: ofPlan(({ recipients, signatures }) => [...recipients.map(toRecipientFinding), ...signatures.map(toSignatureFinding)]),
  footnotes: ofPlan(({ footnotes }) => footnotes.map(toFootnoteFinding)),
  header: ofPlan(toHeaderFindings),
  sections: ofPlan(({ sections }) => toSectionFindings(sections)),
  targets: ofPlan(({ targets }) => targets.map(toTargetFinding)),
  tasks: ofPlan(({ tasks }) => tasks.map(toTaskFinding)),
}

/** The reader of a case file: "dates-quarters.txt" is read by `dates`. */
export function readerOf(file: string): ReadCase {
  const word = /^[a-z]+/.exec(file)?.[0] ?? ''
  const reader = CASE_READERS[word]
  if (!reader) throw new Error(`${file}: no reader for "${word}"; its name begins with one of ${Object.keys(CASE_READERS).join(', ')}`)
  return reader
}
