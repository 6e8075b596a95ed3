/**
 * Where a document belongs: what "UBND tỉnh" or "Phòng Nội vụ huyện" means in it.
 * Each is the full name with its kind ("tỉnh Hải Dương", "huyện Tứ Kỳ", "xã Tân Kỳ"), or null where the document does not tell.
 */
export interface PlaceContext {
  readonly province: string | null
  readonly district: string | null
  readonly commune: string | null
}

export const NO_PLACE: PlaceContext = { province: null, district: null, commune: null }
