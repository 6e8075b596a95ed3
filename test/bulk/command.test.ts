import { spawn, spawnSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fill, ledgerOf, linesIn, manyPlans, plan, results, temporaryFolder } from './archives.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const isRoot = process.getuid?.() === 0

const kehoach = (args: readonly string[], options = {}): { status: number | null; stderr: string; stdout: string } => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', ...options })

async function archive(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ folder: string; input: string; out: string }> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'in'))
  await fill(join(folder, 'in'), files)
  return { folder, input: join(folder, 'in'), out: join(folder, 'out') }
}

describe('kehoach bulk', () => {
  it('finishes a folder with 5 % broken files, names each, and exits with 1', async () => {
    const broken = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`x${index}.txt`, index % 2 ? '' : new Uint8Array([0, index])]))
    const { input, out } = await archive({ ...manyPlans(76), ...broken })
    const { status, stderr } = kehoach(['bulk', input, '--out', out, '--lang', 'en'])
    expect(status).toBe(1)
    expect(stderr).toContain('76 read, 4 failed')
    for (const name of Object.keys(broken)) expect(stderr).toContain(`${name}: `)
    expect((await linesIn(join(out, 'failures.ndjson'))).map((line) => (JSON.parse(line) as { source: string }).source.slice(-6))).toEqual(Object.keys(broken))
    expect(kehoach(['bulk', input, '--out', out, '--lang', 'en'])).toMatchObject({ status: 1, stderr: expect.stringContaining('80 done before') })
  })

  it('ends cleanly at Ctrl-C with 130, and goes on to the same results', async () => {
    const { input, out } = await archive(manyPlans(400))
    const child = spawn(process.execPath, [CLI, 'bulk', input, '--out', out, '--workers', '1', '--progress', 'json'], { stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.once('data', () => child.kill('SIGINT'))
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130)
    const done = (await ledgerOf(out)).length
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(400)
    expect(kehoach(['bulk', input, '--out', out, '--progress', 'none']).status).toBe(0)
    expect(kehoach(['bulk', input, '--out', `${out}2`, '--progress', 'none']).status).toBe(0)
    expect(await results(out)).toEqual(await results(`${out}2`))
  })

  it('says how far it is in lines of JSON, for programs', async () => {
    const { input, out } = await archive(manyPlans(3))
    const lines = kehoach(['bulk', input, '--out', out, '--progress', 'json']).stderr.trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ done: 3, failed: 0, total: 3, secondsLeft: 0 })
  })

  it('says that the disk is full, keeps what was read, and goes on when there is room', async () => {
    const { input, out } = await archive(manyPlans(40))
    const limited = spawnSync('bash', ['-c', `ulimit -f 60; trap '' XFSZ; exec "${process.execPath}" "${CLI}" bulk "${input}" --out "${out}" --workers 1`], { encoding: 'utf8' })
    expect(limited).toMatchObject({ status: 1, stderr: expect.stringContaining('hết chỗ trên đĩa') })
    const kept = (await ledgerOf(out)).length
    expect(kept).toBeGreaterThan(3)
    expect(kept).toBeLessThan(40)
    expect(kehoach(['bulk', input, '--out', out, '--progress', 'none']).status).toBe(0)
    expect(kehoach(['bulk', input, '--out', `${out}2`, '--progress', 'none']).status).toBe(0)
    expect(await results(out)).toEqual(await results(`${out}2`))
  })

  it('is wrong use with other options on the same folder, or without a folder', async () => {
    const { input, out } = await archive({ 'a.txt': plan(1) })
    expect(kehoach(['bulk', input]).status).toBe(2)
    expect(kehoach(['bulk', input, '--out', out]).status).toBe(0)
    expect(kehoach(['bulk', input, '--out', out, '--lang', 'en'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--fresh') })
    expect(kehoach(['report', input])).toMatchObject({ status: 2, stderr: expect.stringContaining('không có kết quả') })
  })

  it('records a folder that may not be read, and goes on', async () => {
    const { folder, input, out } = await archive({ 'a.txt': plan(1) })
    await mkdir(join(input, 'closed'))
    await chmod(join(input, 'closed'), 0)
    // Nobody keeps root out: there the command runs as another user.
    const options = isRoot ? { uid: 65534, gid: 65534 } : {}
    for (const path of [folder, input]) await chmod(path, 0o777)
    if (isRoot) await chown(join(input, 'closed'), 0, 0)
    const { status } = kehoach(['bulk', input, '--out', out, '--progress', 'none'], options)
    await chmod(join(input, 'closed'), 0o755)
    expect(status).toBe(1)
    expect((await ledgerOf(out)).map(({ status: state, code, args }) => [state, code, args?.['reason']])).toEqual([['done', undefined, undefined], ['failed', 'unreadable', 'permission']])
    expect(await readdir(join(input, 'closed'))).toEqual([])
  })
})
