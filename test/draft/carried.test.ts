import { describe, expect, it } from 'vitest'
import { findUnfounded } from '../../src/draft/provenance.js'
import { toDraftText } from '../../src/draft/text.js'
import { extractPlan } from '../../src/index.js'
import type { Profile } from '../../src/model/profile.js'
import { draftPlan } from '../../src/run/draft-plan.js'
import { foundFacts, statedFacts } from '../support/draft-facts.js'
import { fixturePlans } from '../support/plans.js'
import { PROFILES } from '../support/profiles.js'

/** A district's plan in the form in which communes receive it; `tasks` are its items. */
const plan = (tasks: string, notation = '36/KH-UBND'): string => `ỦY BAN NHÂN DÂN
HUYỆN Ý YÊN
Số: ${notation}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ý Yên, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Triển khai thi hành Luật Thanh tra năm 2024

Căn cứ Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022;
Thực hiện Kế hoạch số 52/KH-UBND ngày 09/01/2024 của UBND tỉnh Nam Định về công tác thanh tra năm 2024;
UBND huyện xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Bảo đảm việc thi hành Luật này kịp thời, thống nhất.
II. NHIỆM VỤ
${tasks}
III. TỔ CHỨC THỰC HIỆN
1. UBND các xã, thị trấn căn cứ Kế hoạch này xây dựng kế hoạch của địa phương trước ngày 30/4/2024.
`

function draftOf(text: string, profile: Profile = { body: 'UBND xã Tân Kỳ' }): { readonly text: string; readonly draft: ReturnType<typeof draftPlan> } {
  const parent = extractPlan(text)
  const draft = draftPlan(parent, profile)
  const printed = toDraftText(draft)
  expect(foundFacts(extractPlan(printed), draft)).toEqual(statedFacts(draft))
  expect(findUnfounded(draft, parent, profile)).toEqual([])
  return { text: printed, draft }
}

describe('words carried over from the plan received', () => {
  it('name that plan where it says "Kế hoạch này", since in the draft this would be the draft', () => {
    const { text, draft } = draftOf(plan('1. UBND các xã tuyên truyền.'))
    expect(text).toContain('UBND các xã, thị trấn căn cứ Kế hoạch số 36/KH-UBND xây dựng kế hoạch của địa phương trước ngày 30/4/2024.')
    expect(text).not.toContain('Kế hoạch này')
    expect(draft.facts.citations.filter(({ notation }) => notation === '36/KH-UBND').length).toBe(2)
  })

  it('leave a blank in it where the plan received has no number yet', () => {
    expect(draftOf(plan('1. UBND các xã tuyên truyền.', '    /KH-UBND')).text).toContain('căn cứ Kế hoạch số ……/KH-UBND xây dựng')
  })

  it('say which law "Luật này" is', () => {
    const { text } = draftOf(plan('1. UBND các xã phổ biến nội dung Luật này đến cán bộ, công chức.'))
    expect(text).toContain('Bảo đảm việc thi hành Luật Thanh tra kịp thời, thống nhất.')
    expect(text).toContain('phổ biến nội dung Luật Thanh tra đến cán bộ')
  })

  it('begin each basis as the plan received does', () => {
    const { text } = draftOf(plan('1. UBND các xã tuyên truyền.'))
    expect(text).toContain('\nCăn cứ Luật Thanh tra số 11/2022/QH15')
    expect(text).toContain('\nThực hiện Kế hoạch số 52/KH-UBND')
    expect(text).not.toContain('Căn cứ Kế hoạch số 52')
  })

  it('hold no short form for any fixture', () => {
    for (const { document } of fixturePlans()) {
      const back = extractPlan(toDraftText(draftPlan(document, PROFILES[0]!)))
      expect(back.citations.filter(({ relation }) => relation === 'self').map(({ text }) => text)).toEqual([])
    }
  })
})

describe('dues moved before those of the plan received', () => {
  const moved = (task: string, daysBefore = 5): string | undefined => draftOf(plan(`1. ${task}`), { body: 'UBND xã Tân Kỳ', daysBefore }).text.split('\n').find((line) => /^(?:-|1\.) UBND các xã (?:báo cáo|tuyên truyền)/u.test(line))

  it.each([
    ['a day', 'UBND các xã báo cáo kết quả về Phòng Tư pháp trước ngày 30/6/2024.', '- UBND các xã báo cáo kết quả về Phòng Tư pháp trước ngày 25/6/2024.'],
    ['every day of a report', 'UBND các xã báo cáo 6 tháng trước ngày 15/6/2024, báo cáo năm trước ngày 05/12/2024.', '- UBND các xã báo cáo 6 tháng trước ngày 10/6/2024, báo cáo năm trước ngày 30/11/2024.'],
    ['a day of every year', 'UBND các xã báo cáo kết quả trước ngày 20/12 hằng năm.', '- UBND các xã báo cáo kết quả trước ngày 15/12 hằng năm.'],
    ['a quarter', 'UBND các xã báo cáo kết quả trong quý II/2024.', '- UBND các xã báo cáo kết quả chậm nhất ngày 25/6/2024.'],
    ['a month', 'UBND các xã báo cáo kết quả trong tháng 10/2024.', '- UBND các xã báo cáo kết quả chậm nhất ngày 26/10/2024.'],
    ['none that would fall before the plan received', 'UBND các xã báo cáo kết quả trước ngày 15/3/2024.', '- UBND các xã báo cáo kết quả trước ngày 15/3/2024.'],
  ])('%s', (_, task, wanted) => expect(moved(task)).toBe(wanted))

  it('only of reports, and only where the profile says so', () => {
    expect(moved('UBND các xã tuyên truyền, xong trước ngày 30/6/2024.')).toBe('1. UBND các xã tuyên truyền, xong trước ngày 30/6/2024.')
    expect(moved('UBND các xã báo cáo kết quả trong quý II/2024.', 0)).toBe('- UBND các xã báo cáo kết quả trong quý II/2024.')
  })
})

describe('a body without a name', () => {
  it('has a blank for it in the heading', () => {
    const draft = draftPlan(extractPlan(plan('1. UBND các xã tuyên truyền.')), { body: 'UBND xã' })
    expect(toDraftText(draft).startsWith('ỦY BAN NHÂN DÂN\nXÃ ……\n')).toBe(true)
    expect(draft.blanks.filter(({ id }) => id === 'place').map(({ paragraph }) => draft.paragraphs[paragraph]!.kind)).toEqual(['issuer', 'dateline'])
    expect(draft.facts.tasks.length).toBe(2)
  })
})
