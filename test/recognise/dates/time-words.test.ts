import { describe, expect, it } from 'vitest'
import { TIME_BOUNDS } from '../../../src/grammar/generated/time-bounds.js'
import { TIME_CUES } from '../../../src/grammar/generated/time-cues.js'
import { foldText } from '../../../src/model/folded.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'

const recognise = (text: string) => recogniseDates(foldText(text), { issued: '2024-01-10', planYear: 2024 }).map(({ text: words, edtf, role }) => ({ words, edtf, role }))

/** A sentence for each kind of bound, and what is to be found in it. */
const BOUNDED: Readonly<Record<string, (phrase: string) => { text: string; words: string; edtf: string | null }>> = {
  before: (phrase) => ({ text: `Nộp ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '../2024-03-15' }),
  until: (phrase) => ({ text: `Nhận bài ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '../2024-03-15' }),
  'as-of': (phrase) => ({ text: `Còn 5 hộ ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '../2024-03-15' }),
  from: (phrase) => ({ text: `Mở lớp ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '2024-03-15/..' }),
  after: (phrase) => ({ text: `Mở lớp ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '2024-03-15/..' }),
  within: (phrase) => ({ text: `Mở lớp ${phrase} tháng 3/2024.`, words: `${phrase} tháng 3/2024`, edtf: '2024-03' }),
  early: (phrase) => ({ text: `Mở lớp ${phrase} quý II/2024.`, words: `${phrase} quý II/2024`, edtf: '2024-04' }),
  middle: (phrase) => ({ text: `Mở lớp ${phrase} quý II/2024.`, words: `${phrase} quý II/2024`, edtf: '2024-05' }),
  late: (phrase) => ({ text: `Mở lớp ${phrase} quý II/2024.`, words: `${phrase} quý II/2024`, edtf: '2024-06' }),
  label: (phrase) => ({ text: `Đề án ${phrase} 2021 - 2025.`, words: `${phrase} 2021 - 2025`, edtf: '2021/2025' }),
  hour: (phrase) => ({ text: `Họp ${phrase} ngày 15/3/2024.`, words: `${phrase} ngày 15/3/2024`, edtf: '2024-03-15' }),
  about: (phrase) => ({ text: `Họp ${phrase} ngày 14 và 15/3/2024.`, words: `${phrase} ngày 14 và 15/3/2024`, edtf: '2024-03-14/2024-03-15' }),
  vision: (phrase) => ({ text: `Chiến lược và ${phrase} 2030.`, words: '2030', edtf: '2030' }),
  'term-within': (phrase) => ({ text: `Trả lời ${phrase} 15 ngày kể từ ngày ký.`, words: `${phrase} 15 ngày kể từ ngày ký`, edtf: '2024-01-10/2024-01-25' }),
  'term-by': (phrase) => ({ text: `Trả lời ${phrase} 15 ngày kể từ ngày ký.`, words: `${phrase} 15 ngày kể từ ngày ký`, edtf: '../2024-01-25' }),
  'term-after': (phrase) => ({ text: `Có hiệu lực ${phrase} 15 ngày kể từ ngày ký.`, words: `${phrase} 15 ngày kể từ ngày ký`, edtf: '2024-01-25/..' }),
  'term-over': (phrase) => ({ text: `Thu hồi nếu ${phrase} 15 ngày kể từ ngày ký.`, words: `${phrase} 15 ngày kể từ ngày ký`, edtf: null }),
}

describe('words before a time', () => {
  it.each(TIME_BOUNDS.map(({ phrase, bound }) => [phrase, bound]))('%s (%s)', (phrase, bound) => {
    const { text, words, edtf } = BOUNDED[bound]!(phrase)
    expect(recognise(text)).toMatchObject([{ words, edtf }])
  })
})

/** A sentence for each kind of cue, and the role of what is found in it, or none. */
const CUED: Readonly<Record<string, (word: string) => readonly [text: string, role: string | null]>> = {
  named: (word) => [`Treo cờ ${word} 28/6.`, 'event'],
  done: (word) => [`Sửa đường, ${word} trong tháng 6/2024.`, 'deadline'],
  told: (word) => [`Nêu rõ ${word} quý I/2024.`, 'period'],
  campaign: (word) => [`Hưởng ứng ${word} (tháng 6/2024).`, 'event'],
  'not-after': (word) => [`Mừng lễ, nhắc tới ${word} 28/6.`, null],
  'not-before': (word) => [`Mừng lễ, có 15/6 ${word} dự.`, null],
  everyday: (word) => [`Phục vụ ${word} hằng ngày.`, null],
}

describe('words that tell what a number is', () => {
  it.each(TIME_CUES.map(({ word, cue }) => [word, cue]))('%s (%s)', (word, cue) => {
    const [text, role] = CUED[cue]!(word)
    expect(recognise(text).map((date) => date.role)).toEqual(role === null ? [] : [role])
  })
})
