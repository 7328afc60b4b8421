import type { Area } from '../../domain/dataset/dataset.ts'
import type { EvacuationPlan, UnlistedPeople } from '../../domain/plan/handling-plan.ts'
import { areaM2, type LngLat, type Polygon } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { readRoster } from '../people/roster.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { liesIn } from '../situation/own-areas.ts'
import { inCharge, readPeople, type PeopleSource } from './people-source.ts'

/** Start of the ids of gaps that stand for people on no list. */
export const UNLISTED = 'unlisted'

/** True for a gap that was estimated by area, not counted. */
export function isUnlisted(fromId: string): boolean {
  return fromId === UNLISTED || fromId.startsWith(`${UNLISTED}-`)
}

/** A piece of ground: a box around it and which points of the box belong to it. */
export interface Ground {
  readonly box: readonly [west: number, south: number, east: number, north: number]
  contains(place: LngLat): boolean
}

/** The estimate by street and the ground that lies in no known area. */
export interface UnlistedEstimate {
  readonly streets: readonly UnlistedPeople[]
  readonly people: number
  /** Square kilometres outside every street and neighbour of the data set: sea, or an area it does not hold. */
  readonly elsewhereKm2: number
}

const CELLS = 48
/** Ground in the district that no street's outline covers. */
const NO_STREET = ''

/**
 * People who should be on the ground by density but are on no list, street by street (design rule). Density is the
 * district's mean, by day less those who leave for work, or the street's own registered residents over its area where that is
 * more; `sparse` replaces both where nobody lives but in hamlets. Registered residents on the ground are taken off; staff
 * of plants and people in protected places are not, for they are not residents of the street.
 */
export function estimateUnlisted(
  problem: PlanningProblem,
  facts: FactSheet,
  { ground, inside, sparse }: { ground: Ground; inside: readonly PeopleSource[]; sparse?: number },
): UnlistedEstimate {
  const { densityPerKm2, dayPresenceShare } = problem.parameters.evacuation
  const mean = densityPerKm2.value * (facts.night ? 1 : dayPresenceShare.value)
  const residents = readPeople(problem, facts).sources.filter(isResident)
  const { byArea, elsewhereKm2 } = coverOf(problem.dataset.areas, ground)
  const streets = byArea.flatMap(({ area, km2 }): UnlistedPeople[] => {
    const own = area?.level === 'town' ? registeredDensity(area, residents) : 0
    const perKm2 = Math.round(sparse ?? Math.max(mean, own))
    const town = area?.name ?? NO_STREET
    const registered = inside
      .filter((source) => isResident(source) && isCountedIn(source, area, byArea))
      .reduce((sum, source) => sum + source.people, 0)
    const areaKm2 = Math.round(km2 * 100) / 100
    const people = Math.max(0, Math.round(areaKm2 * perKm2) - registered)
    return people === 0 ? [] : [{ town, areaKm2, perKm2, registered, people }]
  })
  return {
    streets,
    people: streets.reduce((sum, row) => sum + row.people, 0),
    elsewhereKm2: Math.round(elsewhereKm2 * 100) / 100,
  }
}

/** One gap a street, with its duty officer to knock on doors. */
export function unlistedGaps(
  problem: PlanningProblem,
  facts: FactSheet,
  { streets }: Pick<UnlistedEstimate, 'streets'>,
  source: string = problem.parameters.evacuation.densityPerKm2.source,
): EvacuationPlan['shortfalls'] {
  const roster = readRoster(problem, facts)
  return streets.map(({ town, areaKm2, perKm2, registered, people }) => {
    const duty = inCharge({ name: '', phone: '' }, town, roster)
    return {
      fromId: town === NO_STREET ? UNLISTED : `${UNLISTED}-${town}`,
      people,
      reasons: [
        makeReason(
          'people-unlisted',
          {
            town: town || '街道待核',
            areaKm2,
            density: perKm2,
            hour: facts.night ? '夜间' : '白天',
            counted: registered,
            people,
          },
          source,
        ),
      ],
      remedies: [
        makeReason('remedy-door-to-door-by', { town: town || '属地', name: duty.personInCharge, phone: duty.phone }),
        makeReason('remedy-broadcast'),
      ],
    }
  })
}

/** The estimate in words for the note of a plan; marked as an estimate. */
export function unlistedWords({ people, streets, elsewhereKm2 }: UnlistedEstimate): string {
  const outside =
    elsewhereKm2 >= 0.01 ? `另有${elsewhereKm2}平方公里不在已录入的街道内（海域或未录入的邻区），未估算。` : ''
  if (people === 0) return `登记数已不低于按人口密度的估算，过路和流动人员未计入，须广播核对。${outside}`
  const names = streets.map((row) => `${row.town || '街道待核'}${row.people}人`).join('、')
  return `名单外另按人口密度估算约${people}人（估算：${names}，不计入登记数），须挨户和广播通知。${outside}`
}

function isResident({ kind }: PeopleSource): boolean {
  return kind === 'resident' || kind === 'transfer'
}

/** A place counts for the street it lies in; one that lies in none for the one its record names, else for the first. */
function isCountedIn(
  source: PeopleSource,
  area: Area | null,
  byArea: readonly { readonly area: Area | null }[],
): boolean {
  const around = byArea.find((entry) => entry.area !== null && liesIn(source.location, entry.area))
  const named = byArea.find((entry) => entry.area?.name === source.town)
  return (around ?? named ?? byArea[0])?.area === area
}

function registeredDensity(area: Area, residents: readonly PeopleSource[]): number {
  const km2 = area.polygons.reduce((sum, coordinates) => sum + areaM2({ type: 'Polygon', coordinates }), 0) / 1e6
  const people = residents
    .filter((source) => source.kind === 'resident' && source.town === area.name)
    .reduce((sum, source) => sum + source.people, 0)
  return km2 === 0 ? 0 : people / km2
}

/** Square kilometres of the ground by area, by counting cells of a grid (about 2 % exact); areas by name. */
function coverOf(
  areas: readonly Area[],
  { box, contains }: Ground,
): { byArea: { area: Area | null; km2: number }[]; elsewhereKm2: number } {
  const [west, south, east, north] = box
  const cellKm2 = areaM2(rectangle(box)) / 1e6 / (CELLS * CELLS)
  const smallFirst = sortedBy(
    areas.filter((area) => area.level === 'town' || area.level === 'neighbour'),
    (area) => [area.code],
  )
  const districts = areas.filter((area) => area.level === 'district')
  const found: { area: Area | null; isKnown: boolean }[] = []
  for (let row = 0; row < CELLS; row += 1) {
    for (let column = 0; column < CELLS; column += 1) {
      const place = {
        lng: west + ((column + 0.5) * (east - west)) / CELLS,
        lat: south + ((row + 0.5) * (north - south)) / CELLS,
      }
      if (!contains(place)) continue
      const area = smallFirst.find((entry) => liesIn(place, entry)) ?? null
      // Without any outline the whole ground counts: too many are expected rather than too few.
      const isKnown = area !== null || areas.length === 0 || districts.some((entry) => liesIn(place, entry))
      found.push({ area, isKnown })
    }
  }
  const known = groupBy(
    found.filter((cell) => cell.isKnown),
    (cell) => cell.area?.name ?? NO_STREET,
  )
  return {
    byArea: sortedBy([...known], ([name]) => [name]).map(([, cells]) => ({
      area: cells[0]?.area ?? null,
      km2: cells.length * cellKm2,
    })),
    elsewhereKm2: found.filter((cell) => !cell.isKnown).length * cellKm2,
  }
}

function rectangle([west, south, east, north]: Ground['box']): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
