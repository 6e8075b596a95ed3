import type { BodyKind, Level } from '../../model/plan.js'

/** A body whose end is known, before its words are cut. */
export interface Found {
  readonly end: number
  readonly kind: BodyKind
  readonly level: Level | null
  readonly collective: boolean
  /** Head that it shares with others and that does not stand before it, folded: "sở" of "các Sở: Tài chính, Nội vụ". */
  readonly sharedHead?: string
}
