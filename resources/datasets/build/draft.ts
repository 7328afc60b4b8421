import type { Contacts } from './contacts.ts'
import { offsetPoint } from './geometry.ts'
import type { Point } from './geometry.ts'
import type { Tables } from './headers.ts'
import type { Region, Town, Village } from './region.ts'
import { placeInTown, placeNear } from './placing.ts'
import { placeById, townNamed, villageNamed } from './region.ts'
import type { RiskArea } from './kinds/risk-areas.ts'

/** A village with its invented (or gazetteer) position. */
export interface PlacedVillage {
  readonly village: Village
  readonly town: Town
  readonly point: Point
  /** True when the position is that of a gazetteer place of the same name. */
  readonly fromGazetteer: boolean
  readonly isHill: boolean
  /** The invented person in charge of the village. */
  readonly contact: { readonly id: string; readonly name: string; readonly phone: string }
}

/** A data set while it is being built. */
export interface Draft {
  readonly region: Region
  readonly tables: Tables
  readonly contacts: Contacts
  readonly villages: readonly PlacedVillage[]
  readonly riskAreas: RiskArea[]
}

/** Where the villages of a region go. */
export interface VillagePlan {
  /** Gazetteer place that stands for the village of that name. */
  readonly exact: Readonly<Record<string, string>>
  /** Fixed position for a village, given as an offset from a gazetteer place: id, metres east, metres north. */
  readonly fixed: Readonly<Record<string, readonly [place: string, eastM: number, northM: number]>>
  /** Hill villages by town, with the valleys they are put in (gazetteer ids). */
  readonly hills: readonly {
    readonly town: string
    readonly anchors: readonly string[]
    readonly villages: readonly string[]
  }[]
}

/** Empty tables, to be filled by the builders. */
export function emptyTables(): Tables {
  return {
    teams: [],
    vehicles: [],
    team_kit: [],
    shelter_zones: [],
    evacuees: [],
    hospitals: [],
    carriers: [],
    plants: [],
    tanker_trips: [],
    work_permits: [],
    people: [],
    rosters: [],
    stores: [],
    stock: [],
    shelters: [],
    population_points: [],
    hazard_sources: [],
    targets: [],
    helipads: [],
    cameras: [],
    water_points: [],
    organisations: [],
    places: [],
  }
}

/** Gives each village a position on land in its town and a person in charge. */
export function placeVillages(region: Region, contacts: Contacts, plan: VillagePlan): PlacedVillage[] {
  checkNames(region, plan)
  return region.towns.flatMap((town) =>
    town.villages.map((village) => {
      const key = `${town.name}/${village.name}`
      const hill = plan.hills.find((entry) => entry.town === town.name && entry.villages.includes(village.name))
      const exact = plan.exact[key]
      const point =
        exact === undefined ? positionOf(region, town, village, plan, hill?.anchors) : placeById(region, exact).point
      const contact = contacts.addPerson({
        id: `p-village-${village.code}`,
        organisation: `${town.name}${village.name}`,
        post: village.isCommunity ? '社区应急责任人' : '村级防汛防灾责任人',
        point,
        note: '村社名称为统计区划实名；姓名、电话、位置为演示',
      })
      const { id, name, phone } = contact
      return {
        village,
        town,
        point,
        fromGazetteer: exact !== undefined,
        isHill: hill !== undefined,
        contact: { id: String(id), name: String(name), phone: String(phone) },
      }
    }),
  )
}

/** The full name of an organisation that is already in the draft; people and stores carry names, not ids. */
export function organisationName(draft: Draft, id: string): string {
  const found = draft.tables.organisations.find((row) => row.id === id)
  if (found === undefined) throw new Error(`没有单位 ${id}`)
  return String(found.name)
}

function positionOf(
  region: Region,
  town: Town,
  village: Village,
  plan: VillagePlan,
  anchors: readonly string[] | undefined,
): Point {
  const fixed = plan.fixed[`${town.name}/${village.name}`]
  if (fixed !== undefined) return offsetPoint(placeById(region, fixed[0]).point, fixed[1], fixed[2])
  const id = `village-${village.code}`
  if (anchors === undefined) return placeInTown(region, town, id, village.isCommunity ? 900 : 1600)
  const anchor = placeById(region, anchors[Number(village.code) % anchors.length] ?? '').point
  return placeNear(region, id, anchor, { minM: 250, maxM: 1500, within: town.area, roadWithinM: 1500 })
}

function checkNames(region: Region, plan: VillagePlan): void {
  for (const key of [...Object.keys(plan.exact), ...Object.keys(plan.fixed)]) {
    const [townName = '', villageName = ''] = key.split('/')
    villageNamed(townNamed(region, townName), villageName)
  }
  for (const { town, villages } of plan.hills) for (const name of villages) villageNamed(townNamed(region, town), name)
}
