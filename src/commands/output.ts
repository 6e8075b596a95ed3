import { createWriteStream, type Stats, statSync } from 'node:fs'
import { open, rm, writeFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import { EXIT } from './command.js'

/** Where a command writes, and what that is: a terminal has a width and may have colours. */
export interface Output {
  readonly out: Writable
  readonly terminal: boolean
  readonly columns: number
  readonly color: boolean
  /** Wait until everything is written. */
  readonly close: () => Promise<void>
}

/** The standard output, or the file of `--out`: opened before anything is read, so that a path that cannot be written, or is an input, loses no work. */
export async function openOutput(path: string | undefined, sources: readonly string[], command: Command): Promise<Output> {
  if (path === undefined) {
    const terminal = process.stdout.isTTY === true
    const color = terminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
    return { out: process.stdout, terminal, columns: (terminal && process.stdout.columns) || 80, color, close: async () => {} }
  }
  const out = await openFile(path, sources, command)
  return { out, terminal: false, columns: 80, color: false, close: () => finished(out.end()) }
}

/** As {@link openOutput} for a command with one result: its file is tried first, and written when the result is there; one that was there before stays as it is until then. */
export async function openWholeOutput(path: string | undefined, sources: readonly string[], command: Command): Promise<Output> {
  const before = path === undefined ? undefined : statOrNothing(path)
  if (path === undefined || (before && !before.isFile())) return openOutput(path, sources, command)
  refuseInputs(path, sources, command)
  await orCannotWrite(path, command, async () => {
    await (await open(path, 'a')).close()
    if (!before) await rm(path)
  })
  const chunks: Buffer[] = []
  const out = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { out, terminal: false, columns: 80, color: false, close: async () => void (chunks.length && (await orCannotWrite(path, command, () => writeFile(path, Buffer.concat(chunks))))) }
}

async function openFile(path: string, sources: readonly string[], command: Command): Promise<Writable> {
  refuseInputs(path, sources, command)
  const out = createWriteStream(path)
  await orCannotWrite(path, command, () => new Promise<void>((resolve, reject) => out.once('open', () => resolve()).once('error', reject)))
  return out
}

function refuseInputs(path: string, sources: readonly string[], command: Command): void {
  const target = statOrNothing(path)
  const clash = sources.find((source) => source !== '-' && isSame(statOrNothing(source), target))
  if (clash !== undefined) command.error(`error: --out ${path} would overwrite the input ${clash}`, { exitCode: EXIT.wrongUse })
}

async function orCannotWrite(path: string, command: Command, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => command.error(`error: cannot write ${path}: ${(error as NodeJS.ErrnoException).code}`, { exitCode: EXIT.wrongUse }))
}

const statOrNothing = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

const isSame = (a: Stats | undefined, b: Stats | undefined): boolean => a !== undefined && b !== undefined && a.isFile() && a.ino === b.ino && a.dev === b.dev
