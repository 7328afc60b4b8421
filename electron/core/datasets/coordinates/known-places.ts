import type { LngLat } from '#shared/kernel/geo.ts'
import { distanceM } from '#shared/kernel/geo.ts'
import { isTableName, recordKeyOf, type ReadFile, type RecordKind } from '../record-kind.ts'

/** A place to hold against another: by its name when its position was measured, else as the same record alone. */
export interface NamedPlace extends LngLat {
  /** Empty when the position is made up: then the name says nothing about where it is. */
  readonly name: string
  readonly isHospital: boolean
  /** Which record it is, e.g. `teams/gov-xinqi`; a file that brings it again must put it in the same place. */
  readonly record?: string
}

/** Places by normalised name, and by record under `recordPlace`. */
export type KnownPlaces = ReadonlyMap<string, NamedPlace>

/** Two records of one name further apart than this, metres, are two places: their name proves nothing. */
const SAME_PLACE_M = 300

/** Persons have an address and lorries a last position: neither stays where it was. */
const NO_PLACES: readonly RecordKind[] = ['people', 'evacuees', 'tankerTrips']

/** Under which key of the known places a record stands; no normalised name has a slash. */
export function recordPlace(record: string): string {
  return `/${record}`
}

/**
 * Places by name, the first list winning: what was surveyed before what was entered. A name borne by two places apart
 * from each other is left out. Places by record, the last list winning: where the library has the record now.
 */
export function knownPlacesOf(lists: readonly (readonly NamedPlace[])[]): KnownPlaces {
  const known = new Map<string, NamedPlace>()
  const ambiguous = new Set<string>()
  for (const place of lists.flat()) {
    if (place.record !== undefined) known.set(recordPlace(place.record), place)
    if (place.name === '') continue
    const name = normaliseName(place.name)
    const first = known.get(name)
    if (first === undefined) known.set(name, place)
    else if (distanceM(first, place) > SAME_PLACE_M) ambiguous.add(name)
  }
  for (const name of ambiguous) known.delete(name)
  return known
}

/** The places of a read file. Invented positions (`is_demo=1`) have no name, unless the position is from OSM. */
export function placesOfFile({ kind, records }: Pick<ReadFile, 'kind' | 'records'>): NamedPlace[] {
  return placesOfRecords(
    kind,
    records.map(({ value }) => value),
  )
}

/** As `placesOfFile`, for records at hand. */
export function placesOfRecords(kind: RecordKind, records: readonly object[]): NamedPlace[] {
  if (!isTableName(kind) || NO_PLACES.includes(kind)) return []
  return records.flatMap((record): NamedPlace[] => {
    const lng: unknown = Reflect.get(record, 'lng')
    const lat: unknown = Reflect.get(record, 'lat')
    const name: unknown = Reflect.get(record, 'name')
    if (typeof lng !== 'number' || typeof lat !== 'number' || typeof name !== 'string') return []
    const place = { lng, lat, isHospital: kind === 'hospitals', record: `${kind}/${recordKeyOf(kind, record)}` }
    return [{ ...place, name: isMeasured(record) ? name : '' }]
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
