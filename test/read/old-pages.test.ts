import { describe, expect, it } from 'vitest'
import { READERS } from '../../src/read/readers.js'
import { DEFAULT_LIMITS } from '../../src/read/reader.js'
import { readHtml } from '../../src/read/html.js'
import { encodeLetters, latin1 } from '../support/old-encodings.js'

const read = async (bytes: Uint8Array): Promise<{ id: string; text: string; encoding: string }> => {
  const reader = READERS.find(({ accepts }) => accepts(bytes, 'plan.doc'))!
  const { text, encoding } = await reader.read(bytes, { name: 'plan.doc', limits: DEFAULT_LIMITS, signal: new AbortController().signal })
  return { id: reader.id, text, encoding }
}
const PAGE = `<html><body><p><font face=".VnTimeH">${encodeLetters('kế hoạch', 'tcvn3')}</font></p><p><span style='font-size:13pt;font-family:"VNI-Times",serif'>${encodeLetters('Điều 1. Phạm vi', 'vni')}</span></p></body></html>`

describe('pages in old fonts', () => {
  it('are decoded by the names of the fonts, ư as an entity too', () => {
    expect(readHtml(PAGE)).toMatchObject({ text: 'KẾ HOẠCH\nĐiều 1. Phạm vi\n', encoding: 'tcvn3+vni' })
    expect(readHtml('<p><font face=".VnTime">Th&#173;&#234;ng</font> <font face="Arial">Céng</font></p>').text).toBe('Thường Céng\n')
    expect(readHtml('<table><tr><th>Vi</th><th>Han</th></tr><tr><td style="font-family:.VnTime">n\u00adíc</td><td>1</td></tr></table>').text).toContain('nước')
  })

  it('in the bytes of a Latin page are read', async () => {
    const page = PAGE.replace('<body>', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><body>')
    expect(await read(latin1(page))).toEqual({ id: 'text', text: 'KẾ HOẠCH\nĐiều 1. Phạm vi\n', encoding: 'tcvn3+vni' })
  })
})

describe('a web page in one file', () => {
  const wrap = (head: string, body: string): Uint8Array =>
    latin1(`MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Next"\r\n\r\nThis document is a web archive.\r\n\r\n------=_Next\r\nContent-Location: file:///C:/a.htm\r\n${head}\r\n\r\n${body}\r\n------=_Next\r\nContent-Type: image/png\r\n\r\nxxxx\r\n------=_Next--\r\n`)

  it('in quoted-printable', async () => {
    const bytes = Buffer.from('<html><body><p>Kế hoạch năm 2010</p></body></html>', 'utf8')
    const quoted = [...bytes].map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('')
    expect(await read(wrap('Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"', quoted.replace('<p>', '<=\r\np>')))).toMatchObject({ id: 'mhtml', text: 'Kế hoạch năm 2010\n' })
  })

  it('in base64', async () => {
    const body = Buffer.from('<html><body><p>Kế hoạch năm 2010</p></body></html>', 'utf8').toString('base64')
    expect(await read(wrap('Content-Transfer-Encoding: base64\r\nContent-Type: text/html', body))).toMatchObject({ id: 'mhtml', text: 'Kế hoạch năm 2010\n' })
  })

  it('without a page is damaged', async () => {
    await expect(read(latin1('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x--'))).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('is not seen in a letter that begins with a colon', async () => {
    expect((await read(new TextEncoder().encode('Kính gửi: Sở Nội vụ\nMIME-Version là một từ.\n'))).id).toBe('text')
  })
})
