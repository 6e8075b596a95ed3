import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readHtml } from '../../src/read/html.js'
import { readText } from '../../src/read/text.js'

const linesOf = (text: string): string[] => normalise(readText(text)).text.split('\n')

/** Enough broken lines for a text to be seen as hard-wrapped. */
const WRAPPED = `Ủy ban nhân dân xã giao các thôn, bản chủ động rà soát toàn bộ hệ thống kênh
mương nội đồng, lập danh sách các điểm sạt lở và đề xuất phương án khắc phục
trước mùa mưa; kịp thời báo cáo những vị trí xung yếu để có biện pháp gia cố
và bố trí lực lượng trực tại chỗ.
`
const wrapped = (text: string): string[] => linesOf(WRAPPED + text).slice(1)

describe('a hard-wrapped text', () => {
  it('is joined into paragraphs', () => {
    expect(linesOf(WRAPPED)).toHaveLength(1)
  })

  it('is joined over blank lines and page numbers', () => {
    expect(wrapped('- Kiểm tra việc thực hiện quy chế dân chủ ở cơ sở và công tác tiếp công\n\n\n4\n\ndân tại các thôn.')).toEqual(['- Kiểm tra việc thực hiện quy chế dân chủ ở cơ sở và công tác tiếp công dân tại các thôn.'])
  })

  it('ends a heading that is shorter than a line', () => {
    expect(wrapped('5. Công tác kiểm tra\nXây dựng kế hoạch và tổ chức kiểm tra công tác thủy lợi nội đồng ở các thôn')).toEqual(['5. Công tác kiểm tra', 'Xây dựng kế hoạch và tổ chức kiểm tra công tác thủy lợi nội đồng ở các thôn'])
  })

  it('joins a heading with its second line', () => {
    expect(wrapped('3. Triển khai có hiệu quả các Chương trình, Kế hoạch và Đề án thành phần\nvề thủy lợi nội đồng\n- Rà soát quy hoạch.')).toEqual(['3. Triển khai có hiệu quả các Chương trình, Kế hoạch và Đề án thành phần về thủy lợi nội đồng', '- Rà soát quy hoạch.'])
    expect(wrapped('1. Công chức Địa chính - Nông nghiệp (bộ phận thường trực Ban\nCHPCTT xã)\nChủ trì phối hợp với các thôn.')).toEqual(['1. Công chức Địa chính - Nông nghiệp (bộ phận thường trực Ban CHPCTT xã)', 'Chủ trì phối hợp với các thôn.'])
  })

  it('begins a paragraph at each marker', () => {
    const text = 'II. NHIỆM VỤ\n1. Tuyên truyền\n1.1. Trên loa\na) Buổi sáng\n- Thứ Hai\n+ Thứ Ba\n10- Đài xã\n2/ Tập huấn\n* Ghi chú\nĐiều 2. Hiệu lực\nPHỤ LỤC I'
    expect(wrapped(text)).toEqual(text.split('\n'))
  })

  it('takes no date, sum or notation at the begin of a line for a marker', () => {
    const text = ['thực hiện theo Kế hoạch của Ủy ban nhân dân huyện được ban hành từ ngày', '19/5/2019 với tổng kinh phí được giao là', '186.400.000 đồng từ Quyết định số', '12/QĐ-UBND, giai đoạn từ năm', '2020. Bố trí đủ nguồn lực để thực hiện.']
    expect(wrapped(`- Việc sửa chữa ${text.join('\n')}`)).toEqual([`- Việc sửa chữa ${text.join(' ')}`])
  })

  it('goes on after a dash inside a phrase', () => {
    expect(wrapped('- Lồng ghép vào các chỉ tiêu của kế hoạch hằng năm về phát triển kinh tế\n- xã hội của xã.')).toEqual(['- Lồng ghép vào các chỉ tiêu của kế hoạch hằng năm về phát triển kinh tế - xã hội của xã.'])
    expect(wrapped('- Phối hợp với cơ quan chuyên môn của huyện là Phòng Lao động\n- Thương binh và Xã hội.')).toEqual(['- Phối hợp với cơ quan chuyên môn của huyện là Phòng Lao động - Thương binh và Xã hội.'])
  })

  it('closes a notation that was broken at its hyphen, and keeps the blanks of a dash', () => {
    expect(wrapped('- Quản lý và sử dụng kinh phí thực hiện theo Thông tư số 191/2009/TT-\nBTC của Bộ Tài chính, gắn với phát triển kinh tế -\nxã hội.')).toEqual(['- Quản lý và sử dụng kinh phí thực hiện theo Thông tư số 191/2009/TT-BTC của Bộ Tài chính, gắn với phát triển kinh tế - xã hội.'])
  })

  it('begins a paragraph with the words of a preamble or a closing', () => {
    const text = 'Căn cứ Luật Thủy lợi ngày 19 tháng 6 năm 2017 và Luật Đê điều năm 2006;\nCăn cứ Nghị định số 67/2018/NĐ-CP của Chính phủ;\nTrên đây là Kế hoạch của xã.'
    expect(wrapped(text)).toEqual(text.split('\n'))
  })

  it('leaves the closing block in lines', () => {
    const text = 'Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\nTrần Văn B'
    expect(wrapped(text)).toEqual(text.split('\n'))
  })
})

