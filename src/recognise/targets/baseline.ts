import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import type { Target } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'

type Baseline = NonNullable<Target['baseline']>

/** What an aim is measured against (*hiện trạng*), where the words of its clause state it. */
export function readBaseline(text: string, folded: string, { start, end }: Span): Baseline | null {
  const words = folded.slice(start, end)
  if (!words.includes('từ ') && !words.includes('năm ') && !words.includes('so với')) return null
  const rise = PATTERNS.rise.exec(words)
  if (rise) return toBaseline(text, start + rise.index, rise[0], rise.groups)
  const known = PATTERNS.known.exec(words)
  if (known) return toBaseline(text, start + known.index + 1, known[0].slice(1, -1), known.groups)
  const against = PATTERNS.against.exec(words)
  return against ? toBaseline(text, start + against.index, against[0], against.groups) : null
}

function toBaseline(text: string, start: number, words: string, { number, year }: { number?: string; year?: string } = {}): Baseline {
  return { ...cut(text, start, start + words.length), value: number === undefined ? null : Number(number.replaceAll('.', '').replace(',', '.')), at: year ?? null }
}
