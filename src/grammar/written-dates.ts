/**
 * Times as Vietnamese documents write them. Days in full by Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: days below 10 and the months 1 and 2 have a zero before
 * them. What cannot be said so gives undefined.
 */
const DAY = /^(\d{2}(?:\d{2}|XX))-(\d{2}|XX)-(\d{2}|XX)$/

/** What stands where the day was left open. */
const BLANK = '……'

/** "ngày 05 tháng 3 năm 2024"; a day that was left blank stays one, a year alone is "năm 2024". */
export function writeDay(edtf: string | null): string | undefined {
  const [, year, month, day] = (edtf && DAY.exec(edtf)) || []
  if (year && month && day) return `ngày ${open(day)} tháng ${writeMonth(month)} năm ${open(year)}`
  const [, of, alone] = /^(?:(\d{4})-(\d{2})|\d{4})$/.exec(edtf ?? '') ?? []
  if (alone) return `tháng ${writeMonth(alone)} năm ${of}`
  return edtf !== null && /^\d{4}$/.test(edtf) ? `năm ${edtf}` : undefined
}

/** "05/3/2024". */
export function writeDayShort(edtf: string | null): string | undefined {
  const [, year, month, day] = (edtf && DAY.exec(edtf)) || []
  return year && month && day ? `${open(day)}/${writeMonth(month)}/${open(year)}` : undefined
}

const writeMonth = (month: string): string => (Number(month) > 2 ? String(Number(month)) : open(month))

/** Digits that were left open are a blank. */
const open = (digits: string): string => digits.replace('XX', BLANK)

const PARTS: Readonly<Record<string, string>> = { 33: 'quý I/', 34: 'quý II/', 35: 'quý III/', 36: 'quý IV/', 40: '6 tháng đầu năm ', 41: '6 tháng cuối năm ' }

/** A value of the Extended Date/Time Format: "chậm nhất ngày 30/4/2024", "từ ngày 01/5/2024 đến ngày 15/5/2024", "quý II/2024", "ngày 15 hằng tháng". */
export function writeTime(edtf: string): string | undefined {
  if (edtf.startsWith('{')) return allOf(edtf.slice(1, -1).split(',').map((point) => writePoint(point)))?.join(', ')
  const [start, end] = edtf.split('/') as [string, string?]
  if (end === undefined) return writePoint(start)
  if (start === '..') return writeLast(end)
  if (end === '..') return prefixed('từ ', writePoint(start))
  if (/^\d{4}$/.test(start) && /^\d{4}$/.test(end)) return `giai đoạn ${start} - ${end}`
  const both = allOf([writePoint(start, end.startsWith('XXXX')), writePoint(end)])
  return both && `từ ${both[0]} đến ${both[1]}`
}

/** Up to and with: of days "chậm nhất", since "trước" would leave the day itself out. */
const writeLast = (end: string): string | undefined => (end.length === 10 ? prefixed('chậm nhất ', writePoint(end)) : prefixed('đến hết ', writePoint(end)))

const prefixed = (before: string, words: string | undefined): string | undefined => words && before + words

function allOf(words: readonly (string | undefined)[]): string[] | undefined {
  const known = words.filter((each) => each !== undefined)
  return known.length === words.length ? known : undefined
}

/** `bare`: "hằng năm", "hằng tháng" is said at the end of the interval. */
function writePoint(point: string, bare = false): string | undefined {
  const [year = '', part, day] = point.split('-')
  const every = year === 'XXXX'
  if (!every && year.includes('X')) return undefined
  if (part === undefined) return every ? 'hằng năm' : `năm ${year}`
  if (PARTS[part]) return every ? undefined : PARTS[part] + year
  const yearly = bare ? '' : ' hằng năm'
  if (day === undefined) return part === 'XX' ? undefined : every ? `tháng ${writeMonth(part)}${yearly}` : `tháng ${writeMonth(part)}/${year}`
  if (part === 'XX') return every && day !== 'XX' ? `ngày ${day}${bare ? '' : ' hằng tháng'}` : undefined
  if (day === 'XX') return every ? undefined : `ngày ${BLANK}/${writeMonth(part)}/${year}`
  return every ? `ngày ${day}/${writeMonth(part)}${yearly}` : `ngày ${writeDayShort(point)}`
}
