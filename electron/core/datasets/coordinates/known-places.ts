import type { LngLat } from '#shared/kernel/geo.ts'
import { distanceM } from '#shared/kernel/geo.ts'
import { isTableName, type ReadFile, type RecordKind } from '../record-kind.ts'

/** A named place with a position that was measured, not made up. */
export interface NamedPlace extends LngLat {
  readonly name: string
  readonly isHospital: boolean
}

/** Places by normalised name. */
export type KnownPlaces = ReadonlyMap<string, NamedPlace>

/** Two records of one name further apart than this, metres, are two places: their name proves nothing. */
const SAME_PLACE_M = 300

/**
 * Places by name, the first list winning. A name borne by two places apart from each other is left out.
 */
export function knownPlacesOf(lists: readonly (readonly NamedPlace[])[]): KnownPlaces {
  const known = new Map<string, NamedPlace>()
  const ambiguous = new Set<string>()
  for (const place of lists.flat()) {
    const name = normaliseName(place.name)
    const first = known.get(name)
    if (first === undefined) known.set(name, place)
    else if (distanceM(first, place) > SAME_PLACE_M) ambiguous.add(name)
  }
  for (const name of ambiguous) known.delete(name)
  return known
}

/** The named places of read files. Invented positions (`is_demo=1`) are left out, unless the position is from OSM. */
export function placesOfFile({ kind, records }: Pick<ReadFile, 'kind' | 'records'>): NamedPlace[] {
  return placesOfRecords(
    kind,
    records.map(({ value }) => value),
  )
}

/** As `placesOfFile`, for records at hand. */
export function placesOfRecords(kind: RecordKind, records: readonly object[]): NamedPlace[] {
  if (!isTableName(kind) || kind === 'people') return [] // a person is no place
  return records.flatMap((record): NamedPlace[] => {
    const lng: unknown = Reflect.get(record, 'lng')
    const lat: unknown = Reflect.get(record, 'lat')
    const name: unknown = Reflect.get(record, 'name')
    if (typeof lng !== 'number' || typeof lat !== 'number' || typeof name !== 'string') return []
    return isMeasured(record) ? [{ name, lng, lat, isHospital: kind === 'hospitals' }] : []
  })
}

/** A demo record has a real name at an invented position (contract, section 4), but OSM positions are surveyed. */
function isMeasured(record: object): boolean {
  const source: unknown = Reflect.get(record, 'source')
  return Reflect.get(record, 'isDemo') !== 1 || (typeof source === 'string' && source.includes('OpenStreetMap'))
}

/** A name without width, case, blanks, brackets and the names of province, city and district before it. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】《》“”"'·,，.。_-]/g, '')
    .replace(/^(浙江省?)?(宁波市?)?(北仑区?|慈溪市?)?(?=.{4})/, '')
}
