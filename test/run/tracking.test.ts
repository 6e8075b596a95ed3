import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare, extractPlan, type PlanDocument, tasksFor, timeline } from '../../src/index.js'

const PLANS = new URL('../../fixtures/plans', import.meta.url).pathname
const TEXTS = readdirSync(PLANS).slice(0, 24).flatMap((slug) => readdirSync(join(PLANS, slug)).filter((name) => name === 'plan.txt').map((name) => readFileSync(join(PLANS, slug, name), 'utf8')))
const DOCUMENTS = TEXTS.map((text) => extractPlan(text))
const anyPlan = fc.constantFrom(...DOCUMENTS)

const HEAD = 'UBND TỈNH HẢI DƯƠNG\nHUYỆN TỨ KỲ\nSố: 12/KH-UBND\n\nTứ Kỳ, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2023\n\nI. NHIỆM VỤ\n'
const planOf = (...tasks: string[]): PlanDocument => extractPlan(HEAD + tasks.map((task) => `- ${task}`).join('\n'))
const words = (tasks: readonly { text: string }[]): string[] => tasks.map(({ text }) => text)

const DRILL = 'Công an huyện chủ trì, phối hợp với Phòng Văn hóa và Thông tin diễn tập phương án chữa cháy tại chợ Yên trước ngày 30/5/2023.'
const SIGNS = 'Phòng Kinh tế và Hạ tầng lắp đặt biển báo, đường ống và trụ nước dọc tuyến phố thương mại.'
const FEES = 'Giao Phòng Tài chính - Kế hoạch cân đối nguồn kinh phí mua sắm trang thiết bị cho lực lượng dân phòng.'

describe('the id of a task', () => {
  it('is unique in a document, and the same when it is read again', () => {
    for (const [index, document] of DOCUMENTS.entries()) {
      const ids = document.tasks.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(extractPlan(TEXTS[index]!).tasks.map(({ id }) => id)).toEqual(ids)
    }
  })

  it.each([
    ['another date', DRILL.replace('30/5/2023', '15/6/2023')],
    ['capitals', DRILL.toUpperCase()],
    ['other marks and blanks', DRILL.replaceAll(',', ' ;').replace('diễn tập', 'diễn  tập')],
    ['old tone marks', DRILL.replace('hóa', 'hoá')],
    ['a common word more', DRILL.replace('diễn tập', 'tổ chức triển khai thực hiện diễn tập')],
  ])('stays with %s', (_, text) => expect(planOf(text).tasks[0]!.id).toBe(planOf(DRILL).tasks[0]!.id))

  it('does not depend on where the task stands', () => {
    expect(planOf(SIGNS, FEES, DRILL).tasks[2]!.id).toBe(planOf(DRILL).tasks[0]!.id)
    expect(new Set(planOf(SIGNS, FEES, DRILL, DRILL).tasks.map(({ id }) => id)).size).toBe(4)
  })

  it('stays for most tasks when one word of each is taken away', () => {
    let kept = 0
    let all = 0
    for (const document of DOCUMENTS.slice(0, 12)) for (const { text, id } of document.tasks) {
      const pieces = text.split(/\s+/)
      if (pieces.length < 8) continue
      const without = pieces.filter((_, index) => index !== Math.floor(pieces.length / 2)).join(' ')
      all++
      if (planOf(without).tasks[0]?.id === id.replace(/-\d+$/, '')) kept++
    }
    expect(all).toBeGreaterThan(60)
    expect(kept / all).toBeGreaterThan(0.85)
  }, 60_000)
})

