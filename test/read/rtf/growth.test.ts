import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/read/reader.js'
import { readRtf } from '../../../src/read/rtf/index.js'
import { latin1 } from '../../support/old-encodings.js'

const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'a picture in hexadecimal digits': (n) => `{\\pict ${'89ab'.repeat(n * 10)}}x\\par`,
  'letters in an old font': (n) => `{\\fonttbl{\\f1 .VnTime;}}\\f1 ${"\\'a7i\\'d2u ".repeat(n)}\\par`,
  'groups': (n) => `${'{\\b x}'.repeat(n)}\\par`,
  'fields that never end': (n) => `${'{\\field{\\*\\fldinst x}{\\fldrslt y}'.slice(0, -1).repeat(50)}${'x{\\field{\\fldrslt y}}'.repeat(n)}\\par`,
  'cells without end': (n) => `\\trowd${'\\cellx100'.repeat(n)} ${'a\\intbl\\cell '.repeat(n)}`,
  'notes': (n) => `${'x{\\footnote y}'.repeat(n)}\\par`,
}

async function millisecondsFor(body: string): Promise<number> {
  const bytes = latin1(`{\\rtf1 ${body}}`)
  const from = performance.now()
  await readRtf(bytes, { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal })
  return performance.now() - from
}

describe('time grows with the file, not with its square', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_, make) => {
    await millisecondsFor(make(500))
    const best = async (n: number): Promise<number> => {
      const times: number[] = []
      for (let i = 0; i < 3; i++) times.push(await millisecondsFor(make(n)))
      return Math.min(...times)
    }
    const small = await best(2000)
    expect(await best(8000)).toBeLessThan(Math.max(small, 40) * 6)
  })
})
