import { describe, expect, it } from 'vitest'
import { SECTION_KEYWORDS } from '../../src/grammar/generated/section-keywords.js'
import { SECTION_TITLES } from '../../src/grammar/generated/section-titles.js'
import { titleWords, withoutTimes } from '../../src/grammar/title-words.js'
import { resolveSectionRole } from '../../src/segment/section-role.js'

const roleOf = (title: string): string => resolveSectionRole(title).role

describe('titles that the grammar knows', () => {
  it('gives every known title its role, in capitals too', () => {
    const wrong = SECTION_TITLES.filter(({ title, role }) => [title, title.toUpperCase()].some((each) => roleOf(each) !== role || resolveSectionRole(each).by !== 'grammar'))
    expect(wrong).toEqual([])
  })

  it('gives every phrase a voice where it stands alone', () => {
    const rows = SECTION_KEYWORDS.filter((row) => row.where === 'starts' || row.where === 'contains')
    const silent = rows.filter(({ phrase, where }) => resolveSectionRole(where === 'starts' ? `${phrase} nào đó` : `… ${phrase}`).by !== 'grammar')
    expect(silent).toEqual([])
  })

  it('has no title and no phrase that its own folding would lose', () => {
    expect(SECTION_TITLES.filter(({ title }) => titleWords(title) !== title)).toEqual([])
    expect(SECTION_KEYWORDS.filter(({ phrase }) => titleWords(phrase) !== phrase)).toEqual([])
  })
})

describe('forms of a title', () => {
  it.each([
    ['MỤC ĐÍCH – YÊU CẦU', 'purpose'],
    ['Mục đích, yêu cầu:', 'purpose'],
    ['MỤC ĐÍCH, YÊU C ẦU', 'purpose'],
    ['TỔ CHỨC TH ỰC HI ỆN', 'organization'],
    ['CHỈ TIÊU PHẤN ĐẤU ĐẾN HẾT THÁNG 9/2027', 'targets'],
    ['Mục tiêu cụ thể giai đoạn 2026 - 2030', 'targets'],
    ['MỘT SỐ NHIỆM VỤ TRỌNG TÂM NĂM 2024', 'tasks'],
    ['KINH PHÍ VÀ ĐIỀU KIỆN THỰC HIỆN', 'funding'],
    ['TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ', 'organization'],
    ['Thời gian (dự kiến), địa điểm', 'schedule'],
    ['ĐỐI TƯỢNG, SỐ LƯỢNG, THÀNH PHẦN', 'scope'],
    ['Kiểm tra, giám sát & báo cáo', 'reporting'],
    ['KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2023', 'other'],
    ['Mục tiêu chung: Đến năm 2030 tỉnh có nền hành chính phục vụ', 'targets'],
    ['Uỷ ban nhân dân các xã', 'organization'],
    ['ĐỀ CƯƠNG BÁO CÁO', 'reporting'],
    ['Danh mục các chỉ tiêu', 'targets'],
  ])('%s is %s', (title, role) => expect(roleOf(title)).toBe(role))

  it('takes what the title begins with before what it contains', () => {
    expect(roleOf('NHIỆM VỤ THỰC HIỆN MỤC TIÊU CỤ THỂ')).toBe('tasks')
    expect(roleOf('Nội dung và phân công thực hiện')).toBe('tasks')
    expect(roleOf('Thực hiện nghiêm chế độ báo cáo hằng quý')).toBe('reporting')
  })

  it('reads a whole closing sentence, but no phrase in the midst of a long paragraph', () => {
    expect(roleOf('Chánh Văn phòng và Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.')).toBe('other')
    const long = 'Khẩn trương làm việc với nhà thầu để đẩy nhanh thi công các hạng mục còn lại, trong đó ưu tiên tuyến đường gom và bố trí đủ kinh phí cho việc di dời đường điện'
    expect(resolveSectionRole(long).by).toBe('classifier')
  })
})

describe('names of bodies', () => {
  it.each(['Sở Y tế', 'SỞ Y TẾ', 'Phòng Nội vụ huyện', 'Đối với UBND cấp xã', 'Giao Sở Xây dựng', 'Thuế tỉnh', 'Thanh tra huyện', 'Các sở, ban, ngành', 'Đề nghị Hội Nông dân tỉnh', 'Giám đốc Sở Tài chính', 'CÔNG AN TỈNH'])(
    '%s makes a part of the organization, in a letter a task',
    (title) => {
      expect(resolveSectionRole(title)).toEqual({ role: 'organization', by: 'grammar' })
      expect(resolveSectionRole(title, { letter: true })).toEqual({ role: 'tasks', by: 'grammar' })
    },
  )

  it.each(['Phòng, chống rét cho gia súc', 'Hội thi tiếng hát', 'Chính phủ số', 'Ban hành văn bản chỉ đạo', 'Trường hợp khẩn cấp', 'Chính quyền điện tử'])('%s is no body', (title) => {
    expect(resolveSectionRole(title).by === 'grammar' && roleOf(title) === 'organization').toBe(false)
  })
})

describe('titles that the grammar does not know', () => {
  it('leaves them to the classifier', () => {
    expect(resolveSectionRole('Nâng cao năng lực cho cán bộ thú y cơ sở')).toEqual({ role: 'tasks', by: 'classifier' })
    expect(resolveSectionRole('Đẩy mạnh tuyên truyền về nước sạch')).toEqual({ role: 'tasks', by: 'classifier' })
  })

  it('says other where nothing speaks', () => {
    for (const title of ['', '…', 'xyz', 'Lorem ipsum']) expect(resolveSectionRole(title)).toEqual({ role: 'other', by: 'classifier' })
  })
})

describe('times in a title', () => {
  it('are dropped with the words that introduce them', () => {
    expect(withoutTimes('chỉ tiêu phấn đấu đến hết tháng 9 2027')).toBe('chỉ tiêu phấn đấu')
    expect(withoutTimes('nhiệm vụ năm học 2022 2023')).toBe('nhiệm vụ')
    expect(withoutTimes('các giai đoạn thực hiện')).toBe('các giai đoạn thực hiện')
  })

  it('are dropped in time that grows with the title alone', () => {
    const title = `nhiệm vụ${' đến hết năm 2024'.repeat(20_000)}`
    expect(resolveSectionRole(title).role).toBe('tasks')
  })
})
