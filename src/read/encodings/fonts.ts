import { LEGACY_FONTS } from '../../grammar/generated/legacy-fonts.js'

/** What the letters of a font are. */
export interface FontEncoding {
  readonly encoding: 'tcvn3' | 'vni' | 'vps'
  /** A font of capitals (.VnTimeH): small letters in the file, capitals on paper. */
  readonly capitals: boolean
}

const KNOWN = new Map<string, FontEncoding | null>()
const MOST_KNOWN = 2000

/** The old encoding that a font's name tells (".VnTime", ".VnTimeH", "VNI-Times", "ABCDEF+.VnArial"), or null. */
export function encodingOfFont(fontName: string): FontEncoding | null {
  const known = KNOWN.get(fontName)
  if (known !== undefined) return known
  const found = findEncoding(fontName.replace(/^[A-Z]{6}\+/, '').trim())
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(fontName, found)
  return found
}

/** ".VnTimeH", ".VnArial NarrowH", ".VnTimeH Tur", ".VNTIMEH": the H is a capital behind a small letter, or all is in one case. */
const CAPITALS = /[a-z]H(?=$|[\s,-])|^\.?(?:VN[A-Z ]{3,}H|vn(?:time|arial)h)(?=$|[\s,-])/

function findEncoding(name: string): FontEncoding | null {
  const lower = name.toLowerCase()
  const row = LEGACY_FONTS.find((font) => (font.match === 'starts' ? lower.startsWith(font.name) : lower === font.name))
  return row ? { encoding: row.encoding, capitals: row.encoding === 'tcvn3' && CAPITALS.test(name) } : null
}
