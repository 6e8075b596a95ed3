import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { extractPlan } from '../../src/run/extract-plan.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const SYLLABLES = ['Lâm', 'Bình', 'Thạnh', 'Phước', 'Khánh', 'Vĩnh', 'Trường', 'Thịnh', 'Xuân', 'Hòa']
/** A name that no other number has. */
const nameOf = (number: number): string => [...String(1000 + number)].map((digit) => SYLLABLES[Number(digit)]).join(' ')

/** A plan whose bodies, issuers and instruments are new to the library, and that is long. */
function planOf(number: number): string {
  const name = nameOf(number)
  const filler = `${'Nội dung của phụ lục được lập thành bảng riêng. '.repeat(2000)}\n`
  return `ỦY BAN NHÂN DÂN\nXÃ ${name.toUpperCase()}\n\nSố: ${number}/KH-UBND\n\nKẾ HOẠCH\nPhát triển hợp tác xã năm 2025\n\nCăn cứ Quyết định số ${number}/QĐ-UBND ngày 10/01/2025 của Ủy ban nhân dân huyện ${name} về phê duyệt đề án;\n\n`
    + `I. NHIỆM VỤ\n1. Hội Nông dân xã ${name} chủ trì, phối hợp với Ủy ban nhân dân phường ${name} và Công ty trách nhiệm hữu hạn ${name} tổ chức tập huấn trước ngày 30/6/2025.\n\n${filler}`
}

it('a document that was read is not kept alive by the words that are remembered of it', () => {
  const read = (from: number, to: number): void => {
    for (let number = from; number < to; number++) extractPlan(planOf(number))
  }
  read(0, 20)
  collect()
  const before = process.memoryUsage().heapUsed
  read(20, 120)
  collect()
  const size = planOf(1).length * 2
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10 * size)
})
