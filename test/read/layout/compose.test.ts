import { describe, expect, it } from 'vitest'
import { composePages } from '../../../src/read/layout/compose.js'
import type { PageContent, Rule, Word } from '../../../src/read/layout/page-content.js'

const SIZE = 13
const LETTER = 6

/** Words of a line that begins at x, each letter six points wide. */
function line(text: string, x: number, baseline: number, look: Partial<Word> = {}): Word[] {
  let left = x
  return text.split(' ').map((word) => {
    const right = left + word.length * LETTER
    const made = { text: word, left, right, baseline, fontSize: SIZE, bold: false, spaced: left > x, confidence: null, ...look }
    left = right + LETTER
    return made
  })
}

const page = (words: Word[], number = 1, rules: Rule[] = []): PageContent => ({ number, width: 595, height: 842, words, rules })
const read = (...pages: PageContent[]): string[] => composePages(pages).text.trimEnd().split('\n')

const FULL = 'việc này được làm trong cả năm tại các xã và thị trấn của huyện nhà nay'
const across = (y: number, from = 80, to = 500): Rule => ({ horizontal: true, at: y, from, to })
const down = (x: number, from: number, to: number): Rule => ({ horizontal: false, at: x, from, to })

describe('reading order', () => {
  it('reads a heading block column by column', () => {
    const words = [
      ...line('ỦY BAN NHÂN DÂN', 100, 90), ...line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 290, 90),
      ...line('HUYỆN TỨ KỲ', 110, 106), ...line('Độc lập - Tự do - Hạnh phúc', 310, 106),
      ...line('Số: 12/KH-UBND', 105, 140), ...line('Tứ Kỳ, ngày 7 tháng 3 năm 2023', 300, 140),
      ...line('KẾ HOẠCH', 280, 180, { bold: true }),
    ]
    expect(read(page(words))).toEqual([
      'ỦY BAN NHÂN DÂN', 'HUYỆN TỨ KỲ', 'Số: 12/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Tứ Kỳ, ngày 7 tháng 3 năm 2023', 'KẾ HOẠCH',
    ])
  })

  it('reads columns whose lines do not stand level', () => {
    const words = [...line('Nơi nhận:', 85, 400), ...line('- Như trên;', 85, 414), ...line('- Lưu: VT.', 85, 428), ...line('KT. CHỦ TỊCH', 350, 407), ...line('PHÓ CHỦ TỊCH', 350, 423), ...line('Lê Văn Tám', 355, 490)]
    expect(read(page(words))).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Văn Tám'])
  })

  it('joins the lines of a paragraph, also over a page, and leaves paragraphs apart', () => {
    const first = [...line(FULL, 116, 700), ...line(`${FULL} hết.`, 85, 718), ...line(`1. ${FULL}`, 116, 736), ...line(`${FULL} nữa`, 85, 754)]
    const second = [...line('2', 290, 50), ...line('cho xong.', 85, 90), ...line(`2. ${FULL}`, 116, 108)]
    expect(read(page(first), page(second, 2))).toEqual([`${FULL} ${FULL} hết.`, `1. ${FULL} ${FULL} nữa cho xong.`, `2. ${FULL}`])
  })

  it('puts a notation together that a line broke at its hyphen', () => {
    const words = [...line(FULL, 85, 300), ...line(FULL, 85, 318), ...line('Căn cứ Kế hoạch của huyện về việc này và theo văn bản số 151/KH-', 85, 336), ...line('UBND ngày 3 tháng 4 năm 2024 của Ủy ban nhân dân huyện về cây xanh', 85, 354)]
    expect(read(page(words)).at(-1)).toContain('151/KH-UBND')
  })

  it('goes on with a dash before a small letter where no paragraph begins further in, but begins an item with one in a list', () => {
    expect(read(page([...line(FULL, 85, 300), ...line(FULL, 85, 318), ...line('- xã hội của huyện.', 85, 336)]))).toEqual([`${FULL} ${FULL} - xã hội của huyện.`])
    expect(read(page([...line(`${FULL}:`, 85, 282), ...line(`- ${FULL}`, 85, 300), ...line('- xã hội của huyện.', 85, 318)])).at(-1)).toBe('- xã hội của huyện.')
  })

  it('goes on with an entry of the recipients whatever dash OCR saw before it', () => {
    const words = [...line('Nơi nhận:', 85, 400), ...line('— UBND các huyện và thành', 85, 414), ...line('phố (để làm);', 85, 428), ...line('- Lưu: VT.', 85, 442), ...line('KT. CHỦ TỊCH', 350, 400), ...line('PHÓ CHỦ TỊCH', 350, 414), ...line('Lê Văn Tám', 355, 490)]
    expect(read(page(words)).slice(0, 3)).toEqual(['Nơi nhận:', '— UBND các huyện và thành phố (để làm);', '- Lưu: VT.'])
  })

  it('sets running heads and page numbers aside, but no number inside the text', () => {
    const pages = [1, 2, 3].map((number) => page([...line('KẾ HOẠCH TRỒNG CÂY', 230, 40), ...line(`- ${number} -`, 280, 800), ...line(`${FULL} trang ${number}.`, 85, 200), ...line('2024', 85, 300)], number))
    expect(read(...pages)).toEqual([1, 2, 3].flatMap((number) => [`${FULL} trang ${number}.`, '2024']))
  })

  it('sets the panel of a signature aside', () => {
    const words = [...line('Ký bởi: Văn phòng', 400, 60, { fontSize: 8 }), ...line('Email: vp@example.vn', 400, 70, { fontSize: 8 }), ...line('Ngày ký: 03/04/2024', 400, 80, { fontSize: 8 }), ...line(`${FULL}.`, 85, 120)]
    expect(read(page(words))).toEqual([`${FULL}.`])
  })

  it('writes raised digits as raised signs', () => {
    const mark = { ...line('1', 85 + 3 * LETTER, 195, { fontSize: 8 })[0]!, spaced: false }
    expect(read(page([...line('năm', 85, 200), mark]))).toEqual(['năm¹'])
  })
})

