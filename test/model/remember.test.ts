import { describe, expect, it } from 'vitest'
import { createMemory, rememberWords } from '../../src/model/remember.js'

describe('a memory', () => {
  it('begins anew when it is full', () => {
    const memory = createMemory<number, string>(2)
    memory.set(1, 'một')
    memory.set(2, 'hai')
    expect([memory.get(1), memory.get(2), memory.get(3)]).toEqual(['một', 'hai', undefined])
    memory.set(3, 'ba')
    expect([memory.get(1), memory.get(2), memory.get(3)]).toEqual([undefined, undefined, 'ba'])
  })
})

describe('a function of words', () => {
  it('works out the same words once, and null is an answer', () => {
    const asked: string[] = []
    const isLong = rememberWords((words) => {
      asked.push(words)
      return words.length > 8 ? words : null
    })
    expect([isLong('Sở Nội vụ'), isLong('Sở Y tế'), isLong('Sở Nội vụ'), isLong('Sở Y tế')]).toEqual(['Sở Nội vụ', null, 'Sở Nội vụ', null])
    expect(asked).toEqual(['Sở Nội vụ', 'Sở Y tế'])
  })
})
