import { appendFile, copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planDocumentSchema } from '../../src/model/schema.js'
import { extractFile, readDocument } from '../../src/node.js'
import { bulk, fill, ledgerOf, linesIn, manyPlans, plan, results, temporaryFolder } from './archives.js'

const { corpus, extractMany, OtherFingerprintError, runBulk } = bulk

async function archive(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ input: string; out: string }> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'in'))
  await fill(join(folder, 'in'), files)
  return { input: join(folder, 'in'), out: join(folder, 'out') }
}

/** Long enough for a worker to be busy for seconds. */
const endless = (): string => `${plan(1)}\n${'Phòng Nội vụ chủ trì, phối hợp với Công an huyện rà soát trước ngày 15/6/2024. '.repeat(250_000)}`

/** Inputs of which the one at `index` comes when `ready` is, and ends the run. */
async function* interruptedAt(index: number, sources: readonly string[], ready: Promise<void>, stop: AbortController): AsyncGenerator<{ source: string }> {
  yield* sources.slice(0, index).map((source) => ({ source }))
  await ready
  stop.abort()
  yield* sources.slice(index).map((source) => ({ source }))
}

describe('an archive that is read', () => {
  it('gives every document that the schema knows, in the order of the inputs', async () => {
    const { input, out } = await archive(manyPlans(30))
    const summary = await runBulk([input], out, { workers: 2 })
    expect(summary).toMatchObject({ done: 30, failed: 0, duplicates: 0, skipped: 0, interrupted: false, failures: 0 })
    const documents = (await linesIn(join(out, 'documents/part-00000.ndjson'))).map((line) => planDocumentSchema.parse(JSON.parse(line)))
    expect(documents.map(({ header }) => header.notation?.text)).toEqual(Array.from({ length: 30 }, (_, index) => `${index + 1}/KH-UBND`))
    expect(documents[4]!.source).toMatchObject({ name: join(input, 'plan-0004.txt'), sha256: (await ledgerOf(out))[4]!.sha256 })
  })

  it('is the same whatever the number of workers, in parts of any size', async () => {
    const { input, out } = await archive(manyPlans(40))
    await runBulk([input], out, { workers: 1, partBytes: 20_000 })
    await runBulk([input], `${out}2`, { workers: 3, partBytes: 20_000 })
    expect(Object.keys(await results(out)).length).toBeGreaterThan(4)
    expect(await results(`${out}2`)).toEqual(await results(out))
  })

  it('names every input that cannot be read, with its reason, and loses nothing of the rest', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1), 'b.txt': '', 'c.txt': new Uint8Array([0, 1, 2, 0, 0, 7]), 'd.txt': plan(2) })
    const summary = await runBulk([input, '/none'], out, { workers: 1, language: 'en' })
    expect(summary).toMatchObject({ done: 2, failed: 3, failures: 3 })
    const failures = (await linesIn(join(out, 'failures.ndjson'))).map((line) => JSON.parse(line) as { source: string; error: { code: string; message: string } })
    expect(failures.map(({ source, error }) => [source.replace(`${input}/`, ''), error.code])).toEqual([['b.txt', 'empty'], ['c.txt', 'unsupported'], ['/none', 'not-found']])
    expect(failures[2]!.error.message).toBe('/none: no such file')
  })

  it('links a content that came before and reads it once', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1), 'b.txt': plan(2), 'c.txt': plan(1), 'd.txt': '', 'e.txt': '' })
    expect(await runBulk([input], out, { workers: 2 })).toMatchObject({ done: 2, duplicates: 1, failed: 2 })
    const ledger = await ledgerOf(out)
    expect(ledger.map(({ status, of }) => [status, of?.slice(-5)])).toEqual([['done', undefined], ['done', undefined], ['duplicate', 'a.txt'], ['failed', undefined], ['failed', 'd.txt']])
    expect(await linesIn(join(out, 'failures.ndjson'))).toHaveLength(2)
  })

  it('takes a path that is named twice once', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1) })
    expect(await runBulk([input, join(input, 'a.txt')], out, { workers: 1 })).toMatchObject({ done: 1, duplicates: 0, skipped: 0 })
  })

  it('reads a scan by OCR, in a lane of its own, to what it is when read alone', async () => {
    const picture = await readFile(new URL('../read/ocr/printed-page.png', import.meta.url))
    const { input, out } = await archive({ 'a.png': picture, 'b.txt': plan(1), 'c.png': Buffer.concat([picture, Buffer.from('x')]), 'd.txt': plan(2) })
    expect(await runBulk([input], out, { workers: 2 })).toMatchObject({ done: 4, failed: 0 })
    const first = JSON.parse((await linesIn(join(out, 'documents/part-00000.ndjson')))[0]!) as unknown
    expect(first).toEqual(await extractFile(join(input, 'a.png')))
    await expect(readDocument(picture, { ocr: { defer: true } })).rejects.toMatchObject({ code: 'unsupported', args: { reason: 'ocr-deferred' } })
  })

  it('replaces a worker that hangs, and tells its document as a timeout', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1), 'b.txt': endless(), 'c.txt': plan(2), 'd.txt': plan(3) })
    const summary = await runBulk([input], out, { workers: 1, limits: { milliseconds: 3000 }, grace: 500 })
    expect(summary).toMatchObject({ done: 3, failed: 1, lastFailure: { code: 'timeout' } })
  })

  it('replaces a worker that runs out of memory', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1), 'b.txt': endless(), 'c.txt': plan(2) })
    const summary = await runBulk([input], out, { workers: 1, memory: 96 })
    expect(summary).toMatchObject({ done: 2, failed: 1, lastFailure: { code: 'out-of-memory' } })
  })
})

