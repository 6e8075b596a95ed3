import { boundsOf } from '../../model/edtf.js'
import type { Instrument, PlanDocument } from '../../model/plan.js'
import type { LedgerEntry } from '../ledger.js'
import { instrumentKey } from '../tables/instrument-rows.js'

/** How often each key came, and a name for it. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(key: string, count = 1): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count)
  }

  get(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  get size(): number {
    return this.#counts.size
  }

  keys(): string[] {
    return [...this.#counts.keys()]
  }

  /** The most frequent, ties in the order of their letters. */
  top(most: number): readonly (readonly [key: string, count: number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  }
}

/** What a report shows, gathered document by document. */
export class Findings {
  documents = 0
  inputs = 0
  duplicates = 0
  failures = 0
  tasks = 0
  tasksWithBody = 0
  tasksWithDue = 0
  citations = 0
  readonly years = new Tally()
  readonly issuers = new Tally()
  /** By "issuer\nyear". */
  readonly issuerYears = new Tally()
  readonly instruments = new Tally()
  /** By instrument: its name for people. */
  readonly instrumentNames = new Map<string, string>()
  readonly leading = new Tally()
  readonly joining = new Tally()
  /** By day, `YYYY-MM-DD`: dues that end on it. */
  readonly dues = new Tally()
  readonly failureCodes = new Tally()
  readonly diagnostics = new Tally()

  add({ status, code }: LedgerEntry, document: PlanDocument | null): void {
    this.inputs++
    if (status === 'duplicate') this.duplicates++
    if (status === 'failed') {
      this.failures++
      this.failureCodes.add(code!)
    }
    if (document) this.#addDocument(document)
  }

  #addDocument({ header, tasks, citations, instruments, diagnostics }: PlanDocument): void {
    this.documents++
    const year = (header.issued && boundsOf(header.issued)?.first?.slice(0, 4)) || '?'
    const issuer = header.issuer?.name ?? '?'
    this.years.add(year)
    this.issuers.add(issuer)
    this.issuerYears.add(`${issuer}\n${year}`)
    this.tasks += tasks.length
    this.citations += citations.length
    for (const { responsible, coordinating, due } of tasks) {
      if (responsible.length) this.tasksWithBody++
      if (due !== null) this.tasksWithDue++
      for (const { name } of responsible) this.leading.add(name)
      for (const { name } of coordinating) this.joining.add(name)
      const last = due === null ? null : boundsOf(due)?.last
      if (last) this.dues.add(last)
    }
    for (const instrument of instruments) {
      const key = instrumentKey(instrument)
      if (key === null) continue
      this.instruments.add(key)
      const name = nameOf(instrument)
      if (name.length > (this.instrumentNames.get(key)?.length ?? 0)) this.instrumentNames.set(key, name)
    }
    for (const each of diagnostics) this.diagnostics.add(each.code)
  }
}

const nameOf = ({ notation, name, type }: Instrument): string => name ?? [type?.name, notation?.text].filter(Boolean).join(' ')
