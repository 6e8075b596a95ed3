import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/text.js'

describe('a plain text', () => {
  it('is read as it stands, its lines possibly hard-wrapped', () => {
    expect(readText('KẾ HOẠCH\r\n\u00a0Tổ chức')).toEqual({ text: 'KẾ HOẠCH\r\n\u00a0Tổ chức', reader: 'text', mediaType: 'text/plain', paragraphsAreLines: false, tables: [], pages: null, encoding: 'unicode', ocr: null, runs: [], findings: [] })
  })
})
