import { type Command, Option } from 'commander'
import type { Language } from '../grammar/wording.js'
import type { DeclareCommand } from './command.js'
import { interruption } from './interruption.js'
import { checkSources, languageOption, limitOption } from './options.js'
import { wholeNumber } from './whole-number.js'

const database = (): Option => new Option('--db <url>', 'the PostgreSQL database: postgres://user@host/name').env('KEHOACH_DB').makeOptionMandatory()
const chosen = (): Option => new Option('--run <id>', 'which run (default: the one begun last)')

const EXAMPLES = `
Examples:
  kehoach queue add /srv/archive --db postgres://kehoach@db/kehoach
  kehoach worker --db postgres://kehoach@db/kehoach          on any number of machines that see the same folder
  kehoach queue status --db postgres://kehoach@db/kehoach
  kehoach queue export results --db postgres://kehoach@db/kehoach --tables parquet`

interface AddFlags {
  readonly db: string
  readonly time: number
  readonly lease: number
  readonly limit: number
  readonly lang: Language
}

interface RunFlags {
  readonly db: string
  readonly run?: string
  readonly lang: Language
}

/** `kehoach queue add|status|retry|export`: an archive that many machines read. */
export const declareQueue: DeclareCommand = (program, exit) => {
  const queue = program.command('queue').description('an archive that many machines read, through PostgreSQL').addHelpText('after', EXAMPLES)
  const commands = () => import('../bulk/queue/commands.js')
  queue
    .command('add')
    .description('put files or addresses into the queue')
    .argument('<input...>', 'folders, files, globs, http(s) addresses, @list.txt, or - for a list on the standard input')
    .addOption(database())
    .addOption(new Option('--time <seconds>', 'the longest that one document may take').argParser(wholeNumber).default(120))
    .addOption(new Option('--lease <seconds>', 'after how long a document of a worker that died is given to another').argParser(wholeNumber).default(300))
    .addOption(limitOption())
    .addOption(languageOption())
    .action(async (inputs: string[], { db, time, lease, limit, lang }: AddFlags, command: Command) => {
      checkSources(inputs, command)
      exit(await (await commands()).addCommand({ url: db, inputs, seconds: time, lease, limit, language: lang, stdin: process.stdin, out: process.stdout, messages: process.stderr }))
    })
  queue
    .command('status')
    .description('how the runs stand')
    .addOption(database())
    .addOption(new Option('--format <format>', 'how it is printed').choices(['text', 'json']).default('text'))
    .addOption(languageOption())
    .action(async ({ db, format, lang }: RunFlags & { readonly format: 'text' | 'json' }) => exit(await (await commands()).statusCommand({ url: db, json: format === 'json', language: lang, out: process.stdout, messages: process.stderr })))
  queue
    .command('retry')
    .description('put what failed for good into the queue again; --list only tells what it is')
    .addOption(database())
    .addOption(chosen())
    .option('--list', 'list the dead letters with their reasons, and leave them')
    .addOption(languageOption())
    .action(async ({ db, run, list, lang }: RunFlags & { readonly list?: true }) => exit(await (await commands()).retryCommand({ url: db, run, list: list === true, language: lang, out: process.stdout, messages: process.stderr })))
  queue
    .command('export')
    .description('write the results into a folder, as bulk does')
    .argument('<folder>', 'where the results go')
    .addOption(database())
    .addOption(chosen())
    .addOption(new Option('--tables <format...>', 'write tables too').choices(['parquet', 'duckdb', 'csv', 'xlsx']).default([]))
    .addOption(languageOption())
    .action(async (directory: string, { db, run, tables, lang }: RunFlags & { readonly tables: readonly ('parquet' | 'duckdb' | 'csv' | 'xlsx')[] }) =>
      exit(await (await commands()).exportCommand({ url: db, directory, run, tables, language: lang, out: process.stdout, messages: process.stderr })))
}

interface WorkerFlags {
  readonly db: string
  readonly concurrency?: number
  readonly memory: number
  readonly poll: number
  readonly allowHost: readonly string[]
  readonly untilEmpty?: true
  readonly name?: string
  readonly lang: Language
}

/** `kehoach worker`: read what is in the queue, on this machine. */
export const declareWorker: DeclareCommand = (program, exit) => {
  program
    .command('worker')
    .description('read what is in the queue, until it is told to end (SIGTERM: what it holds is finished)')
    .addOption(database())
    .addOption(new Option('-c, --concurrency <number>', 'documents read at once (default: one for each core)').argParser(wholeNumber))
    .addOption(new Option('--memory <megabytes>', 'the most memory that one document may take').argParser(wholeNumber).default(1024))
    .addOption(new Option('--poll <seconds>', 'how often an empty queue is looked at').argParser(wholeNumber).default(2))
    .addOption(new Option('--allow-host <host...>', 'fetch documents from these hosts (by default from none)').default([]))
    .option('--until-empty', 'end when nothing is left')
    .option('--name <name>', 'what this worker is called in the tables (default: host and process)')
    .addOption(languageOption())
    .action(async (flags: WorkerFlags) => {
      const { workerCommand } = await import('../bulk/queue/commands.js')
      const { signal, end } = interruption()
      try {
        await workerCommand({
          url: flags.db, concurrency: flags.concurrency, memory: flags.memory, poll: flags.poll, hosts: flags.allowHost, untilEmpty: flags.untilEmpty === true, name: flags.name,
          language: flags.lang, messages: process.stderr, signal,
        }).then(exit)
      } finally {
        end()
      }
    })
}
