import { createReadStream } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { UnreadableDocumentError } from '../model/diagnostics.js'

/** One file of an archive, or a place in it that could not be looked into. */
export interface BulkInput {
  /** Path as it was found: below the folder that was given, not resolved. */
  readonly source: string
  /** Why there is no file to read: an unreadable folder, a symlink loop, a path that does not exist. */
  readonly fault?: UnreadableDocumentError
}

export interface InputOptions {
  /** What `-` reads its list of paths from. */
  readonly stdin?: Readable
  /** Take http(s) addresses as inputs of their own. */
  readonly urls?: boolean
}

/**
 * The files that arguments name, in a fixed order: folders are walked with names in code unit order, globs are matched, `@list.txt` and `-`
 * hold one path a line. Folders are read one at a time, so that memory grows with the largest folder and not with the archive.
 */
export async function* findInputs(args: readonly string[], options: InputOptions = {}): AsyncGenerator<BulkInput> {
  for (const arg of args) {
    if (arg === '-') yield* listed(options.stdin ?? process.stdin, '-', options)
    else if (arg.startsWith('@')) yield* listed(createReadStream(arg.slice(1), 'utf8'), arg, options)
    else yield* argument(arg, options)
  }
}

export const isUrl = (source: string): boolean => /^https?:\/\//i.test(source)

async function* argument(path: string, { urls }: InputOptions): AsyncGenerator<BulkInput> {
  if (urls && isUrl(path)) {
    yield { source: path }
    return
  }
  const found = await kindOf(path)
  if (found.fault && GLOB.test(path)) yield* matched(path)
  else yield* entry(path, found)
}

const GLOB = /[*?{}[\]!]/

async function* matched(pattern: string): AsyncGenerator<BulkInput> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, { dot: true, expandDirectories: false, absolute: pattern.startsWith('/') })
  if (!paths.length) yield { source: pattern, fault: new UnreadableDocumentError('not-found') }
  for (const path of paths.sort(byCodeUnit)) yield { source: path }
}

async function* listed(stream: Readable, name: string, options: InputOptions): AsyncGenerator<BulkInput> {
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const path = line.replace(/^\ufeff/, '').trim()
      if (path) yield* argument(path, options)
    }
  } catch (cause) {
    yield { source: name, fault: faultOf(cause) }
  }
}

interface Kind {
  readonly kind: 'file' | 'folder' | 'other'
  readonly fault?: UnreadableDocumentError
}

async function kindOf(path: string): Promise<Kind> {
  try {
    const found = await stat(path)
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other' }
  } catch (cause) {
    return { kind: 'other', fault: faultOf(cause) }
  }
}

/** A path of the walk; sockets, pipes and devices are passed over. */
async function* entry(path: string, { kind, fault }: Kind, above: readonly string[] = []): AsyncGenerator<BulkInput> {
  if (fault) yield { source: path, fault }
  else if (kind === 'file') yield { source: path }
  else if (kind === 'folder') yield* folder(path, above)
}

/** `above` are the real paths of the folders that this one stands in: one that comes again is a loop. */
async function* folder(path: string, above: readonly string[]): AsyncGenerator<BulkInput> {
  let names: string[]
  let real: string
  try {
    real = await realpath(path)
    if (above.includes(real)) throw new UnreadableDocumentError('unreadable', { reason: 'loop' })
    names = await namesIn(path)
  } catch (cause) {
    yield { source: path, fault: faultOf(cause) }
    return
  }
  for (const name of names) {
    const inner = join(path, name)
    yield* entry(inner, await kindOf(inner), [...above, real])
  }
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = []
  for await (const each of await opendir(path)) names.push(each.name)
  return names.sort(byCodeUnit)
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const REASONS: Readonly<Record<string, string>> = { EACCES: 'permission', EPERM: 'permission', ELOOP: 'loop' }

/** What an error of the file system means for the input it befell. */
export function faultOf(cause: unknown): UnreadableDocumentError {
  if (cause instanceof UnreadableDocumentError) return cause
  const detail = String((cause as NodeJS.ErrnoException).code ?? cause)
  if (detail === 'ENOENT' || detail === 'ENOTDIR') return new UnreadableDocumentError('not-found', {}, { cause })
  return new UnreadableDocumentError('unreadable', { reason: REASONS[detail] ?? 'input-output', detail }, { cause })
}