describe('a page', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `- Giao các thôn, bản chủ động rà soát hệ thống kênh mương nội đồng số ${i + 1} và<br>lập danh sách các điểm sạt lở trước mùa mưa.`)

  it('whose lines were all broken by hand is joined like any text', () => {
    expect(normalise(readHtml(`<p>${lines.join('<br>')}</p>`)).text.split('\n')).toHaveLength(12)
  })

  it('keeps its blocks where only some break off', () => {
    const page = '<p>Kinh phí</p><p>do ngân sách xã bảo đảm</p><p>Thời gian thực hiện trong quý II năm 2024.</p>'
    expect(normalise(readHtml(page)).text).toBe('Kinh phí\ndo ngân sách xã bảo đảm\nThời gian thực hiện trong quý II năm 2024.')
  })
})

describe('a text whose lines are paragraphs', () => {
  it('stays as it is, without its blank lines', () => {
    expect(linesOf('1. Mục đích\n\nNâng cao ý thức của người dân.\n\n\nBảo đảm an toàn hồ đập')).toEqual(['1. Mục đích', 'Nâng cao ý thức của người dân.', 'Bảo đảm an toàn hồ đập'])
  })

  it('is joined where a line breaks off and the next goes on in small letters', () => {
    expect(linesOf('Giao Phòng Kinh tế chủ trì, phối hợp với các\n\nxã, thị trấn thực hiện.')).toEqual(['Giao Phòng Kinh tế chủ trì, phối hợp với các xã, thị trấn thực hiện.'])
  })

  it('keeps the rows of a table', () => {
    const text = 'TT\tViệc\tHạn\n1\ttập huấn\t\n2\tbáo cáo\tQuý I'
    expect(linesOf(text)).toEqual(text.split('\n'))
    const bars = '| TT | Việc |\n|---|---|\n| 1 | tập huấn |'
    expect(linesOf(bars)).toEqual(bars.split('\n'))
  })
})

describe('the title', () => {
  it.each([
    ['in capitals', ['KẾ HOẠCH'], ['TRỒNG CÂY PHÂN TÁN TRÊN ĐỊA BÀN', 'TỈNH HÀ NAM NĂM 2022'], ['Căn cứ Luật Lâm nghiệp năm 2017;']],
    ['going on in small letters after a blank line', ['KẾ HOẠCH'], ['Trồng cây phân tán', '', 'năm 2022 trên địa bàn huyện'], ['Thực hiện Kế hoạch số 12/KH-UBND của tỉnh;']],
    ['before a remark', ['CHƯƠNG TRÌNH'], ['Hành động về chuyển đổi số'], ['(Kèm theo Quyết định số 5/QĐ-UBND ngày 2/3/2022)']],
    ['of a letter', ['Số: 5/UBND-NN'], ['V/v triển khai Quyết định số', '1074/QĐ-BXD của Bộ', 'Xây dựng'], ['Kính gửi: Các xã.']],
  ])('%s stands on one line', (_, above, title, below) => {
    expect(linesOf([...above, ...title, ...below].join('\n'))).toEqual([...above, title.filter(Boolean).join(' '), ...below])
  })
})

describe('phrases of the heading that a web page broke', () => {
  it('are whole again', () => {
    const text = 'ỦY\nBAN NHÂN DÂN\nTỈNH HÀ NAM\n--------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n|\nSố:\n38/KH-UBND\n|\nHà\nNam, ngày 07 tháng 12 năm 2022\n|\nKẾ\nHOẠCH'
    expect(linesOf(text)).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH HÀ NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 38/KH-UBND', 'Hà Nam, ngày 07 tháng 12 năm 2022', 'KẾ HOẠCH'])
  })

  it('a marker takes the text on the next line', () => {
    expect(linesOf('Điều 1.\nBan hành kèm theo Quyết định này Quy chế.\nĐiều 2.\nQuyết định có hiệu lực.')).toEqual(['Điều 1. Ban hành kèm theo Quyết định này Quy chế.', 'Điều 2. Quyết định có hiệu lực.'])
  })
})
