import type { Body, Citation, PlanDocument, Section } from '../../src/model/plan.js'
import { extractBodies } from '../../src/run/extract-bodies.js'
import { type Alignment, alignInAnyOrder, alignInOrder } from './alignment.js'
import type { Ledger } from './board.js'
import type { Gold, GoldCitation, GoldHeader, GoldTask } from './gold.js'
import { diceOfWords, foldedWords, foldNotation, foldText, likeness } from './likeness.js'

type Equal = (want: string, got: string) => boolean

const sameWords: Equal = (want, got) => foldText(want) === foldText(got)
const toTheLetter: Equal = (want, got) => want === got
const nearly = (least: number): Equal => (want, got) => likeness(want, got) >= least

/** Score one document, layer by layer; a layer that the gold lacks is left out. */
export function scoreDocument(gold: Gold, document: PlanDocument, ledger: Ledger): void {
  scoreSpans(document, ledger)
  if (gold.kind) scoreValue(ledger, 'kind', gold.kind, document.kind)
  if (gold.header) scoreHeader(gold.header, document.header, ledger)
  if (gold.sections) scoreSections(gold.sections, document.sections, ledger)
  if (gold.citations) scoreCitations(gold.citations, document.citations, ledger)
  if (gold.dates) scoreDates(gold.dates, document.dates, ledger)
  if (gold.tasks) scoreTasks(gold.tasks, document.tasks, ledger)
  if (gold.tasks) scoreNamedBodies(gold.tasks, document.text, ledger)
  if (gold.targets) scoreTargets(gold.targets, document.targets, ledger)
  if (gold.recipients) scoreList(ledger, 'recipients', gold.recipients, document.recipients, alignInAnyOrder(gold.recipients, document.recipients, (g, f) => (likeness(g, f.text) >= 0.85 ? 1 : 0)))
  if (gold.signatures) scoreSignatures(gold.signatures, document.signatures, ledger)
  if (gold.diagnostics) scoreDiagnostics(gold.diagnostics, document.diagnostics, ledger)
}

/** One value against one value; null agrees with null alone. */
function scoreValue(ledger: Ledger, layer: string, want: string | null | undefined, got: string | null | undefined, equal: Equal = sameWords): boolean {
  const agree = want == null || got == null ? (want ?? null) === (got ?? null) : equal(want, got)
  ledger.count(layer, { hit: agree ? 1 : 0, gold: 1, found: 1 })
  if (!agree) ledger.miss(layer, `want ${JSON.stringify(want ?? null)}  got ${JSON.stringify(got ?? null)}`)
  return agree
}

function scoreList<G, F extends object>(ledger: Ledger, layer: string, gold: readonly G[], found: readonly F[], alignment: Alignment): [G, F][] {
  ledger.count(layer, { hit: alignment.pairs.length, gold: gold.length, found: found.length })
  for (const index of alignment.missing) ledger.miss(layer, `missing ${show(gold[index])}`)
  for (const index of alignment.extra) ledger.miss(layer, `extra   ${show(inBrief(found[index]!))}`)
  return alignment.pairs.map(([g, f]) => [gold[g]!, found[f]!])
}

const show = (item: unknown): string => JSON.stringify(item).slice(0, 260)

/** Of what was found its path and words; the whole is too long to read. */
const inBrief = ({ path, text }: { path?: string; text?: string }): string => [path, text].filter(Boolean).join(' ')

/** Bodies in any order, each once; true where the two lists agree wholly. */
function scoreBodies(ledger: Ledger, layer: string, gold: readonly string[], found: readonly Body[]): boolean {
  const left = [...found]
  let hit = 0
  for (const want of gold) {
    const index = left.findIndex((body) => likeness(want, body.text) >= 0.9 || likeness(want, body.name) >= 0.9)
    if (index < 0) ledger.miss(layer, `missing ${want}`)
    else {
      left.splice(index, 1)
      hit++
    }
  }
  for (const body of left) ledger.miss(layer, `extra   ${body.text}`)
  ledger.count(layer, { hit, gold: gold.length, found: found.length })
  return hit === gold.length && !left.length
}