describe('a folder that holds results', () => {
  it('is gone on with: what is done is skipped, what is new is read', async () => {
    const { input, out } = await archive(manyPlans(5))
    await runBulk([input], out, { workers: 1 })
    await fill(input, { 'plan-0009.txt': plan(99), 'plan-0002.txt': plan(77) })
    expect(await runBulk([input], out, { workers: 1 })).toMatchObject({ done: 2, skipped: 4 })
    const numbers: (string | undefined)[] = []
    for await (const { header } of corpus(out)) numbers.push(header.notation?.text)
    expect(numbers.sort()).toEqual(['1/KH-UBND', '2/KH-UBND', '4/KH-UBND', '5/KH-UBND', '77/KH-UBND', '99/KH-UBND'])
  })

  it('has failures that are read again when asked for', async () => {
    const { input, out } = await archive({ 'a.txt': '', 'b.txt': plan(2) })
    await runBulk([input, join(input, 'late.txt')], out, { workers: 1 })
    await fill(input, { 'late.txt': plan(3) })
    expect(await runBulk([input], out, { workers: 1 })).toMatchObject({ done: 1, skipped: 2, failures: 1 })
    expect(await runBulk([input], out, { workers: 1, retry: true })).toMatchObject({ done: 0, failed: 1, skipped: 2, failures: 1 })
    expect(await linesIn(join(out, 'failures.ndjson'))).toHaveLength(1)
  })

  it('of other options is refused, and emptied only when asked for', async () => {
    const { input, out } = await archive(manyPlans(2))
    await runBulk([input], out, { workers: 1 })
    await expect(runBulk([input], out, { workers: 1, extract: { language: 'en' } })).rejects.toBeInstanceOf(OtherFingerprintError)
    expect(await ledgerOf(out)).toHaveLength(2)
    expect(await runBulk([input], out, { workers: 1, extract: { language: 'en' }, fresh: true })).toMatchObject({ done: 2 })
  })

  it('whose tail a crash tore gives the same results as one that was never disturbed', async () => {
    const { input, out } = await archive(manyPlans(12))
    await runBulk([input], out, { workers: 1, partBytes: 20_000 })
    const whole = await results(out)
    const last = join(out, Object.keys(whole).at(-1)!)
    for (const tear of [
      () => appendFile(last, '{"schemaVersion":"1","sour'),
      () => appendFile(join(out, 'ledger.ndjson'), '{"source":"/x","sha256":"'),
      async () => truncate(join(out, 'ledger.ndjson'), (await readFile(join(out, 'ledger.ndjson'))).length - 300),
      async () => truncate(last, (await readFile(last)).length - 5),
      () => writeFile(join(out, 'documents/part-00099.ndjson'), 'lost'),
      () => writeFile(join(out, 'failures.ndjson'), 'torn'),
    ]) {
      await tear()
      await runBulk([input], out, { workers: 1, partBytes: 20_000 })
      expect(await results(out)).toEqual(whole)
    }
  })

  it('of a run that was interrupted is gone on with to the same end', async () => {
    const { input, out } = await archive(manyPlans(60))
    await runBulk([input], out, { workers: 2 })
    const stop = new AbortController()
    let tell = (): void => {}
    const tenDone = new Promise<void>((resolve) => {
      tell = resolve
    })
    const first = await runBulk(interruptedAt(30, Object.keys(manyPlans(60)).map((name) => join(input, name)), tenDone, stop), `${out}2`, { workers: 2, signal: stop.signal, onProgress: ({ done }) => done >= 10 && tell() })
    expect(first.interrupted).toBe(true)
    expect(first.done).toBeGreaterThanOrEqual(10)
    expect(first.done).toBeLessThanOrEqual(30)
    const second = await runBulk([input], `${out}2`, { workers: 2 })
    expect(second).toMatchObject({ interrupted: false, done: 60 - first.done, skipped: first.done })
    expect(await results(`${out}2`)).toEqual(await results(out))
  })
})

