import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { planDocumentSchema } from '../src/model/schema.js'
import { extractFile } from '../src/run/extract-file.js'

const PLANS = new URL('../fixtures/plans', import.meta.url).pathname

interface JsonSchema {
  readonly $ref?: string
  readonly $schema?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

const schema = JSON.parse(readFileSync(new URL('../dist/schema.json', import.meta.url), 'utf8')) as JsonSchema
/** Compiling checks the schema itself against the draft's own. */
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema)

describe('the zod schema and schema.json', () => {
  const files = readdirSync(PLANS).flatMap((slug) => readdirSync(join(PLANS, slug)).filter((name) => /^plan\.(?:txt|html)$/.test(name)).map((name) => join(slug, name)))

  it.each(files)('hold for %s', async (file) => {
    const document = await extractFile(join(PLANS, file))
    expect(planDocumentSchema.safeParse(document).error?.issues.slice(0, 5)).toBeUndefined()
    expect([isValid(document), isValid.errors?.slice(0, 5) ?? []]).toEqual([true, []])
  })

  it('decline fields that they do not know', async () => {
    const document = { ...(await extractFile(join(PLANS, files[0]!))), extra: 1 }
    expect([planDocumentSchema.safeParse(document).success, isValid(document)]).toEqual([false, false])
  })
})

describe('schema.json', () => {
  it('is JSON Schema of draft 2020-12', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('refers to nothing that it does not define', () => {
    const refs = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name!)
    expect(refs.length).toBeGreaterThan(20)
    expect(refs.filter((name) => !(name in schema.$defs!))).toEqual([])
  })

  /** Itself, or what it refers to, or what its items or alternatives are. */
  const isDescribed = (field: JsonSchema): boolean =>
    Boolean(field.description) ||
    (field.$ref !== undefined && isDescribed(schema.$defs![field.$ref.slice('#/$defs/'.length)]!)) ||
    (field.items !== undefined && isDescribed(field.items)) ||
    (field.anyOf?.some(isDescribed) ?? false)

  const undescribed = (at: string, node: JsonSchema): string[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => [...(isDescribed(field) ? [] : [`${at}.${name}`]), ...undescribed(`${at}.${name}`, field)]),
    ...Object.entries(node.$defs ?? {}).flatMap(([name, definition]) => undescribed(name, definition)),
    ...[node.items, ...(node.anyOf ?? [])].flatMap((child) => (child ? undescribed(at, child) : [])),
  ]

  it('describes every field', () => {
    expect(undescribed('PlanDocument', schema)).toEqual([])
  })
})
