import type { ICalCalendar, ICalEventData } from 'ical-generator'
import { type Language, wordLabel } from '../grammar/wording.js'
import { boundsOf, daysInMonth, isKnownYear } from '../model/edtf.js'
import type { PlanDocument, Task } from '../model/plan.js'
import { type Exported, type ExportOptions, listOf, nameOf } from './export-options.js'
import { stableId } from './stable-id.js'

export interface CalendarOptions extends ExportOptions {
  /** When the calendar was made (DTSTAMP), ISO 8601; default the day on which each plan was issued, so that the same plan gives the same file. */
  readonly stamp?: string
}

/** The day of a deadline, and how it comes again. */
interface Deadline {
  readonly day: string
  readonly repeating: { readonly freq: 'YEARLY' | 'MONTHLY'; readonly byMonthDay?: number } | null
}

/**
 * Deadlines as a calendar (iCalendar, RFC 5545): an all-day event on the last day of each task's due, the whole period in its words;
 * what comes every year or month is one event with a rule. The UID depends on the plan and the task's words alone, so that a second import updates.
 * Tasks without a due, and dues without an end, are no events.
 */
export async function toCalendar(documents: Exported, { language = 'vi', stamp }: CalendarOptions = {}): Promise<string> {
  const { ICalCalendar } = await import('ical-generator')
  const list = listOf(documents)
  const calendar: ICalCalendar = new ICalCalendar({ name: list.map(calendarName).join('; ').slice(0, 200), prodId: { company: 'kehoach', product: 'kehoach', language: language.toUpperCase() } })
  for (const document of list) for (const event of eventsOf(document, language, stamp)) calendar.createEvent(event)
  return calendar.toString()
}

const calendarName = ({ header, source }: PlanDocument): string => [header.type?.name, header.notation?.number ? header.notation.text : null, header.title].filter(Boolean).join(' ') || (source.name ?? 'kehoach')

function eventsOf(document: PlanDocument, language: Language, stamp: string | undefined): ICalEventData[] {
  const plan = stableId([document.header.issuer?.name, document.header.notation?.text, document.header.issued, document.header.title])
  const seen = new Map<string, number>()
  return document.tasks.flatMap((task) => {
    const words = stableId([task.section, task.text])
    const repeat = seen.get(words) ?? 0
    seen.set(words, repeat + 1)
    return deadlinesOf(task.due, yearOf(document)).map((deadline, index, all): ICalEventData => {
      const suffix = `${repeat ? `-${repeat}` : ''}${all.length > 1 ? `-${index}` : ''}`
      return { id: `${plan}-${words}${suffix}@kehoach`, ...toEvent(task, deadline, document, language), stamp: new Date(stamp ?? stampOf(document)) }
    })
  })
}

function toEvent(task: Task, { day, repeating }: Deadline, document: PlanDocument, language: Language): ICalEventData {
  const facts = (['responsible', 'coordinating'] as const).map((key) => [wordLabel(key, language), task[key].map(({ text }) => text).join('; ')] as const)
  const lines = [...facts, [wordLabel('due', language), task.dueText ?? ''], [wordLabel('output', language), task.output?.text ?? ''], [wordLabel('section', language), task.section ?? '']]
  const details = lines.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)
  const who = task.responsible.map(({ text }) => text).join('; ')
  return {
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    timezone: 'UTC',
    summary: oneLine(who && !task.text.includes(task.responsible[0]!.text) ? `${who}: ${task.text}` : task.text, 160),
    description: [oneLine(task.text, 2000), '', ...details, '', nameOf(document)].join('\n'),
    categories: [{ name: wordLabel('due', language) }],
    ...(repeating ? { repeating: ruleOf(repeating) } : {}),
  }
}

const ruleOf = ({ freq, byMonthDay }: NonNullable<Deadline['repeating']>): string => `RRULE:FREQ=${freq}${byMonthDay === undefined ? '' : `;BYMONTHDAY=${byMonthDay}`}`

function oneLine(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most - 1)).trimEnd()}…`
}

/** The events of a due: one, or one for each member of a set. */
function deadlinesOf(due: string | null, firstYear: string | null): Deadline[] {
  if (due === null) return []
  if (due.startsWith('{')) return due.slice(1, -1).split(',').flatMap((member) => deadlinesOf(member, firstYear))
  const end = due.slice(due.indexOf('/') + 1)
  if (end.startsWith('XXXX')) return firstYear === null ? [] : recurring(end, firstYear)
  const last = boundsOf(due)?.last
  return last ? [{ day: last, repeating: null }] : []
}

/** `XXXX-11-15` each year, `XXXX-XX-15` each month, `XXXX-11` by the end of that month; "every year" alone has no day. */
function recurring(point: string, firstYear: string): Deadline[] {
  const [, month = '', day = ''] = point.split('-')
  if (!month || (month === 'XX' && !/^\d\d$/.test(day))) return []
  if (month === 'XX') return [{ day: `${firstYear}-01-${day}`, repeating: { freq: 'MONTHLY', byMonthDay: Number(day) } }]
  const known = /^\d\d$/.test(day) ? day : String(daysInMonth(Number(firstYear), Number(month)))
  return [{ day: `${firstYear}-${month}-${known}`, repeating: known === day && `${month}-${day}` !== '02-29' ? { freq: 'YEARLY' } : { freq: 'YEARLY', byMonthDay: -1 } }]
}

/** The year of a plan: that of its issue. */
function yearOf({ header }: PlanDocument): string | null {
  const year = header.issued?.slice(0, 4) ?? ''
  return isKnownYear(year) ? year : null
}

const stampOf = (document: PlanDocument): string => (document.header.issued === null ? '2000-01-01' : (boundsOf(document.header.issued)?.first ?? '2000-01-01'))
