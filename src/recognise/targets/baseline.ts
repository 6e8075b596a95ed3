import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import type { Target } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'

type Baseline = NonNullable<Target['baseline']>

const NUMBER = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)'
const UNIT = '(?: ?%| [a-zà-ỹđ/]+(?: [a-zà-ỹđ/]+){0,3}?)?'
const YEAR = '(?:năm )?((?:19|20)\\d\\d)'
/** "từ 35% (năm 2022) lên 60%", "từ 12 vụ xuống còn 8 vụ". */
const RISE = new RegExp(`từ (?:mức )?${NUMBER}${UNIT}(?: \\(?(?:vào |của )?${YEAR}\\)?)?(?= (?:lên|xuống|còn|tăng lên|giảm xuống)(?![a-zà-ỹđ]))`)
/** "(năm 2023 là 85%)", "(năm 2023: 85,2%)", "(năm 2022 đạt 40 xã)". */
const KNOWN = new RegExp(`\\((?:thực hiện |kết quả |hiện trạng )?năm ((?:19|20)\\d\\d) ?(?:là|:|đạt|có|=) ?${NUMBER}${UNIT}\\)`)
const AGAINST = PATTERNS.against

/** What an aim is measured against (*hiện trạng*), where the words of its clause state it. */
export function readBaseline(text: string, folded: string, { start, end }: Span): Baseline | null {
  const words = folded.slice(start, end)
  if (!words.includes('từ ') && !words.includes('năm ') && !words.includes('so với')) return null
  const rise = RISE.exec(words)
  if (rise) return toBaseline(text, start + rise.index, rise[0], rise[1], rise[2])
  const known = KNOWN.exec(words)
  if (known) return toBaseline(text, start + known.index + 1, known[0].slice(1, -1), known[2], known[1])
  const against = AGAINST.exec(words)
  return against ? toBaseline(text, start + against.index, against[0], undefined, against[1]) : null
}

function toBaseline(text: string, start: number, words: string, number: string | undefined, year: string | undefined): Baseline {
  return { ...cut(text, start, start + words.length), value: number === undefined ? null : Number(number.replaceAll('.', '').replace(',', '.')), at: year ?? null }
}
