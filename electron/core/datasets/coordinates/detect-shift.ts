import { distanceM, type LngLat } from '#shared/kernel/geo.ts'
import { COORDINATE_SYSTEMS, toWgs84, type CoordinateSystem } from './coordinate-system.ts'
import { normaliseName, recordPlace, type KnownPlaces, type NamedPlace } from './known-places.ts'

/** What the named places of a file say about its coordinate system. Metres, east and north positive. */
export interface ShiftEvidence {
  readonly system: CoordinateSystem | 'unknown'
  /** Why it is unknown; empty when it is known. */
  readonly why: '' | 'too-few' | 'no-fit' | 'mixed'
  /** Places of the file found among the known ones, and how many of them are hospitals. */
  readonly matched: number
  readonly hospitals: number
  /** Same name, but further than any shift: another place of that name. */
  readonly elsewhere: number
  /** Median of (position in the file − known position). */
  readonly shiftEastM: number | null
  readonly shiftNorthM: number | null
  readonly shiftM: number | null
  /** Half of the matched places lie within this distance of the median shift. */
  readonly spreadM: number | null
  /** What would be left of the shift, were the file written in each system. */
  readonly residualM: Readonly<Record<CoordinateSystem, number | null>>
  /** How many places each system explains best. */
  readonly votes: Readonly<Record<CoordinateSystem, number>>
}

/** Fewest matched places that prove anything; with fewer hospitals other places are counted too (design rule). */
const MIN_MATCHES = 3
/** Beyond this residual, metres, it is another place of the same name: BD-09 shifts by up to 1.3 km. */
const ELSEWHERE_M = 2000
/** A residual that surveying and building-or-gate explain, metres (GCJ-02 shifts by about 480 m here). */
const FIT_M = 150
/** Half of the GCJ-02 shift, metres: a place nearer than this to one system speaks clearly for it. */
const CLEAR_M = 240
/** Share of the places that the best system must explain best. */
const AGREEMENT = 0.6
/** Share of the places, and their number, that speak clearly for a second system when the file is a mixture. */
const MIXED_SHARE = 0.25
const MIXED_COUNT = 2
/** At most so many places are compared, evenly over the file: more prove no more, and 200 000 take half a minute. */
const MAX_MATCHES = 1000

interface Match {
  readonly file: LngLat
  readonly known: NamedPlace
}

/**
 * Compares the places of a file with known ones of the same name. The system is known when, read in it, the median
 * shift all but vanishes, most places agree, and no second system is clearly there too. The median keeps single
 * misplaced records out.
 */
export function detectShift(places: readonly NamedPlace[], known: KnownPlaces): ShiftEvidence {
  const all = matchesOf(places, known)
  const near = all.filter(({ file, known: place }) =>
    COORDINATE_SYSTEMS.some((system) => distanceM(toWgs84(file, system), place) <= ELSEWHERE_M),
  )
  const hospitals = near.filter(({ known: place }) => place.isHospital)
  const used = hospitals.length >= MIN_MATCHES ? hospitals : near
  const raw = medianShift(used, 'wgs84')
  const evidence = {
    matched: used.length,
    hospitals: hospitals.length,
    elsewhere: all.length - near.length,
    shiftEastM: raw === null ? null : Math.round(raw.eastM),
    shiftNorthM: raw === null ? null : Math.round(raw.northM),
    shiftM: raw === null ? null : Math.round(lengthOf(raw)),
    spreadM: spreadOf(used, raw),
    residualM: {
      wgs84: residualOf(used, 'wgs84'),
      gcj02: residualOf(used, 'gcj02'),
      bd09: residualOf(used, 'bd09'),
    },
    votes: countVotes(used, Infinity),
  }
  return { ...evidence, ...verdictOf(used, evidence) }
}

