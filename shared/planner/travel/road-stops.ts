import type { Road } from '../../domain/dataset/dataset.ts'
import type { TravelParameters } from '../../domain/parameters/travel.ts'
import type { VehicleProfile } from '../graph/travel.ts'
import type { RoadBarrier } from './road-travel.ts'

/** Water on the roads that are known to flood. */
export interface FloodState {
  /** True while an orange or red rain signal makes every depth known now useless. */
  readonly rising: boolean
  /** Deepest reported water, cm; null = none reported. */
  readonly depthCm: number | null
}

/** What decides whether a ferry runs and a flooded road is driven. */
export interface RoadConditions {
  readonly parameters: Pick<TravelParameters, 'ferryWindMs'>
  readonly flood: FloodState
  readonly windSpeedMs: number | null
}

/** Gates by `extras.gate`: `closed` stays shut, any other opens with a wait. */
type Gate = 'none' | 'closed' | 'opened'

/** Water, ferry and gate: what stops a vehicle on a road besides closures and its own size. Null = nothing. */
export function stopOf(
  { parameters, flood, windSpeedMs }: RoadConditions,
  road: Road,
  profile: VehicleProfile,
): RoadBarrier | null {
  if (road.floods && flood.rising) return { kind: 'flood', text: '易淹路段，当前雨情下停用' }
  if (road.floods && flood.depthCm !== null && flood.depthCm >= profile.wadingCm)
    return { kind: 'flood', text: `积水 ${flood.depthCm} 厘米，不小于该车涉水深度 ${profile.wadingCm} 厘米` }
  if (road.class === 'ferry' && windSpeedMs !== null && windSpeedMs >= parameters.ferryWindMs.value)
    return { kind: 'ferry', text: `风速 ${windSpeedMs} 米/秒，轮渡停航` }
  if (gateOf(road) === 'closed') return { kind: 'gate', text: `门禁封闭${keeperText(road)}` }
  return null
}

/** Seconds a vehicle waits on a road for a ferry or for a gate to be opened; 0 elsewhere. */
export function waitOf(road: Road, parameters: Pick<TravelParameters, 'ferryWaitS' | 'gateWaitS'>): number {
  const isFerry = road.class === 'ferry'
  if (!isFerry && gateOf(road) === 'none') return 0
  const given = Number(road.extras?.['wait_s'] ?? '')
  if (Number.isFinite(given) && given > 0) return Math.round(given)
  return isFerry ? parameters.ferryWaitS.value : parameters.gateWaitS.value
}

/** The kind of gate on a road. */
export function gateOf({ extras }: Road): Gate {
  const gate = extras?.['gate'] ?? ''
  if (gate === '' || gate === 'none' || gate === 'open') return 'none'
  return gate === 'closed' ? 'closed' : 'opened'
}

/** Who opens a gate; empty when the data do not say. */
export function gateKeeper({ extras }: Road): string {
  return extras?.['gate_key']?.trim() ?? ''
}

function keeperText(road: Road): string {
  const keeper = gateKeeper(road)
  return keeper === '' ? '，钥匙保管人不详' : `，钥匙由${keeper}保管`
}
