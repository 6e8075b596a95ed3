import { fold } from '../model/folded.js'
import { COMMUNES } from './generated/communes.js'
import { DISTRICTS } from './generated/districts.js'
import { PROVINCES } from './generated/provinces.js'

/** Kind of an administrative unit, folded, as it stands before a name: "tỉnh", "thành phố", "huyện" … */
export type PlaceKind = 'tỉnh' | 'thành phố' | 'quận' | 'huyện' | 'thị xã' | 'xã' | 'phường' | 'thị trấn' | 'đặc khu'

export interface Province {
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố'
}

export interface LocalPlace {
  readonly name: string
  readonly kind: PlaceKind
  readonly province: string
}

let provinces: Map<string, Province> | undefined
let districts: Map<string, LocalPlace[]> | undefined
let communes: Map<string, LocalPlace[]> | undefined

/** A province or centrally governed city by its folded name, of any time. */
export function findProvince(foldedName: string): Province | undefined {
  provinces ??= new Map(PROVINCES.map((row) => [fold(row.name), { name: row.name, kind: row.kind }]))
  return provinces.get(foldedName)
}

/** A province that stood on a day, `YYYY-MM-DD` (of any time where the day is null); later names do not stand for earlier provinces. */
export function provinceInForce(foldedName: string, on: string | null): Province | undefined {
  if (on === null) return findProvince(foldedName)
  for (const row of PROVINCES) {
    if (row.from <= on && (!row.until || on < row.until) && fold(row.name) === foldedName) return { name: row.name, kind: row.kind }
  }
  return undefined
}

/** Districts, towns and provincial cities of that name, of before 1 July 2025. */
export function findDistricts(foldedName: string): readonly LocalPlace[] {
  districts ??= readLocal(DISTRICTS)
  return districts.get(foldedName) ?? []
}

/** Communes and wards of that name, of since 1 July 2025. */
export function findCommunes(foldedName: string): readonly LocalPlace[] {
  communes ??= readLocal(COMMUNES)
  return communes.get(foldedName) ?? []
}

/** Is it the name of any place we know? */
export const isPlaceName = (foldedName: string): boolean =>
  findProvince(foldedName) !== undefined || findDistricts(foldedName).length > 0 || findCommunes(foldedName).length > 0

function readLocal(table: string): Map<string, LocalPlace[]> {
  const places = new Map<string, LocalPlace[]>()
  for (const line of table.split('\n')) {
    const [name, kind, province] = line.split('\t') as [string, PlaceKind, string]
    const key = fold(name)
    const known = places.get(key)
    if (known) known.push({ name, kind, province })
    else places.set(key, [{ name, kind, province }])
  }
  return places
}
