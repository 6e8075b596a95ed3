import type { Profile } from '../../src/model/profile.js'

/** Bodies of every kind for which drafts are made in tests. */
export const PROFILES: readonly Profile[] = [
  {
    body: 'UBND xã Tân Kỳ', daysBefore: 5, archive: 'Lưu: VT, VHXH',
    units: [{ name: 'Công chức Văn hóa - Xã hội', tasks: ['Tham mưu tổ chức thực hiện Kế hoạch.'] }, { name: 'Trạm Y tế xã' }, { name: 'Công an xã' }],
  },
  { body: 'Sở Y tế', parent: 'UBND tỉnh Hải Dương', place: 'Hải Dương', code: 'SYT' },
  { body: 'UBND huyện Tứ Kỳ', signer: { authority: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Trần Văn Bình' } },
  { body: 'Đảng ủy xã Tân Kỳ', style: 'party', parent: 'Huyện ủy Tứ Kỳ' },
]
