import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type BulkInput, findInputs, type InputOptions } from '../../src/bulk/inputs.js'
import { fill, temporaryFolder } from './archives.js'

async function found(args: readonly string[], options?: InputOptions): Promise<BulkInput[]> {
  const inputs: BulkInput[] = []
  for await (const input of findInputs(args, options)) inputs.push(input)
  return inputs
}

const names = (inputs: readonly BulkInput[], folder: string): string[] => inputs.map(({ source, fault }) => source.replace(`${folder}/`, '') + (fault ? ` !${fault.code} ${fault.args['reason'] ?? ''}`.trimEnd() : ''))

describe('inputs of an archive', () => {
  it('are the files of a folder and the folders in it, in the order of their names', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'b', 'c'), { recursive: true })
    await fill(folder, { 'z.txt': '', 'a.txt': '', 'b/2.txt': '', 'b/10.txt': '', 'b/c/Đ.txt': '' })
    expect(names(await found([folder]), folder)).toEqual(['a.txt', 'b/10.txt', 'b/2.txt', 'b/c/Đ.txt', 'z.txt'])
  })

  it('are what globs match, and what lists name, blank lines left out', async () => {
    const folder = await temporaryFolder()
    await fill(folder, { 'a.txt': '', 'b.txt': '', 'c.pdf': '' })
    await writeFile(join(folder, 'list'), `\ufeff${folder}/c.pdf\r\n\r\n${folder}/a.txt\n`)
    expect(names(await found([`${folder}/*.txt`]), folder)).toEqual(['a.txt', 'b.txt'])
    expect(names(await found([`@${folder}/list`]), folder)).toEqual(['c.pdf', 'a.txt'])
    expect(names(await found(['-'], { stdin: Readable.from([`${folder}/b.txt\n`]) }), folder)).toEqual(['b.txt'])
  })

  it('may have the signs of a glob in their own names', async () => {
    const folder = await temporaryFolder()
    await fill(folder, { '[1] kế hoạch.txt': '' })
    expect(names(await found([`${folder}/[1] kế hoạch.txt`]), folder)).toEqual(['[1] kế hoạch.txt'])
  })

  it('say what is missing and go on', async () => {
    const folder = await temporaryFolder()
    await fill(folder, { 'a.txt': '' })
    expect(names(await found([`${folder}/none`, `${folder}/*.none`, '@/none/list', folder]), folder)).toEqual(['none !not-found', '*.none !not-found', '@/none/list !not-found', 'a.txt'])
  })

  it('follow links to folders, but not in a circle', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'inner'))
    await fill(folder, { 'inner/a.txt': '' })
    await symlink('..', join(folder, 'inner', 'up'))
    await symlink('inner', join(folder, 'other'))
    await symlink('self', join(folder, 'self'))
    expect(names(await found([folder]), folder)).toEqual(['inner/a.txt', 'inner/up !unreadable loop', 'other/a.txt', 'other/up !unreadable loop', 'self !unreadable loop'])
  })

  it('take addresses only where they are asked to', async () => {
    expect((await found(['https://example.vn/a.pdf'], { urls: true }))[0]).toEqual({ source: 'https://example.vn/a.pdf' })
    expect((await found(['https://example.vn/a.pdf']))[0]!.fault?.code).toBe('not-found')
  })
})