describe('a corpus', () => {
  it('is filtered by type, issuer, time, body and anything else', async () => {
    const { input, out } = await archive(manyPlans(14))
    await runBulk([input], out, { workers: 1 })
    const count = async (filter: Parameters<typeof corpus>[1]): Promise<number> => {
      let number = 0
      for await (const _ of corpus(out, filter)) number++
      return number
    }
    expect(await count({})).toBe(14)
    expect(await count({ type: 'KH', issuer: 'tân lập', body: 'trạm y tế' })).toBe(14)
    expect(await count({ type: 'QĐ' })).toBe(0)
    expect(await count({ from: '2019-01-01', to: '2019-12-31' })).toBe(2)
    expect(await count({ where: ({ header }) => header.notation?.number === '7' })).toBe(1)
  })

  it('is none where nothing was written', async () => {
    await expect(corpus(await temporaryFolder()).next()).rejects.toThrow('holds no results')
  })
})

describe('many files for a program', () => {
  it('come in the order given, with their errors in place', async () => {
    const { input } = await archive(manyPlans(6))
    const paths = [join(input, 'plan-0003.txt'), join(input, 'none.txt'), join(input, 'plan-0000.txt')]
    const got: string[] = []
    for await (const { document, error } of extractMany(paths, { workers: 2 })) got.push(document?.header.notation?.text ?? error!.code)
    expect(got).toEqual(['4/KH-UBND', 'not-found', '1/KH-UBND'])
  })

  it('end when they are aborted', async () => {
    const { input } = await archive(manyPlans(6))
    const stop = new AbortController()
    const read = async (): Promise<void> => {
      for await (const _ of extractMany(Object.keys(manyPlans(6)).map((name) => join(input, name)), { workers: 1, signal: stop.signal })) stop.abort(new Error('enough'))
    }
    await expect(read()).rejects.toThrow('enough')
  })

  it('leave the caller’s file alone', async () => {
    const { input } = await archive({ 'a.txt': plan(1) })
    await copyFile(join(input, 'a.txt'), join(input, 'b.txt'))
    for await (const { document } of extractMany([join(input, 'a.txt'), join(input, 'b.txt')], { workers: 1 })) expect(document?.header.notation?.text).toBe('1/KH-UBND')
    expect(await readFile(join(input, 'a.txt'), 'utf8')).toBe(plan(1))
  })
})