describe('tables', () => {
  const HEAD = [...line('TT', 85, 115, { bold: true }), ...line('Nhiệm vụ', 130, 115, { bold: true }), ...line('Chủ trì', 330, 115, { bold: true })]
  const grid = (ys: readonly number[]): Rule[] => [...ys.map((y) => across(y)), ...[80, 120, 320, 500].map((x) => down(x, ys[0]!, ys.at(-1)!))]

  it('reads ruled cells, their lines joined', () => {
    const words = [...HEAD, ...line('1', 90, 135), ...line('Trồng cây', 125, 135), ...line('xanh', 125, 150), ...line('Sở Y tế', 325, 135)]
    const { text, tables } = composePages([page(words, 1, grid([100, 120, 160]))])
    expect(text).toBe('TT\tNhiệm vụ\tChủ trì\n1\tTrồng cây xanh\tSở Y tế\n')
    expect(tables[0]!.rows.map((row) => row.map(({ span, header }) => [text.slice(span.start, span.end), header]))[0]).toEqual([['TT', true], ['Nhiệm vụ', true], ['Chủ trì', true]])
  })

  it('knows cells that span rows and columns', () => {
    const rules = [across(100), across(120), across(140, 80, 320), across(160), ...[80, 500].map((x) => down(x, 100, 160)), down(120, 120, 160), down(320, 100, 160)]
    const words = [...line('Công việc', 125, 115), ...line('Ai', 325, 115), ...line('1', 90, 135), ...line('Cây', 125, 135), ...line('Sở Y tế', 325, 140), ...line('2', 90, 155), ...line('Hoa', 125, 155)]
    const { text, tables } = composePages([page(words, 1, rules)])
    expect(text).toBe('Công việc\tAi\n1\tCây\tSở Y tế\n2\tHoa\n')
    expect(tables[0]!.rows.map((row) => row.map(({ rowSpan, colSpan }) => [rowSpan, colSpan]))).toEqual([[[1, 2], [1, 1]], [[1, 1], [1, 1], [2, 1]], [[1, 1], [1, 1]]])
  })

  it('joins a table over pages: its head once, a broken row whole', () => {
    const first = page([...HEAD, ...line('1', 90, 135), ...line('Trồng cây', 125, 135), ...line('Sở Y tế', 325, 135)], 1, grid([100, 120, 160]))
    const second = page([...HEAD, ...line('xanh ở xã', 125, 135), ...line('2', 90, 175), ...line('Trồng hoa', 125, 175), ...line('Sở Nội vụ', 325, 175)], 2, grid([100, 120, 160, 200]))
    const { text, tables, pages } = composePages([first, second])
    expect(text).toBe('TT\tNhiệm vụ\tChủ trì\n1\tTrồng cây xanh ở xã\tSở Y tế\n2\tTrồng hoa\tSở Nội vụ\n')
    expect(tables).toHaveLength(1)
    expect(pages!.map(({ span }) => text.slice(span.start, span.start + 4))).toEqual(['TT\tN', 'xanh'])
  })

  it('joins a row that the page broke beside a cell merged over rows, and goes on with the merge', () => {
    const merged = (ys: readonly number[], open: readonly number[]): Rule[] => [...ys.flatMap((y) => (open.includes(y) ? [across(y, 80, 320)] : [across(y)])), ...[80, 120, 320, 500].map((x) => down(x, ys[0]!, ys.at(-1)!))]
    const first = page([...HEAD, ...line('1', 90, 135), ...line('Trồng cây', 125, 135), ...line('Sở Y tế', 325, 135), ...line('2', 90, 155), ...line('Chăm hoa', 125, 155)], 1, merged([100, 120, 140, 160], [140]))
    const broken = page([...HEAD, ...line('ở vườn', 125, 135), ...line('3', 90, 155), ...line('Tưới cỏ', 125, 155)], 2, merged([100, 120, 140, 160], [140]))
    const joined = composePages([first, broken])
    expect(joined.text).toBe('TT\tNhiệm vụ\tChủ trì\n1\tTrồng cây\tSở Y tế\n2\tChăm hoa ở vườn\n3\tTưới cỏ\n')
    expect(joined.tables[0]!.rows[1]!.map(({ rowSpan }) => rowSpan)).toEqual([1, 1, 3])
    const whole = page([...HEAD, ...line('3', 90, 135), ...line('Tưới cỏ', 125, 135), ...line('4', 90, 155), ...line('Nhổ rau', 125, 155)], 2, merged([100, 120, 140, 160], [140]))
    expect(composePages([first, whole]).tables[0]!.rows[1]!.map(({ rowSpan }) => rowSpan)).toEqual([1, 1, 4])
    const apart = page([...HEAD, ...line('3', 90, 135), ...line('Tưới cỏ', 125, 135)], 2, grid([100, 120, 140]))
    const single = page([...HEAD, ...line('1', 90, 135), ...line('Trồng cây', 125, 135), ...line('Sở Y tế', 325, 135)], 1, grid([100, 120, 140]))
    expect(composePages([single, apart]).tables[0]!.rows.map((row) => row.map(({ rowSpan }) => rowSpan))).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1]])
  })
})

describe('places', () => {
  it('gives every run its page and box', () => {
    const { text, runs } = composePages([page(line('Kế hoạch này', 85, 200))])
    expect(runs).toEqual([{ span: { start: 0, end: text.length - 1 }, page: 1, box: [85, 189.6, 72, 13.26], fontSize: SIZE, confidence: null }])
  })
})
