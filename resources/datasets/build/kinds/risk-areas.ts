import { ellipseRing } from '../geometry.ts'
import type { Area, Point } from '../geometry.ts'
import type { Draft, PlacedVillage } from '../draft.ts'
import { placeNear } from '../placing.ts'
import { elementAt, seededInt } from '../seeded.ts'

/** A risk area on the map: geological area, low point or flash-flood valley. */
export interface RiskArea {
  readonly id: string
  readonly name: string
  readonly kind: 'geo_hazard' | 'low_point' | 'flash_flood'
  readonly level: string
  readonly people: number
  readonly centre: Point
  /** Absent for low points, which are points. */
  readonly area?: Area
  readonly villageCode: string
  readonly note: string
}

/** How many people live in each area is set by the transfer list; the order of the lists is the same. */
export interface RiskAreaPlan {
  readonly villages: readonly PlacedVillage[]
  readonly people: readonly number[]
}

const GEO_LEVELS = ['高', '中', '中', '低']

/** Geological risk areas: small areas on the slope beside a hill village. */
export function addGeologicalAreas(draft: Draft, prefix: string, plan: RiskAreaPlan): void {
  plan.people.forEach((people, index) => {
    const placed = elementAt(plan.villages, index % plan.villages.length, '山区村')
    const id = `${prefix}-geo-${String(index + 1).padStart(2, '0')}`
    const centre = placeNear(draft.region, id, placed.point, { minM: 150, maxM: 700, within: placed.town.area })
    const ring = ellipseRing(centre, seededInt(`${id}#r`, 40, 90), 1.5, seededInt(`${id}#b`, 0, 179))
    draft.riskAreas.push({
      id,
      name: `${placed.town.name}${placed.village.name}地质灾害风险防范区${String(index + 1).padStart(2, '0')}(演示)`,
      kind: 'geo_hazard',
      level: elementAt(GEO_LEVELS, seededInt(`${id}#level`, 0, 3), '等级'),
      people,
      centre,
      area: [[ring]],
      villageCode: placed.village.code,
      note: '位置与范围为演示，非勘查成果',
    })
  })
}

/** Flash-flood valleys: a longer area through a hill village. */
export function addFloodValleys(draft: Draft, prefix: string, plan: RiskAreaPlan): void {
  plan.people.forEach((people, index) => {
    const placed = elementAt(plan.villages, index % plan.villages.length, '山区村')
    const id = `${prefix}-flash-${String(index + 1).padStart(2, '0')}`
    const centre = placeNear(draft.region, id, placed.point, { minM: 60, maxM: 400, within: placed.town.area })
    const ring = ellipseRing(centre, seededInt(`${id}#r`, 90, 160), 3, seededInt(`${id}#b`, 0, 179))
    draft.riskAreas.push({
      id,
      name: `${placed.town.name}${placed.village.name}小流域山洪危险区(演示)`,
      kind: 'flash_flood',
      level: elementAt(GEO_LEVELS, seededInt(`${id}#level`, 0, 3), '等级'),
      people,
      centre,
      area: [[ring]],
      villageCode: placed.village.code,
      note: '位置与范围为演示',
    })
  })
}

/** Low points that flood in heavy rain: points beside streets of the plain. */
export function addLowPoints(
  draft: Draft,
  prefix: string,
  points: readonly (readonly [name: string, town: string, point: Point])[],
): void {
  points.forEach(([name, town, centre], index) => {
    draft.riskAreas.push({
      id: `${prefix}-low-${String(index + 1).padStart(2, '0')}`,
      name: `${town}${name}(演示)`,
      kind: 'low_point',
      level: index % 5 === 0 ? '高' : '中',
      people: 0,
      centre,
      villageCode: '',
      note: '位置为演示',
    })
  })
}