function verdictOf(
  matches: readonly Match[],
  { residualM, votes }: Pick<ShiftEvidence, 'residualM' | 'votes'>,
): Pick<ShiftEvidence, 'system' | 'why'> {
  if (matches.length < MIN_MATCHES) return { system: 'unknown', why: 'too-few' }
  const clear = countVotes(matches, CLEAR_M)
  const present = COORDINATE_SYSTEMS.filter(
    (system) => clear[system] >= Math.max(MIXED_COUNT, matches.length * MIXED_SHARE),
  )
  if (present.length > 1) return { system: 'unknown', why: 'mixed' }
  const fitting = COORDINATE_SYSTEMS.find((system) => {
    const residual = residualM[system]
    return residual !== null && residual <= FIT_M && votes[system] >= matches.length * AGREEMENT
  })
  return fitting === undefined ? { system: 'unknown', why: 'no-fit' } : { system: fitting, why: '' }
}

/**
 * Pairs of one name, else of one record; a name that stands twice in the file is left out, unless its places are the
 * same.
 */
function matchesOf(places: readonly NamedPlace[], known: KnownPlaces): Match[] {
  const byName = new Map<string, Match | null>()
  for (const file of places) {
    const key = keyAmong(known, file)
    const place = known.get(key)
    if (place === undefined) continue
    const first = byName.get(key)
    if (first === undefined) byName.set(key, { file, known: place })
    else if (first !== null && distanceM(first.file, file) > FIT_M) byName.set(key, null)
  }
  const all = [...byName.values()].filter((match) => match !== null)
  const step = Math.ceil(all.length / MAX_MATCHES)
  return all.filter((_, index) => index % step === 0)
}

function keyAmong(known: KnownPlaces, { name, record }: NamedPlace): string {
  const named = name === '' ? '' : normaliseName(name)
  return (named !== '' && known.has(named)) || record === undefined ? named : recordPlace(record)
}

interface Shift {
  readonly eastM: number
  readonly northM: number
}

function shiftOf({ file, known }: Match, system: CoordinateSystem): Shift {
  const { lng, lat } = toWgs84(file, system)
  const eastM = (lng - known.lng) * METRES_PER_DEGREE * Math.cos((known.lat * Math.PI) / 180)
  return { eastM, northM: (lat - known.lat) * METRES_PER_DEGREE }
}

const METRES_PER_DEGREE = 111_195

function medianShift(matches: readonly Match[], system: CoordinateSystem): Shift | null {
  const shifts = matches.map((match) => shiftOf(match, system))
  const eastM = medianOf(shifts.map((shift) => shift.eastM))
  const northM = medianOf(shifts.map((shift) => shift.northM))
  return eastM === null || northM === null ? null : { eastM, northM }
}

function residualOf(matches: readonly Match[], system: CoordinateSystem): number | null {
  const shift = medianShift(matches, system)
  return shift === null ? null : Math.round(lengthOf(shift))
}

function spreadOf(matches: readonly Match[], centre: Shift | null): number | null {
  if (centre === null) return null
  const spread = medianOf(
    matches.map((match) => {
      const { eastM, northM } = shiftOf(match, 'wgs84')
      return lengthOf({ eastM: eastM - centre.eastM, northM: northM - centre.northM })
    }),
  )
  return spread === null ? null : Math.round(spread)
}

/** How many places each system explains best, to within a distance. */
function countVotes(matches: readonly Match[], withinM: number): Record<CoordinateSystem, number> {
  const votes = { wgs84: 0, gcj02: 0, bd09: 0 }
  for (const match of matches) {
    const ranked = COORDINATE_SYSTEMS.map((system) => ({ system, over: lengthOf(shiftOf(match, system)) })).sort(
      (a, b) => a.over - b.over,
    )
    const [best] = ranked
    if (best !== undefined && best.over <= withinM) votes[best.system] += 1
  }
  return votes
}

function lengthOf({ eastM, northM }: Shift): number {
  return Math.hypot(eastM, northM)
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined || sorted.length % 2 === 1) return middle ?? null
  return (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2
}
