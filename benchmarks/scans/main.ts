/**
 * `npm run eval:scans -- [--few] [--damage WORDS] [--plan SLUG] [--typeface NAME] [--seed N] [--keep FOLDER] [--misses LAYER] [--markdown] [--floor FILE.json]`
 *
 * Plans of fixtures/plans printed, harmed as scanners and copiers harm pages, read by OCR and scored, a row for each kind of damage.
 * LibreOffice (soffice) prints, poppler (pdftoppm) paints, ImageMagick (convert) harms, always the same with the same seed. Typefaces are those of a list that
 * fontconfig has with all Vietnamese letters. With `--keep` the pages and scans stay in a folder, and are taken from it the next time.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Gold } from '../quality/gold.js'
import { DAMAGES, type Damage } from './damages.js'
import { layerOf, type Measured, measure, readTruth, type Truth } from './measure.js'
import { nameOf, print, type Printing } from './print.js'
import { belowFloors, type Floors, meansOf, toMarkdown, toTable } from './report.js'
import { scan } from './scan.js'

/** Short plans that come through whole in print: a health centre, a department, a district with a table. */
const PLANS = ['health-centre-vaccination-2022', 'department-forest-planting-2018', 'district-ocop-annex-table-2024']
const TYPEFACES = ['Tinos', 'FreeSerif', 'DejaVu Serif Condensed', 'DejaVu Serif', 'Arimo', 'DejaVu Sans Condensed']
const MOST_TYPEFACES = 3
const FEW = { plans: 1, damages: ['200 dots, grey', '200 dots, fax', 'askew 1°', 'seal and signature', 'faint print'] }

const { values } = parseArgs({
  options: {
    few: { type: 'boolean', default: false },
    damage: { type: 'string', multiple: true },
    plan: { type: 'string', multiple: true },
    typeface: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    misses: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    floor: { type: 'string' },
  },
})

/** Families that have the letters of Vietnamese; LibreOffice would patch others with letters of another family. */
function installedTypefaces(): string[] {
  const found = TYPEFACES.filter((family) => execFileSync('fc-list', [`${family}:charset=1ea1 1ec7 1b0 1ed9`, 'family'], { encoding: 'utf8' }).trim())
  const serifs = found.filter((family) => !/^(?:Arimo|DejaVu Sans)/.test(family))
  return [...serifs.slice(0, MOST_TYPEFACES - 1), ...found.filter((family) => !serifs.includes(family)).slice(0, 1)]
}

const wanted = (damage: Damage): boolean => (values.damage ? values.damage.some((words) => damage.name.includes(words)) : !values.few || FEW.damages.includes(damage.name))

const typefaces = values.typeface ?? installedTypefaces()
if (!typefaces.length) throw new Error(`none of these typefaces has all letters of Vietnamese: ${TYPEFACES.join(', ')}`)
const plans = values.plan ?? (values.few ? PLANS.slice(0, FEW.plans) : PLANS)
const printings = plans.map((plan, i): Printing => ({ plan, typeface: typefaces[i % typefaces.length]! }))
const seed = Number(values.seed)
const work = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'kehoach-scans-'))
mkdirSync(work, { recursive: true })
try {
  print(printings, work)
  const truths = new Map<Printing, Truth>()
  for (const printing of printings) truths.set(printing, await readTruth(join(work, `${nameOf(printing)}.pdf`)))
  const rows: { damage: Damage; scans: Measured[] }[] = []
  for (const damage of DAMAGES.filter(wanted)) {
    const scans: Measured[] = []
    for (const printing of printings) scans.push(await measureOne(printing, damage, truths.get(printing)!))
    rows.push({ damage, scans })
    process.stderr.write(`${damage.name}: words ${meansOf(scans).words.toFixed(3)}\n`)
  }
  const floors: Floors = values.floor ? (JSON.parse(readFileSync(values.floor, 'utf8')) as Floors) : {}
  const short = belowFloors(rows, floors)
  process.stdout.write([`typefaces: ${typefaces.join(', ')}; seed ${seed}`, values.markdown ? toMarkdown(rows) : toTable(rows), ...short, ''].join('\n'))
  process.exitCode = short.length ? 1 : 0
} finally {
  if (!values.keep) rmSync(work, { recursive: true, force: true })
}

async function measureOne(printing: Printing, damage: Damage, truth: Truth): Promise<Measured> {
  const name = `${nameOf(printing)}.${damage.name.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-')}.${seed}`
  const file = join(work, `${name}.scan.pdf`)
  if (!existsSync(file)) writeFileSync(file, scan(join(work, `${nameOf(printing)}.pdf`), damage, seed, truth.signed, work))
  const gold = JSON.parse(readFileSync(new URL(`../../fixtures/plans/${printing.plan}/plan.gold.json`, import.meta.url), 'utf8')) as Gold
  const measured = await measure(readFileSync(file), truth, gold, name)
  if (values.keep) writeFileSync(join(work, `${name}.txt`), measured.text)
  if (values.misses !== undefined) for (const { layer, what } of measured.board.misses) if (layer.startsWith(values.misses)) process.stdout.write(`${layer}\t${name}\t${what}\n`)
  if (layerOf(measured.board, 'spans') < 1) throw new Error(`a span of ${name} is not its words`)
  return measured
}
