import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A source module: its path from the top folder of the project and what it imports, types too. */
export interface Module {
  readonly path: string
  readonly code: string
  /** Paths of modules of ours that it imports, for types or values. */
  readonly imports: readonly string[]
  /** Those of them that are loaded with it: type imports are not. */
  readonly loads: readonly string[]
  /** Packages and Node built-ins that it imports for their values. */
  readonly packages: readonly string[]
}

const ROOT = new URL('../..', import.meta.url).pathname

const IMPORT = /^\s*(import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?'([^']+)'/gm
const DYNAMIC = /import\(\s*'([^']+)'\s*\)/g

/** Every TypeScript module below a folder of the project. */
export function readModules(folder: string): Module[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readModule(join(folder, name)))
}

function readModule(path: string): Module {
  const code = readFileSync(join(ROOT, path), 'utf8')
  const statements = [...code.matchAll(IMPORT)].map(([, , type, from]) => ({ from: from!, typeOnly: type !== undefined }))
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, from]) => ({ from: from!, typeOnly: false }))
  const all = [...statements, ...dynamic]
  const own = all.filter(({ from }) => from.startsWith('.')).map((each) => ({ ...each, to: join(dirname(path), each.from).replace(/\.js$/, '.ts') }))
  return {
    path,
    code,
    imports: own.map(({ to }) => to),
    loads: own.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to),
    packages: all.filter(({ from, typeOnly }) => !from.startsWith('.') && !typeOnly).map(({ from }) => from),
  }
}

/** The modules that are loaded with one, itself among them. */
export function reachable(from: string, modules: readonly Module[]): Module[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const next of byPath.get(path)?.loads ?? []) visit(next)
  }
  visit(from)
  return modules.filter(({ path }) => seen.has(path))
}

/** A way from a module back to itself, for each module that has one. */
export function importCircles(modules: readonly Module[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path])
    if (way.includes(path) || done.has(path)) return
    for (const next of byPath.get(path)?.imports ?? []) visit(next, [...way, path])
    done.add(path)
  }
  for (const { path } of modules) visit(path, [])
  return circles
}

/** The code without its comments, line for line. */
export const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1')
