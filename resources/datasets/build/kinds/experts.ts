import { organisationName } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { placeNear } from '../placing.ts'
import { cycle } from '../seeded.ts'

/** field, how many, organisation, incident types. */
type ExpertField = readonly [field: string, count: number, organisation: string, hazards: string]

const FLOODS = 'flood;typhoon;waterlogging;storm_surge'
const CHEMICALS = 'hazmat_fixed;hazmat_road;pipeline;fire_industrial;environment'

/** Fields of the expert pool; 防汛, 气象 and 地质(地震) are named in the plan, the rest follow the incident types. */
export const EXPERT_FIELDS: readonly ExpertField[] = [
  ['防汛', 4, 'org-water', FLOODS],
  ['气象', 3, 'org-weather', `${FLOODS};forest_fire;hazmat_road;hazmat_fixed`],
  ['地质(地震)', 4, 'org-resources', 'geo_hazard;earthquake;flood;typhoon'],
  ['危险化学品', 5, 'org-emergency', CHEMICALS],
  ['化工工艺', 2, 'org-emergency', 'hazmat_fixed;fire_industrial;pipeline;confined_space'],
  ['毒理与中毒救治', 2, 'org-health', 'hazmat_fixed;hazmat_road;public_health;confined_space'],
  ['急诊与烧伤', 2, 'org-health', 'fire_building;fire_highrise;fire_industrial;road_traffic;mass_gathering'],
  ['森林防灭火', 3, 'org-resources', 'forest_fire'],
  ['灭火救援', 3, 'org-fire', 'fire_building;fire_highrise;fire_industrial;forest_fire;tunnel'],
  ['电力', 2, 'org-power', 'power_outage;waterlogging;typhoon;fire_highrise;forest_fire'],
  ['建筑结构', 2, 'org-construction', 'structure_collapse;earthquake;fire_highrise;fire_building'],
  ['桥隧与道路', 2, 'org-transport', 'road_traffic;tunnel;earthquake;hazmat_road'],
  ['海事与船舶', 2, 'org-maritime', 'maritime;port;storm_surge'],
  ['特种设备与电梯', 2, 'org-market', 'special_equipment;fire_highrise'],
  ['燃气与供水', 2, 'org-gas', 'gas_supply;water_supply;pipeline'],
  ['环境监测', 2, 'org-env', 'environment;hazmat_fixed;hazmat_road'],
]

/** Adds the expert pool (42 people; the plan says 30 or more); positions are their workplaces, for exercises. */
export function addExperts(draft: Draft): void {
  let order = 0
  for (const [field, count, organisation, hazards] of EXPERT_FIELDS) {
    for (let index = 0; index < count; index += 1) {
      order += 1
      const id = `p-expert-${String(order).padStart(2, '0')}`
      const town = cycle(draft.region.towns, order % 3)
      draft.contacts.addPerson({
        id,
        organisation: organisationName(draft, organisation),
        post: `${field}专家`,
        point: placeNear(draft.region, id, town.seat, { minM: 100, maxM: 1200, within: town.area }),
        specialties: field,
        isExpert: true,
        hazards,
        note: '专家库人数与三类专业来自规划；姓名、电话、位置为演示',
      })
    }
  }
}
