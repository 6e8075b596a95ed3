import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planDocumentSchema } from '../src/model/schema.js'

const CLI = new URL('../dist/cli.js', import.meta.url).pathname
const PLAN = 'Số: 12/KH-UBND\n\nHà Nam, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2023\n\nI. NHIỆM VỤ\n1. Giao Phòng Nội vụ chủ trì rà soát trước ngày 30/5/2023.\n'

let folder = ''
const at = (name: string): string => join(folder, name)

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function kehoach(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Ran {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...env } })
}

const linesOf = (ran: Ran): { source?: { name: string } | string; error?: { code: string; message: string } }[] =>
  ran.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-cli-'))
  mkdirSync(at('folder'))
  writeFileSync(at('plan.txt'), PLAN)
  writeFileSync(at('plan.html'), `<!doctype html><html><body>${PLAN.split('\n').map((line) => `<p>${line}</p>`).join('')}</body></html>`)
  writeFileSync(at('bom.txt'), `\ufeff${PLAN}`)
  writeFileSync(at('utf16le.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAN, 'utf16le')]))
  writeFileSync(at('utf16be.txt'), Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(PLAN, 'utf16le').swap16()]))
  writeFileSync(at('empty.txt'), '')
  writeFileSync(at('blank.txt'), ' \n\t\n')
  writeFileSync(at('binary.txt'), Buffer.from([1, 2, 3, 0, 255, 254, 0, 7]))
  writeFileSync(at('legacy.txt'), Buffer.concat([Buffer.from('dòng một\n'), Buffer.from([0x4b, 0xd5, 0x20, 0xb9, 0x0a])]))
  writeFileSync(at('scan.pdf'), '%PDF-1.7\n%\u00e2\u00e3\n')
  writeFileSync(at('long.txt'), 'a'.repeat(2 * 1024 * 1024))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach extract', () => {
  it('prints a document as JSON, with what it was read from', () => {
    const { status, stdout, stderr } = kehoach(['extract', 'plan.txt'])
    const document = planDocumentSchema.parse(JSON.parse(stdout))
    expect([status, stderr]).toEqual([0, ''])
    expect(document.source).toMatchObject({
      name: 'plan.txt',
      mediaType: 'text/plain',
      byteLength: Buffer.byteLength(PLAN),
      sha256: createHash('sha256').update(PLAN).digest('hex'),
    })
  })

  it('prints one line for each input, in the order given', () => {
    const ran = kehoach(['extract', '--format', 'ndjson', 'plan.html', 'missing.txt', 'plan.txt'])
    const lines = linesOf(ran)
    expect(ran.status).toBe(1)
    expect(lines.map((line) => (typeof line.source === 'string' ? line.source : line.source?.name))).toEqual(['plan.html', 'missing.txt', 'plan.txt'])
    expect(lines[1]!.error!.code).toBe('not-found')
  })

  it('prints several inputs as one JSON array', () => {
    const { status, stdout } = kehoach(['extract', 'plan.txt', 'empty.txt', 'plan.html'])
    const documents = JSON.parse(stdout) as { error?: { code: string } }[]
    expect(status).toBe(1)
    expect(documents.map(({ error }) => error?.code)).toEqual([undefined, 'empty', undefined])
  })

  it('reads the standard input', () => {
    const { status, stdout } = kehoach(['extract', '-'], PLAN)
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as { source: unknown }).source).toMatchObject({ name: null, byteLength: Buffer.byteLength(PLAN) })
  })

  it('reads UTF-8 with a byte order mark and UTF-16 like plain UTF-8', () => {
    const [plain, ...others] = ['plan.txt', 'bom.txt', 'utf16le.txt', 'utf16be.txt'].map((name) => {
      const { source, ...rest } = JSON.parse(kehoach(['extract', name]).stdout) as Record<string, unknown>
      return rest
    })
    for (const other of others) expect(other).toEqual(plain)
  })

  it('takes a page for HTML by its name or by its first tag', () => {
    const html = readFileSync(at('plan.html'), 'utf8')
    const [byName, byTag] = [kehoach(['extract', 'plan.html']), kehoach(['extract', '-'], html)].map(({ stdout }) => JSON.parse(stdout) as { text: string; source: { mediaType: string } })
    expect(byName!.source.mediaType).toBe('text/html')
    expect(byTag!.text).toBe(byName!.text)
  })

  it('writes to a file', () => {
    const { status, stdout } = kehoach(['extract', 'plan.txt', '--format', 'ndjson', '--out', 'out.ndjson'])
    expect([status, stdout]).toEqual([0, ''])
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(kehoach(['extract', 'plan.txt', '--format', 'ndjson']).stdout)
  })

  it('prints a summary in 80 columns, without colours into a pipe', () => {
    const { status, stdout } = kehoach(['extract', 'plan.txt', '--format', 'table'])
    expect(status).toBe(0)
    expect(stdout).not.toContain('\u001b')
    expect(stdout.split('\n').filter((line) => [...line.normalize('NFC')].length > 80)).toEqual([])
  })

  it('explains beside the data, not in it', () => {
    const plain = kehoach(['extract', 'plan.txt'])
    const explained = kehoach(['extract', 'plan.txt', '--explain'])
    expect([explained.status, explained.stdout]).toEqual([0, plain.stdout])
  })

  it('gives the same bytes each time', () => {
    expect(kehoach(['extract', 'plan.txt']).stdout).toBe(kehoach(['extract', 'plan.txt']).stdout)
  })

  it('stops quietly when the reader of the pipe goes', async () => {
    const child = spawn(process.execPath, [CLI, 'extract', '--format', 'ndjson', ...Array<string>(400).fill('long.txt'), '--limit', '8'], { cwd: folder })
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('exit', resolve))
    expect([status, complaints]).toEqual([0, ''])
  })
})

