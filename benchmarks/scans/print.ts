import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLayout } from '../../fixtures/forms/build/plan-layout.js'
import { toDocx } from '../../fixtures/forms/build/to-docx.js'

/** A plan of fixtures/plans, and the typeface that it is set in. */
export interface Printing {
  readonly plan: string
  readonly typeface: string
}

export const nameOf = ({ plan, typeface }: Printing): string => `${plan}.${typeface.toLowerCase().replaceAll(' ', '-')}`

/** Sets plans on paper: NAME.pdf in the folder for each that is not there yet. LibreOffice (soffice) prints them all in one go. */
export function print(printings: readonly Printing[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  const wanted = printings.filter((printing) => !existsSync(join(folder, `${nameOf(printing)}.pdf`)))
  if (!wanted.length) return
  const files = wanted.map((printing) => {
    const file = join(folder, `${nameOf(printing)}.docx`)
    const layout = readLayout(readFileSync(new URL(`../../fixtures/plans/${printing.plan}/plan.txt`, import.meta.url), 'utf8'))
    writeFileSync(file, toDocx(layout, 'paragraph', printing.typeface))
    return file
  })
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' })
}
