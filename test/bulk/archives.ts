import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { LedgerEntry } from '../../src/bulk/ledger.js'

/** What is tested runs from dist/, as worker threads load compiled files. */
export const bulk = (await import(new URL('../../dist/bulk.js', import.meta.url).href)) as typeof import('../../src/bulk.js')

const folders: string[] = []

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-bulk-'))
  folders.push(folder)
  return folder
}

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A short plan that differs from every other by its number. */
export const plan = (number: number): string => `UBND XÃ TÂN LẬP
Số: ${number}/KH-UBND

Tân Lập, ngày ${(number % 28) + 1} tháng ${(number % 12) + 1} năm ${2018 + (number % 7)}

KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè

Căn cứ Nghị định số 117/2020/NĐ-CP ngày 28/9/2020 của Chính phủ;

II. NHIỆM VỤ
1. Trạm Y tế xã chủ trì, phối hợp với Trường Tiểu học Tân Lập tổ chức truyền thông, xong trước ngày 28/${(number % 12) + 1}/${2018 + (number % 7)}.
2. Công chức Tài chính - Kế toán tham mưu bố trí kinh phí ${number} triệu đồng.

Nơi nhận:
- UBND huyện;
- Lưu: VT.

CHỦ TỊCH

Lê Văn Tám
`

/** Write files into a folder, by name. */
export async function fill(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
}

export const manyPlans = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, index) => [`plan-${String(index).padStart(4, '0')}.txt`, plan(index + 1)]))

export const linesIn = async (path: string): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').slice(0, -1)

export const ledgerOf = async (folder: string): Promise<LedgerEntry[]> => (await linesIn(join(folder, 'ledger.ndjson'))).slice(1).map((line) => JSON.parse(line) as LedgerEntry)

/** All that a run writes, to be compared with another's. */
export async function results(folder: string): Promise<Record<string, string>> {
  const names = ['ledger.ndjson', 'failures.ndjson', ...new Set((await ledgerOf(folder)).flatMap(({ part }) => part ?? []))]
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])))
}