describe('kehoach tasks', () => {
  it('prints who does what by when, in 80 columns', () => {
    const { status, stdout } = kehoach(['tasks', 'plan.txt', '--lang', 'en'])
    expect(status).toBe(0)
    expect(stdout).toContain('Phòng Nội vụ')
    expect(stdout).toContain('≤ 2023-05-30')
    expect(stdout.split('\n').filter((line) => [...line.normalize('NFC')].length > 80)).toEqual([])
  })

  it('takes only those of a body, and those due by a day', () => {
    const count = (...flags: string[]): number => (JSON.parse(kehoach(['tasks', 'plan.txt', '--format', 'json', ...flags]).stdout) as unknown[]).length
    expect([count(), count('--body', 'Phòng Nội vụ'), count('--body', 'Sở Y tế')]).toEqual([1, 1, 0])
    expect([count('--due-before', '2023-05-30'), count('--due-before', '29/5/2023')]).toEqual([1, 0])
    expect(kehoach(['tasks', 'plan.txt', '--due-before', 'soon']).status).toBe(2)
  })

  it('prints CSV and Markdown of several inputs, and tells of one that cannot be read', () => {
    const csv = kehoach(['tasks', 'plan.txt', 'missing.txt', 'plan.html', '--format', 'csv'])
    expect([csv.status, csv.stdout.trimEnd().split('\r\n').length, csv.stderr.split('\n').length]).toEqual([1, 3, 2])
    expect(csv.stdout.startsWith('source,id,section,task,')).toBe(true)
    expect(kehoach(['tasks', '-', '--format', 'md'], PLAN).stdout.split('\n')).toHaveLength(4)
    const json = JSON.parse(kehoach(['tasks', 'plan.txt', 'missing.txt', '--format', 'json']).stdout) as { source: string; error?: { code: string } }[]
    expect(json.map(({ source, error }) => [source, error?.code])).toEqual([['plan.txt', undefined], ['missing.txt', 'not-found']])
  })
})

describe('input that cannot be read', () => {
  const CODES = { 'empty.txt': 'empty', 'blank.txt': 'empty', 'binary.txt': 'unsupported', 'missing.txt': 'not-found', folder: 'unreadable', 'long.txt': 'too-large', 'legacy.txt': 'unsupported', 'scan.pdf': 'corrupt' }

  it.each(Object.entries(CODES))('%s is told by the code %s, in both languages', (name, code) => {
    for (const [language, other] of [['vi', 'en'], ['en', 'vi']] as const) {
      const ran = kehoach(['extract', '--format', 'ndjson', '--limit', '1', '--lang', language, name])
      const [line] = linesOf(ran)
      expect([ran.status, line!.source, line!.error!.code]).toEqual([1, name, code])
      expect(ran.stderr).toBe(`kehoach: ${line!.error!.message}\n`)
      expect(ran.stderr).not.toMatch(/\n\s+at |[{}]/)
      expect(ran.stderr).not.toBe(kehoach(['extract', '--limit', '1', '--lang', other, name]).stderr)
    }
  })

  it('does not stop the others', () => {
    const ran = kehoach(['extract', '--format', 'ndjson', '--limit', '1', ...Object.keys(CODES), 'plan.txt'])
    const lines = linesOf(ran)
    expect(lines).toHaveLength(9)
    expect(planDocumentSchema.safeParse(lines.at(-1)).success).toBe(true)
  })

  it('names the line that is not UTF-8', () => {
    expect(kehoach(['extract', '--lang', 'en', 'legacy.txt']).stderr).toContain('line 2 is not UTF-8')
  })

  it('prints no data where the only input fails', () => {
    expect(kehoach(['extract', 'missing.txt']).stdout).toBe('')
  })
})

describe('wrong use', () => {
  const WRONG: readonly (readonly string[])[] = [
    [],
    ['extract'],
    ['extract', '--format', 'xml', 'plan.txt'],
    ['extract', '--lang', 'fr', 'plan.txt'],
    ['extract', '--limit', 'much', 'plan.txt'],
    ['extract', '--limit', '-1', 'plan.txt'],
    ['extract', '--unknown', 'plan.txt'],
    ['extract', '-', '-'],
    ['extract', 'plan.txt', '--out', 'no/such/folder.json'],
    ['extract', 'plan.txt', '--out', 'folder'],
    ['extract', 'plan.txt', '--out', './plan.txt'],
    ['read', 'plan.txt'],
  ]

  it.each(WRONG.map((args) => [args.join(' '), args] as const))('kehoach %s exits with 2 and a message', (_, args) => {
    const { status, stdout, stderr } = kehoach(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('never writes over an input', () => {
    expect(readFileSync(at('plan.txt'), 'utf8')).toBe(PLAN)
    expect(existsSync(at('no'))).toBe(false)
  })
})

describe('help and version', () => {
  it('shows examples', () => {
    for (const args of [['--help'], ['extract', '--help']]) {
      const { status, stdout } = kehoach(args)
      expect(status).toBe(0)
      expect(stdout).toContain('Examples:')
    }
  })

  it('tells the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
    expect(kehoach(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })
})
