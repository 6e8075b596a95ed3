import type { Body, Citation, DateMention, Footnote, Instrument, PlanDocument, Recipient, Section, Signature, Target, Task } from '../../src/model/plan.js'
import type { Finding as Fault } from '../../src/model/diagnostics.js'
import type { Finding } from './case-file.js'

/** What stands in a document, in the words of a case file. A value that is not stated is `null`; bodies are joined by "; ". */
type Value = string | number | boolean | null | undefined

const toFacts = (values: Readonly<Record<string, Value>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null || value === undefined || value === '' ? 'null' : String(value)]))

const names = (bodies: readonly Body[]): string => bodies.map(({ text }) => text).join('; ')

export const toCitationFinding = (citation: Citation): Finding => ({
  kind: 'citation',
  text: citation.text,
  facts: toFacts({
    type: citation.type?.code,
    notation: citation.notation?.text,
    name: citation.name,
    date: citation.date,
    issuer: citation.issuer?.name,
    title: citation.title?.text,
    relation: citation.relation,
    refersTo: citation.refersTo,
    urn: citation.urn,
    pinpoints: citation.pinpoints.map(({ unit, value }) => `${unit} ${value}`).join(', '),
    places: citation.pinpoints.map(({ urn, unit, value }) => urn?.split('~')[1] ?? `${unit} ${value}`).join(', '),
    resolved: citation.resolved?.notation,
    amended: citation.amended?.text,
    instrument: citation.instrument,
  }),
})

/** An instrument's words are its number, else its name. */
export const toInstrumentFinding = ({ type, notation, name, date, issuer, urn, relations, mentions }: Instrument): Finding => ({
  kind: 'instrument',
  text: notation?.text ?? name ?? '',
  facts: toFacts({ type: type?.code, date, issuer: issuer?.name, urn, relations: relations.join(' '), mentions: mentions.join(' ') }),
})

/** A fault (a diagnostic before it is worded) with the words it is about. */
export const toFaultFinding = ({ code, span }: Fault, input: string): Finding => ({ kind: 'fault', text: span ? input.slice(span.start, span.end) : '', facts: { code } })

/** `inferred` lists what the words do not say, with the reason: "year plan-year". */
export const toDateFinding = ({ text, edtf, role, parts, time, repeats, calendar, name }: DateMention): Finding => ({
  kind: 'date',
  text,
  facts: toFacts({
    edtf, role, time, repeats, calendar, name,
    inferred: parts.flatMap((each) => Object.entries(each?.inferred ?? {}).map(([part, why]) => `${part} ${why?.because}`)).join(', '),
  }),
})

export const toBodyFinding = ({ text, name, kind, level, place, collective, id }: Body): Finding => ({
  kind: 'body',
  text,
  facts: toFacts({ name, kind, level, place, collective, id }),
})

export const toTaskFinding = (task: Task): Finding => ({
  kind: 'task',
  text: task.text,
  facts: toFacts({
    section: task.section,
    responsible: names(task.responsible),
    coordinating: names(task.coordinating),
    due: task.due,
    dueText: task.dueText,
    output: task.output?.text,
    origin: task.origin,
  }),
})

export const toTargetFinding = ({ text, comparator, value, valueTo, unit, by }: Target): Finding => ({
  kind: 'target',
  text,
  facts: toFacts({ comparator, value, valueTo, unit, by }),
})

/** A section's words are those of its heading, or its first line. */
export const toSectionFindings = (sections: readonly Section[]): Finding[] =>
  sections.flatMap((section) => [
    {
      kind: 'section',
      text: section.heading?.text.replace(/\s+/g, ' ') ?? section.text.split('\n')[0]!,
      facts: toFacts({ path: section.path, marker: section.marker, kind: section.kind, role: section.role }),
    },
    ...toSectionFindings(section.children),
  ])

/** The heading of a document; none where it states nothing at all. */
export function toHeaderFindings(document: PlanDocument): Finding[] {
  const { issuer, notation, issued, type, title, addressees, place } = document.header
  return issuer || notation || issued || type || title !== null || addressees.length || place ? [toHeaderFinding(document)] : []
}

export const toRecipientFinding = ({ text, purpose, copies, body }: Recipient): Finding => ({ kind: 'recipient', text, facts: toFacts({ purpose, copies, body: body?.name }) })

/** A signature's words are the signer's name; where it is left out, the office. */
export const toSignatureFinding = ({ authority, position, name }: Signature): Finding => ({
  kind: 'signature',
  text: name ?? position ?? '',
  facts: toFacts({ authority, position, name }),
})

export const toFootnoteFinding = ({ marker, text }: Footnote): Finding => ({ kind: 'footnote', text, facts: toFacts({ marker }) })

export function toHeaderFinding({ header, kind }: PlanDocument): Finding {
  return {
    kind: 'header',
    text: header.title ?? '',
    facts: toFacts({
      kind,
      issuer: header.issuer?.name,
      joint: header.jointIssuers.map(({ name }) => name).join('; '),
      parent: header.parent?.name,
      notation: header.notation?.text,
      number: header.notation?.number,
      place: header.place,
      issued: header.issued,
      type: header.type?.code,
      addressees: names(header.addressees),
      marks: header.marks.join('; '),
    }),
  }
}
