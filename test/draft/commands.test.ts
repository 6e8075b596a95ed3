import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractFile } from '../../src/run/extract-file.js'

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname
const PLAN = 'UBND HUYỆN TỨ KỲ\nSố: 12/KH-UBND\n\nTứ Kỳ, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2023\n\nI. NHIỆM VỤ\n1. UBND các xã rà soát, báo cáo trước ngày 30/5/2023.\n2. Công an huyện kiểm tra chợ.\n'

let folder = ''
const at = (name: string): string => join(folder, name)
const sample = (name: string): string => new URL(`../../templates/${name}.docx`, import.meta.url).pathname
const kehoach = (...args: string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } => spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-draft-'))
  writeFileSync(at('plan.txt'), PLAN)
  writeFileSync(at('values.yaml'), 'Số: 17\nđịa danh: Chí Minh\n')
  writeFileSync(at('list.yaml'), 'Số: { a: 1 }\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach fill', () => {
  it('writes the template filled with the plan, values of one’s own before it', async () => {
    expect(kehoach('fill', sample('plan'), 'plan.txt', '--values', 'values.yaml', '--set', 'trích yếu=Thử = nghiệm', '--out', 'filled.docx')).toMatchObject({ status: 0, stderr: '' })
    const { header, tasks } = await extractFile(at('filled.docx'))
    expect([header.place, header.title, tasks.length]).toEqual(['Chí Minh', 'Thử = nghiệm', 2])
  })

  it('names a template that cannot be filled, and why', () => {
    expect(kehoach('fill', 'plan.txt', 'plan.txt', '--out', 'x.docx', '--lang', 'en')).toMatchObject({ status: 1, stderr: 'kehoach: plan.txt: not a Word file (.docx): no ZIP archive\n' })
  })

  it('writes no file, and leaves one that is there, where the plan cannot be read or the template not be filled', () => {
    writeFileSync(at('kept.docx'), 'older')
    expect(kehoach('fill', 'plan.txt', 'plan.txt', '--out', 'absent.docx').status).toBe(1)
    expect(kehoach('fill', 'plan.txt', 'plan.txt', '--out', 'kept.docx').status).toBe(1)
    expect(kehoach('draft', 'none.txt', '--for', 'UBND xã Chí Minh', '--out', 'absent.docx').status).toBe(1)
    expect(existsSync(at('absent.docx'))).toBe(false)
    expect(readFileSync(at('kept.docx'), 'utf8')).toBe('older')
    expect(kehoach('fill', sample('plan'), 'plan.txt', '--out', 'no-folder/x.docx')).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot write no-folder/x.docx: ENOENT') })
    expect(kehoach('fill', sample('plan'), 'plan.txt', '--out', 'plan.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('overwrite') })
  })

  it('refuses wrong use before it writes anything', () => {
    expect(kehoach('fill', sample('plan'), 'plan.txt', '--set', 'tag', '--out', 'never.docx')).toMatchObject({ status: 2, stderr: expect.stringContaining('tag=value') })
    expect(kehoach('fill', sample('plan'), 'plan.txt', '--values', 'list.yaml', '--out', 'never.docx')).toMatchObject({ status: 2, stderr: expect.stringContaining('list.yaml: Số') })
    expect(kehoach('fill', 'none.docx', 'plan.txt', '--out', 'never.docx')).toMatchObject({ status: 2, stderr: expect.stringContaining('none.docx: ENOENT') })
    expect(existsSync(at('never.docx'))).toBe(false)
  })
})

describe('kehoach draft', () => {
  it('lays a draft out in a template', async () => {
    expect(kehoach('draft', 'plan.txt', '--for', 'UBND xã Chí Minh', '--template', sample('plan'), '--out', 'draft.docx').status).toBe(0)
    const { header, tasks } = await extractFile(at('draft.docx'))
    expect([header.issuer?.name, header.notation?.text, tasks.map(({ text }) => text)]).toEqual(['Ủy ban nhân dân xã Chí Minh', '/KH-UBND', ['UBND các xã rà soát, báo cáo trước ngày 30/5/2023.']])
  })

  it('says on standard error what is left to a person', () => {
    const { status, stderr, stdout } = kehoach('draft', 'plan.txt', '--for', 'UBND xã Chí Minh', '--lang', 'en')
    expect([status, stdout.startsWith('ỦY BAN NHÂN DÂN\nXÃ CHÍ MINH\n')]).toEqual([0, true])
    expect(stderr).toContain('Tasks in the draft: 1; of others, left out: 1; given to nobody, left out: 0')
  })

  it('writes Word files by the name of --out', () => {
    expect(kehoach('draft', 'plan.txt', '--for', 'UBND xã Chí Minh', '--out', 'plain.docx').status).toBe(0)
    expect(readFileSync(at('plain.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('kehoach lint', () => {
  it('tells scripts by its exit status what it found', () => {
    expect(kehoach('lint', 'plan.txt', '--lang', 'en')).toMatchObject({ status: 3, stdout: expect.stringMatching(/^plan\.txt: warning: the national heading is missing/m) })
    expect(kehoach('lint', 'plan.txt', '--fail-on', 'error').status).toBe(0)
    expect(kehoach('lint', 'plan.txt', '--fail-on', 'never').status).toBe(0)
    expect(kehoach('lint', 'plan.txt', '--ignore', 'form', '--ignore', 'task', '--today', '2023-04-05')).toMatchObject({ status: 0, stdout: 'plan.txt: không có điểm nào\n' })
    expect(kehoach('lint', 'plan.txt', 'none.txt').status).toBe(1)
    expect(kehoach('lint', 'plan.txt', '--today', '1/1/2024').status).toBe(2)
  })

  it('says where, in lines of the file', () => {
    writeFileSync(at('zero.txt'), `\ufeff${PLAN.replace('12/KH', '5/KH').replaceAll('\n', '\r\n')}`)
    const { stdout } = kehoach('lint', 'zero.txt', '--format', 'json', '--lang', 'en')
    expect(JSON.parse(stdout)[0].findings.find(({ rule }: { rule: string }) => rule === 'form/number-zero')).toMatchObject({ text: '5/KH-UBND', place: { line: 2, column: 5, endLine: 2, endColumn: 14 } })
  })

  it('prints SARIF', () => expect(JSON.parse(kehoach('lint', 'plan.txt', '--format', 'sarif').stdout).version).toBe('2.1.0'))
})
