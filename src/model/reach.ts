/**
 * How far a text has been looked at: what is read at a place depends on no letter behind it. Those who look into a text say so by
 * {@link see}; whoever wants to remember what was read asks {@link reach}.
 */
let furthest = 0

/** Letters before `end` were looked at. */
export function see(end: number): void {
  if (end > furthest) furthest = end
}

/** Begin to watch: nothing is looked at yet. */
export function watch(): void {
  furthest = 0
}

/** The end of what was looked at since {@link watch}. */
export const reach = (): number => furthest
