import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Language } from '../grammar/wording.js'
import { runTasks, TASK_FORMATS, type TaskFormat } from '../run/tasks-command.js'
import { type DeclareCommand, EXIT } from './command.js'
import { checkSources, languageOption, limitOption, outOption, SOURCES } from './options.js'
import { openOutput } from './output.js'

interface TasksFlags {
  readonly format: TaskFormat
  readonly body?: string
  readonly dueBefore?: string
  readonly out?: string
  readonly lang: Language
  readonly limit: number
}

const EXAMPLES = `
Examples:
  kehoach tasks plan.txt                             who does what, with whom, by when
  kehoach tasks plan.txt --body "Sở Y tế"            hers, and those of groups that include her; ? where a group only may
  kehoach tasks plans/*.txt --due-before 2025-06-30 --format csv --out due.csv`

/** `kehoach tasks FILE…`: print the table of tasks. */
export const declareTasks: DeclareCommand = (program, exit) => {
  program
    .command('tasks')
    .description('print who does what, with whom, by when')
    .argument(...SOURCES)
    .option('-b, --body <name>', 'only the tasks of this body, those of groups that include it counted')
    .addOption(new Option('--due-before <day>', 'only tasks whose last day is this one or an earlier one (2025-06-30 or 30/6/2025)').argParser(parseDay))
    .addOption(new Option('-f, --format <format>', 'how they are printed').choices(TASK_FORMATS).default('table'))
    .addOption(outOption())
    .addOption(languageOption())
    .addOption(limitOption())
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], flags: TasksFlags, command: Command) => exit(await printTasks(sources, flags, command)))
}

async function printTasks(sources: readonly string[], flags: TasksFlags, command: Command): Promise<number> {
  checkSources(sources, command)
  const { out, columns, color, close } = await openOutput(flags.out, sources, command)
  const failed = await runTasks({
    ...{ sources, format: flags.format, language: flags.lang, limit: flags.limit, body: flags.body ?? null, dueBefore: flags.dueBefore ?? null },
    ...{ columns, color, stdin: process.stdin, out, messages: process.stderr },
  })
  await close()
  return failed ? EXIT.someFailed : EXIT.done
}

/** "2025-06-30", "30/6/2025". */
function parseDay(value: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value)
  const [year, month, day] = iso ? [iso[1]!, iso[2]!, iso[3]!] : local ? [local[3]!, local[2]!.padStart(2, '0'), local[1]!.padStart(2, '0')] : []
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) throw new InvalidArgumentError('It is a day: 2025-06-30 or 30/6/2025.')
  return `${year}-${month}-${day}`
}