/** Of the bodies that the gold's tasks name, in words of the text: those that the finder of bodies finds there by itself. */
function scoreNamedBodies(tasks: readonly GoldTask[], text: string, ledger: Ledger): void {
  const words = foldText(text)
  const named = [...new Set(tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating]).map(foldText))].filter((name) => words.includes(name))
  const found = new Set(extractBodies(text).bodies.map((body) => foldText(body.text)))
  const missed = named.filter((name) => !found.has(name))
  for (const name of missed) ledger.miss('bodies.named', `missing ${name}`)
  ledger.count('bodies.named', { hit: named.length - missed.length, gold: named.length, found: named.length })
}

/** `text.slice(span) === item.text`, everywhere; an output without a single span is no success. */
function scoreSpans(document: PlanDocument, ledger: Ledger): void {
  let all = 0
  let hit = 0
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { span, text } = value as { span?: { start: number; end: number } | null; text?: unknown }
    if (span && typeof text === 'string') {
      all++
      if (document.text.slice(span.start, span.end) === text) hit++
      else ledger.miss('spans', text.slice(0, 80))
    }
    for (const child of Object.values(value)) walk(child)
  }
  walk({ ...document, text: null })
  ledger.count('spans', { hit, gold: Math.max(all, 1), found: Math.max(all, 1) })
}

function scoreHeader(gold: GoldHeader, header: PlanDocument['header'], ledger: Ledger): void {
  for (const key of ['issuer', 'parent'] as const) if (key in gold) scoreValue(ledger, `header.${key}`, gold[key], header[key]?.name, nearly(0.95))
  if ('notation' in gold) scoreValue(ledger, 'header.notation', gold.notation, header.notation?.text, (want, got) => foldNotation(want) === foldNotation(got))
  for (const key of ['place', 'title'] as const) if (key in gold) scoreValue(ledger, `header.${key}`, gold[key], header[key])
  if ('issued' in gold) scoreValue(ledger, 'header.issued', gold.issued, header.issued, toTheLetter)
  if ('type' in gold) scoreValue(ledger, 'header.type', gold.type, header.type?.code)
  if (gold.addressees) scoreBodies(ledger, 'header.addressees', gold.addressees, header.addressees)
}

const flatten = (sections: readonly Section[]): Section[] => sections.flatMap((section) => [section, ...flatten(section.children)])

function textAfterMarker({ text, marker }: Section): string {
  const trimmed = text.trimStart()
  return marker && trimmed.startsWith(marker) ? trimmed.slice(marker.length).replace(/^[\s.):/-]+/, '') : trimmed
}

/** Numbered sections only: same path, same first six words after the marker (or as many as the shorter one has). */
function scoreSections(gold: NonNullable<Gold['sections']>, sections: readonly Section[], ledger: Ledger): void {
  const numbered = flatten(sections).filter(({ kind }) => kind !== 'bullet' && kind !== 'plus')
  const beginAlike = (starts: string, section: Section): boolean => {
    const want = foldedWords(starts).slice(0, 6)
    const got = foldedWords(textAfterMarker(section).slice(0, 400)).slice(0, 6)
    const length = Math.min(want.length, got.length)
    return length > 0 && diceOfWords(want.slice(0, length), got.slice(0, length)) > 0.8
  }
  const alignment = alignInOrder(gold, numbered, (g, f) => (g.path === f.path && beginAlike(g.starts, f) ? 1 : 0))
  for (const [want, got] of scoreList(ledger, 'sections', gold, numbered, alignment)) if (want.role) scoreValue(ledger, 'sections.role', want.role, got.role)
}

function citesSame(gold: GoldCitation, found: Citation): number {
  if (gold.notation) return found.notation && foldNotation(gold.notation) === foldNotation(found.notation.text) ? 1 : 0
  return !found.notation && found.name && likeness(gold.name ?? '', found.name) >= 0.85 ? 1 : 0
}

