import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import { includesBody } from '../grammar/includes-body.js'
import { fold, foldText } from '../model/folded.js'
import { NO_PLACE, type PlaceContext } from '../model/place-context.js'
import type { Body, PlanDocument, Task } from '../model/plan.js'
import { createBodyReader } from '../recognise/bodies/index.js'

/** A task that is a body's, and why. */
export interface BodyTask {
  readonly task: Task
  readonly role: 'responsible' | 'coordinating'
  /** The body or group of the task that means it. */
  readonly through: Body
  /** false where the group may include it, but the text does not say which of them are meant ("các sở liên quan"). */
  readonly certain: boolean
}

/** What identifies a body: of a plan, or by its name as one writes it. */
export type BodyQuery = string | Pick<Body, 'text' | 'name' | 'kind' | 'level' | 'collective' | 'id'>

/**
 * The tasks of a body in a plan, in reading order: those that name it, and those of the groups that include it ("UBND các huyện" the UBND
 * of huyện Tứ Kỳ). A name is read as the plan itself would: "UBND huyện" is that of the plan's huyện.
 */
export function tasksFor(plan: PlanDocument, body: BodyQuery): BodyTask[] {
  const wanted = typeof body === 'string' ? resolveName(plan, body) : body
  return plan.tasks.flatMap((task) => {
    for (const role of ['responsible', 'coordinating'] as const) {
      const found = meant(task[role], wanted)
      if (found) return [{ task, role, ...found }]
    }
    return []
  })
}

function meant(bodies: readonly Body[], wanted: Exclude<BodyQuery, string>): Pick<BodyTask, 'through' | 'certain'> | undefined {
  const named = bodies.find((body) => isNamed(body, wanted))
  if (named) return { through: named, certain: true }
  let perhaps: Body | undefined
  for (const body of bodies) {
    const included = includesBody(body, wanted)
    if (included) return { through: body, certain: true }
    if (included === null) perhaps ??= body
  }
  return perhaps && { through: perhaps, certain: false }
}

const plain = (name: string): string => fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim()

const isNamed = (body: Body, wanted: Exclude<BodyQuery, string>): boolean =>
  (body.id !== null && body.id === wanted.id) || plain(body.name) === plain(wanted.name) || plain(body.text) === plain(wanted.text)

/** The body of a name: the plan's own mention of it, else what the name says in the plan's place. */
function resolveName(plan: PlanDocument, name: string): Exclude<BodyQuery, string> {
  const text = name.normalize('NFC').trim()
  const words = plain(text)
  const own = plan.tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating]).find((body) => !body.collective && (plain(body.text) === words || plain(body.name) === words))
  if (own) return own
  const read = createBodyReader(placeOf(plan)).read(foldText(text), 0, text.length)
  return read?.span.end === text.length ? read : { text, name: text, kind: 'other', level: null, collective: false, id: null }
}

/** Where the plan belongs, as far as its issuer tells. */
function placeOf({ header: { issuer, parent } }: PlanDocument): PlaceContext {
  const places: Partial<Record<keyof PlaceContext, string>> = {}
  for (const body of [parent, issuer]) {
    if (!body?.place || body.level === null || body.level === 'central') continue
    const kind = PATTERNS['kind-of-place'].exec(body.name)?.[0]
    places[body.level] = kind ? `${kind} ${body.place}` : `${KINDS[body.level]} ${body.place}`
  }
  return { ...NO_PLACE, ...places }
}

const KINDS = { province: 'tỉnh', district: 'huyện', commune: 'xã' } as const
