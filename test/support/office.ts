import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Is LibreOffice there? Tests that read files back with it run where it is, and say so where it is not. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0

/** A file as LibreOffice reads and writes it again: `csv`, `txt:Text (encoded):UTF8`, `pdf`. All sheets of a workbook, one after another. `readAs`: the filter of the input, where a person would choose it in a dialogue. */
export function throughOffice(bytes: Uint8Array, extension: string, filter: string, readAs?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-office-'))
  try {
    const input = join(folder, `in.${extension}`)
    writeFileSync(input, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', ...(readAs === undefined ? [] : [`--infilter=${readAs}`]), '--convert-to', filter, '--outdir', folder, input], { stdio: 'ignore', timeout: 110_000 })
    return readFileSync(join(folder, `in.${filter.slice(0, filter.search(/[^a-z]|$/))}`), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** LibreOffice comes in parts: has it the one for sheets (Calc)? Asked by a sheet, it takes a second or two. */
export function hasOfficeForSheets(): boolean {
  try {
    return hasOffice && throughOffice(new TextEncoder().encode('a,b\n'), 'csv', 'csv').startsWith('a,b')
  } catch {
    return false
  }
}
