import { describe, expect, it } from 'vitest'
import { WORDING } from '../../src/grammar/generated/wording.js'
import { toDiagnostic, wordFailure, wordFinding } from '../../src/grammar/wording.js'
import { type Finding, UnreadableDocumentError } from '../../src/model/diagnostics.js'

const finding: Finding = { code: 'section/numbering-gap', severity: 'warning', span: { start: 3, end: 5 }, args: { expected: '4', found: '5' } }

describe('wording', () => {
  it('puts the arguments into the sentence of the language', () => {
    expect(wordFinding(finding, 'en')).toBe('The numbering has a gap: 4 should come here, the document has 5')
    expect(wordFinding(finding, 'vi')).toBe('Đánh số bị thiếu: sau mục trước phải là 4, văn bản ghi 5')
  })

  it('keeps code, severity, place and arguments of a finding', () => {
    expect(toDiagnostic(finding, 'en')).toEqual({ ...finding, message: wordFinding(finding, 'en') })
  })

  it('takes the message of the reason where there is one, else that of the code', () => {
    expect(wordFailure(new UnreadableDocumentError('unreadable', { reason: 'directory' }), 'plans', 'en')).toBe('plans: is a folder, not a file')
    expect(wordFailure(new UnreadableDocumentError('unreadable', { reason: 'unheard-of' }), 'plans', 'en')).toBe('plans: cannot be read')
  })

  it('has the same arguments in both languages', () => {
    const names = (message: string): string[] => [...message.matchAll(/\{(.+?)\}/g)].map(([, name]) => name!).sort()
    for (const { key, vi, en } of WORDING) expect([key, names(en)]).toEqual([key, names(vi)])
  })

  it('ends no message with a full stop, so that it can stand in a line', () => {
    expect(WORDING.filter(({ vi, en }) => /\.$/.test(vi) || /\.$/.test(en)).map(({ key }) => key)).toEqual([])
  })
})
