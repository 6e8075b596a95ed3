import { describe, expect, it } from 'vitest'
import { extractPlan } from '../../src/index.js'
import type { Task } from '../../src/model/plan.js'

const HEAD = 'UBND TỈNH HẢI DƯƠNG\nSố: 12/KH-UBND\n\nHải Dương, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng bệnh năm 2023\n\nI. NHIỆM VỤ\n'
const taskOf = (words: string): Task => extractPlan(`${HEAD}- ${words}`).tasks[0]!
const rowOf = (head: string, ...rows: string[]): Task[] => extractPlan(`${HEAD}${[head, ...rows].map((row) => row.replaceAll(' | ', '\t')).join('\n')}`).tasks

describe('whom a task makes the doer report to', () => {
  it.each([
    ['Các huyện báo cáo kết quả về Sở Y tế trước ngày 15/12/2023 để tổng hợp.', ['Sở Y tế']],
    ['Các đơn vị báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 05/12/2023.', ['UBND tỉnh', 'Sở Nội vụ']],
    ['Các trường gửi danh sách về Phòng Giáo dục và Đào tạo để tổng hợp, báo cáo UBND huyện.', ['Phòng Giáo dục và Đào tạo', 'UBND huyện']],
    ['Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh.', ['Ủy ban nhân dân tỉnh']],
    ['Thẩm định báo cáo của Sở Tài chính.', []],
    ['Xây dựng báo cáo tự đánh giá.', []],
    ['Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra.', []],
  ])('%s', (words, bodies) => expect(taskOf(words).reportsTo.map(({ text }) => text)).toEqual(bodies))
})

describe('what a task costs', () => {
  it.each([
    ['Sửa chữa trạm y tế, kinh phí 250 triệu đồng từ ngân sách huyện.', 250, 'triệu đồng', 250e6, 'ngân sách huyện'],
    ['Mua sắm thiết bị với tổng kinh phí 1,5 tỷ đồng.', 1.5, 'tỷ đồng', 1.5e9, null],
    ['In tài liệu (kinh phí: 12.500.000 đồng).', 12500000, 'đồng', 12500000, null],
  ])('%s', (words, amount, unit, dong, source) => {
    const { budget } = taskOf(words)
    expect([budget?.amount, budget?.unit, budget?.dong, budget?.source?.text ?? null]).toEqual([amount, unit, dong, source])
  })

  it.each(['Bố trí kinh phí thực hiện.', 'Hỗ trợ 15 hộ nghèo, mỗi hộ 2 con bò.', 'Quyết toán kinh phí năm 2022.'])('is not stated: %s', (words) => expect(taskOf(words).budget).toBeNull())

  it('stands in a column, its unit in the head, its source in another column', () => {
    const tasks = rowOf('TT | Nhiệm vụ | Chủ trì | Kinh phí (triệu đồng) | Nguồn vốn', '1 | Nâng cấp chợ | Sở Công Thương | 1.250 | Ngân sách tỉnh', '2 | Tập huấn | Sở Y tế | - | ')
    expect(tasks.map(({ budget }) => budget && [budget.amount, budget.dong, budget.source?.text])).toEqual([[1250, 1250e6, 'Ngân sách tỉnh'], null])
  })

  it('stands in a line of its own', () => {
    const [task] = extractPlan(`${HEAD}1. Tổ chức hội thi\nĐơn vị thực hiện: Sở Y tế\nKinh phí: 80 triệu đồng, từ nguồn chi thường xuyên`).tasks
    expect([task!.budget?.dong, task!.budget?.source?.text]).toEqual([80e6, 'nguồn chi thường xuyên'])
  })
})

describe('the times of a task', () => {
  it('are all in its schedule, the last one is its due', () => {
    const { schedule, due } = taskOf('Lập danh sách trước ngày 10/4/2023, cấp phát xong trước ngày 25/4/2023.')
    expect([schedule.map(({ edtf }) => edtf), due]).toEqual([['../2023-04-10', '../2023-04-25'], '../2023-04-25'])
  })

  it('are those of columns of begin and end', () => {
    const [task] = rowOf('TT | Nhiệm vụ | Chủ trì | Bắt đầu | Kết thúc', '1 | Nâng cấp chợ | Sở Công Thương | 01/4/2023 | 30/6/2023')
    expect([task!.schedule.map(({ edtf }) => edtf), task!.due]).toEqual([['2023-04-01', '2023-06-30'], '2023-06-30'])
  })

  it('are words where no value can be worked out', () => {
    const [task] = rowOf('TT | Nhiệm vụ | Chủ trì | Thời gian', '1 | Kiểm tra chợ | Sở Công Thương | Thường xuyên')
    expect([task!.due, task!.dueText, task!.schedule.map(({ text }) => text)]).toEqual([null, 'Thường xuyên', ['Thường xuyên']])
  })

  it('are months and quarters with marks', () => {
    const tasks = rowOf('TT | Nhiệm vụ | Chủ trì | Quý I | Quý II | Quý III | Quý IV', '1 | Kiểm tra chợ | Sở Công Thương |  | x | x | ', '2 | Tổng kết | Sở Y tế |  |  |  | x')
    expect(tasks.map(({ due, dueText }) => [due, dueText])).toEqual([['2023-04/2023-09', 'Quý III'], ['2023-36', 'Quý IV']])
  })
})

describe('aims', () => {
  it('say of whom a share is taken, and what they are measured against', () => {
    const { targets } = extractPlan(`${HEAD.replace('NHIỆM VỤ', 'MỤC TIÊU')}- Trên 80% số xã, phường có nhà văn hóa vào năm 2030.\n- Nâng tỷ lệ hồ sơ trực tuyến từ 35% lên 60%.\n- Giảm 10% số vụ cháy so với năm 2022.\n- Xây mới 5 cầu.`)
    expect(targets.map(({ scope, baseline }) => [scope?.text ?? null, baseline && [baseline.value, baseline.at]])).toEqual([['số xã, phường', null], [null, [35, null]], ['số vụ cháy', [null, '2022']], [null, null]])
  })

  it('take the last column of what was reached for their baseline', () => {
    const { targets } = extractPlan(`${HEAD.replace('NHIỆM VỤ', 'MỤC TIÊU')}TT\tChỉ tiêu\tĐơn vị tính\tThực hiện năm 2022\tNăm 2023\n1\tTỷ lệ tiêm chủng\t%\t91,5\t95\n`)
    expect(targets.map(({ value, baseline }) => [value, baseline?.value, baseline?.at])).toEqual([[95, 91.5, '2022']])
  })
})

describe('confidence', () => {
  it('is lower where a name is unknown, and always between 0 and 1', () => {
    const [known, unknown] = rowOf('TT | Nhiệm vụ | Chủ trì | Thời gian', '1 | Kiểm tra chợ | Sở Công Thương | 30/6/2023', '2 | Kiểm tra chợ đêm | Nhóm hạt nhân phía Bắc | 30/6/2023')
    expect(known!.confidence).toBeGreaterThan(0.9)
    expect(known!.confidence).toBeLessThan(1)
    expect(unknown!.confidence).toBeLessThanOrEqual(known!.confidence)
  })
})
