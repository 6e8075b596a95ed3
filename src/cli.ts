#!/usr/bin/env node
import { createWriteStream, readFileSync, type Stats, statSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Language } from './grammar/wording.js'
import { FORMATS, type Format, isGone, runExtract } from './run/extract-command.js'

const EXIT = { done: 0, someFailed: 1, wrongUse: 2 } as const

interface ExtractFlags {
  readonly format?: Format
  readonly out?: string
  readonly lang: Language
  readonly explain?: true
  readonly limit: number
}

const EXAMPLES = `
Examples:
  kehoach extract plan.txt                           a summary to read, on a terminal
  kehoach extract plan.html --format json | jq .tasks
  kehoach extract plans/*.txt --format ndjson --out plans.ndjson
  cat plan.txt | kehoach extract - --format table --lang en --explain

Reads text (UTF-8, or UTF-16 with a byte order mark) and HTML. Data goes to standard output, messages to standard error.
Exit status: 0 all inputs were read, 1 some input failed (the others are still printed), 2 wrong use.`

const parseLimit = (value: string): number => {
  const megabytes = Number(value)
  if (!(megabytes > 0)) throw new InvalidArgumentError('It is a number of megabytes above 0.')
  return Math.floor(megabytes * 1024 * 1024)
}

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const program = new Command('kehoach')
    .description('Reads Vietnamese administrative plans (kế hoạch): header, outline, citations, dates, tasks.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(kehoach --help tells more)')
  program
    .command('extract')
    .description('read plans and print what they say')
    .argument('<file...>', 'files to read; - is the standard input')
    .addOption(new Option('-f, --format <format>', 'json, ndjson (one line for each input, in the order given) or table (a summary); default: table on a terminal, else json').choices(FORMATS))
    .option('-o, --out <file>', 'write there instead of to the standard output')
    .addOption(new Option('--lang <language>', 'language of summary and messages').choices(['vi', 'en']).default('vi'))
    .option('--explain', 'tell which rule said what of each task (on standard error where the format is json or ndjson)')
    .addOption(new Option('--limit <megabytes>', 'the largest input').argParser(parseLimit).default(64 * 1024 * 1024, '64'))
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .action(async (sources: string[], flags: ExtractFlags, command: Command) => {
      process.exitCode = await extract(sources, flags, command)
    })
  return program.addHelpText('after', EXAMPLES)
}

async function extract(sources: readonly string[], flags: ExtractFlags, command: Command): Promise<number> {
  if (sources.filter((source) => source === '-').length > 1) command.error("error: '-' can be given only once", { exitCode: EXIT.wrongUse })
  const out = flags.out === undefined ? process.stdout : await openOutput(flags.out, sources, command)
  const terminal = out === process.stdout && process.stdout.isTTY === true
  const failed = await runExtract({
    sources,
    format: flags.format ?? (terminal ? 'table' : 'json'),
    language: flags.lang,
    explain: flags.explain === true,
    limit: flags.limit,
    columns: (terminal && process.stdout.columns) || 80,
    color: terminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    stdin: process.stdin,
    out,
    messages: process.stderr,
  })
  if (out !== process.stdout) await finished(out.end())
  return failed ? EXIT.someFailed : EXIT.done
}

/** Open the output before anything is read: a path that cannot be written, or is an input, is wrong use and loses no work. */
async function openOutput(path: string, sources: readonly string[], command: Command): Promise<Writable> {
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

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!isGone(error)) throw error
  })
}
try {
  await createProgram().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUse
  else {
    process.stderr.write(`kehoach: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = EXIT.someFailed
  }
}
