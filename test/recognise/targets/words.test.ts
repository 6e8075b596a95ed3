import { describe, expect, it } from 'vitest'
import { COMPARATORS } from '../../../src/grammar/generated/comparators.js'
import { TARGET_UNITS } from '../../../src/grammar/generated/target-units.js'
import { TARGET_WORDS } from '../../../src/grammar/generated/target-words.js'
import { targetCues } from '../../../src/grammar/targets.js'
import { fold, foldText } from '../../../src/model/folded.js'
import type { Target } from '../../../src/model/plan.js'
import { recogniseTargets } from '../../../src/recognise/targets/index.js'

const read = (words: string, anywhere = true): Target[] => recogniseTargets(foldText(words), [{ span: { start: 0, end: words.length }, section: null, by: null, anywhere }], [])
const values = (words: string, anywhere = true): number[] => read(words, anywhere).map(({ value }) => value)

/** What each use of a word does, tried with every word of the table. */
const TRIALS: Readonly<Record<(typeof TARGET_WORDS)[number]['use'], (phrase: string) => boolean>> = {
  reach: (phrase) => values(`Tuổi thọ ${phrase} 75 tuổi`).length === 1,
  lead: (phrase) => values(`Chỉ tiêu năm nay ${phrase} 5 xã`, false).length === 1,
  goal: (phrase) => values(`Toàn huyện ${phrase} trồng 5 ha; khoán 7 ha`, false).length === 2,
  aim: (phrase) => values(`${phrase} đạt 50%`, false).length === 1,
  opener: (phrase) => values(`Sản lượng 5 tấn, ${phrase} ở vùng cao 3 tấn`).length === 2,
  state: (phrase) => values(`${phrase} 12 cơ sở`).length === 0,
  plain: (phrase) => targetCues.longestAt(phrase, 0, phrase.length)?.value === 0,
  blocker: (phrase) => values(`${phrase} 500 triệu đồng`).length === 0,
  condition: (phrase) => values(`${phrase} đạt 100%`, false).length === 0,
  label: (phrase) => values(`Tại ${phrase} 5 được duy trì`).length === 0,
  name: (phrase) => values(`Tại ${phrase} 5 xã được duy trì`).length === 0,
  baseline: (phrase) => values(`Thay đổi ${phrase} 5 xã`).length === 0,
  rise: (phrase) => values(`Từ 5 xã ${phrase} 9 xã`).join() === '9',
  aside: (phrase) => read(`Trồng 5 ha (${phrase} 3 ha)`)[0]?.text === 'Trồng 5 ha',
  scale: (phrase) => read(`Trồng 5 ${phrase} cây`)[0]?.unit === `${phrase} cây`,
  'counted over': (phrase) => read(`Bảo đảm 95% hộ dân ${phrase} nước sạch`)[0]?.scope?.text === 'hộ dân',
  stop: (phrase) => read(`Dựng 5 cọc ${phrase} đâu`)[0]?.unit === 'cọc',
}

describe('every word of the tables', () => {
  it.each(Object.keys(TRIALS) as (keyof typeof TRIALS)[])('%s', (use) => {
    const rows = TARGET_WORDS.filter((row) => row.use === use)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ phrase }) => phrase).filter((phrase) => !TRIALS[use](phrase))).toEqual([])
  })

  it('compares', () => {
    const trial = (phrase: string, where: string): string | undefined => (where === 'before' ? read(`Tỷ lệ ${phrase} 60%`) : read(`Tỷ lệ 60% ${phrase}`))[0]?.comparator
    expect(COMPARATORS.filter(({ phrase, where, sign }) => trial(phrase, where) !== sign)).toEqual([])
  })

  it('counts', () => {
    const wrong = TARGET_UNITS.filter(({ unit, kind }) => read(kind === 'age' ? `Đạt 7 ${unit}` : `Có ít nhất 7 ${unit}`)[0]?.unit !== unit)
    expect(wrong).toEqual([])
  })

  it('is folded', () => {
    const phrases = [...TARGET_WORDS.map(({ phrase }) => phrase), ...COMPARATORS.map(({ phrase }) => phrase), ...TARGET_UNITS.map(({ unit }) => unit)]
    expect(phrases.filter((phrase) => fold(phrase) !== phrase)).toEqual([])
  })
})
