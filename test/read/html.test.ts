import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/read/html.js'

const linesOf = (html: string): string[] => readHtml(html).text.split('\n').filter(Boolean)

describe('blocks of a page', () => {
  it('stand one a line, and a <br> breaks a line', () => {
    expect(linesOf('<h2>I. MỤC TIÊU</h2><p>Trồng <b>cây</b>\n xanh<br>ven đường</p><div>Hết</div>')).toEqual(['I. MỤC TIÊU', 'Trồng cây xanh', 'ven đường', 'Hết'])
  })

  it('keep entities decoded and no-break spaces as they are', () => {
    expect(linesOf('<p>Số: &nbsp; /KH&#8209;UBND &amp; c&aacute;c s&#7903;</p>')).toEqual(['Số: \u00a0 /KH\u2011UBND & các sở'])
  })

  it('without text of the document are skipped', () => {
    const page = `<head><title>Cổng</title><style>p{}</style></head><nav>Trang chủ</nav><script>var a</script><button>Gửi</button><p style="display:none">ẩn</p>
      <div id="main-menu"><a>Văn bản</a></div><form><input value="x">Tìm kiếm</form><p>Nội dung</p><footer>Bản quyền</footer>`
    expect(linesOf(page)).toEqual(['Nội dung'])
  })

  it('are kept in a form or a footer that holds the document itself', () => {
    const body = `<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>`
    expect(linesOf(`<form id="aspnetForm">${body}</form>`)).toHaveLength(2)
    expect(linesOf('<footer><p>Nơi nhận:</p><p>- Như trên;</p></footer>')).toEqual(['Nơi nhận:', '- Như trên;'])
  })

  it('nested without end are read all the same', () => {
    expect(linesOf(`${'<div>'.repeat(20_000)}sâu`)).toEqual(['sâu'])
  })
})

describe('lists', () => {
  it('print the numbers and bullets that a browser shows', () => {
    expect(linesOf('<ol><li>Một</li><li value="4">Bốn<ul><li>con</li></ul></li><li>Năm</li></ol>')).toEqual(['1. Một', '4. Bốn', '- con', '5. Năm'])
    expect(linesOf('<ol type="a" start="2"><li>hai</li></ol><ol type="I"><li>A</li><li>B</li></ol>')).toEqual(['b. hai', 'I. A', 'II. B'])
  })

  it('leave an item its own marker', () => {
    expect(linesOf('<ul><li>- Rà soát</li><li>+ Báo cáo</li></ul><ol><li>1. Mục đích</li><li>Yêu cầu</li></ol>')).toEqual(['- Rà soát', '+ Báo cáo', '1. Mục đích', '2. Yêu cầu'])
  })
})

describe('tables', () => {
  it('of data stand a row a line with tabs between cells, and their cells are marked', () => {
    const { text, tables } = readHtml('<p>Bảng</p><table><thead><tr><th>TT</th><th colspan="2">Việc</th></tr></thead><tr><td rowspan="2">1</td><td><p>Tập</p><p>huấn</p></td><td></td></tr><tr><td>a</td><td>b</td></tr></table>')
    expect(text).toBe('Bảng\nTT\tViệc\n1\tTập huấn\t\na\tb\n')
    const [table] = tables
    expect(table!.rows.map((row) => row.map(({ span }) => text.slice(span.start, span.end)))).toEqual([['TT', 'Việc'], ['1', 'Tập huấn', ''], ['a', 'b']])
    expect(table!.rows[0]!.map(({ header, colSpan }) => [header, colSpan])).toEqual([[true, 1], [true, 2]])
    expect(table!.rows[1]![0]!.rowSpan).toBe(2)
    expect(text.slice(table!.span.start, table!.span.end)).toBe('TT\tViệc\n1\tTập huấn\t\na\tb')
  })

  it('of the heading and closing blocks are read column by column and are no tables', () => {
    const heading = '<table><tr><td>UBND HUYỆN A<br>PHÒNG B</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 1/KH-B</td><td>A, ngày 2 tháng 3 năm 2020</td></tr></table>'
    const closing = '<table><tr><td>Nơi nhận:<br>- Như trên.</td><td>TRƯỞNG PHÒNG</td></tr><tr><td></td><td>Lê Văn C</td></tr></table>'
    expect(linesOf(heading)).toEqual(['UBND HUYỆN A', 'PHÒNG B', 'Số: 1/KH-B', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'A, ngày 2 tháng 3 năm 2020'])
    expect(linesOf(closing)).toEqual(['Nơi nhận:', '- Như trên.', 'TRƯỞNG PHÒNG', 'Lê Văn C'])
    expect(readHtml(heading + closing).tables).toEqual([])
  })

  it('that frame a whole page give way to what is in them', () => {
    const { text, tables } = readHtml('<table><tr><td>Menu</td><td><h1>Tiêu đề</h1><table><tr><td>1</td><td>Việc</td></tr><tr><td>2</td><td>Khác</td></tr></table></td></tr></table>')
    expect(text).toBe('Menu\nTiêu đề\n1\tViệc\n2\tKhác\n')
    expect(tables).toHaveLength(1)
  })
})
