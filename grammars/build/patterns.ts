import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import XRegExp from 'xregexp'
import { parse } from 'yaml'

/**
 * A pattern file: `parts` are named, free-spaced fragments that may use one another as `{{name}}`;
 * `patterns` are composed from them. All match folded text (see src/model/folded.ts), so none needs the flags i or u.
 *
 *     parts:
 *       day: 0?[1-9] | [12]\d | 3[01]
 *     patterns:
 *       - id: date.full
 *         means: a full date
 *         hit: ngày 7 tháng 3 năm 2023
 *         miss: ngày công
 *         pattern: ngày \s+ (?<day> {{day}} ) …
 */
interface PatternFile {
  readonly parts?: Readonly<Record<string, string>>
  readonly patterns: readonly { readonly id: string; readonly means: string; readonly pattern: string; readonly flags?: string; readonly hit: string | string[]; readonly miss?: string | string[] }[]
}

export interface CompiledPattern {
  readonly id: string
  readonly source: string
  readonly flags: string
}

const BANNED = /\\[bBwW]/

/** Compile every grammars/patterns/*.yaml: XRegExp composes, what ships is the source of a native RegExp. */
export function compilePatterns(folder: string): { files: Map<string, CompiledPattern[]>; mistakes: string[] } {
  const files = new Map<string, CompiledPattern[]>()
  const mistakes: string[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()) {
    const content = readFileSync(join(folder, file), 'utf8')
    if (content !== content.normalize('NFC')) mistakes.push(`patterns/${file} is not NFC`)
    const { parts = {}, patterns } = parse(content) as PatternFile
    const compiled: CompiledPattern[] = []
    for (const entry of patterns) {
      try {
        compiled.push(compilePattern(entry, parts))
        mistakes.push(...checkExamples(entry, compiled.at(-1)!, `patterns/${file} ${entry.id}`))
      } catch (error) {
        mistakes.push(`patterns/${file} ${entry.id}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    files.set(basename(file, '.yaml'), compiled)
  }
  return { files, mistakes }
}

function compilePattern(entry: PatternFile['patterns'][number], parts: Readonly<Record<string, string>>): CompiledPattern {
  const expanded = expand(entry.pattern, parts, [])
  if (BANNED.test(expanded)) throw new Error('\\b and \\w are ASCII: they never match beside đ')
  const flags = entry.flags ?? 'g'
  const source = restoreNames(XRegExp(expanded, 'nx').source, [...expanded.matchAll(/\(\?<([A-Za-z][A-Za-z0-9]*)>/g)].map((name) => name[1]!))
  return { id: entry.id, source: new RegExp(source, flags).source, flags }
}

/** XRegExp prints its named groups without their names; as unnamed groups do not capture, the groups left are the named ones in order. */
function restoreNames(source: string, names: readonly string[]): string {
  let next = 0
  const named = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)/g, (piece) => (piece === '(' ? `(?<${names[next++]}>` : piece))
  if (next !== names.length) throw new Error(`${names.length} named groups became ${next}`)
  return named
}

/** `{{name}}` stands for a part, in a group of its own; parts may use parts, but not themselves. */
function expand(pattern: string, parts: Readonly<Record<string, string>>, inside: readonly string[]): string {
  return pattern.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`no part {{${name}}}`)
    if (inside.includes(name)) throw new Error(`{{${name}}} uses itself`)
    return `(?:${expand(part, parts, [...inside, name])})`
  })
}

function checkExamples(entry: PatternFile['patterns'][number], compiled: CompiledPattern, at: string): string[] {
  const matches = (example: string): boolean => new RegExp(compiled.source, compiled.flags.replace(/[gy]/g, '')).test(example.toLowerCase())
  const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
  return [
    ...list(entry.hit).filter((example) => !matches(example)).map((example) => `${at}: does not match "${example}"`),
    ...list(entry.miss).filter(matches).map((example) => `${at}: matches "${example}"`),
  ]
}

export function printPatterns(name: string, patterns: readonly CompiledPattern[]): string {
  const rows = patterns.map(({ id, source, flags }) => `  ${JSON.stringify(id)}: new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}),`)
  const constant = `${name.toUpperCase().replaceAll('-', '_')}_PATTERNS`
  return `// Generated from grammars/patterns/${name}.yaml by \`npm run grammars\`. Do not edit.\nexport const ${constant} = {\n${rows.join('\n')}\n} as const\n`
}
