#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { EXIT } from './commands/command.js'
import { EXTRACT_EXAMPLES } from './commands/extract.js'
import { COMMANDS } from './commands/index.js'
import { isGone } from './run/write.js'

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const program = new Command('kehoach')
    .description('Reads Vietnamese administrative plans (kế hoạch): header, outline, citations, dates, tasks.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(kehoach --help tells more)')
  for (const declare of COMMANDS) declare(program, (status) => void (process.exitCode = status))
  return program.addHelpText('after', EXTRACT_EXAMPLES)
}

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
