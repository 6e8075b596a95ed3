import type { Citation } from '../model/plan.js'
import type { Span } from '../model/span.js'

/** A citation from its first pinpoint to the end of its title. */
export function wholeOf({ span, title, pinpoints }: Citation): Span {
  const parts = [span, ...(title ? [title.span] : []), ...pinpoints.map((pinpoint) => pinpoint.span)]
  return { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) }
}

/** Does it stand in the title of the one before it? */
export const isNestedIn = ({ span }: Citation, before: Citation | undefined): boolean => before !== undefined && span.start < wholeOf(before).end
