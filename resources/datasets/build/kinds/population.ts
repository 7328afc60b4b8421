import type { Draft, PlacedVillage } from '../draft.ts'
import type { Point } from '../geometry.ts'
import { offsetPoint } from '../geometry.ts'
import { demo } from '../headers.ts'
import type { Evidence } from '../headers.ts'
import { seededInt } from '../seeded.ts'
import type { RiskArea } from './risk-areas.ts'

/** A population point: people of one place, on the transfer list or simply living or visiting there. */
export interface PopulationSpec {
  readonly id: string
  readonly name: string
  readonly placed: PlacedVillage
  readonly point: Point
  readonly people: number
  readonly peopleNight: number
  readonly hazard: '' | 'geo_hazard' | 'flash_flood' | 'unspecified'
  readonly list: 'transfer' | 'resident' | 'visitor'
  readonly code: '' | '绿' | '黄' | '红'
  readonly riskAreaId?: string
  readonly evidence: Evidence
}

/** Adds a population point with the village's person in charge. About one in eight needs help to move. */
export function addPopulationPoint(draft: Draft, spec: PopulationSpec): void {
  draft.tables.population_points.push({
    id: spec.id,
    name: spec.name,
    town: spec.placed.town.name,
    lng: spec.point[0],
    lat: spec.point[1],
    people: spec.people,
    people_night: spec.peopleNight,
    special_needs: Math.round((spec.people * seededInt(`${spec.id}#special`, 8, 18)) / 100),
    hazard: spec.hazard,
    person_in_charge: spec.placed.contact.name,
    phone: spec.placed.contact.phone,
    code: spec.code,
    list: spec.list,
    village: spec.placed.village.name,
    risk_area_id: spec.riskAreaId ?? '',
    ...spec.evidence,
  })
}

/** One transfer-list point for each geological area and flash-flood valley. People on the list are counted as at home. */
export function addTransferPoints(draft: Draft, source: string, villageOf: (area: RiskArea) => PlacedVillage): void {
  for (const area of draft.riskAreas) {
    if (area.kind === 'low_point') continue
    addPopulationPoint(draft, {
      id: `pop-${area.id}`,
      name: `${area.name.replace('(演示)', '')}转移人员`,
      placed: villageOf(area),
      point: offsetPoint(area.centre, seededInt(`${area.id}#e`, -30, 30), seededInt(`${area.id}#n`, -30, 30)),
      people: area.people,
      peopleNight: area.people,
      hazard: area.kind,
      list: 'transfer',
      code: area.level === '高' ? '红' : '黄',
      riskAreaId: area.id,
      evidence: demo('名单总数与分类为规划数；分到点位的人数、位置、责任人为演示', source),
    })
  }
}

/** One point of residents for each village and community; the numbers are estimates. */
export function addResidents(
  draft: Draft,
  sizes: { readonly village: readonly [number, number]; readonly community: readonly [number, number] },
): void {
  for (const placed of draft.villages) {
    const id = `pop-village-${placed.village.code}`
    const [low, high] = placed.village.isCommunity ? sizes.community : sizes.village
    const night = seededInt(id, low / 10, high / 10) * 10
    addPopulationPoint(draft, {
      id,
      name: `${placed.town.name}${placed.village.name}居民`,
      placed,
      point: placed.point,
      people: Math.round((night * seededInt(`${id}#day`, 55, 80)) / 100),
      peopleNight: night,
      hazard: '',
      list: 'resident',
      code: '',
      evidence: demo('村社名称为实名；人口为估算演示值，位置为演示；不属于转移名单'),
    })
  }
}
