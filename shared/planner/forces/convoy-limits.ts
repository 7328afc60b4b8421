import type { VehicleRow } from '../../domain/dataset/tables.ts'
import type { VehicleProfile } from '../graph/travel.ts'
import { isAirborne } from '../rules/hard/helicopter-grounded.ts'
import { isAfloat } from '../rules/hard/vessel-alone.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

/** Profile of several vehicles together: the slowest speed, the greatest height and weight,
 * the least depth of water; helicopters alone fly and vessels sail at the speed of the slowest. Figures not given come from their class. */
export function profileOfVehicles(travel: RoadTravel, vehicles: readonly VehicleRow[]): VehicleProfile {
  if (isAirborne(vehicles)) {
    const speedKmh = Math.min(...vehicles.map((vehicle) => vehicle.speedKmh ?? Infinity))
    return { ...travel.profileOf('light'), speedKmh, flies: true }
  }
  if (isAfloat(vehicles)) {
    const vessels = vehicles.filter(({ kind }) => kind === 'FIREBOAT')
    const speedKmh = Math.min(...vessels.map((vessel) => vessel.speedKmh ?? Infinity))
    return { ...travel.profileOf('light'), speedKmh, sails: true }
  }
  // A helicopter or a vessel does not drive along with the vehicles of its team.
  const driven = vehicles.filter(({ kind }) => kind !== 'HELI' && kind !== 'FIREBOAT')
  const profiles = driven.map((vehicle) => profileOfVehicle(travel, vehicle))
  const [first] = profiles
  if (first === undefined) return travel.profileOf('light')
  return profiles.reduce(
    (slowest, next) => ({
      ...slowest,
      code: next.speedKmh < slowest.speedKmh ? next.code : slowest.code,
      speedKmh: Math.min(slowest.speedKmh, next.speedKmh),
      heightM: Math.max(slowest.heightM, next.heightM),
      weightT: Math.max(slowest.weightT, next.weightT),
      carriesHazmat: slowest.carriesHazmat || next.carriesHazmat,
      wadingCm: Math.min(slowest.wadingCm, next.wadingCm),
    }),
    first,
  )
}

function profileOfVehicle(travel: RoadTravel, vehicle: VehicleRow): VehicleProfile {
  const base = travel.profileOf(classOf(vehicle.kind))
  return {
    ...base,
    speedKmh: vehicle.speedKmh ?? base.speedKmh,
    heightM: vehicle.heightM ?? base.heightM,
    weightT: vehicle.weightT ?? base.weightT,
  }
}

function classOf(kind: VehicleRow['kind']): VehicleProfile['code'] {
  if (kind === 'AMB') return 'ambulance'
  if (kind === 'BUS') return 'bus'
  if (kind === 'HIREACH' || kind === 'PLATFORM' || kind === 'LADDER' || kind === 'CRANE' || kind === 'HOSE')
    return 'heavy'
  if (kind === 'DOZER') return 'lorry'
  return kind === 'CMD' || kind === 'UAV' || kind === 'BOAT' || kind === 'GEN' ? 'light' : 'engine'
}
