import type { VehicleRow } from '#shared/domain/dataset/tables.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { changed, first, reportedAway, type Edit, type RuleCase } from './edited-plan.ts'

/** The monitoring team with its one vehicle. */
const VEHICLES = 'forcePlan.assignments.10.vehicles'
const VEHICLE = 'env-park-v1'
const BRIGADE = 'ent-formosa'

const vehicleWith =
  (change: Partial<VehicleRow>): Edit =>
  () => ({ vehicles: changed(beilun.vehicles, VEHICLE, change) })
/** The team's vehicle is of this kind and the wind of this speed. */
const inWind =
  (kind: VehicleRow['kind'], windSpeedMs: number): Edit =>
  (plan) => {
    plan.incident.weather = { ...plan.incident.weather, windSpeedMs }
    first(first(plan.forcePlan.assignments, ({ teamId }) => teamId === 'env-park').vehicles).kind = kind
    return undefined
  }
/** The brigade's plant lies so far downwind of the scene, which is at another plant. */
const plantAt =
  (metres: number): Edit =>
  (plan) => {
    const { lng, lat } = destinationOf(plan.incident.location, 225, metres)
    return {
      plants: [
        { ...first(beilun.plants), ...plan.incident.location, id: 'plant-scene', processTeamId: '' },
        { ...first(beilun.plants), name: '试验企业', lng, lat, processTeamId: '' },
      ],
      teams: changed(beilun.teams, BRIGADE, { lng, lat }),
    }
  }
const processTeam =
  (processTeamId: string): Edit =>
  (plan) => {
    const { lng, lat } = plan.incident.location
    return {
      plants: [{ ...first(beilun.plants), lng, lat, processTeamId }],
      teams: changed(beilun.teams, 'env-park', { type: 'PROCESS' }),
    }
  }

export const UNIT_CASES: readonly RuleCase[] = [
  {
    code: 'vehicle-out-of-service',
    says: 'a vehicle in the workshop',
    plan: 'road',
    breaks: vehicleWith({ status: '维修' }),
    twin: vehicleWith({ status: '值班' }),
    at: VEHICLES,
    shows: `车辆${VEHICLE}停用`,
  },
  {
    code: 'vehicle-out-of-service',
    says: 'a vehicle that was reported unavailable',
    plan: 'road',
    breaks: reportedAway(`vehicle:${VEHICLE}`),
    twin: reportedAway('vehicle:env-park-v2'),
    at: VEHICLES,
    shows: `车辆${VEHICLE}停用`,
  },
  {
    code: 'vehicle-in-wind',
    says: 'a drone in a wind of force 6',
    plan: 'road',
    breaks: inWind('UAV', 10.8),
    twin: inWind('UAV', 10.7),
    at: VEHICLES,
    shows: '在风速10.8米/秒时不得使用',
  },
  {
    code: 'vehicle-in-wind',
    says: 'a boat in a wind of force 8',
    plan: 'road',
    breaks: inWind('BOAT', 17.2),
    twin: inWind('BOAT', 17.1),
    at: VEHICLES,
    shows: '在风速17.2米/秒时不得使用',
  },
  {
    code: 'plant-team-misplaced',
    says: 'the brigade of a plant that lies in the protective square',
    plan: 'road',
    breaks: plantAt(499),
    twin: plantAt(501),
    at: 'forcePlan.assignments.9',
    shows: '所在的试验企业处于危险区内',
  },
  {
    code: 'plant-team-misplaced',
    says: 'the process team of another plant',
    plan: 'road',
    breaks: processTeam('process-other'),
    twin: processTeam('env-park'),
    at: 'forcePlan.assignments.10',
    shows: '只处置本企业事故',
  },
]
