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

interface ProvinceRow extends Province {
  readonly from: string
  readonly until: string
}

let provinces: Map<string, ProvinceRow[]> | undefined
let districts: Map<string, LocalPlace[]> | undefined
let communes: Map<string, LocalPlace[]> | undefined
let names: Set<string> | undefined

/** A province or centrally governed city by its folded name, of any time; of several of that name the first, whose kind most documents have. */
export const findProvince = (foldedName: string): Province | undefined => provincesNamed(foldedName)[0]

/** A province that stood on a day, `YYYY-MM-DD` (of any time where the day is null); later names do not stand for earlier provinces. */
export function provinceInForce(foldedName: string, on: string | null): Province | undefined {
  if (on === null) return findProvince(foldedName)
  return provincesNamed(foldedName).find(({ from, until }) => from <= on && (!until || on < until))
}

function provincesNamed(foldedName: string): readonly ProvinceRow[] {
  provinces ??= groupByName(PROVINCES.map(({ name, kind, from, until }) => ({ name, kind, from, until })))
  return provinces.get(foldedName) ?? []
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

/** Every district of before 1 July 2025, or every commune of since. */
export function everyLocal(kind: 'district' | 'commune'): readonly LocalPlace[] {
  if (kind === 'district') return [...(districts ??= readLocal(DISTRICTS)).values()].flat()
  return [...(communes ??= readLocal(COMMUNES)).values()].flat()
}

/** Is it the name of any place we know? */
export function isPlaceName(foldedName: string): boolean {
  names ??= loadNames()
  return names.has(foldedName)
}

function loadNames(): Set<string> {
  const local = [DISTRICTS, COMMUNES].flatMap((table) => table.split('\n').map((line) => line.slice(0, line.indexOf('\t'))))
  return new Set(fold([...PROVINCES.map(({ name }) => name), ...local].join('\n')).split('\n'))
}

function readLocal(table: string): Map<string, LocalPlace[]> {
  return groupByName(
    table.split('\n').map((line) => {
      const [name, kind, province] = line.split('\t') as [string, PlaceKind, string]
      return { name, kind, province }
    }),
  )
}

function groupByName<T extends { readonly name: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  const folded = fold(rows.map(({ name }) => name).join('\n')).split('\n')
  rows.forEach((row, index) => {
    const group = groups.get(folded[index]!)
    if (group) group.push(row)
    else groups.set(folded[index]!, [row])
  })
  return groups
}
