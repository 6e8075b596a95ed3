import { describe, expect, it } from 'vitest'
import { UnreadableDocumentError } from '../../src/model/diagnostics.js'
import { decodeBytes } from '../../src/read/bytes.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function failureOf(bytes: Uint8Array): { code: string; args: Readonly<Record<string, string | number>> } {
  try {
    decodeBytes(bytes)
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { code: error.code, args: error.args }
    throw error
  }
  throw new Error('it was read')
}

describe('decodeBytes', () => {
  it('reads UTF-8, and drops a byte order mark', () => {
    expect(decodeBytes(utf8('Kế hoạch')).text).toBe('Kế hoạch')
    expect(decodeBytes(utf8('\ufeffKế hoạch')).text).toBe('Kế hoạch')
  })

  it('reads UTF-16 with a byte order mark, an odd last byte left out', () => {
    const little = Buffer.from('\ufeffKế hoạch', 'utf16le')
    expect(decodeBytes(little).text).toBe('Kế hoạch')
    expect(decodeBytes(Buffer.concat([Buffer.from(little).swap16(), Buffer.from([0])])).text).toBe('Kế hoạch')
  })

  it.each(['<!DOCTYPE html><p>a', ' \n<html lang="vi">', '<?xml version="1.0"?>\n<html>', '<!-- saved from a page --><div class="x">', '<p>Kế hoạch</p>'])('takes %s for HTML', (text) => {
    expect(decodeBytes(utf8(text)).mediaType).toBe('text/html')
  })

  it.each(['Kế hoạch <html>', '< 5 % hộ nghèo', '<<Kế hoạch>>', '<paragraph>'])('takes %s for text', (text) => {
    expect(decodeBytes(utf8(text)).mediaType).toBe('text/plain')
  })

  it('goes by the name where there is one', () => {
    expect(decodeBytes(utf8('Kế hoạch'), 'a/b.HTM').mediaType).toBe('text/html')
    expect(decodeBytes(utf8('Kế hoạch'), 'html.txt').mediaType).toBe('text/plain')
  })

  it.each([
    ['nothing', utf8(''), { code: 'empty', args: {} }],
    ['spaces', utf8('\ufeff \n'), { code: 'empty', args: {} }],
    ['a NUL', utf8('Kế\0hoạch'), { code: 'unsupported', args: { reason: 'binary' } }],
    ['control codes', Uint8Array.from([...utf8('Kế'), 1, 2, 3, 4]), { code: 'unsupported', args: { reason: 'binary' } }],
    ['PDF', utf8('%PDF-1.4'), { code: 'unsupported', args: { reason: 'format', format: 'PDF' } }],
    ['Windows-1258', Uint8Array.from([...utf8('a\nb\n'), 0x4b, 0xea, 0x20]), { code: 'unsupported', args: { reason: 'not-utf8', line: 3 } }],
  ] as const)('declines %s', (_, bytes, failure) => {
    expect(failureOf(bytes)).toEqual(failure)
  })
})
