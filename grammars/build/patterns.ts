import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { closeUp } from './free-spacing.js'
import { beginsOf, type PatternBegins } from './pattern-begins.js'
import type { GrammarTable } from './tables.js'

/**
 * A pattern file: `parts` are named, free-spaced fragments that may use one another as `{{name}}`;
 * `patterns` are composed from them. All match folded text (see src/model/folded.ts), so none needs the flags i or u;
 * where `text` is `printed` they match the text as it is printed.
 *
 *     parts:
 *       day: 0?[1-9] | [12]\d | 3[01]
 *       office: { rows: sign-offs, part: office }
 *     patterns:
 *       - id: date.full
 *         means: a full date
 *         hit: ngày 7 tháng 3 năm 2023
 *         miss: ngày công
 *         pattern: ngày \s+ (?<day> {{day}} ) …
 *
 * A part may be rows of a table of grammars/: their first cells, the longest first. Parts that several files use are in `parts.yaml`.
 * Where code declines most places by a look at a first word or letter, `begins` tells of the pattern (its so many first words), or at the head of
 * the file of parts, what it looks for.
 */
interface PatternFile {
  readonly parts?: Parts
  readonly begins?: readonly string[]
  readonly patterns?: readonly PatternEntry[]
}

type Parts = Readonly<Record<string, string | TableRows>>

/** The table, and what its columns must hold. */
interface TableRows extends Readonly<Record<string, string>> {
  readonly rows: string
}

interface PatternEntry {
  readonly id: string
  readonly means: string
  readonly pattern: string
  readonly flags?: string
  readonly text?: 'folded' | 'printed'
  readonly begins?: number
  readonly hit: string | string[]
  readonly miss?: string | string[]
}

export interface CompiledPattern {
  readonly id: string
  readonly source: string
  readonly flags: string
}

export interface CompiledFile {
  readonly patterns: readonly CompiledPattern[]
  /** What patterns and parts begin with, where the file asks for it. */
  readonly begins: ReadonlyMap<string, PatternBegins>
}

const BANNED = /\\[bBwW]/
/** The file of the parts that all files may use. */
const SHARED = 'parts.yaml'

/** Compile every grammars/patterns/*.yaml; what ships is the source of a native RegExp. */
export function compilePatterns(folder: string, tables: ReadonlyMap<string, GrammarTable>): { files: Map<string, CompiledFile>; mistakes: string[] } {
  const files = new Map<string, CompiledFile>()
  const mistakes: string[] = []
  const shared = existsSync(join(folder, SHARED)) ? readPatterns(folder, SHARED, mistakes).parts : {}
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== SHARED).sort()) {
    const file = readPatterns(folder, name, mistakes)
    const compiled = compileFile(file, partsOf({ ...shared, ...file.parts }, tables), (id, mistake) => mistakes.push(`patterns/${name} ${id}: ${mistake}`))
    files.set(basename(name, '.yaml'), compiled)
  }
  return { files, mistakes }
}

function compileFile({ patterns = [], begins: ofParts = [] }: PatternFile, partOf: PartReader, report: (id: string, mistake: string) => void): CompiledFile {
  const compiled: CompiledPattern[] = []
  const begins = new Map<string, PatternBegins>()
  const tried = (id: string, compile: () => void): void => {
    try {
      compile()
    } catch (error) {
      report(id, error instanceof Error ? error.message : String(error))
    }
  }
  for (const entry of patterns) {
    tried(entry.id, () => {
      if (compiled.some(({ id }) => id === entry.id)) throw new Error('this id stands twice')
      const pattern = compilePattern(entry, partOf)
      compiled.push(pattern)
      for (const mistake of checkExamples(entry, pattern)) report(entry.id, mistake)
      if (entry.begins) begins.set(entry.id, beginsOf(pattern.source, entry.begins))
    })
  }
  for (const part of ofParts) tried(part, () => void begins.set(part, beginsOf(closeUp(expand(`{{${part}}}`, partOf, [])))))
  return { patterns: compiled, begins }
}

function readPatterns(folder: string, file: string, mistakes: string[]): PatternFile {
  const content = readFileSync(join(folder, file), 'utf8')
  if (content !== content.normalize('NFC')) mistakes.push(`patterns/${file} is not NFC`)
  return parse(content) as PatternFile
}

/** What a part stands for, by its name. */
type PartReader = (name: string) => string

const partsOf = (parts: Parts, tables: ReadonlyMap<string, GrammarTable>): PartReader => (name) => {
  const part = parts[name]
  if (part === undefined) throw new Error(`no part {{${name}}}`)
  return typeof part === 'string' ? part : alternativesOf(part, tables)
}

/** The first cells of the rows that a part names, as alternatives. */
function alternativesOf({ rows: name, ...wanted }: TableRows, tables: ReadonlyMap<string, GrammarTable>): string {
  const table = tables.get(name)
  if (!table) throw new Error(`no table ${name}`)
  const rows = table.rows.filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value))
  if (!rows.length) throw new Error(`no row of ${name} is ${JSON.stringify(wanted)}`)
  const words = rows.map((row) => row[table.columns[0]!]!).sort((a, b) => b.length - a.length)
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|\s]/g, '\\$&')).join('|')
}

function compilePattern(entry: PatternEntry, partOf: PartReader): CompiledPattern {
  const expanded = expand(entry.pattern, partOf, [])
  if (BANNED.test(expanded)) throw new Error('\\b and \\w are ASCII: they never match beside đ')
  const flags = entry.flags ?? 'g'
  return { id: entry.id, source: new RegExp(closeUp(expanded), flags).source, flags }
}

/** `{{name}}` stands for a part, in a group of its own; parts may use parts, but not themselves. */
function expand(pattern: string, partOf: PartReader, inside: readonly string[]): string {
  return pattern.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const part = partOf(name)
    if (inside.includes(name)) throw new Error(`{{${name}}} uses itself`)
    return `(?:${expand(part, partOf, [...inside, name])})`
  })
}

function checkExamples(entry: PatternEntry, compiled: CompiledPattern): string[] {
  const asRead = (example: string): string => (entry.text === 'printed' ? example : example.toLowerCase())
  const matches = (example: string): boolean => new RegExp(compiled.source, compiled.flags.replace(/[gy]/g, '')).test(asRead(example))
  const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
  return [
    ...list(entry.hit).filter((example) => !matches(example)).map((example) => `does not match "${example}"`),
    ...list(entry.miss).filter(matches).map((example) => `matches "${example}"`),
  ]
}

export function printPatterns(name: string, { patterns, begins }: CompiledFile): string {
  const rows = patterns.map(({ id, source, flags }) => `  ${JSON.stringify(id)}: new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}),`)
  const looks = [...begins].map(([id, { units, words }]) => `  ${JSON.stringify(id)}: { units: ${JSON.stringify(units)}, words: ${JSON.stringify(words)} },`)
  const constant = name.toUpperCase().replaceAll('-', '_')
  return [
    `// Generated from grammars/patterns/${name}.yaml by \`npm run grammars\`. Do not edit.\n`,
    `export const ${constant}_PATTERNS = {\n${rows.join('\n')}\n} as const\n`,
    looks.length ? `/** What a match begins with. */\nexport const ${constant}_BEGINS = {\n${looks.join('\n')}\n} as const\n` : '',
  ].join('')
}
