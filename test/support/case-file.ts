import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One thing that is found in a case: what it is, its words, and what is known of it. */
export interface Finding {
  readonly kind: string
  readonly text: string
  readonly facts: Readonly<Record<string, string>>
}

/**
 * A small case, readable by someone who does not program:
 *
 *     # title {"issued": "2025-01-15"}
 *     input, one line or several
 *     ==>
 *     citation "Nghị quyết số 57-NQ/TW"
 *       type=NQ notation=57-NQ/TW issuer="Bộ Chính trị"
 *
 * `(none)` stands where nothing is found. A title that begins with `?` is a known gap: the case must fail.
 */
export interface Case {
  readonly file: string
  readonly line: number
  readonly title: string
  readonly gap: boolean
  readonly context: Readonly<Record<string, unknown>>
  readonly input: string
  readonly expected: readonly Finding[]
}

/** Every case of a folder's *.txt. */
export function readCases(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseCases(readFileSync(join(folder, name), 'utf8'), name))
}

/** Cases begin at lines `# …`; what stands before the first is a remark. */
export function parseCases(content: string, file: string): Case[] {
  const lines = content.split('\n')
  const starts = lines.flatMap((line, index) => (line.startsWith('# ') ? [index] : []))
  return starts.map((start, index) => parseCase(lines.slice(start, starts[index + 1] ?? lines.length), file, start + 1))
}

function parseCase(lines: readonly string[], file: string, line: number): Case {
  const at = `${file}:${line}`
  const [, gap, title, context] = /^# (\?\s*)?(.*?)\s*(\{.*\})?$/.exec(lines[0]!)!
  const arrow = lines.indexOf('==>')
  if (arrow < 0) throw new SyntaxError(`${at}: no line ==>`)
  return {
    file,
    line,
    title: title!,
    gap: gap !== undefined,
    context: context ? (JSON.parse(context) as Record<string, unknown>) : {},
    input: lines.slice(1, arrow).join('\n').replace(/\n+$/, ''),
    expected: parseExpected(lines.slice(arrow + 1), at),
  }
}

const HEAD = /^([a-z]+) ("(?:[^"\\]|\\.)*")$/
const FACT = /([A-Za-z.]+)=("(?:[^"\\]|\\.)*"|\[.*?\](?=\s|$)|\S+)/g

function parseExpected(lines: readonly string[], at: string): Finding[] {
  const found: { kind: string; text: string; facts: Record<string, string> }[] = []
  const said = lines.filter((line) => line.trim())
  if (!said.length) throw new SyntaxError(`${at}: nothing expected; write (none)`)
  if (said.length === 1 && said[0] === '(none)') return []
  for (const line of said) {
    const head = HEAD.exec(line)
    const last = found.at(-1)
    if (head) found.push({ kind: head[1]!, text: JSON.parse(head[2]!) as string, facts: {} })
    else if (!/^\s/.test(line) || !last) throw new SyntaxError(`${at}: not understood: ${line}`)
    else for (const [, key, value] of line.matchAll(FACT)) last.facts[key!] = value!.startsWith('"') ? (JSON.parse(value!) as string) : value!
  }
  return found
}

/** Print findings as a case file would; facts that are not asked for are left out, so that two printings can be compared. */
export function printFindings(findings: readonly Finding[], asked: readonly Finding[]): string {
  if (!findings.length) return '(none)'
  const lines = findings.flatMap(({ kind, text, facts }, index) => {
    const keys = Object.keys((asked[index] ?? { facts }).facts)
    const said = keys.map((key) => `${key}=${quote(facts[key] ?? 'null')}`)
    return [`${kind} ${JSON.stringify(text)}`, ...(said.length ? [`  ${said.join(' ')}`] : [])]
  })
  return lines.join('\n')
}

const quote = (value: string): string => (/^[^\s"]+$/.test(value) ? value : JSON.stringify(value))
