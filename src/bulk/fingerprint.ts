import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PoolOptions } from './pool.js'

/** Version of the package that reads. */
export const VERSION: string = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** What results depend on besides the bytes: the version and the options of reading, not how many workers there were. */
export function fingerprintOf({ extract, limits }: Pick<PoolOptions, 'extract' | 'limits'>): string {
  return createHash('sha256').update(canonical({ version: VERSION, extract: extract ?? {}, limits: limits ?? {} })).digest('hex').slice(0, 16)
}

/** JSON with its keys in order: equal values give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
