import { build } from 'esbuild'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = new URL('..', import.meta.url).pathname
const PLAN = 'Số: 12/KH-UBND\n\nHà Nam, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2023\n\nI. NHIỆM VỤ\n1. Phòng Nội vụ chủ trì rà soát trước ngày 30/5/2023.\n'

const CITED = 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; theo điểm a khoản 2 Điều 5 Luật Đất đai năm 2024.'

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

let folder = ''
let packed: Packed

const inFolder = (command: string, args: readonly string[], input = ''): string => execFileSync(command, args, { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28 })
const runModule = (code: string): string => inFolder(process.execPath, ['--input-type=module', '-e', code])

/** The tarball, installed into an empty folder: what a user gets. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-package-'))
  const printed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  packed = (JSON.parse(printed) as Packed[])[0]!
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed.filename}`], { cwd: folder, stdio: 'ignore' })
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tarball', () => {
  it('carries what is run and read, and nothing else', () => {
    expect(packed.files.map(({ path }) => path).filter((path) => !/^(?:dist\/.+\.(?:js|d\.ts)|dist\/schema\.json|templates\/[a-z-]+\.docx|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(path))).toEqual([])
    for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/index.js', 'dist/cli.js', 'dist/schema.json']) expect(packed.files.map((file) => file.path)).toContain(path)
  })

  it('says nothing that publint would change', async () => {
    const { messages } = await publint({ pack: { tarball: Uint8Array.from(readFileSync(join(folder, packed.filename))).buffer }, strict: true })
    expect(messages).toEqual([])
  })

  it('has types that resolve from every entry, as ESM', () => {
    const ran = spawnSync(process.execPath, [join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js'), packed.filename, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'], { cwd: folder, encoding: 'utf8' })
    expect([ran.status, ran.status === 0 ? '' : ran.stdout]).toEqual([0, ''])
  })
})

describe('installed in an empty folder', () => {
  it('is imported as ESM, by each of its entries', () => {
    const printed = runModule(`
      import { extractPlan, createExtractor, toSummary } from 'kehoach'
      import { extractFile, readDocument } from 'kehoach/node'
      import { extractCitations, parseUrn } from 'kehoach/citations'
      import { extractDates } from 'kehoach/dates'
      import { extractBodies } from 'kehoach/bodies'
      import { planDocumentSchema } from 'kehoach/schema'
      import schema from 'kehoach/schema.json' with { type: 'json' }
      const document = extractPlan(${JSON.stringify(PLAN)})
      console.log(planDocumentSchema.safeParse(document).success, schema.title, [createExtractor, toSummary, extractFile, readDocument, extractCitations, parseUrn, extractDates, extractBodies].every((each) => typeof each === 'function'))`)
    expect(printed).toBe('true PlanDocument true\n')
  })

  it('gives its types to TypeScript, without those of Node for the core', () => {
    writeFileSync(
      join(folder, 'src/use.ts'),
      `import { type Citation, extractPlan, type PlanDocument, toSummary } from 'kehoach'
      import { extractCitations, type Instrument } from 'kehoach/citations'
      const document: PlanDocument = extractPlan('', { mediaType: 'text/html', language: 'en' })
      const first: Citation | undefined = document.citations[0]
      export const printed: string = toSummary(document, { columns: 80 }) + (first?.notation?.text ?? '')
      const cited: Instrument | undefined = extractCitations('Nghị định số 30/2020/NĐ-CP', { language: 'en' }).instruments[0]
      export const urn: string | null | undefined = cited?.urn
      // @ts-expect-error: no such field
      document.author\n`,
    )
    const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], types: [], skipLibCheck: false }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['src/use.ts'] }))
    const ran = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')], { cwd: folder, encoding: 'utf8' })
    expect(ran.stdout).toBe('')
  })

  it('runs from the command line', () => {
    const bin = join(folder, 'node_modules/.bin/kehoach')
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(inFolder(bin, ['--version'])).toBe(`${version}\n`)
    expect(JSON.parse(inFolder(bin, ['extract', '-'], PLAN))).toMatchObject({ schemaVersion: '1', header: {} })
  })

  it('bundles for browsers: no Node built-ins, and the same result', async () => {
    writeFileSync(join(folder, 'src/page.js'), "export { extractPlan } from 'kehoach'\nexport { extractCitations } from 'kehoach/citations'\n")
    const { outputFiles } = await build({ absWorkingDir: folder, entryPoints: ['src/page.js'], bundle: true, minify: true, format: 'iife', globalName: 'kehoach', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent' })
    const { text, contents } = outputFiles[0]!
    process.stdout.write(`core for browsers: ${Math.round(contents.length / 1024)} KB minified, ${Math.round(gzipSync(contents, { level: 9 }).length / 1024)} KB gzipped; tarball ${Math.round(packed.size / 1024)} KB\n`)
    const page = runInNewContext(`${text}; JSON.stringify([kehoach.extractPlan(plan), kehoach.extractCitations(cited)])`, { TextDecoder, TextEncoder, atob, plan: PLAN, cited: CITED }) as string
    expect(page).toBe(runModule(`import { extractPlan } from 'kehoach'; import { extractCitations } from 'kehoach/citations'; process.stdout.write(JSON.stringify([extractPlan(${JSON.stringify(PLAN)}), extractCitations(${JSON.stringify(CITED)})]))`))
  })

  it('bundles the dates alone for browsers: without the tables of bodies and laws, and the same result', async () => {
    const words = 'Họp ngày 15/3, nộp trước ngày 20/10/2017; ngày 31/02/2023.'
    writeFileSync(join(folder, 'src/dates.js'), "export { extractDates } from 'kehoach/dates'\n")
    const { outputFiles } = await build({ absWorkingDir: folder, entryPoints: ['src/dates.js'], bundle: true, minify: true, format: 'iife', globalName: 'kehoach', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent' })
    const { text, contents } = outputFiles[0]!
    process.stdout.write(`dates for browsers: ${Math.round(contents.length / 1024)} KB minified, ${Math.round(gzipSync(contents, { level: 9 }).length / 1024)} KB gzipped\n`)
    expect(contents.length).toBeLessThan(200_000)
    const page = runInNewContext(`${text}; JSON.stringify(kehoach.extractDates(words))`, { TextDecoder, words }) as string
    expect(page).toBe(runModule(`import { extractDates } from 'kehoach/dates'; process.stdout.write(JSON.stringify(extractDates(${JSON.stringify(words)})))`))
    const { dates, diagnostics } = JSON.parse(page) as { dates: { edtf: string | null }[]; diagnostics: { code: string }[] }
    expect(dates.map(({ edtf }) => edtf)).toEqual(['XXXX-03-15', '../2017-10-20', null])
    expect(diagnostics.map(({ code }) => code)).toEqual(['date/impossible'])
  })

  it.each([
    ['citations', 'extractCitations', 'Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Nghị định này …'],
    ['bodies', 'extractBodies', 'Giao Sở Y tế, Sở Nội vụ và UBND các huyện thực hiện.'],
  ])('bundles %s alone for browsers: no Node built-ins, and the same result', async (entry, name, words) => {
    writeFileSync(join(folder, `src/${entry}.js`), `export { ${name} } from 'kehoach/${entry}'\n`)
    const { outputFiles } = await build({ absWorkingDir: folder, entryPoints: [`src/${entry}.js`], bundle: true, minify: true, format: 'iife', globalName: 'kehoach', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent' })
    const { text, contents } = outputFiles[0]!
    process.stdout.write(`${entry} for browsers: ${Math.round(contents.length / 1024)} KB minified, ${Math.round(gzipSync(contents, { level: 9 }).length / 1024)} KB gzipped\n`)
    const page = runInNewContext(`${text}; JSON.stringify(kehoach.${name}(words))`, { TextDecoder, words }) as string
    expect(page).toBe(runModule(`import { ${name} } from 'kehoach/${entry}'; process.stdout.write(JSON.stringify(${name}(${JSON.stringify(words)})))`))
    expect(Object.values(JSON.parse(page) as Record<string, unknown>).some((list) => Array.isArray(list) && list.length > 1)).toBe(true)
  })

  it('bundles only what is imported', async () => {
    writeFileSync(join(folder, 'src/error.js'), "import { UnreadableDocumentError } from 'kehoach'\nconsole.log(UnreadableDocumentError.name)\n")
    const { outputFiles } = await build({ absWorkingDir: folder, entryPoints: ['src/error.js'], bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, logLevel: 'silent' })
    expect(outputFiles[0]!.contents.length).toBeLessThan(2048)
  })
})
