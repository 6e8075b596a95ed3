import type { Span } from '../../model/span.js'

/** A stretch of the document in which aims may stand. */
export interface TargetRange {
  readonly span: Span
  /** Path of the section it stands in. */
  readonly section: string | null
  /** Year or period of the nearest heading, EDTF. */
  readonly by: string | null
  /** Among the targets (*mục tiêu, chỉ tiêu*) any number may be an aim; elsewhere only one whose words say so plainly ("phấn đấu đạt"). */
  readonly anywhere: boolean
}
