import { findDistricts, findProvince } from '../../grammar/places.js'
import type { Level } from '../../model/plan.js'

const SCOPE = /(?:^| )(thị xã|thị trấn|thành phố|tp\.?|tx\.?|tỉnh|huyện|quận|xã(?! hội)|phường|đặc khu)(?![a-zà-ỹđ])(?: ([^,]+))?/

/** The administrative level that the words of a folded name tell; undefined where they do not. */
export function levelOfWords(folded: string): Level | undefined {
  if (/(?:^| )(?:tỉnh ủy|tỉnh đoàn|thành ủy hà nội|thành ủy hải phòng|thành ủy đà nẵng|thành ủy cần thơ)/.test(folded)) return 'province'
  if (/(?:^| )(?:huyện ủy|quận ủy|thị ủy|huyện đoàn|quận đoàn|thị đoàn)/.test(folded)) return 'district'
  const scope = SCOPE.exec(folded)
  if (scope) {
    const [, kind = '', named] = scope
    if (kind === 'tỉnh') return 'province'
    if (kind === 'huyện' || kind === 'quận' || kind === 'thị xã' || kind.startsWith('tx')) return 'district'
    if (kind !== 'thành phố' && !kind.startsWith('tp')) return 'commune'
    if (named && findProvince(named)?.kind === 'thành phố') return 'province'
    return named && findDistricts(named).length > 0 ? 'district' : undefined
  }
  if (/^sở /.test(folded)) return 'province'
  return /trung ương|quốc gia|^bộ (?!chỉ huy|chqs|tư lệnh)|chính phủ|quốc hội|tổng cục|tối cao| việt nam$/.test(folded) ? 'central' : undefined
}
