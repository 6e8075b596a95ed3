import { readFile } from 'node:fs/promises'
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
export async function unpackModel(): Promise<Uint8Array | undefined> {
  const folder = packagedModelFolder()
  if (!folder) return undefined
  return readFile(join(folder, FILE)).then((packed) => promisify(gunzip)(packed)).catch(() => undefined)
}
