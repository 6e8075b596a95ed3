import { mkdirSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import * as schemas from '../../src/model/schema.js'

/** Part of `npm run build`: dist/schema.json, the JSON Schema (draft 2020-12) of a PlanDocument, from the zod schemas. */
for (const [name, schema] of Object.entries(schemas)) {
  const id = name.replace(/Schema$/, '').replace(/^[a-z]/, (letter) => letter.toUpperCase())
  if (schema instanceof z.ZodType && id !== 'PlanDocument') z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id })
}
const schema = { $id: 'urn:kehoach:plan-document:1', title: 'PlanDocument', ...z.toJSONSchema(schemas.planDocumentSchema, { target: 'draft-2020-12' }) }
mkdirSync(new URL('../../dist/', import.meta.url), { recursive: true })
writeFileSync(new URL('../../dist/schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
process.stdout.write(`dist/schema.json: ${Object.keys(schema.$defs ?? {}).length} definitions\n`)
