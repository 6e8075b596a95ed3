import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { toCalendar } from '../../src/export/calendar.js'
import { endOf } from '../../src/export/sheets.js'
import { extractPlan } from '../../src/index.js'
import type { PlanDocument } from '../../src/model/plan.js'
import { fixturePlan, fixturePlans } from '../support/plans.js'

/** A calendar as another author's parser reads it. */
async function eventsOf(documents: PlanDocument | readonly PlanDocument[]): Promise<InstanceType<typeof ICAL.Event>[]> {
  const calendar = new ICAL.Component(ICAL.parse(await toCalendar(documents)))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

const withDue = (due: string | null): PlanDocument => {
  const plan = fixturePlan('commune-dengue-2021')
  return { ...plan, tasks: [{ ...plan.tasks[0]!, due }] }
}

describe('the calendar', () => {
  it('has an all-day event on the last day of each due', async () => {
    for (const { document } of fixturePlans()) {
      const events = await eventsOf(document)
      const days = document.tasks.flatMap(({ due }) => (due !== null && !due.startsWith('{') ? [endOf(due)] : [])).filter((day) => day !== null)
      const single = events.filter((event) => !event.isRecurring()).map((event) => event.startDate.toString())
      for (const day of days) expect(single).toContain(day)
      expect(events.every((event) => event.startDate.isDate)).toBe(true)
    }
  })

  it('keeps the words, however they are folded and escaped', async () => {
    const plan = fixturePlan('commune-dengue-2021')
    const [event] = await eventsOf({ ...plan, tasks: [{ ...plan.tasks[0]!, due: '../2021-04-25', text: 'Kiện toàn; rà soát, “bổ sung” \\ ở các thôn: ế ộ ữ 😀' }] })
    expect(event!.summary).toBe('Kiện toàn; rà soát, “bổ sung” \\ ở các thôn: ế ộ ữ 😀')
    expect(event!.description).toContain('36/KH-UBND')
  })

  it('breaks no line inside a letter: at most 75 bytes each', async () => {
    const printed = await toCalendar(fixturePlan('district-disaster-prevention-2019'))
    for (const line of printed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(printed).not.toContain('\ufffd')
  })

  it('has one event with a rule for what comes every year or month', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['XXXX-11-15', '2021-11-15', 'FREQ=YEARLY'],
      ['../XXXX-12-05', '2021-12-05', 'FREQ=YEARLY'],
      ['XXXX-11-15/XXXX-12-15', '2021-12-15', 'FREQ=YEARLY'],
      ['XXXX-XX-20', '2021-01-20', 'FREQ=MONTHLY;BYMONTHDAY=20'],
      ['XXXX-02', '2021-02-28', 'FREQ=YEARLY;BYMONTHDAY=-1'],
    ]
    for (const [due, start, rule] of cases) {
      const [event] = await eventsOf(withDue(due))
      expect([due, event?.startDate.toString(), event?.component.getFirstPropertyValue('rrule')?.toString()]).toEqual([due, start, rule])
    }
  })

  it('has none for what has no day', async () => {
    for (const due of [null, 'XXXX', '2021-05-01/..']) expect(await eventsOf(withDue(due))).toEqual([])
    expect(await eventsOf({ ...withDue('XXXX-11-15'), header: { ...withDue(null).header, issued: null } })).toEqual([])
  })

  it('has one for each member of a set', async () => {
    const events = await eventsOf(withDue('{2021-03,2021-09}'))
    expect(events.map((event) => event.startDate.toString())).toEqual(['2021-03-31', '2021-09-30'])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
  })

  it('keeps the UID of a task whose date was changed, and gives no UID twice', async () => {
    const [before, after] = await Promise.all([eventsOf(withDue('../2021-04-25')), eventsOf(withDue('../2021-05-30'))])
    expect(before![0]!.uid).toBe(after![0]!.uid)
    const all = await eventsOf(fixturePlans().map(({ document }) => document))
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length)
  })

  it('is the same for the same plan, whenever it is made', async () => {
    const plan = extractPlan('Số: 1/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\nKẾ HOẠCH\nThử\nI. NHIỆM VỤ\n1. Phòng Nội vụ rà soát trước ngày 30/5/2023.')
    expect(await toCalendar(plan)).toBe(await toCalendar(plan))
    expect(await toCalendar(plan)).toContain('DTSTAMP:20230405T000000Z')
  })
})
