import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const PACKAGE = '@tesseract.js-data/vie'
const KIND = '4.0.0_best_int'
const FILE = 'vie.traineddata.gz'

/** The folder of the packaged Vietnamese model; `undefined` where the package is not installed. */
export function packagedModelFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), KIND)
  } catch {
    return undefined
  }
}

/** The packaged model as tesseract wants it; `undefined` where it is missing or damaged. */
export async function unpackModel(folder = packagedModelFolder()): Promise<Uint8Array | undefined> {
  if (!folder) return undefined
  return readFile(join(folder, FILE)).then((packed) => promisify(gunzip)(packed)).catch(() => undefined)
}

/** Models that were found whole, by path, size and time: unpacking one takes a tenth of a second. */
const WHOLE = new Set<string>()

/** Can the model of a folder be unpacked? */
export async function isModelWhole(folder: string): Promise<boolean> {
  const path = join(folder, FILE)
  const key = await stat(path).then(({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`, () => undefined)
  if (!key) return false
  if (!WHOLE.has(key) && (await unpackModel(folder))) WHOLE.add(key)
  return WHOLE.has(key)
}
