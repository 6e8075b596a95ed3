import { execFile, execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const pictures = new Map<number, readonly string[]>()

/** The pages of a scan as picture files, taken out of it once (poppler's pdfimages) and not measured again. */
function picturesOf(bytes: Uint8Array): readonly string[] {
  const known = pictures.get(bytes.length)
  if (known) return known
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'))
  writeFileSync(join(folder, 'scan.pdf'), bytes)
  execFileSync('pdfimages', ['-png', join(folder, 'scan.pdf'), join(folder, 'page')])
  const files = readdirSync(folder).filter((name) => name.endsWith('.png')).sort().map((name) => join(folder, name))
  pictures.set(bytes.length, files)
  return files
}

/** One process a page and one thread a process, as many at once as there are cores. */
export async function recogniseByCommand(bytes: Uint8Array): Promise<void> {
  const run = promisify(execFile)
  await eachOf(picturesOf(bytes), async (file) => {
    await run('tesseract', [file, 'stdout', '-l', 'vie', '--psm', '3', '-c', 'debug_file=/dev/null', 'tsv'], { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 64 * 1024 * 1024 })
  }, availableParallelism())
}

export async function recogniseByPackage(bytes: Uint8Array): Promise<void> {
  const { createWorker } = (await import('tesseract.js')).default
  const langPath = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int')
  const files = picturesOf(bytes)
  const workers = await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, () => createWorker('vie', 1, { langPath, gzip: true, cacheMethod: 'none' })))
  const idle = [...workers]
  await eachOf(files, async (file) => {
    const worker = idle.pop()!
    await worker.recognize(readFileSync(file), {}, { blocks: true, text: false })
    idle.push(worker)
  }, workers.length)
  await Promise.all(workers.map((worker) => worker.terminate()))
}

async function eachOf(files: readonly string[], work: (file: string) => Promise<void>, lanes: number): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let i = next++; i < files.length; i = next++) await work(files[i]!)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
