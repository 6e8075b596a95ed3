import { type Command, Option } from 'commander'
import type { TableFormat } from '../bulk/tables/write-tables.js'
import type { Language } from '../grammar/wording.js'
import { type DeclareCommand, EXIT } from './command.js'
import { interruption } from './interruption.js'
import { checkSources, languageOption, limitOption } from './options.js'
import { wholeNumber } from './whole-number.js'

interface BulkFlags {
  readonly out: string
  readonly workers?: number
  readonly time: number
  readonly memory: number
  readonly limit: number
  readonly retry?: true
  readonly fresh?: true
  readonly progress?: 'json' | 'none'
  readonly tables: readonly TableFormat[]
  readonly lang: Language
}

const EXAMPLES = `
Examples:
  kehoach bulk archive/ --out results
  kehoach bulk 'archive/**/*.docx' @more.txt --out results --workers 4
  find archive -newer last -type f | kehoach bulk - --out results
  kehoach bulk archive/ --out results --retry        read again what failed
  kehoach bulk archive/ --out results --tables parquet csv

The folder gets documents/part-*.ndjson, failures.ndjson and ledger.ndjson (one line for each input). The same command again goes on
where the last one ended. Exit status: 0 all inputs were read, 1 some input failed, 2 wrong use, 130 interrupted.`

/** `kehoach bulk INPUT…`: read an archive into a folder of results. */
export const declareBulk: DeclareCommand = (program, exit) => {
  program
    .command('bulk')
    .description('read an archive of any size into a folder of results')
    .argument('<input...>', 'folders, files, globs, @list.txt with a path a line, or - for such a list on the standard input')
    .requiredOption('-o, --out <folder>', 'where the results go; one that holds results is gone on with')
    .addOption(new Option('-w, --workers <number>', 'worker threads (default: one for each core)').argParser(wholeNumber))
    .addOption(new Option('--time <seconds>', 'the longest that one document may take').argParser(wholeNumber).default(120))
    .addOption(new Option('--memory <megabytes>', 'the most memory that one document may take').argParser(wholeNumber).default(1024))
    .addOption(limitOption())
    .option('--retry', 'read again what failed before')
    .option('--fresh', 'delete the results in the folder and begin anew')
    .addOption(new Option('--progress <kind>', 'json: one line of JSON a second; none: say nothing (default: a bar on a terminal, else a line now and then)').choices(['json', 'none']))
    .addOption(new Option('--tables <format...>', 'write tables of the results too, into tables/ of the folder').choices(['parquet', 'duckdb', 'csv', 'xlsx']).default([]))
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], flags: BulkFlags, command: Command) => exit(await bulk(inputs, flags, command)))
}

async function bulk(inputs: readonly string[], flags: BulkFlags, command: Command): Promise<number> {
  checkSources(inputs, command)
  const { bulkCommand } = await import('../bulk/bulk-command.js')
  const { signal, end } = interruption()
  try {
    const ended = await bulkCommand({
      inputs, directory: flags.out, language: flags.lang, workers: flags.workers, seconds: flags.time, memory: flags.memory, limit: flags.limit,
      retry: flags.retry === true, fresh: flags.fresh === true, progress: flags.progress ?? (process.stderr.isTTY ? 'terminal' : 'plain'),
      tables: flags.tables, stdin: process.stdin, messages: process.stderr, clock: () => performance.now(), signal,
    })
    return { done: EXIT.done, 'some-failed': EXIT.someFailed, stopped: EXIT.someFailed, 'wrong-use': EXIT.wrongUse, interrupted: EXIT.interrupted }[ended]
  } finally {
    end()
  }
}
