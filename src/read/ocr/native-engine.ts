import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, unlinkSync, writevSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { MODES, type OcrEngine, OcrError } from './engine.js'
import { type GrayImage, headOfTiff } from './gray-image.js'
import { unpackModel } from './model.js'
import { readTsv } from './tsv.js'

const LANGUAGE = 'vie'
const MOST_OUTPUT = 64 * 1024 * 1024
/** A process that keeps the memory it was given, in large pages, reads a page a tenth sooner: glibc's own settings, which others do not look at. */
const KEEPS_MEMORY = ['hugetlb=1', 'mmap_threshold=4294967296', 'trim_threshold=4294967296', 'top_pad=67108864'].map((setting) => `glibc.malloc.${setting}`).join(':')
/** The standard input by name: from a file that it can go back in, tesseract reads a picture at once, from a pipe letter by letter. */
const INPUT = '/dev/stdin'

interface Installed {
  readonly version: string
  /** Has data for Vietnamese of its own. */
  readonly vietnamese: boolean
}

/** What was found on a PATH, asked once a process. */
const INSTALLED = new Map<string, Installed>()

/** The `tesseract` on the PATH, one process a page and one thread a process; `undefined` where there is none. */
export async function openNativeEngine(signal: AbortSignal): Promise<OcrEngine | undefined> {
  const installed = await findInstalled(signal)
  const folder = installed && (installed.vietnamese ? null : await unpackedModelFolder())
  if (!installed || folder === undefined) return undefined
  const data = folder === null ? [] : ['--tessdata-dir', folder]
  return {
    name: `tesseract ${installed.version}`,
    lanes: availableParallelism(),
    recognise: async (image: GrayImage, dots: number, pageSignal: AbortSignal, layout = 'page') => {
      const pieces = [headOfTiff(image), image.data]
      const file = unnamedFileOf(pieces)
      try {
        const args = [file === undefined ? 'stdin' : INPUT, 'stdout', ...data, '-l', LANGUAGE, '--dpi', String(Math.round(dots)), '--psm', MODES[layout], '-c', 'debug_file=/dev/null', 'tsv']
        return readTsv((await run(args, file ?? pieces, pageSignal)).out)
      } finally {
        if (file !== undefined) closeSync(file)
      }
    },
    close: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function findInstalled(signal: AbortSignal): Promise<Installed | undefined> {
  const key = [process.env['PATH'], process.env['TESSDATA_PREFIX']].join('\n')
  const known = INSTALLED.get(key)
  if (known) return known
  const [version, listed] = await Promise.all([
    run(['--version'], [], signal).then(({ out }) => /tesseract v?(\d[\d.]*)/.exec(out)?.[1], () => undefined),
    run(['--list-langs'], [], signal).then(({ out, err }) => out + err, () => ''),
  ])
  if (!version) return undefined
  const found = { version, vietnamese: new RegExp(`^${LANGUAGE}$`, 'm').test(listed) }
  if (!signal.aborted) INSTALLED.set(key, found)
  return found
}

/** A folder with the packaged model; `undefined` where that is not installed. */
async function unpackedModelFolder(): Promise<string | undefined> {
  const model = await unpackModel()
  if (!model) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-ocr-'))
  await writeFile(join(folder, `${LANGUAGE}.traineddata`), model)
  return folder
}

/** An open file that holds the pieces and has no name any more, so that nothing is left of it whatever happens; `undefined` where there can be none. */
function unnamedFileOf(pieces: readonly Uint8Array[]): number | undefined {
  if (process.platform === 'win32' || !existsSync(INPUT)) return undefined
  const path = join(tmpdir(), `kehoach-ocr-${randomUUID()}`)
  let file: number | undefined
  try {
    file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
    // At a place of its own: where the process begins to read stays at the begin.
    const written = writevSync(file, pieces, 0)
    if (written === pieces.reduce((sum, { length }) => sum + length, 0)) return file
  } catch {
    // A full or forbidden folder: the pipe serves.
  }
  if (file !== undefined) closeSync(file)
  return undefined
}

/** `input`: an open file, or what is written into a pipe. */
function run(args: readonly string[], input: number | readonly Uint8Array[], signal: AbortSignal): Promise<{ out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const env = { GLIBC_TUNABLES: KEEPS_MEMORY, ...process.env, OMP_THREAD_LIMIT: '1' }
    const child = spawn('tesseract', args, { env, stdio: [typeof input === 'number' ? input : 'pipe', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    let length = 0
    const collect = (chunks: Buffer[]) => (chunk: Buffer): void => {
      length += chunk.length
      if (length < MOST_OUTPUT) chunks.push(chunk)
    }
    child.stdout!.on('data', collect(out))
    child.stderr!.on('data', collect(err))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve({ out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') })
      else reject(new OcrError('failed', { cause: Buffer.concat(err).toString('utf8').slice(0, 500) }))
    })
    child.stdin?.on('error', () => {})
    if (typeof input !== 'number') for (const piece of input) child.stdin?.write(piece)
    child.stdin?.end()
  })
}
