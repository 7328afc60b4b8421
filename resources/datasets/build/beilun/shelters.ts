import type { Draft, PlacedVillage } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { addShelter } from '../kinds/shelters.ts'
import type { ShelterSpec } from '../kinds/shelters.ts'
import { placeAtSeat, placeNear, townAt, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'
import { seededInt } from '../seeded.ts'
import type { SourceFolder } from '../source-folder.ts'
import { centroidOf, propertyText } from '../source-folder.ts'

const TOTAL = 157
const STANDARDISED = 94
const WITH_VIDEO = 50
const PER_STREET = 2
const STREET_HALLS = ['文体中心', '综合服务中心']

const PLAN_NOTE = '全区157处、规范化94处、可视化50处为规划数'

/** Gazetteer shelters inside the ten streets; the sixth, in 大榭, is under its own administration and stays a place only. */
const NAMED: readonly (readonly [place: string, tier: ShelterSpec['tier']])[] = [
  ['P0171', 'district'],
  ['P0176', 'district'],
  ['P0173', 'district'],
  ['P0172', 'street'],
  ['P0174', 'street'],
]

/** What all shelters have before the 94 and the 50 are dealt out. */
type Candidate = Omit<ShelterSpec, 'standardised' | 'video' | 'id'>

/** Adds 157 shelters: 3 district centres, 20 of the streets, the rest in villages, hill villages first. */
export function addShelters(draft: Draft, source: SourceFolder): void {
  const named = NAMED.map(([place, tier]) => namedShelter(draft, place, tier))
  const schools = schoolShelters(draft, source)
  const streetSeats = streetShelters(draft, [...named, ...schools])
  const larger = [...named, ...schools, ...streetSeats].sort((a, b) => tierRank(a.tier) - tierRank(b.tier))
  const small = villageShelters(draft, TOTAL - larger.length)
  ;[...larger, ...small].forEach((candidate, index) => {
    addShelter(draft, {
      ...candidate,
      id: `shelter-${String(index + 1).padStart(3, '0')}`,
      standardised: index < STANDARDISED,
      video: index < WITH_VIDEO,
    })
  })
}

function tierRank(tier: ShelterSpec['tier']): number {
  return tier === 'district' ? 0 : tier === 'street' ? 1 : 2
}

function namedShelter(draft: Draft, placeId: string, tier: ShelterSpec['tier']): Candidate {
  const place = placeById(draft.region, placeId)
  return {
    name: place.name,
    tier,
    town: townNameAt(draft.region, place.point),
    village: '',
    point: place.point,
    capacity: Number(/capacity (\d+)/.exec(place.note)?.[1]),
    source: SOURCES.gazetteer,
    note: `${PLAN_NOTE}；名称、位置、容量为演示点`,
  }
}

/** One OSM school for each street that has any: a real building, with an invented capacity. */
function schoolShelters(draft: Draft, source: SourceFolder): Candidate[] {
  return draft.region.towns.flatMap((town) => {
    const school = source.schools.find(
      (feature) =>
        propertyText(feature, 'district') === draft.region.name &&
        /中学|小学|学校/.test(propertyText(feature, 'name')) &&
        townAt(draft.region, centroidOf(feature))?.name === town.name,
    )
    if (school === undefined) return []
    const name = propertyText(school, 'name')
    return [
      {
        name: `${name}避灾安置场所(演示)`,
        tier: 'street' as const,
        town: town.name,
        village: '',
        point: roundPoint(centroidOf(school)),
        capacity: seededInt(`school-${name}`, 18, 36) * 10,
        source: SOURCES.osm,
        note: `${PLAN_NOTE}；学校与位置为OSM实测，是否为避灾点及容量为演示`,
      },
    ]
  })
}

/** Halls at the street's seat, so that every street has exactly two shelters of its own tier. */
function streetShelters(draft: Draft, existing: readonly Candidate[]): Candidate[] {
  return draft.region.towns.flatMap((town) => {
    const has = existing.filter((shelter) => shelter.tier === 'street' && shelter.town === town.name).length
    return STREET_HALLS.slice(0, PER_STREET - has).map((hall, index) => {
      const id = `shelter-street-${town.slug}-${index}`
      return {
        name: `${town.name}${hall}避灾安置场所(演示)`,
        tier: 'street' as const,
        town: town.name,
        village: '',
        point: placeAtSeat(draft.region, town, id, 900),
        capacity: seededInt(id, 15, 30) * 10,
        source: SOURCES.beilunPlan,
        note: `${PLAN_NOTE}；名称、位置、容量为演示`,
      }
    })
  })
}

/** One hall in each hill village, a second one in the first of them, then halls in the villages of the plain. */
function villageShelters(draft: Draft, count: number): Candidate[] {
  const hills = draft.villages.filter((placed) => placed.isHill)
  const plains = draft.villages.filter((placed) => !placed.isHill)
  const order = [...hills, ...interleaveByTown(draft, plains)].slice(0, count)
  return order.map((placed) => {
    const id = `shelter-village-${placed.village.code}`
    return {
      name: `${placed.town.name}${placed.village.name}${placed.village.isCommunity ? '党群服务中心' : '文化礼堂'}避灾安置场所(演示)`,
      tier: 'village' as const,
      town: placed.town.name,
      village: placed.village.name,
      point: villageHall(draft, placed, id),
      capacity: seededInt(id, 10, 24) * 5 + (placed.isHill ? 20 : 0),
      source: SOURCES.divisions,
      note: `${PLAN_NOTE}；村社名称为实名，场所、位置、容量为演示`,
    }
  })
}

function villageHall(draft: Draft, placed: PlacedVillage, id: string): Point {
  return placeNear(draft.region, id, placed.point, { minM: 20, maxM: 180, within: placed.town.area })
}

/** First village of each street, then the second of each, and so on. */
function interleaveByTown(draft: Draft, villages: readonly PlacedVillage[]): PlacedVillage[] {
  const byTown = draft.region.towns.map((town) => villages.filter((placed) => placed.town.code === town.code))
  const longest = Math.max(...byTown.map((list) => list.length))
  return Array.from({ length: longest }, (_, index) => byTown.flatMap((list) => list.slice(index, index + 1))).flat()
}

function roundPoint(point: Point): Point {
  return offsetPoint(point, 0, 0)
}
