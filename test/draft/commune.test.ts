import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findUnfounded } from '../../src/draft/provenance.js'
import { type PlanDraft, textOf } from '../../src/draft/plan-draft.js'
import { extractPlan } from '../../src/index.js'
import type { PlanDocument } from '../../src/model/plan.js'
import { draftPlan } from '../../src/run/draft-plan.js'

/** A district's plan as communes receive it: general tasks, a heading for each office, one for the communes, and a closing paragraph that orders something. */
const DISTRICT = `ỦY BAN NHÂN DÂN
HUYỆN TIÊN PHƯỚC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số:      /KH-UBND
Tiên Phước, ngày      tháng 4 năm 2023

KẾ HOẠCH
Công tác người cao tuổi trên địa bàn huyện năm 2023

Thực hiện Kế hoạch số 1204/KH-UBND ngày 03/3/2023 của UBND tỉnh Quảng Nam về công tác người cao tuổi năm 2023, UBND huyện xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Chăm lo đời sống vật chất và tinh thần của người cao tuổi.
2. Yêu cầu
- Các hoạt động thiết thực, tiết kiệm.
II. NHIỆM VỤ TRỌNG TÂM
1. Công tác tuyên truyền
- Tuyên truyền Luật Người cao tuổi năm 2009 bằng nhiều hình thức.
- Tổ chức Tháng hành động vì người cao tuổi từ ngày 01/10 đến ngày 31/10/2023.
2. Chăm sóc sức khỏe
- Khám sức khỏe định kỳ cho người cao tuổi.
III. KINH PHÍ
Từ dự toán ngân sách của các cơ quan, đơn vị, UBND các xã, thị trấn theo phân cấp.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Lao động - Thương binh và Xã hội huyện
- Chủ trì, phối hợp với Hội Người cao tuổi huyện và UBND các xã, thị trấn triển khai Kế hoạch này.
- Tổng hợp kết quả, báo cáo UBND huyện trước ngày 10/12/2023.
2. Trung tâm Y tế huyện
- Hướng dẫn trạm y tế các xã lập hồ sơ sức khỏe cho người cao tuổi.
3. Ủy ban nhân dân các xã, thị trấn
- Rà soát, lập danh sách người cao tuổi tròn 70, 75, 80 tuổi để chúc thọ, xong trước ngày 30/6/2023.
- Lồng ghép việc thực hiện Kế hoạch này với các chương trình khác trên địa bàn; báo cáo kết quả trước ngày 05/12/2023.
4. Đề nghị Hội Người cao tuổi huyện
- Vận động hội viên tham gia các câu lạc bộ liên thế hệ.

Trên đây là Kế hoạch công tác người cao tuổi năm 2023 của huyện; yêu cầu các cơ quan liên quan và UBND các xã, thị trấn xây dựng kế hoạch của đơn vị, địa phương trước ngày 15/5/2023./.

Nơi nhận:
- UBND tỉnh;
- UBND các xã, thị trấn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Hữu Phúc
`

const PROFILE = { body: 'UBND xã' }

function expectCommunes(plan: PlanDocument): PlanDraft {
  const draft = draftPlan(plan, PROFILE)
  const own = plan.tasks.flatMap(({ responsible }, index) => (responsible.some(({ text }) => /(?:UBND|[ỦU][ỷy] ban nhân dân) các xã/iu.test(text.normalize('NFC'))) ? [index] : []))
  expect(own.length).toBeGreaterThan(0)
  expect(draft.facts.tasks.map(({ of }) => of!).sort((a, b) => a - b)).toEqual(own)
  expect(findUnfounded(draft, plan, PROFILE)).toEqual([])
  const first = draft.paragraphs.find(({ kind }) => kind === 'basis')!
  expect(first.pieces.map(({ from }) => from.source)).toContain('parent')
  expect(textOf(first)).toMatch(/^Thực hiện Kế hoạch số .+ của Ủy ban nhân dân huyện .+ về /u)
  expect(draft.facts.citations.find(({ type, notation }) => type === 'KH' && notation === plan.header.notation?.text)?.issuer).toBe(plan.header.issuer?.name)
  return draft
}

describe('a draft for "UBND xã" from a district’s plan', () => {
  it('holds the communes’ tasks and those of no other body, begins its basis with the plan received, says nothing of its own', () => {
    const draft = expectCommunes(extractPlan(DISTRICT))
    expect(draft.facts.tasks.map(({ text, due }) => [text, due])).toEqual([
      ['Rà soát, lập danh sách người cao tuổi tròn 70, 75, 80 tuổi để chúc thọ, xong trước ngày 30/6/2023.', '../2023-06-30'],
      ['yêu cầu các cơ quan liên quan và UBND các xã, thị trấn xây dựng kế hoạch của đơn vị, địa phương trước ngày 15/5/2023.', '../2023-05-15'],
      ['Lồng ghép việc thực hiện Kế hoạch số ……/KH-UBND với các chương trình khác trên địa bàn; báo cáo kết quả trước ngày 05/12/2023.', '../2023-12-05'],
    ])
    const text = draft.paragraphs.map(textOf).join('\n')
    for (const others of ['Phòng Lao động', 'Trung tâm Y tế', 'Hội Người cao tuổi', 'Trên đây là', 'Kế hoạch này']) expect(text).not.toContain(others)
  })

  const seeds = '../shared/corpus/seeds'
  const seed = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('002_') && name.endsWith('.txt')) : undefined
  if (seed === undefined) it('is tried on the corpus beside the repository too, which is not there', () => expect(existsSync(seeds)).toBe(false))
  else {
    it('is as good for the real plan of the corpus beside the repository', () => {
      const draft = expectCommunes(extractPlan(readFileSync(`${seeds}/${seed}`, 'utf8')))
      expect(draft.facts.tasks.length).toBe(2)
    })
  }
})
