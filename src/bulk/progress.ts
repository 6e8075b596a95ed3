import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'
import { type Language, wordFailure, wordLabel } from '../grammar/wording.js'
import type { FailureCode } from '../model/diagnostics.js'
import type { BulkProgress } from './run-bulk.js'

export type ProgressKind = 'terminal' | 'plain' | 'json' | 'none'

export interface ProgressOptions {
  readonly kind: ProgressKind
  readonly language: Language
  readonly out: Writable
  /** Milliseconds since some fixed moment. */
  readonly clock: () => number
}

/** Tells a person, a log or a program how far a run has come. */
export interface ProgressTeller {
  readonly update: (progress: BulkProgress) => void
  /** How many inputs there are, as soon as it is known: without it no time left is told. */
  readonly expect: (total: number) => void
  readonly stop: () => void
}

const PLAIN_EVERY_MS = 5000
const JSON_EVERY_MS = 1000

export function tellProgress(options: ProgressOptions): ProgressTeller {
  if (options.kind === 'none') return { update: () => {}, expect: () => {}, stop: () => {} }
  const pace = new Pace(options.clock)
  const failures = options.kind === 'json' ? () => {} : tellFailures(options)
  const printer = options.kind === 'terminal' ? terminalBar(options, pace) : lines(options, pace)
  return {
    ...printer,
    update: (progress) => {
      failures(progress)
      printer.update(progress)
    },
  }
}

/** Each failure gets a line of its own when it happens. */
function tellFailures({ out, language, kind }: ProgressOptions): (progress: BulkProgress) => void {
  let told: BulkProgress['lastFailure'] = null
  return ({ lastFailure }) => {
    if (!lastFailure || lastFailure === told) return
    told = lastFailure
    const message = wordFailure({ code: lastFailure.code as FailureCode, args: lastFailure.args }, lastFailure.source, language)
    out.write(`${kind === 'terminal' ? '\r\u001b[K' : ''}kehoach: ${message}\n`)
  }
}

const finished = ({ done, failed, duplicates, skipped }: BulkProgress): number => done + failed + duplicates + skipped

/** Speeds of a run, and how long the rest may take. */
class Pace {
  readonly #clock: () => number
  readonly #begin: number
  total: number | null = null

  constructor(clock: () => number) {
    this.#clock = clock
    this.#begin = clock()
  }

  /** Skipped inputs cost next to nothing and would make the rest look quick. */
  at(progress: BulkProgress): { readonly seconds: number; readonly perSecond: number; readonly pagesPerSecond: number; readonly secondsLeft: number | null } {
    const seconds = Math.max((this.#clock() - this.#begin) / 1000, 0.001)
    const perSecond = (finished(progress) - progress.skipped) / seconds
    const rest = this.total === null ? null : this.total - finished(progress)
    return { seconds, perSecond, pagesPerSecond: progress.pages / seconds, secondsLeft: rest === null || perSecond === 0 ? null : Math.max(0, rest) / perSecond }
  }
}

function terminalBar({ out, language }: ProgressOptions, pace: Pace): ProgressTeller {
  const words = (progress: BulkProgress): string => {
    const { perSecond, pagesPerSecond, secondsLeft } = pace.at(progress)
    const numbers = { done: progress.done, failed: progress.failed, speed: perSecond.toFixed(0), pages: pagesPerSecond.toFixed(0) }
    return wordLabel('bulk-terminal', language, numbers) + (secondsLeft === null ? '' : ` · ${wordLabel('bulk-left', language, { time: clockTime(secondsLeft) })}`)
  }
  const bar = new SingleBar({ stream: out as NodeJS.WriteStream, format: '{bar} {percentage}% {words}', barsize: 12, hideCursor: true, linewrap: false, clearOnComplete: false, etaBuffer: 1, barCompleteChar: '█', barIncompleteChar: '░' })
  let last: BulkProgress | null = null
  bar.start(1, 0, { words: '' })
  return {
    update: (progress) => {
      last = progress
      bar.setTotal(Math.max(pace.total ?? finished(progress) + 1, 1))
      bar.update(finished(progress), { words: words(progress) })
    },
    expect: (total) => {
      pace.total = total
      if (last) bar.setTotal(Math.max(total, 1))
    },
    stop: () => bar.stop(),
  }
}

function lines({ kind, out, language, clock }: ProgressOptions, pace: Pace): ProgressTeller {
  let last: BulkProgress | null = null
  let next = clock() + (kind === 'json' ? JSON_EVERY_MS : PLAIN_EVERY_MS)
  const print = (progress: BulkProgress): void => {
    const { seconds, perSecond, pagesPerSecond, secondsLeft } = pace.at(progress)
    const { done, failed, duplicates, skipped, pages } = progress
    if (kind === 'json') out.write(`${JSON.stringify({ done, failed, duplicates, skipped, pages, total: pace.total, seconds: round(seconds), documentsPerSecond: round(perSecond), pagesPerSecond: round(pagesPerSecond), secondsLeft: secondsLeft === null ? null : round(secondsLeft) })}\n`)
    else out.write(`${wordLabel('bulk-line', language, { done, failed, total: pace.total ?? '?', speed: perSecond.toFixed(1), pages: pagesPerSecond.toFixed(1) })}${secondsLeft === null ? '' : ` · ${wordLabel('bulk-left', language, { time: clockTime(secondsLeft) })}`}\n`)
  }
  return {
    update: (progress) => {
      last = progress
      if (clock() < next) return
      next = clock() + (kind === 'json' ? JSON_EVERY_MS : PLAIN_EVERY_MS)
      print(progress)
    },
    expect: (total) => {
      pace.total = total
    },
    stop: () => {
      if (last && kind === 'json') print(last)
    },
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** "1:05:09", "4:07". */
function clockTime(seconds: number): string {
  const whole = Math.ceil(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
