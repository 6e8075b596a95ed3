import { createWriteStream, type Stats, statSync } from 'node:fs'
import type { Writable } from 'node:stream'
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

async function openFile(path: string, sources: readonly string[], command: Command): Promise<Writable> {
  const target = statOrNothing(path)
  const clash = sources.find((source) => source !== '-' && isSame(statOrNothing(source), target))
  if (clash !== undefined) command.error(`error: --out ${path} would overwrite the input ${clash}`, { exitCode: EXIT.wrongUse })
  const out = createWriteStream(path)
  try {
    await new Promise((resolve, reject) => out.once('open', resolve).once('error', reject))
  } catch (error) {
    command.error(`error: cannot write ${path}: ${(error as NodeJS.ErrnoException).code}`, { exitCode: EXIT.wrongUse })
  }
  return out
}

const statOrNothing = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

const isSame = (a: Stats | undefined, b: Stats | undefined): boolean => a !== undefined && b !== undefined && a.isFile() && a.ino === b.ino && a.dev === b.dev
