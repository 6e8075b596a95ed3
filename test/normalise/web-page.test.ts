import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readHtml } from '../../src/read/html.js'
import { readText } from '../../src/read/text.js'

const BODY = `ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 38/KH-UBND
Hà Nam, ngày 07 tháng 12 năm 2022
KẾ HOẠCH
Trồng cây năm 2023
1. Sở Nông nghiệp chủ trì, phối hợp với các huyện tổ chức trồng cây./.`

describe('a portal around a document', () => {
  it.each([
    ['one label a line', 'Số hiệu 38/KH-UBND\nNgày ban hành 07/12/2022\nLoại văn bản Kế hoạch\nCơ quan ban hành Tỉnh Hà Nam\nNgười ký Lê Văn C\nLĩnh vực Nông nghiệp'],
    ['two labels a line', 'Số hiệu: 38/KH-UBND Loại văn bản: Kế hoạch\nNơi ban hành: Tỉnh Hà Nam Người ký: Lê Văn C\nNgày ban hành: 07/12/2022 Ngày hiệu lực: Đang cập nhật\nLĩnh vực: Nông nghiệp'],
    ['values on the next line', 'Số ký hiệu\n38/KH-UBND\nNgày ban hành\n07/12/2022\nLoại văn bản\nKế hoạch\nCơ quan ban hành\nTỉnh Hà Nam\nNgười ký\nLê Văn C\nLĩnh vực\nNông nghiệp'],
    ['cells', 'Số ký hiệu\t38/KH-UBND\nNgày ban hành\t07/12/2022\nLoại văn bản\tKế hoạch\nCơ quan ban hành\tTỉnh Hà Nam\nNgười ký\tLê Văn C\nLĩnh vực\tNông nghiệp'],
  ])('with its properties as %s is set apart', (_, table) => {
    const source = `Trang chủ\nĐăng nhập\nKế hoạch 38/KH-UBND năm 2022\n${table}\n\n${BODY}\n\nVăn bản liên quan\nKế hoạch 12/KH-UBND năm 2021\nGiấy phép số 7/GP-TTĐT\n`
    const { text, metadata, setApart, looksLikeArticle } = normalise(readText(source))
    expect(text).toBe(BODY)
    expect(metadata).toEqual({ number: '38/KH-UBND', issued: '07/12/2022', type: 'Kế hoạch', issuer: 'Tỉnh Hà Nam', signer: 'Lê Văn C', field: 'Nông nghiệp' })
    expect(source.slice(setApart[0]!.start, setApart[0]!.end)).toMatch(/^Trang chủ[\s\S]*Nông nghiệp$/)
    expect(looksLikeArticle).toBe(false)
  })

  it('whose properties are a table of the page leaves no table behind', () => {
    const page = `<table><tr><td>Số ký hiệu</td><td>38/KH-UBND</td></tr><tr><td>Ngày ban hành</td><td>07/12/2022</td></tr><tr><td>Người ký</td><td>Lê Văn C</td></tr></table>${BODY.split('\n').map((line) => `<p>${line}</p>`).join('')}`
    const { text, tables, metadata } = normalise(readHtml(page))
    expect([text, tables, metadata['signer']]).toEqual([BODY, [], 'Lê Văn C'])
  })

  it('with a list of related documents above is set apart', () => {
    expect(normalise(readText(`- 1 Luật Lâm nghiệp 2017\n- 2 Nghị định 156/2018/NĐ-CP hướng dẫn Luật Lâm nghiệp\n${BODY}`)).text).toBe(BODY)
  })

  it('is not seen where a document begins with its own words', () => {
    const text = `Căn cứ Kế hoạch đã duyệt, đề nghị các sở góp ý dự thảo sau;\n${BODY}`
    expect(normalise(readText(text)).text).toBe(text)
    expect(normalise(readText(BODY)).setApart).toEqual([])
  })

  it('keeps what follows the closing block of the document', () => {
    const text = `${BODY}\nPHỤ LỤC\nGiấy phép số 7 cần rà soát`
    expect(normalise(readText(text)).text).toBe(text)
  })
})

describe('a cut', () => {
  it.each(['[...]', '(còn nữa)', 'Đăng nhập để xem toàn văn', 'Xem thêm »'])('at %j is marked', (mark) => {
    const { text, cutAt } = normalise(readText(`${BODY.replace('./.', '.')}\n${mark}\nBản quyền thuộc về cổng`))
    expect(text).toBe(BODY.replace('./.', '.'))
    expect(cutAt).toBe(text.length)
  })

  it('is none below a document that was closed', () => {
    expect(normalise(readText(`${BODY}\nXem thêm\nTin liên quan`)).cutAt).toBeNull()
  })
})

describe('a press article', () => {
  const ARTICLE = 'Hà Nam trồng cây năm 2023\nUBND tỉnh Hà Nam vừa ban hành Kế hoạch số 38/KH-UBND về trồng cây.\nSở Nông nghiệp chủ trì, phối hợp với các huyện thực hiện trong quý I.'

  it.each([
    ['Thứ ba 31/01/2023 23:20', 'T.Quang\nPháp luật và Xã hội\n\nMở Zalo, bấm quét QR để quét và xem trên điện thoại\nCó thể bạn quan tâm\nTin mới hơn'],
    ['Chủ nhật, 13/06/2021 18:21 PM - 0 Trả lời', 'Từ khóa: cây, rừng\nBình luận'],
    ['Thứ tư, ngày 24 tháng 4 năm 2024', 'Nguồn: Báo Hà Nam'],
    ['16:35, 25/04/2020', 'LÊ AN'],
    ['Trang chủ › Tin tức › Hoạt động\nNgày đăng: 08/07/2024  11:38\nMặc định Cỡ chữ', 'Số lượt xem:123\nTin liên quan\nHọp báo quý II'],
    ['title Thông tin chỉ đạo điều hành\nThứ sáu, 09/04/2021, 13:50 CH\nCỡ chữ Màu chữ image', 'HTND\n\nTin mới hơn\nTin đã đưa'],
    ['Hà Nội\nCập nhật lúc: 20:10, 12/08/2023', 'Theo Chinhphu.vn'],
  ])('with %j above gives its headline and text', (above, below) => {
    const { text, looksLikeArticle } = normalise(readText(`${above}\n\n${ARTICLE}\n\n${below}`))
    expect(text).toBe(ARTICLE)
    expect(looksLikeArticle).toBe(true)
  })

  it('keeps the days of its own text', () => {
    const { text } = normalise(readText(`Thứ ba 31/01/2023 23:20\n${ARTICLE}\nLễ phát động diễn ra ngày 06/02/2023.`))
    expect(text).toContain('ngày 06/02/2023')
  })
})
