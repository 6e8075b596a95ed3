import { describe, expect, it } from 'vitest'
import { importCircles, type Module, reachable, readModules, withoutComments } from './support/modules.js'

const modules = readModules('src')
const written = modules.filter(({ path }) => !path.startsWith('src/grammar/generated/'))

const STAGES = ['read', 'normalise', 'segment', 'recognise', 'assemble', 'export', 'draft'] as const
const BELOW = ['model', 'grammar'] as const

/** What the modules of a folder may import, besides their own; files at the top are the entries. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  grammar: ['model'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, BELOW])),
  run: [...BELOW, ...STAGES],
  bulk: [...BELOW, ...STAGES, 'run'],
  serve: [...BELOW, ...STAGES, 'run', 'bulk'],
  commands: [...BELOW, ...STAGES, 'run', 'bulk', 'serve'],
  entry: [...BELOW, ...STAGES, 'run', 'bulk', 'serve', 'commands'],
}

/** Entries that run anywhere. */
const CORE = ['src/index.ts', 'src/citations.ts', 'src/dates.ts', 'src/bodies.ts']

const layerOf = (path: string): string => (path.split('/').length > 2 ? path.split('/')[1]! : 'entry')

const offences = (rule: (module: Module) => readonly string[]): string[] => written.flatMap((module) => rule(module).map((what) => `${module.path}: ${what}`))

describe('the house', () => {
  it('has no folder that is not in the plan', () => {
    expect([...new Set(modules.map(({ path }) => layerOf(path)))].filter((layer) => !(layer in MAY_IMPORT))).toEqual([])
  })

  it('has no folder for odds and ends', () => {
    expect(modules.map(({ path }) => path).filter((path) => /\/(?:utils?|helpers?|common|misc|shared|lib)(?:\/|\.ts$)/.test(path))).toEqual([])
  })

  it('imports one way: model, grammar, stages, run, entries', () => {
    const allowed = (from: string, to: string): boolean => from === to || MAY_IMPORT[from]!.includes(to)
    expect(offences(({ path, imports }) => imports.filter((to) => !allowed(layerOf(path), layerOf(to))))).toEqual([])
  })

  it('has no import circles', () => {
    expect(importCircles(modules).map((circle) => circle.join(' → '))).toEqual([])
  })

  it.each(CORE)('needs no Node built-ins in the core: %s', (entry) => {
    const core = reachable(entry, modules)
    expect(core.length).toBeGreaterThan(5)
    const builtIns = core.flatMap(({ path, packages }) => packages.filter((name) => name.startsWith('node:')).map((name) => `${path}: ${name}`))
    const globals = core.filter(({ code }) => /(?:^|[^.$A-Za-z])(?:process|Buffer|require)\s*[.(]/m.test(withoutComments(code))).map(({ path }) => path)
    expect([...builtIns, ...globals]).toEqual([])
  })

  it.each(CORE)('does not carry zod in the core, its types are enough: %s', (entry) => {
    expect(reachable(entry, modules).filter(({ packages }) => packages.includes('zod')).map(({ path }) => path)).toEqual([])
  })

  it('sets the exit code in cli.ts alone', () => {
    expect(offences(({ path, code }) => (path !== 'src/cli.ts' && /process\.exit/.test(code) ? ['process.exit'] : []))).toEqual([])
  })
})

describe('every module', () => {
  it('is under 300 lines', () => {
    expect(offences(({ code }) => (code.split('\n').length > 300 ? [`${code.split('\n').length} lines`] : []))).toEqual([])
  })

  it('has no ASCII-only pattern classes, which never match beside đ', () => {
    expect(offences(({ code }) => withoutComments(code).match(/\\[bBwW](?![a-z])/g) ?? [])).toEqual([])
  })

  it('exports by name', () => {
    expect(offences(({ code }) => withoutComments(code).match(/^export default.*/gm) ?? [])).toEqual([])
  })

  it('reads no clock: the commands hand one in', () => {
    expect(offences(({ path, code }) => layerOf(path) === 'commands' ? [] : withoutComments(code).match(/new Date\(\)|Date\.now\(|performance\.now\(/g) ?? [])).toEqual([])
  })
})
