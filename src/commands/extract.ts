import { type Command, Option } from 'commander'
import { EXPORTS } from '../export/exports.js'
import type { Language } from '../grammar/wording.js'
import { exporterOf, FORMATS, type Format, runExtract } from '../run/extract-command.js'
import { type DeclareCommand, EXIT } from './command.js'
import { checkSources, languageOption, limitOption, outOption, SOURCES } from './options.js'
import { openOutput } from './output.js'

interface ExtractFlags {
  readonly format?: Format
  readonly out?: string
  readonly lang: Language
  readonly explain?: true
  readonly limit: number
}

export const EXTRACT_EXAMPLES = `
Examples:
  kehoach extract plan.txt                           a summary to read, on a terminal
  kehoach extract plan.docx --format json | jq .tasks
  kehoach extract plans/*.pdf plans/*.doc --format ndjson --out plans.ndjson
  kehoach extract plans/*.txt --format xlsx --out tracking.xlsx
  cat plan.txt | kehoach extract - --format table --lang en --explain

Reads Word (DOCX, DOC), PDF, scans (PDF, PNG, JPEG, TIFF), RTF, ODT, HTML and text, told by their bytes. Data goes to standard output, messages to standard error.
Exit status: 0 all inputs were read, 1 some input failed (the others are still printed), 2 wrong use.`

/** `kehoach extract FILE…`: read plans and print what they say. */
export const declareExtract: DeclareCommand = (program, exit) => {
  program
    .command('extract')
    .description('read plans and print what they say')
    .argument(...SOURCES)
    .addOption(new Option('-f, --format <format>', `json, ndjson (one line for each input, in the order given), table (a summary), or an export, all inputs in one file: ${EXPORTS.map(({ id, about }) => `${id} (${about})`).join(', ')}; default: table on a terminal, else json`).choices(FORMATS))
    .addOption(outOption())
    .addOption(languageOption())
    .option('--explain', 'tell which rule said what of each task (on standard error where the format is json or ndjson)')
    .addOption(limitOption())
    .addHelpText('after', EXTRACT_EXAMPLES)
    .action(async (sources: string[], flags: ExtractFlags, command: Command) => exit(await extract(sources, flags, command)))
}

async function extract(sources: readonly string[], flags: ExtractFlags, command: Command): Promise<number> {
  checkSources(sources, command)
  checkExport(sources, flags, command)
  const { out, terminal, columns, color, close } = await openOutput(flags.out, sources, command)
  const format = flags.format ?? (terminal ? 'table' : 'json')
  const failed = await runExtract({
    ...{ sources, format, language: flags.lang, explain: flags.explain === true, limit: flags.limit },
    ...{ columns, color, stdin: process.stdin, out, messages: process.stderr },
  })
  await close()
  return failed ? EXIT.someFailed : EXIT.done
}

/** Bytes are for a file or a pipe, and some forms hold one document. */
function checkExport(sources: readonly string[], { format, out }: ExtractFlags, command: Command): void {
  const exporter = format && exporterOf(format)
  if (!exporter) return
  if (sources.length > exporter.most) command.error(`error: --format ${format} takes one document`, { exitCode: EXIT.wrongUse })
  if (exporter.binary && out === undefined && process.stdout.isTTY) command.error(`error: --format ${format} is no text: name a file with --out`, { exitCode: EXIT.wrongUse })
}
