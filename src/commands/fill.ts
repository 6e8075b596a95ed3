import { type Command, Option } from 'commander'
import type { Language } from '../grammar/wording.js'
import { type DeclareCommand, EXIT } from './command.js'
import { languageOption, limitOption, outOption } from './options.js'
import { openWholeOutput } from './output.js'

interface FillFlags {
  readonly values?: string
  readonly set: readonly string[]
  readonly out?: string
  readonly lang: Language
  readonly limit: number
}

const EXAMPLES = `
Examples:
  kehoach fill assignment.docx plan.pdf --out filled.docx
  kehoach fill office.docx plan.docx --set "Người lập=Lê Thị Hoa" --values more.yaml --out filled.docx

Tags are {trích yếu}, {#nhiệm vụ}{nội dung}{/nhiệm vụ} …, in English too; docs/drafts.md names them all. A tag that is not known is named with its place.
Exit status: 0 the file was written, 1 the plan could not be read or the template not be filled, 2 wrong use, a template or values that cannot be read.`

/** A flag that may be given again: tag=value. */
export const setOption = (): Option => new Option('--set <tag=value>', 'a value of your own for a tag; may be given again').default([]).argParser((value: string, before: readonly string[]) => [...before, value])

export const valuesOption = (): Option => new Option('--values <file>', 'values of your own (YAML or JSON), lists of records among them')

/** `kehoach fill TEMPLATE PLAN`: a Word template of an office's own, filled with what a plan says. */
export const declareFill: DeclareCommand = (program, exit) => {
  program
    .command('fill')
    .description('fill a Word template of your own with what a plan says')
    .argument('<template>', 'a Word file (DOCX) with tags')
    .argument('<plan>', 'the plan; - is the standard input')
    .addOption(valuesOption())
    .addOption(setOption())
    .addOption(outOption())
    .addOption(languageOption())
    .addOption(limitOption())
    .addHelpText('after', EXAMPLES)
    .action(async (template: string, source: string, flags: FillFlags, command: Command) => exit(await fill(template, source, flags, command)))
}

async function fill(template: string, source: string, flags: FillFlags, command: Command): Promise<number> {
  if (flags.out === undefined && process.stdout.isTTY) command.error('error: a Word file is no text: name a file with --out', { exitCode: EXIT.wrongUse })
  const { runFill } = await import('../run/fill-command.js')
  const given = await readTemplateFlags(template, flags, command)
  const { out, close } = await openWholeOutput(flags.out, [source, template], command)
  const done = await runFill({ sources: [source], ...given, language: flags.lang, limit: flags.limit, stdin: process.stdin, out, messages: process.stderr })
  await close()
  return done ? EXIT.done : EXIT.someFailed
}

/** The template's bytes, its name, and the values of one's own. */
export async function readTemplateFlags(template: string, { set, values }: Pick<FillFlags, 'set' | 'values'>, command: Command): Promise<{ readonly template: Uint8Array; readonly name: string; readonly extra: Awaited<ReturnType<typeof import('../run/fill-command.js').readValues>> }> {
  const [{ readValues, ValuesError }, { readFile }] = await Promise.all([import('../run/fill-command.js'), import('node:fs/promises')])
  const extra = await readValues(values, set).catch((error: unknown) => {
    if (error instanceof ValuesError) return command.error(`error: ${error.message}`, { exitCode: EXIT.wrongUse })
    throw error
  })
  const bytes = await readFile(template).catch((error: unknown) => command.error(`error: cannot read the template ${template}: ${(error as NodeJS.ErrnoException).code}`, { exitCode: EXIT.wrongUse }))
  return { template: bytes, name: template, extra }
}
