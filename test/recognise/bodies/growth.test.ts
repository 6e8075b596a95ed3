import { describe, expect, it } from 'vitest'
import { foldText, wordStartsAt } from '../../../src/model/folded.js'
import { NO_PLACE } from '../../../src/model/place-context.js'
import { createBodyReader } from '../../../src/recognise/bodies/index.js'

/** Inputs that a reader with nested loops would choke on. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one head again and again': 'phòng ',
  'capitals without end': 'Phòng A B C D E F G H ',
  'parts of parts': 'Văn phòng Ban Thanh tra Khoa ',
  'owners of owners': 'Tổ công tác của Ban Chỉ đạo của ',
  'offices of offices': 'Trưởng Phó Trưởng ban Giám đốc ',
  'places in places': 'UBND huyện Ba Vì, huyện Sóc Sơn, ',
  'open brackets': 'Sở Y tế (',
  'open quotation marks': 'Ban Chỉ đạo "',
  'nouns without end': 'các sở, ban, ngành, ',
  'kinds of places without end': 'UBND các xã, phường, thị trấn, ',
  'modifiers without end': 'các đơn vị trực thuộc Sở liên quan ',
  'clauses without end': 'các đơn vị được giao được giao ',
  'names that share a head': 'các Sở: Tài chính, Xây dựng, ',
  'digits and spaces': 'Tổ 12    34    ',
}

const { read, readList } = createBodyReader(NO_PLACE)

/** Milliseconds of reading at every word and of one list, the best of three. */
function timeOf(input: string): number {
  const text = foldText(input)
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    for (let at = 0; at < input.length; at++) if (wordStartsAt(input, at)) read(text, at, input.length)
    readList(text, 0, input.length)
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('time grows with the length of the text', () => {
  for (const [name, piece] of Object.entries(HOSTILE)) {
    it(name, () => {
      const length = 12_000
      const [small, large] = [timeOf(piece.repeat(length / piece.length)), timeOf(piece.repeat((length * 4) / piece.length))]
      expect(large, `${small.toFixed(1)} ms, four times as long ${large.toFixed(1)} ms`).toBeLessThan(Math.max(small, 10) * 6)
    })
  }
})
