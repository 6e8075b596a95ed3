import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = new URL('..', import.meta.url).pathname
const README = join(ROOT, 'README.md')
const UPDATE = process.env['UPDATE_DOCS'] === '1' && !process.env['CI']

interface Block {
  readonly language: string
  readonly code: string
  /** What stands in the `text` block after it. */
  readonly output: string | undefined
}

const FENCED = /^```([a-z]+)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm

const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(FENCED)].map(([, language, code, output]) => ({ language: language!, code: code!, output }))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-docs-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules/kehoach'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Installing, building and testing are what runs this test; the rest of a command is run. */
function runBlock({ language, code }: Block): string {
  if (language === 'js') return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' })
  const commands = code.trim().split(/ && |\n/).filter((command) => !/^npm (?:ci|test|run build)$/.test(command))
  return commands.map((command) => spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout).join('')
}

describe('the README', () => {
  const blocks = blocksOf(readFileSync(README, 'utf8')).filter(({ language }) => language === 'sh' || language === 'js')

  it('has code to run', () => expect(blocks.map(({ language }) => language)).toEqual(expect.arrayContaining(['sh', 'js'])))

  it.each(blocks.map((block) => [block.code.trim().split('\n')[0]!, block] as const))('%s prints what it says', (_, block) => {
    const printed = runBlock(block)
    if (block.output === undefined) return
    if (UPDATE) replaceInReadme(`\`\`\`${block.language}\n${block.code}\`\`\`\n\n\`\`\`text\n${block.output}`, `\`\`\`${block.language}\n${block.code}\`\`\`\n\n\`\`\`text\n${printed}`)
    else expect(printed).toBe(block.output)
  })

  it('has the accuracy table that its command prints', () => {
    const [whole, command, table] = /<!-- (npm run [^\n]*) -->\n\n([\s\S]*?)\n?<!-- end -->/.exec(readFileSync(README, 'utf8'))!
    const printed = execFileSync('bash', ['-c', command!.replace('npm run', 'npm run --silent')], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    if (UPDATE) replaceInReadme(whole!, `<!-- ${command} -->\n\n${printed}\n<!-- end -->`)
    else expect(table).toBe(printed)
  })

  it('names scripts and files that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    for (const name of ['README.md', 'CONTRIBUTING.md']) {
      const text = readFileSync(join(ROOT, name), 'utf8')
      const missing = [...text.matchAll(/npm run ([a-z]+)/g)].filter(([, script]) => !(script! in scripts)).map(([command]) => command)
      const gone = [...text.matchAll(/`((?:src|test|fixtures|grammars|benchmarks)\/[A-Za-z0-9./-]*)`/g)].filter(([, path]) => !existsSync(join(ROOT, path!))).map(([, path]) => path)
      expect([name, ...missing, ...gone]).toEqual([name])
    }
  })
})

function replaceInReadme(old: string, now: string): void {
  const text = readFileSync(README, 'utf8')
  expect(text).toContain(old)
  writeFileSync(README, text.replace(old, () => now))
}
