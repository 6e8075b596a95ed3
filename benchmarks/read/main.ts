import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { FORMATS, type Format } from './formats.js'

const { readDocument }: typeof import('../../src/node.js') = await import(pathToFileURL(resolve('dist/node.js')).href)

/**
 * `npm run bench:read [-- FOLDER…]`: milliseconds a page of reading each format, beside the bare library's own extraction in the same run, and the peak of memory
 * of a process that does nothing else. Both are read file by file in turn, first as often unmeasured as measured, so that the engine has compiled both; of each
 * file's times the median counts, garbage collection included. Six plans of fixtures/forms are read, and the files of folders given, by the compiled code and
 * without a loader, which would slow every import(); pages are those of the same plan as PDF. Of OCR, which takes seconds, two rounds are measured after one that is not.
 * `-- --check` fails where a reading costs more than its ceiling; `-- --only=pdf` measures one row.
 */
const ROUNDS = 30
const SELF = fileURLToPath(import.meta.url)

interface Times {
  readonly ours: number
  readonly library: number | null
}

const filesOf = (folders: readonly string[], ending: string): string[] =>
  folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).map((name) => join(folder, name))).filter((path) => statSync(path).isFile()).sort()

async function countPages(folders: readonly string[], { ending, files }: Format): Promise<number> {
  let pages = 0
  for (const file of filesOf(folders, ending).slice(0, files)) {
    const pdf = file.replace(/(?:\.scan)?\.[a-z]+$/, '.pdf')
    pages += (await readDocument(pdf, { apart: false }).catch(() => null))?.pages?.length ?? Math.ceil((await readDocument(file, { apart: false })).text.length / 2500)
  }
  return pages
}

/** Median times of reading each file, ours and the library's in turn, added up. */
async function time(format: Format, files: readonly Uint8Array[]): Promise<Times> {
  const times = { ours: files.map((): number[] => []), library: files.map((): number[] => []) }
  const run = async (who: keyof typeof times, i: number, read: (bytes: Uint8Array) => Promise<unknown>): Promise<void> => {
    const copy = new Uint8Array(files[i]!)
    const begun = performance.now()
    await read(copy)
    times[who][i]!.push(performance.now() - begun)
  }
  const rounds = format.rounds ?? ROUNDS
  const unmeasured = format.rounds === undefined ? ROUNDS : 1
  for (let round = -unmeasured; round < rounds; round++) {
    for (const i of files.keys()) {
      if (format.library) await run('library', i, format.library.read)
      await run('ours', i, (bytes) => asWanted(format, () => readDocument(bytes, { apart: false })))
    }
  }
  const sum = (all: readonly number[][]): number => all.reduce((total, one) => total + median(one.slice(unmeasured)), 0)
  return { ours: sum(times.ours), library: format.library ? sum(times.library) : null }
}

/** The lower one of two. */
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[(times.length - 1) >> 1]!

/** Without programs on the path where the OCR of a package is measured. */
async function asWanted<T>(format: Format, read: () => Promise<T>): Promise<T> {
  const path = process.env['PATH']
  if (format.withoutPrograms) process.env['PATH'] = ''
  try {
    return await read()
  } finally {
    process.env['PATH'] = path
  }
}

/** What a child process is asked: read everything once and tell its peak of memory in megabytes. */
async function measureMemory(format: Format, who: string, folders: readonly string[]): Promise<void> {
  const read = who === 'ours' ? (bytes: Uint8Array) => asWanted(format, () => readDocument(bytes, { apart: false })) : format.library!.read
  for (const file of filesOf(folders, format.ending).slice(0, format.files)) await read(readFileSync(file))
  process.stdout.write(`\n@${Math.round(process.resourceUsage().maxRSS / 1024)}`)
}

const memoryOf = (format: Format, who: 'ours' | 'library', folders: readonly string[]): number =>
  Number(/@(\d+)$/.exec(execFileSync(process.execPath, [SELF, '--memory', format.name, who, ...folders], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1] ?? Number.NaN)

function printRow(format: string, who: string, milliseconds: number, pages: number, memory: number, ratio: string): void {
  process.stdout.write(`${format.padEnd(6)} ${who.padEnd(28)} ${(milliseconds / pages).toFixed(2).padStart(8)} ${String(memory).padStart(6)}  ${ratio}\n`)
}

async function compare(folders: readonly string[], check: boolean, only: string | undefined): Promise<void> {
  process.stdout.write(`${'format'.padEnd(6)} ${''.padEnd(28)} ${'ms/page'.padStart(8)} ${'MB'.padStart(6)}\n`)
  for (const format of FORMATS) {
    const files = filesOf(folders, format.ending).slice(0, format.files).map((file) => readFileSync(file))
    if (!files.length || (only && format.name !== only)) continue
    const { ours, library } = await time(format, files)
    const pages = await countPages(folders, format)
    if (library !== null) printRow(format.name, format.library!.name, library, pages, memoryOf(format, 'library', folders), '')
    const ratio = library === null ? '' : `${(ours / library).toFixed(2)} ×${format.ceiling === null ? '' : ` (at most ${format.ceiling})`}`
    printRow(format.name, 'kehoach readDocument', ours, pages, memoryOf(format, 'ours', folders), ratio)
    if (check && library !== null && format.ceiling !== null && ours > library * format.ceiling) process.exitCode = 1
  }
}

const args = process.argv.slice(2)
if (args[0] === '--memory') await measureMemory(FORMATS.find(({ name }) => name === args[1])!, args[2]!, args.slice(3))
else {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
  await compare(['fixtures/forms', ...args.filter((arg) => !arg.startsWith('--'))], args.includes('--check'), only)
}
