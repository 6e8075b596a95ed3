import type { Command } from 'commander'
import type { Language } from '../grammar/wording.js'
import { write } from '../run/write.js'
import { type DeclareCommand, EXIT } from './command.js'
import { languageOption, outOption } from './options.js'
import { openOutput } from './output.js'

/** `kehoach report DIR`: one page of HTML about a folder of results. */
export const declareReport: DeclareCommand = (program, exit) => {
  program
    .command('report')
    .description('print a page of HTML about the results of bulk: plots, no network')
    .argument('<folder>', 'the folder that kehoach bulk wrote')
    .addOption(outOption())
    .addOption(languageOption())
    .addHelpText('after', '\nExample:\n  kehoach report results --out report.html')
    .action(async (directory: string, flags: { readonly out?: string; readonly lang: Language }, command: Command) => exit(await report(directory, flags, command)))
}

async function report(directory: string, flags: { readonly out?: string; readonly lang: Language }, command: Command): Promise<number> {
  const [{ makeReport }, { wordStop }] = await Promise.all([import('../bulk/report/report.js'), import('../bulk/bulk-command.js')])
  try {
    const page = await makeReport(directory, flags.lang)
    const { out, close } = await openOutput(flags.out, [], command)
    await write(out, page)
    await close()
    return EXIT.done
  } catch (error) {
    process.stderr.write(`kehoach: ${wordStop(error, { language: flags.lang, directory })}\n`)
    return EXIT.wrongUse
  }
}
