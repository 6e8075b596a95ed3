import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a careful reader found in a document, in strings; a layer that is left out is not scored. CONTRIBUTING.md says how it is made. */
export interface Gold {
  readonly kind?: string
  readonly header?: GoldHeader
  readonly sections?: readonly { readonly path: string; readonly starts: string; readonly role?: string }[]
  readonly citations?: readonly GoldCitation[]
  readonly dates?: readonly { readonly text: string; readonly edtf: string | null; readonly role?: string }[]
  readonly tasks?: readonly GoldTask[]
  readonly targets?: readonly { readonly text: string; readonly value: number; readonly unit: string | null; readonly comparator: string; readonly by: string | null }[]
  readonly recipients?: readonly string[]
  readonly signatures?: readonly { readonly authority?: string | null; readonly position?: string | null; readonly name: string | null }[]
  readonly diagnostics?: readonly string[]
}

export interface GoldHeader {
  readonly issuer?: string | null
  readonly parent?: string | null
  readonly notation?: string | null
  readonly place?: string | null
  readonly issued?: string | null
  readonly type?: string | null
  readonly title?: string | null
  readonly addressees?: readonly string[]
}

export interface GoldCitation {
  readonly notation: string | null
  readonly name: string | null
  readonly type: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title?: string | null
  readonly relation?: string
}

export interface GoldTask {
  readonly section: string | null
  readonly text: string
  readonly responsible: readonly string[]
  readonly coordinating: readonly string[]
  readonly due: string | null
  readonly output?: string | null
}

/** A document and its gold. */
export interface GoldCase {
  readonly name: string
  readonly file: string
  readonly gold: Gold
}

const GOLD = '.gold.json'

/** Every NAME.gold.json of the folders, and of the folders in them, with each document NAME.* beside it. */
export function loadCases(folders: readonly string[]): GoldCase[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    const here = entries.map(({ name }) => name)
    const inside = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
    return [...here.filter((name) => name.endsWith(GOLD)).flatMap((name) => casesOf(folder, name, here)), ...inside.flatMap((sub) => casesIn(sub))]
  })
}

function casesIn(folder: string): GoldCase[] {
  const names = readdirSync(folder).sort()
  return names.filter((name) => name.endsWith(GOLD)).flatMap((name) => casesOf(folder, name, names))
}

function casesOf(folder: string, goldName: string, names: readonly string[]): GoldCase[] {
  const stem = goldName.slice(0, -GOLD.length)
  const gold = JSON.parse(readFileSync(join(folder, goldName), 'utf8')) as Gold
  const documents = names.filter((name) => name.startsWith(`${stem}.`) && !/\.(?:json|truth\.txt)$/.test(name))
  return documents.map((name) => ({ name: stem === 'plan' ? basename(folder) : name, file: join(folder, name), gold }))
}

/** Folders of fixtures that lack a document or its gold: a golden that is missing is a failure. */
export function incompleteFixtures(folder: string): string[] {
  return readdirSync(folder)
    .map((slug) => join(folder, slug))
    .filter((path) => !existsSync(join(path, `plan${GOLD}`)) || !casesIn(path).length)
    .map((path) => join(basename(dirname(path)), basename(path)))
}