describe('compare', () => {
  it('finds nothing between a plan and itself', () => {
    fc.assert(fc.property(anyPlan, (plan) => {
      const { added, dropped, changed, kept } = compare(plan, plan)
      expect([added, dropped, changed]).toEqual([[], [], []])
      expect(kept.every(({ before, after }) => before === after)).toBe(true)
    }), { numRuns: 30 })
  })

  it('puts every task of both into exactly one list, and the other way round gives the mirror', () => {
    fc.assert(fc.property(anyPlan, anyPlan, (a, b) => {
      const there = compare(a, b)
      expect(there.added.length + there.changed.length + there.kept.length).toBe(b.tasks.length)
      expect(there.dropped.length + there.changed.length + there.kept.length).toBe(a.tasks.length)
      const back = compare(b, a)
      expect([back.added.length, back.dropped.length]).toEqual([there.dropped.length, there.added.length])
    }), { numRuns: 60 })
  })

  it('tells what was added, dropped and changed', () => {
    const after = planOf(FEES, DRILL.replace('30/5/2023', '15/6/2023').replace('Công an huyện', 'Ban Chỉ huy Quân sự huyện'))
    const { added, dropped, changed } = compare(planOf(DRILL, SIGNS), after)
    expect([words(added), words(dropped)]).toEqual([[FEES], [SIGNS]])
    expect(changed.map(({ parts }) => parts)).toEqual([['text', 'responsible', 'due']])
  })

  it('takes case, marks and short names for no difference', () => {
    const { kept, changed } = compare(planOf('UBND các xã rà soát hộ nghèo, cận nghèo'), planOf('Ủy ban nhân dân các xã rà soát hộ nghèo; cận nghèo.'))
    expect([kept.length, changed.map(({ parts }) => parts)]).toEqual([0, [['text']]])
    expect(compare(planOf(SIGNS), planOf(SIGNS.replace(', ', '; '))).kept).toHaveLength(1)
  })
})

describe('tasksFor', () => {
  const plan = planOf('UBND các xã, thị trấn kiểm tra bến đò.', SIGNS, 'Công an huyện phối hợp với UBND xã Đại Sơn tuần tra.', 'Các phòng, ban liên quan tổng hợp số liệu.')

  it('answers with those that name the body, as leader or partner', () => {
    expect(tasksFor(plan, 'Phòng Kinh tế và Hạ tầng').map(({ task, role, certain }) => [task.text, role, certain])).toContainEqual([SIGNS, 'responsible', true])
  })

  it('counts groups that include it', () => {
    const found = tasksFor(plan, 'UBND xã Đại Sơn').map(({ task, role, through }) => [words([task])[0], role, through.text])
    expect(found).toEqual([['UBND các xã, thị trấn kiểm tra bến đò.', 'responsible', 'UBND các xã, thị trấn'], ['Công an huyện phối hợp với UBND xã Đại Sơn tuần tra.', 'coordinating', 'UBND xã Đại Sơn']])
  })

  it('includes UBND huyện Tứ Kỳ in UBND các huyện', () => {
    const province = extractPlan('ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\nSố: 15/KH-UBND\n\nHải Dương, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy năm 2023\n\nI. NHIỆM VỤ\n- UBND các huyện, thị xã, thành phố kiểm tra các chợ.\n- Sở Y tế trực cấp cứu.\n')
    expect(tasksFor(province, 'UBND huyện Tứ Kỳ').map(({ task }) => task.text)).toEqual(['UBND các huyện, thị xã, thành phố kiểm tra các chợ.'])
  })

  it('gives tasks of the plan, in its order, each once, and all that name a body of its own', () => {
    fc.assert(fc.property(anyPlan, fc.nat(), (document, seed) => {
      const bodies = document.tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating])
      if (!bodies.length) return
      const body = bodies[seed % bodies.length]!
      const found = tasksFor(document, body).map(({ task }) => document.tasks.indexOf(task))
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      document.tasks.forEach((task, index) => {
        if ([...task.responsible, ...task.coordinating].includes(body)) expect(found).toContain(index)
      })
    }), { numRuns: 60 })
  })
})

describe('timeline', () => {
  it('has every task with a due, ordered by the last day', () => {
    fc.assert(fc.property(anyPlan, (plan) => {
      const entries = timeline(plan)
      expect(new Set(entries.map(({ task }) => task))).toEqual(new Set(plan.tasks.filter(({ due }) => due !== null)))
      const last = entries.flatMap(({ to }) => (to === null ? [] : [to]))
      expect(last).toEqual([...last].sort())
      const firstOpen = entries.findIndex(({ to }) => to === null)
      if (firstOpen >= 0) expect(entries.slice(firstOpen).every(({ to }) => to === null)).toBe(true)
      for (const { from, to } of entries) if (from !== null && to !== null) expect(from <= to).toBe(true)
    }), { numRuns: 40 })
  })

  it('reads the days of a due', () => {
    expect(timeline(planOf('Kiểm tra các chợ trong quý II/2023.', DRILL)).map(({ due, from, to }) => [due, from, to])).toEqual([['../2023-05-30', null, '2023-05-30'], ['2023-34', '2023-04-01', '2023-06-30']])
  })
})
