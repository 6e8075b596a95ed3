import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import type { Language } from '../grammar/wording.js'
import type { DraftFormat } from '../run/draft-command.js'
import { type DeclareCommand, EXIT } from './command.js'
import { readTemplateFlags, setOption, valuesOption } from './fill.js'
import { languageOption, limitOption, outOption } from './options.js'
import { openWholeOutput } from './output.js'

interface DraftFlags {
  readonly for?: string
  readonly profile?: string
  readonly style?: 'state' | 'party'
  readonly format?: DraftFormat
  readonly template?: string
  readonly values?: string
  readonly set: readonly string[]
  readonly out?: string
  readonly lang: Language
  readonly limit: number
}

const EXAMPLES = `
Examples:
  kehoach draft plan.docx --for "UBND xã Tân Kỳ" --out draft.docx
  kehoach draft plan.docx --profile profile.yaml --out draft.docx
  kehoach draft plan.docx --for "UBND xã Tân Kỳ" --template office.docx --out draft.docx
  kehoach draft plan.txt --for "Đảng ủy xã Tân Kỳ" --style party --format text

What only a person can know is left blank ("……") and listed on standard error.
Exit status: 0 the draft was written, 1 the plan could not be read, 2 wrong use or a profile that cannot be used.`

const FORMATS: Readonly<Record<string, DraftFormat>> = { '.docx': 'docx', '.txt': 'text', '.json': 'json' }

/** `kehoach draft PARENT`: a draft of the plan that carries out the one given. */
export const declareDraft: DeclareCommand = (program, exit) => {
  program
    .command('draft')
    .description('draft the plan by which a body carries out a plan that it received')
    .argument('<plan>', 'the plan received; - is the standard input')
    .option('--for <body>', 'the body that carries it out: "UBND xã Tân Kỳ"')
    .option('--profile <file>', 'what the body says of itself (YAML or JSON): place, units, signer …')
    .addOption(new Option('--style <style>', 'form of the state (Nghị định 30/2020/NĐ-CP) or of the Party (Hướng dẫn 36-HD/VPTW)').choices(['state', 'party']))
    .addOption(new Option('-f, --format <format>', 'default: by the name of --out, else text').choices(['docx', 'text', 'json']))
    .option('--template <file>', 'a Word file (DOCX) with tags to lay the draft out in (kehoach fill --help)')
    .addOption(valuesOption())
    .addOption(setOption())
    .addOption(outOption())
    .addOption(languageOption())
    .addOption(limitOption())
    .addHelpText('after', EXAMPLES)
    .action(async (source: string, flags: DraftFlags, command: Command) => exit(await draft(source, flags, command)))
}

async function draft(source: string, flags: DraftFlags, command: Command): Promise<number> {
  const format = flags.format ?? (flags.template === undefined ? FORMATS[extname(flags.out ?? '').toLowerCase()] : 'docx') ?? 'text'
  if (format !== 'docx' && flags.template !== undefined) command.error('error: --template makes a Word file: --format docx', { exitCode: EXIT.wrongUse })
  if (format === 'docx' && flags.out === undefined && process.stdout.isTTY) command.error('error: --format docx is no text: name a file with --out', { exitCode: EXIT.wrongUse })
  const { readProfile, ProfileError } = await import('../run/read-profile.js')
  const more = { ...(flags.for === undefined ? {} : { body: flags.for }), ...(flags.style === undefined ? {} : { style: flags.style }) }
  const profile = await readProfile(flags.profile, more).catch((error: unknown) => {
    if (error instanceof ProfileError) return command.error(`error: ${flags.for === undefined && flags.profile === undefined ? 'say for whom: --for "UBND xã …", or --profile FILE' : error.message}`, { exitCode: EXIT.wrongUse })
    throw error
  })
  const { runDraft } = await import('../run/draft-command.js')
  const template = flags.template === undefined ? null : await readTemplateFlags(flags.template, flags, command)
  const { out, close } = await openWholeOutput(flags.out, [source, ...(flags.template === undefined ? [] : [flags.template])], command)
  const failed = await runDraft({ sources: [source], profile, format, template, language: flags.lang, limit: flags.limit, stdin: process.stdin, out, messages: process.stderr })
  await close()
  return failed ? EXIT.someFailed : EXIT.done
}
