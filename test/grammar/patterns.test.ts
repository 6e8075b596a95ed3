import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { closeUp } from '../../grammars/build/free-spacing.js'
import { beginsOf } from '../../grammars/build/pattern-begins.js'
import { compilePatterns } from '../../grammars/build/patterns.js'
import type { GrammarTable } from '../../grammars/build/tables.js'

describe('free-spaced patterns', () => {
  it('lose their white space, except where it is escaped or stands in a class', () => {
    expect(closeUp('(?<day> \\d{1,2} ) [ ] tháng\\ ( ba | tư ) [ /-]')).toBe('(?<day>\\d{1,2}) tháng (?:ba|tư)[ /-]')
  })

  it('keep brackets and white space that are escaped', () => {
    expect(closeUp('\\( a \\) [(] \\s+')).toBe('\\(a\\)[(]\\s+')
  })

  it('are refused where closing up would join what stood apart', () => {
    expect(() => closeUp('(?<a>x) \\k<a> 2')).toThrow('would be read as one')
    expect(() => closeUp('a+ ?')).toThrow('would be read as one')
  })
})

describe('the begins of a pattern', () => {
  it.each([
    ['marks and whole words, spaces apart', ' *(?:,|;) *|[+&] ?| +(?:và|cùng với) +', 1, { units: '&+,;', words: ['cùng', 'và'] }],
    ['two words where two are asked for', '(?: -|,)? chi nhánh (?=\\S)', 2, { units: '', words: [', chi', '- chi', 'chi nhánh'] }],
    ['the first letter of a word that may go on', 'quý|(?:hằng|hàng)(?![a-zà-ỹđ])', 1, { units: 'q', words: ['hàng', 'hằng'] }],
    ['each of a class, and digits', '[.;]|\\d{1,3} xã', 1, { units: '.0123456789;', words: [] }],
    ['what may be left out, and what stands behind it', '(?:được )?(?:ký|ban hành) ', 1, { units: '', words: ['ban', 'ký', 'được'] }],
    ['what only a look ahead sees', ' (?=năm \\d)| (?!ủy)tỉnh ', 1, { units: '', words: ['năm', 'tỉnh'] }],
  ])('are %s', (_, source, pieces, begins) => {
    expect(beginsOf(source, pieces)).toEqual(begins)
  })

  it('cannot be told of what may begin with anything, or match nothing', () => {
    expect(() => beginsOf('[^.;]+ xã')).toThrow('anything')
    expect(() => beginsOf('(?:và )?')).toThrow('nothing')
  })
})

describe('pattern files', () => {
  const folders: string[] = []
  const TABLE: GrammarTable = { name: 'words', columns: ['phrase', 'use'], rows: [{ phrase: 'sở', use: 'head' }, { phrase: 'sở (cũ)', use: 'head' }, { phrase: 'của', use: 'link' }] }

  const compile = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'kehoach-patterns-'))
    folders.push(folder)
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return compilePatterns(folder, new Map([['words', TABLE]]))
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  const file = (pattern: string, hit: string, more = ''): string => `parts:\n  head: { rows: words, use: head }\npatterns:\n  - id: one\n    means: a test\n    flags: ''\n${more}    hit: ['${hit}']\n    pattern: '${pattern}'\n`

  it('take the rows of a table as a part, the longest first', () => {
    const { files, mistakes } = compile({ 'a.yaml': file('^{{head}}', 'sở y tế') })
    expect(mistakes).toEqual([])
    expect(files.get('a')!.patterns).toEqual([{ id: 'one', source: '^(?:sở \\(cũ\\)|sở)', flags: '' }])
  })

  it('share the parts of parts.yaml, which is no pattern file itself', () => {
    const { files, mistakes } = compile({ 'a.yaml': file('^{{head}}{{word-end}}', 'sở y tế'), 'parts.yaml': 'parts:\n  word-end: (?![a-z])\n' })
    expect(mistakes).toEqual([])
    expect([...files.keys()]).toEqual(['a'])
  })

  it.each([
    ['an example that does not match', file('^{{head}}', 'phòng'), 'does not match "phòng"'],
    ['an example of folded text in capitals', file('^Sở', 'Sở Y tế'), 'does not match "Sở Y tế"'],
    ['a part that nobody wrote', file('^{{tail}}', 'x'), 'no part {{tail}}'],
    ['a table that nobody wrote', file('^{{head}}', 'sở').replace('rows: words', 'rows: lost'), 'no table lost'],
    ['rows that nobody wrote', file('^{{head}}', 'sở').replace('use: head', 'use: lost'), 'no row of words is {"use":"lost"}'],
    ['ASCII classes', file('^\\b', 'x'), 'they never match beside đ'],
  ])('are told of %s', (_, content, mistake) => {
    expect(compile({ 'a.yaml': content }).mistakes.join('\n')).toContain(mistake)
  })

  it('tell what code looks for before it tries a pattern, and parts of one', () => {
    const { files, mistakes } = compile({ 'a.yaml': file('^{{head}}[ ]y', 'sở y tế', '    begins: 1\n').replace('patterns:', 'begins: [head]\npatterns:') })
    expect(mistakes).toEqual([])
    expect(files.get('a')!.begins.get('one')).toEqual({ units: '', words: ['sở'] })
    expect(files.get('a')!.begins.get('head')).toEqual({ units: 's', words: [] })
  })

  it('may be of printed text', () => {
    expect(compile({ 'a.yaml': file('^Sở', 'Sở Y tế', '    text: printed\n') }).mistakes).toEqual([])
  })
})
