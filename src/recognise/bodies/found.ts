import type { BodyKind, Level } from '../../model/plan.js'

/** A body whose end is known, before its words are cut. */
export interface Found {
  readonly end: number
  readonly kind: BodyKind
  readonly level: Level | null
  readonly collective: boolean
  /** Head that it shares with others and that does not stand before it, folded: "sở" of "các Sở: Tài chính, Nội vụ". */
  readonly sharedHead?: string
  /** The body that it is a part or an office of, in its own words: "Phòng Trẻ em thuộc | Sở …", "Giám đốc | Sở Nội vụ". */
  readonly inner?: Part
  /** The names of a plural that shares its head, each by itself: "các Sở: | Tài chính, | Nội vụ". */
  readonly shared?: readonly Part[]
}

/** A body inside the words of another. */
export interface Part {
  readonly start: number
  readonly found: Found
}
