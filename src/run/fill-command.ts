import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parse } from 'yaml'
import type { TemplateExtra } from '../draft/template-values.js'
import type { Language } from '../grammar/wording.js'
import type { PlanDocument } from '../model/plan.js'
import { TemplateError } from '../model/template-error.js'
import { fillTemplate } from './fill-template.js'
import { extractInputs, type InputRequest } from './inputs.js'
import { write } from './write.js'

/** What `kehoach fill` was asked for, and where it may write. */
export interface FillRequest extends InputRequest {
  readonly template: Uint8Array
  /** What the template is called in messages. */
  readonly name: string
  readonly extra: TemplateExtra
  readonly out: Writable
}

/** Fill the template with the plan; true where it was written. */
export async function runFill(request: FillRequest): Promise<boolean> {
  for await (const result of extractInputs(request)) {
    if ('error' in result) return false
    const filled = await fillOrTell(result.document, request)
    if (!filled) return false
    await write(request.out, filled)
  }
  return true
}

/** Each fault of a template is a line of `messages`. */
export async function fillOrTell(plan: PlanDocument, { template, name, extra, language, messages, limit }: Omit<FillRequest, 'out' | 'sources' | 'stdin'> & { readonly language: Language }): Promise<Uint8Array | undefined> {
  try {
    return await fillTemplate(template, plan, extra, { language, limits: { bytes: limit } })
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    await write(messages, error.message.split('\n').map((line) => `kehoach: ${name}: ${line}\n`).join(''))
    return undefined
  }
}

/** Why values cannot be used. */
export class ValuesError extends Error {
  override readonly name = 'ValuesError'
}

/**
 * Values for a template from a file (YAML or JSON) and from "tag=value".
 * @throws ValuesError where one of them is neither words, a number, yes or no, nor a list of records of such
 */
export async function readValues(path: string | undefined, set: readonly string[]): Promise<TemplateExtra> {
  const written: unknown = path === undefined ? {} : await readWritten(path)
  checkRecord(written, path ?? '')
  const own = set.map((each) => {
    const [, tag, value] = /^\s*([^=]*[^=\s])\s*=([\s\S]*)$/.exec(each) ?? []
    if (tag === undefined) throw new ValuesError(`--set ${each}: write tag=value`)
    return [tag.normalize('NFC'), value!.normalize('NFC')] as const
  })
  return { ...written, ...Object.fromEntries(own) }
}

async function readWritten(path: string): Promise<unknown> {
  try {
    return parse((await readFile(path, 'utf8')).normalize('NFC'))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new ValuesError(`${path}: ${code === 'ENOENT' ? 'no such file' : error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

function checkRecord(value: unknown, where: string): asserts value is TemplateExtra {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ValuesError(`${where}: not a record of tags with their values`)
  for (const [tag, each] of Object.entries(value)) {
    if (Array.isArray(each)) for (const [index, item] of each.entries()) checkRecord(item, `${where}: ${tag}[${index}]`)
    else if (each !== null && !['string', 'number', 'boolean'].includes(typeof each)) throw new ValuesError(`${where}: ${tag}: neither words, a number, yes or no, nor a list`)
  }
}
