import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { variedPlans } from '../speed/corpus.js'

const FORMS = fileURLToPath(new URL('../../fixtures/forms', import.meta.url))
/** Formats of the mixed files; scans are left out, as their time is the engine's. */
const MIXED = new Set(['.docx', '.doc', '.rtf', '.odt', '.html', '.pdf'])

/** `count` text plans that all differ, a thousand in each folder. */
export function writePlans(folder: string, count: number): number {
  let bytes = 0
  let written = 0
  while (written < count) {
    for (const plan of variedPlans(4_000_000)) {
      if (written >= count) break
      const inner = join(folder, String(Math.floor(written / 1000)).padStart(3, '0'))
      mkdirSync(inner, { recursive: true })
      // Rounds repeat the same variations: a number of its own makes each content different.
      const text = `${plan}\n\nMã hồ sơ: ${written}\n`
      writeFileSync(join(inner, `plan-${String(written).padStart(5, '0')}.txt`), text)
      bytes += Buffer.byteLength(text)
      written++
    }
  }
  return bytes
}

/** `count` files of the other formats, each a copy whose bytes differ where its reader does not look. */
export function writeMixed(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true })
  const files = filesBelow(FORMS).filter((file) => MIXED.has(extname(file)) && !/scan/.test(basename(file)))
  if (!files.length) throw new Error('fixtures/forms has no files to mix')
  for (let index = 0; index < count; index++) {
    const file = files[index % files.length]!
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}-${basename(file)}`), marked(readFileSync(file), extname(file), String(index)))
  }
  return count
}

/** The same document with other bytes: a comment of the ZIP, a comment of the PDF, blanks or an unused sector behind the end. */
function marked(bytes: Buffer, format: string, mark: string): Buffer {
  if (format === '.docx' || format === '.odt') {
    const length = Buffer.alloc(2)
    length.writeUInt16LE(mark.length)
    // The directory ends with the length of a comment, which these files have none of.
    return Buffer.concat([bytes.subarray(0, -2), length, Buffer.from(mark)])
  }
  if (format === '.doc') return Buffer.concat([bytes, Buffer.from(mark.padEnd(512, '\0'))])
  return Buffer.concat([bytes, Buffer.from(`\n${format === '.pdf' ? `% ${mark}` : ' '.repeat(Number(mark))}`)])
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}
