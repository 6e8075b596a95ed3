import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nextOpening } from '../../../src/grammar/bodies.js'
import { foldText } from '../../../src/model/folded.js'
import { reach, watch } from '../../../src/model/reach.js'
import { findBody } from '../../../src/recognise/bodies/find-body.js'
import { recallBody } from '../../../src/recognise/bodies/memory.js'

const PLANS = new URL('../../../fixtures/plans/', import.meta.url)
const texts = readdirSync(PLANS).flatMap((slug) => readdirSync(new URL(`${slug}/`, PLANS)).filter((name) => name === 'plan.txt').map((name) => readFileSync(new URL(`${slug}/${name}`, PLANS), 'utf8').normalize('NFC')))

/** Begins of words that may open a body, with what is read there and how far it looks. */
function readAll(text: string): { at: number; end: number | undefined; seen: number }[] {
  const folded = foldText(text)
  const all: { at: number; end: number | undefined; seen: number }[] = []
  for (let at = nextOpening(text, 0, text.length); at < text.length; at = nextOpening(text, at + 1, text.length)) {
    watch()
    const end = findBody(folded, at, text.length)?.end
    all.push({ at, end, seen: reach() })
  }
  return all
}

describe('what was read once', () => {
  it('is what is read again, in every plan', () => {
    const wrong = texts.flatMap((text) => {
      const source = { text, fold: () => foldText(text) }
      return readAll(text).flatMap(({ at, end }) => {
        const found = recallBody(source, at, text.length).found
        return (found && at + found.end) === end ? [] : [text.slice(at, at + 60)]
      })
    })
    expect(wrong).toEqual([])
  })

  it('is not read a second time, where a cell or the text ends behind it either', () => {
    const again: string[] = []
    for (const text of ['Đoàn', 'Nơi nhận: UBND xã\n', 'Cơ quan, đơn vị\tThời gian\tSở Y tế\tPhòng Nội vụ', 'do UBND huyện\t\n1\t', ...texts]) {
      const ends = [text.length, ...[...text.matchAll(/\t/g)].slice(0, 20).map(({ index }) => index)]
      for (const end of ends) {
        for (let at = nextOpening(text, Math.max(0, end - 200), end); at < end; at = nextOpening(text, at + 1, end)) {
          recallBody({ text, fold: () => foldText(text) }, at, end)
          const fold = (): never => {
            throw new Error('read again')
          }
          try {
            recallBody({ text, fold }, at, end)
          } catch {
            again.push(text.slice(at, end))
          }
        }
      }
    }
    expect(again).toEqual([])
  })

  it('is what is read again up to the end of a line', () => {
    const wrong = texts.flatMap((text) => {
      const folded = foldText(text)
      const places: { at: number; end: number }[] = []
      for (let at = nextOpening(text, 0, text.length); at < text.length; at = nextOpening(text, at + 1, text.length)) places.push({ at, end: text.indexOf('\n', at) })
      return [...places, ...places].filter(({ at, end }) => {
        if (end < 0) return false
        const found = recallBody({ text, fold: () => folded }, at, end).found
        return (found && at + found.end) !== findBody(folded, at, end)?.end
      })
    })
    expect(wrong).toEqual([])
  })

  it('depends on no letter behind those that were looked at', () => {
    const wrong: string[] = []
    for (const [index, text] of texts.entries()) {
      const others = ['\nSở Y tế tỉnh Hải Dương', ' và Đào tạo huyện', 'x, 12/2024 (QĐ) - Xã hội', ' có trách nhiệm, các xã']
      for (const [count, { at, end, seen }] of readAll(text).entries()) {
        if ((count + index) % 5 > 0 || seen >= text.length) continue
        const changed = text.slice(at, seen) + others[(count + index) % others.length]!
        const again = findBody(foldText(changed), 0, changed.length)?.end
        if ((again === undefined ? undefined : again + at) !== end) wrong.push(`${text.slice(at, seen)}| ${again} ${end && end - at}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
