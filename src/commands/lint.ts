import { type Command, InvalidArgumentError, Option } from 'commander'
import { isAsGrave } from '../export/lint/index.js'
import type { Language } from '../grammar/wording.js'
import { LINT_FORMATS, type LintFormat, runLint } from '../run/lint-command.js'
import { type DeclareCommand, EXIT } from './command.js'
import { checkSources, languageOption, limitOption, outOption, SOURCES } from './options.js'
import { openOutput } from './output.js'

const LEVELS = ['error', 'warning', 'info'] as const
type Level = (typeof LEVELS)[number]

interface LintFlags {
  readonly format: LintFormat
  readonly failOn: Level | 'never'
  readonly least: Level
  readonly ignore: readonly string[]
  readonly today: string
  readonly out?: string
  readonly lang: Language
  readonly limit: number
}

/** Something was found: a status of its own, so that scripts tell it from a file that cannot be read. */
const FOUND = 3

const EXAMPLES = `
Examples:
  kehoach lint plan.docx                             what a careful clerk would point out
  kehoach lint plans/*.docx --least warning --ignore task --ignore form/archive-missing
  kehoach lint plan.txt --format sarif --out plan.sarif --fail-on never

Checks the form by Nghị định 30/2020/NĐ-CP (of Party documents by Hướng dẫn 36-HD/VPTW), citations, numbering, tasks and dues.
Exit status: 0 nothing as grave as --fail-on was found, 1 some input could not be read, 2 wrong use, ${FOUND} something as grave was found.`

/** `kehoach lint FILE…`: form and substance of documents. */
export const declareLint: DeclareCommand = (program, exit) => {
  program
    .command('lint')
    .description('check form and substance of plans: heading, citations, numbering, tasks, dues, recipients')
    .argument(...SOURCES)
    .addOption(new Option('-f, --format <format>', 'how findings are printed').choices(LINT_FORMATS).default('text'))
    .addOption(new Option('--fail-on <level>', 'the least grave finding that makes the exit status 3').choices([...LEVELS, 'never']).default('warning'))
    .addOption(new Option('--least <level>', 'print no findings less grave than this').choices(LEVELS).default('info'))
    .addOption(new Option('--ignore <rule>', 'leave out a rule (form/basis-ending) or a group of them (task); may be given again').default([]).argParser((value: string, before: readonly string[]) => [...before, value]))
    .addOption(new Option('--today <day>', 'day that dues are compared with (2025-06-30)').argParser(parseDay).default(today(), 'this day'))
    .addOption(outOption())
    .addOption(languageOption())
    .addOption(limitOption())
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], flags: LintFlags, command: Command) => exit(await lintAll(sources, flags, command)))
}

async function lintAll(sources: readonly string[], flags: LintFlags, command: Command): Promise<number> {
  checkSources(sources, command)
  const { out, close } = await openOutput(flags.out, sources, command)
  const { format, today: day, ignore, least, lang: language, limit, failOn } = flags
  const { failed, findings } = await runLint({ sources, format, today: day, ignore, least, language, limit, stdin: process.stdin, out, messages: process.stderr })
  await close()
  if (failed) return EXIT.someFailed
  return failOn !== 'never' && findings.some((finding) => isAsGrave(finding, failOn)) ? FOUND : EXIT.done
}

/** The day by this machine's clock and time zone. */
function today(): string {
  const now = new Date()
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

function parseDay(value: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) throw new InvalidArgumentError('It is a day: 2025-06-30.')
  return value
}
