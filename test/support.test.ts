import { describe, expect, it } from 'vitest'
import { parseCases, printFindings } from './support/case-file.js'
import { readerOf } from './support/case-readers.js'
import { importCircles, type Module, withoutComments } from './support/modules.js'

describe('a case file', () => {
  const file = '# nghị quyết {"issued": "2025-01-15"}\nCăn cứ Nghị quyết số 1;\n\n==>\ncitation "Nghị quyết số 1"\n  type=NQ issuer="Bộ Chính trị"\n\n# ? chưa đọc được\nAbc\n==>\n(none)\n'

  it('is title, context, input and what is found', () => {
    const [first, second] = parseCases(file, 'citations-x.txt')
    expect(first).toMatchObject({ title: 'nghị quyết', gap: false, context: { issued: '2025-01-15' }, input: 'Căn cứ Nghị quyết số 1;' })
    expect(first!.expected).toEqual([{ kind: 'citation', text: 'Nghị quyết số 1', facts: { type: 'NQ', issuer: 'Bộ Chính trị' } }])
    expect(second).toMatchObject({ title: 'chưa đọc được', gap: true, line: 8, expected: [] })
  })

  it.each(['# a\nb\n', '# a\nb\n==>\n', '# a\nb\n==>\ncitation without quotes\n'])('that is not understood fails: %j', (content) => {
    expect(() => parseCases(content, 'citations-x.txt')).toThrow(/citations-x.txt:1/)
  })

  it('is compared by the facts it names, and by every finding', () => {
    const [first] = parseCases(file, 'citations-x.txt')
    const found = [{ kind: 'citation', text: 'Nghị quyết số 1', facts: { type: 'NQ', issuer: 'Bộ Chính trị', date: 'null' } }]
    expect(printFindings(found, first!.expected)).toBe('citation "Nghị quyết số 1"\n  type=NQ issuer="Bộ Chính trị"')
    expect(printFindings([], first!.expected)).toBe('(none)')
  })

  it('of an unknown kind fails', () => expect(() => readerOf('wishes-1.txt')).toThrow(/no reader/))
})

describe('the reading of modules', () => {
  const module = (path: string, ...imports: string[]): Module => ({ path, code: '', imports, loads: imports, packages: [] })

  it('finds circles', () => {
    expect(importCircles([module('a', 'b'), module('b', 'c'), module('c', 'b')])).toEqual([['b', 'c', 'b']])
    expect(importCircles([module('a', 'b', 'c'), module('b', 'c'), module('c')])).toEqual([])
  })

  it('takes comments out and leaves strings', () => {
    expect(withoutComments("const a = 'x//y' // why\n/* \\b\n */\nb")).toBe("const a = 'x//y' \n\n\nb")
  })
})
