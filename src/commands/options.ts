import { type Command, InvalidArgumentError, Option } from 'commander'
import { EXIT } from './command.js'

/** Flags that commands share, each worded once. */
export const languageOption = (): Option => new Option('--lang <language>', 'language of what is printed and of messages').choices(['vi', 'en']).default('vi')

export const limitOption = (): Option => new Option('--limit <megabytes>', 'the largest input').argParser(parseLimit).default(64 * 1024 * 1024, '64')

export const outOption = (): Option => new Option('-o, --out <file>', 'write there instead of to the standard output')

/** Where the inputs of a command are named. */
export const SOURCES = ['<file...>', 'files to read (Word, PDF, RTF, ODT, HTML, text: told by their bytes); - is the standard input'] as const

/** The standard input can be read once. */
export function checkSources(sources: readonly string[], command: Command): void {
  if (sources.filter((source) => source === '-').length > 1) command.error("error: '-' can be given only once", { exitCode: EXIT.wrongUse })
}

function parseLimit(value: string): number {
  const megabytes = Number(value)
  if (!(megabytes > 0)) throw new InvalidArgumentError('It is a number of megabytes above 0.')
  return Math.floor(megabytes * 1024 * 1024)
}
