import { once } from 'node:events'
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { finished } from 'node:stream/promises'

/**
 * One measurement in a process of its own: `bare FOLDER OUT` reads every file in a plain loop, `bulk FOLDER OUT WORKERS` with workers;
 * `formats FOLDER` reads all but the first file of each format in a loop and prints documents and seconds by format.
 * Prints seconds, documents, and the memory of the process at the first thousand and at the end.
 */
const [mode, folder, out, workers] = process.argv.slice(2) as [string, string, string, string | undefined]
const dist = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href
const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024

const filesBelow = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name))) : [path])

if (mode === 'formats') {
  const { extractFile } = (await import(dist('node.js'))) as typeof import('../../src/node.js')
  const formats: Record<string, { documents: number; seconds: number }> = {}
  const all = filesBelow(folder)
  for (const format of new Set(all.map((file) => extname(file).slice(1)))) {
    const files = all.filter((file) => file.endsWith(`.${format}`))
    await extractFile(readFileSync(files[0]!))
    const start = performance.now()
    for (const file of files.slice(1)) await extractFile(readFileSync(file))
    formats[format] = { documents: files.length - 1, seconds: (performance.now() - start) / 1000 }
  }
  process.stdout.write(JSON.stringify(formats))
  process.exit()
}

const samples: number[] = []
const begin = performance.now()
let done = 0
if (mode === 'bare') {
  const { extractFile } = (await import(dist('node.js'))) as typeof import('../../src/node.js')
  const stream = createWriteStream(out)
  for (const file of filesBelow(folder)) {
    const document = await extractFile(readFileSync(file), { name: file })
    if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
    if (++done % 250 === 0) samples.push(megabytes())
  }
  await finished(stream.end())
} else {
  const { runBulk } = (await import(dist('bulk.js'))) as typeof import('../../src/bulk.js')
  const summary = await runBulk([folder], out, {
    workers: Number(workers),
    onProgress: (progress) => {
      if (progress.done % 250 === 0) samples.push(megabytes())
    },
  })
  done = summary.done
}
process.stdout.write(JSON.stringify({ seconds: (performance.now() - begin) / 1000, done, memory: samples }))
