import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { wordFailure } from '../src/grammar/wording.js'
import { readDocument, UnreadableDocumentError } from '../src/node.js'
import { HOSTILE_FILES } from './support/hostile-files.js'

const LIMITS = { milliseconds: 15_000, unpackedBytes: 32 * 1024 * 1024, memory: 1024 * 1024 * 1024 }
const ORDINARY = readFileSync('fixtures/forms/district-disaster-prevention-2019/plan.docx')

async function outcomeOf(bytes: Uint8Array, name: string): Promise<{ readonly outcome: string; readonly message: string }> {
  try {
    const { reader, findings } = await readDocument(bytes, { name, limits: LIMITS })
    return { outcome: [reader, ...new Set(findings.map(({ code }) => code))].join(' '), message: '' }
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error
    return { outcome: error.code, message: (['vi', 'en'] as const).map((language) => wordFailure(error, name, language)).join(' | ') }
  }
}

describe('files made to hurt', () => {
  it('are more than forty', () => {
    expect(HOSTILE_FILES.length).toBeGreaterThan(40)
    expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length)
  })

  it.each(HOSTILE_FILES)('$name ends in a document or its code within the limits', async ({ name, bytes, outcome: expected }) => {
    const begun = performance.now()
    const { outcome, message } = await outcomeOf(bytes(), name)
    expect(outcome).toBe(expected)
    expect(message).not.toContain('{')
    expect(performance.now() - begun).toBeLessThan(LIMITS.milliseconds + 5000)
  }, 30_000)

  it('disturb none that comes after them, and leave nothing behind', async () => {
    expect((await readDocument(ORDINARY)).text).toContain('III. NHIỆM VỤ TRỌNG TÂM\n1. Trước thiên tai\n1.1.')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('kehoach-read'))).toEqual([])
  })
})