/** `strict`: the same instrument with type, date and issuer right. */
function scoreCitations(gold: readonly GoldCitation[], citations: readonly Citation[], ledger: Ledger): void {
  const found = citations.filter(({ notation, name, relation }) => (notation || name) && relation !== 'self')
  let strict = 0
  for (const [want, got] of scoreList(ledger, 'citations', gold, found, alignInAnyOrder(gold, found, citesSame))) {
    const parts = [
      scoreValue(ledger, 'citations.type', want.type, got.type?.code),
      scoreValue(ledger, 'citations.date', want.date, got.date, toTheLetter),
      scoreValue(ledger, 'citations.issuer', want.issuer, got.issuer?.name, nearly(0.9)),
    ]
    if (parts.every(Boolean)) strict++
    if ('title' in want) scoreValue(ledger, 'citations.title', want.title, got.title?.text, nearly(0.9))
    if (want.relation) scoreValue(ledger, 'citations.relation', want.relation, got.relation)
  }
  ledger.count('citations.strict', { hit: strict, gold: gold.length, found: found.length })
}

function scoreDates(gold: NonNullable<Gold['dates']>, dates: PlanDocument['dates'], ledger: Ledger): void {
  const alignment = alignInAnyOrder(gold, dates, (g, f) => (g.edtf === f.edtf && likeness(g.text, f.text) > 0.5 ? 1 : 0))
  for (const [want, got] of scoreList(ledger, 'dates', gold, dates, alignment)) if (want.role) scoreValue(ledger, 'dates.role', want.role, got.role)
}

/** `strict`: the same task with who, with whom and due right. */
function scoreTasks(gold: readonly GoldTask[], tasks: PlanDocument['tasks'], ledger: Ledger): void {
  const alike = (g: GoldTask, f: PlanDocument['tasks'][number]): number => {
    const dice = likeness(g.text, f.text)
    return dice >= 0.8 ? dice : 0
  }
  let strict = 0
  for (const [want, got] of scoreList(ledger, 'tasks', gold, tasks, alignInAnyOrder(gold, tasks, alike))) {
    const parts = [
      scoreBodies(ledger, 'tasks.responsible', want.responsible, got.responsible),
      scoreBodies(ledger, 'tasks.coordinating', want.coordinating, got.coordinating),
      scoreValue(ledger, 'tasks.due', want.due, got.due, toTheLetter),
    ]
    if (parts.every(Boolean)) strict++
    if ('output' in want) scoreValue(ledger, 'tasks.output', want.output, got.output?.text, nearly(0.85))
    if (want.section) scoreValue(ledger, 'tasks.section', want.section, (got.section ?? '').replace(/(?:\.?[-+]\d+)+$/, ''))
  }
  ledger.count('tasks.strict', { hit: strict, gold: gold.length, found: tasks.length })
}

function scoreTargets(gold: NonNullable<Gold['targets']>, targets: PlanDocument['targets'], ledger: Ledger): void {
  const alike = (g: (typeof gold)[number], f: PlanDocument['targets'][number]): number =>
    Number(g.value) === f.value && foldText(g.unit ?? '') === foldText(f.unit ?? '') && likeness(g.text, f.text) > 0.4 ? 1 : 0
  scoreList(ledger, 'targets', gold, targets, alignInOrder(gold, targets, alike))
}

function scoreSignatures(gold: NonNullable<Gold['signatures']>, signatures: PlanDocument['signatures'], ledger: Ledger): void {
  const alignment = alignInOrder(gold, signatures, (g, f) => (foldText(g.name ?? '') === foldText(f.name ?? '') ? 1 : 0))
  for (const [want, got] of scoreList(ledger, 'signatures', gold, signatures, alignment)) {
    for (const key of ['authority', 'position'] as const) if (key in want) scoreValue(ledger, `signatures.${key}`, want[key], got[key])
  }
}

/** Codes, each once; what is only information, or of another layer than the gold's, is no false alarm. */
function scoreDiagnostics(gold: readonly string[], diagnostics: PlanDocument['diagnostics'], ledger: Ledger): void {
  const codes = new Set(diagnostics.map(({ code }) => code))
  const raised = diagnostics.filter(({ severity, code }) => severity !== 'info' && /^(?:citation|header|section|document)\//.test(code))
  const alarms = new Set(raised.map(({ code }) => code))
  const hit = gold.filter((code) => codes.has(code)).length
  ledger.count('diagnostics', { hit, gold: gold.length, found: Math.max(hit, alarms.size) })
  for (const code of gold) if (!codes.has(code)) ledger.miss('diagnostics', `missing ${code}`)
  for (const code of alarms) if (!gold.includes(code)) ledger.miss('diagnostics', `extra   ${code}`)
}
