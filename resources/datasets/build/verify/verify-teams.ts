import type { Draft } from '../draft.ts'
import { CAPABILITIES, TEAM_TYPES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import { parseCapabilities } from '../kinds/capabilities.ts'

/** Government and enterprise stations of different class that came out with the same vehicles and capabilities. */
export function findIdenticalStations({ tables }: Draft): string[] {
  const stations = tables.teams.filter((row) => row.type === 'GOV_FT' || row.type === 'ENT_FT')
  const bySignature = new Map<string, { id: string; class: string }>()
  const problems: string[] = []
  for (const station of stations) {
    const kinds = tables.vehicles
      .filter((row) => row.team_id === station.id)
      .map((row) => String(row.name))
      .sort()
    const signature = `${kinds.join('+')}|${station.capabilities}`
    const twin = bySignature.get(signature)
    if (twin !== undefined && twin.class !== station.class) {
      problems.push(`${twin.id}(${twin.class}) 与 ${station.id}(${station.class}) 等级不同，车辆与能力却完全相同`)
    }
    bySignature.set(signature, { id: String(station.id), class: String(station.class) })
  }
  return problems
}

/** Unknown team types and codes, vehicles beyond their team, and capabilities that no team within reach has. */
export function findCapabilityGaps({ tables }: Draft): string[] {
  const within = new Set<string>()
  const problems: string[] = []
  for (const team of tables.teams) {
    if (!TEAM_TYPES.some((type) => type === team.type)) problems.push(`${team.id} 队伍类型 ${team.type} 不在清单内`)
    const total = parseCapabilities(String(team.capabilities))
    for (const code of total.keys()) if (team.tier !== 'province' && team.tier !== 'army') within.add(code)
    const carried = new Map<string, number>()
    for (const vehicle of tables.vehicles.filter((row) => row.team_id === team.id && row.status === 'ready')) {
      for (const [code, count] of parseCapabilities(String(vehicle.capabilities)))
        carried.set(code, (carried.get(code) ?? 0) + count)
    }
    for (const [code, count] of carried) {
      if (count > (total.get(code) ?? 0))
        problems.push(`${team.id} 车辆能力 ${code}:${count} 超过全队 ${total.get(code) ?? 0}`)
    }
  }
  for (const vehicle of tables.vehicles) {
    if (!VEHICLE_KINDS.some((kind) => kind === vehicle.kind))
      problems.push(`${vehicle.id} 车辆类型 ${vehicle.kind} 不在清单内`)
  }
  // A full data set has plants; the smaller one is not expected to cover every capability.
  if (tables.plants.length > 0) {
    for (const code of CAPABILITIES) if (!within.has(code)) problems.push(`区、毗邻与市级队伍都没有能力 ${code}`)
  }
  return problems
}
