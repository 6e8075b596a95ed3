import { describe, expect, it } from 'vitest'
import { expandAbbreviations } from '../../../src/grammar/bodies.js'
import { ABBREVIATIONS } from '../../../src/grammar/generated/abbreviations.js'
import { BODIES } from '../../../src/grammar/generated/bodies.js'
import { BODY_HEADS } from '../../../src/grammar/generated/body-heads.js'
import { COLLECTIVE_WORDS } from '../../../src/grammar/generated/collective-words.js'
import { NAME_STOPS } from '../../../src/grammar/generated/name-stops.js'
import { NOT_BODIES } from '../../../src/grammar/generated/not-bodies.js'
import { POSITION_HEADS } from '../../../src/grammar/generated/position-heads.js'
import { SCOPE_WORDS } from '../../../src/grammar/generated/scope-words.js'
import { fold, foldText } from '../../../src/model/folded.js'
import { NO_PLACE } from '../../../src/model/place-context.js'
import type { Body } from '../../../src/model/plan.js'
import { createBodyReader } from '../../../src/recognise/bodies/index.js'

const { read } = createBodyReader(NO_PLACE)
/** The body that a sentence begins with. */
const bodyOf = (sentence: string): Body | undefined => read(foldText(sentence), 0, sentence.length)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
/** Rows for which something does not hold, as one can read them. */
const wrong = <T>(rows: readonly T[], print: (row: T) => string, holds: (row: T) => boolean): string[] => rows.filter((row) => !holds(row)).map(print)
const VERB = 'rà soát hồ sơ'

describe('every row of the tables of bodies is hit', () => {
  it('names: each is read whole before a verb', () => {
    expect(wrong(BODIES, ({ name }) => `${name} → ${bodyOf(`${name} ${VERB}`)?.text}`, ({ name }) => bodyOf(`${name} ${VERB}`)?.text === name)).toEqual([])
  })

  it('names: in capitals too', () => {
    const inCapitals = BODIES.filter(({ name }) => !/[a-zà-ỹđ]{2}.*\p{Lu}{2}|\p{Lu}{2}/u.test(name)).map(({ name }) => name.toUpperCase())
    const missed = wrong(inCapitals, (name) => name, (name) => bodyOf(`${name} RÀ SOÁT`)?.text === name)
    expect(missed.length / inCapitals.length, missed.join('\n')).toBeLessThan(0.03)
  })

  it('heads: each begins a name of its kind', () => {
    const rows = [...BODY_HEADS]
    const sentenceOf = (head: string, strength: string): string => {
      if (strength === 'strong' || strength === 'capital') return `${capital(head)} ${VERB}`
      const known = BODIES.find(({ name }) => fold(name).startsWith(`${head} `))
      return known ? `${known.name} ${VERB}` : strength === 'paired' ? `${capital(head)} tỉnh ${VERB}` : `${capital(head)} Hoa Mai ${VERB}`
    }
    expect(wrong(rows, ({ head }) => head, ({ head, strength }) => fold(bodyOf(sentenceOf(head, strength))?.text ?? '').startsWith(head))).toEqual([])
  })

  it('weak heads: alone and in small letters they are no bodies', () => {
    const weak = BODY_HEADS.filter(({ strength }) => strength !== 'strong' && strength !== 'capital')
    expect(wrong(weak, ({ head }) => head, ({ head }) => bodyOf(`${head} này ${VERB}`)?.kind !== 'department' && bodyOf(`${head} này ${VERB}`)?.text !== head)).toEqual([])
  })

  it('offices: each is one with what it is of', () => {
    const after = { nothing: '', title: '', body: ' Sở Nội vụ', group: ' các đơn vị', person: ' Trần Văn An' } as const
    expect(
      wrong(POSITION_HEADS, ({ head }) => head, ({ head, takes }) => {
        const whole = `${capital(head)}${after[takes]}`
        const body = bodyOf(`${whole} ${VERB}`)
        return body?.kind === 'position' && body.text === whole
      }),
    ).toEqual([])
  })

  it('words of groups: openers, nouns, what says which of them', () => {
    const sentences = {
      opener: (word: string) => [`${word} cơ quan`, VERB],
      noun: (word: string) => [`các ${word}`, VERB],
      agent: (word: string) => [word, VERB],
      modifier: (word: string) => [`các cơ quan ${word}`, VERB],
      joiner: (word: string) => [`các đơn vị ${word} Sở Nội vụ`, VERB],
      relative: (word: string) => [`các đơn vị ${word} dự án`, VERB],
      duty: () => ['các đơn vị', ''],
    } as const
    expect(
      wrong(COLLECTIVE_WORDS, ({ word, part }) => `${part} ${word}`, ({ word, part }) => {
        const [whole = '', rest = ''] = sentences[part](word)
        return bodyOf(part === 'duty' ? `${whole} ${word} cụ thể` : `${whole} ${rest}`)?.text === whole
      }),
    ).toEqual([])
  })

  it('phrases that look like bodies are none, in small letters and with a capital', () => {
    expect(wrong(NOT_BODIES, ({ phrase }) => phrase, ({ phrase }) => [phrase, capital(phrase), phrase.toUpperCase()].every((said) => bodyOf(`${said} của dự án`) === undefined))).toEqual([])
  })

  it('words that begin a verb or a clause end a name', () => {
    expect(wrong(NAME_STOPS, ({ word }) => word, ({ word }) => bodyOf(`Phòng Xanh ${word} thử`)?.text === 'Phòng Xanh')).toEqual([])
  })

  it('levels: each ends a name', () => {
    const after = { place: ' Hoa Mai', number: ' III', numeral: ' 5', nothing: '' } as const
    expect(
      wrong(SCOPE_WORDS, ({ phrase }) => phrase, ({ phrase, takes, level }) => {
        const body = bodyOf(`Ban Quản lý ${phrase}${after[takes]} ${VERB}`)
        return body?.text === `Ban Quản lý ${phrase}${after[takes]}` && (body.level === level || level === '' || takes === 'place' || /tỉnh|huyện/.test(phrase))
      }),
    ).toEqual([])
  })

  it('abbreviations are written out', () => {
    expect(wrong(ABBREVIATIONS, ({ short }) => short, ({ short, after, long }) => expandAbbreviations(after ? `${capital(after)} ${short}` : short).endsWith(long))).toEqual([])
  })
})
