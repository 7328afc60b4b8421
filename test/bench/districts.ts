import type { Capability } from '#shared/domain/taxonomy.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam } from '#shared/planner/forces/assignment-problem.ts'
import { PROVE_EXACTLY, SHIPPED_PRICES } from '#test/builders/assignment-builders.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { CODES } from './capability-codes.ts'

/** How large a random district is, and which share of what can reach the scene is wanted. */
export interface DistrictSize {
  readonly teams: number
  readonly towns: number
  readonly share: number
  /** Most vehicles of a team; the crews grow with them. 5 unless said. */
  readonly mostVehicles?: number
}

/** A random district: teams with vehicles and crews over a square of 60 km, towns to cover, demands at three deadlines. */
export function randomDistrict(
  seed: number,
  { teams: count, towns: townCount, share, mostVehicles = 5 }: DistrictSize,
): AssignmentProblem {
  const chance = createChance(seed)
  const whole = (low: number, high: number): number => low + Math.floor(chance() * (high - low + 1))
  const place = (): [number, number] => [chance() * 60, chance() * 60]
  const drivenS = ([x, y]: [number, number], [toX, toY]: [number, number]): number =>
    Math.round((Math.hypot(x - toX, y - toY) * 1.35 * 3600) / 45)
  const scene: [number, number] = [20 + chance() * 20, 20 + chance() * 20]
  const bases = Array.from({ length: count }, place)
  const drafts = bases.map((base, index) => {
    const id = `t${String(index).padStart(4, '0')}`
    const skills = Array.from({ length: whole(1, 4) }, () => CODES[whole(0, CODES.length - 1)] ?? 'LIGHT')
    const vehicles = Array.from({ length: whole(1, mostVehicles) }, (_, number) => ({
      id: `${id}-${number}`,
      kind: number === 0 ? ('TANKER' as const) : ('RESCUE' as const),
      crew: whole(2, 6),
      units: new Map(skills.filter(() => chance() < 0.6).map((skill) => [skill, whole(1, 2)])),
    }))
    return {
      id,
      base,
      skills,
      vehicles,
      etaS: 120 + drivenS(base, scene),
      onDuty: Math.round((whole(6, 18) * mostVehicles) / 5),
    }
  })
  const offered = (code: Capability): number =>
    drafts.reduce((sum, { vehicles }) => sum + vehicles.reduce((own, { units }) => own + (units.get(code) ?? 0), 0), 0)
  const demands = CODES.flatMap((capability, index): SolverDemand[] => {
    const quantity = Math.max(1, Math.round(offered(capability) * share))
    const first = Math.ceil(quantity / 3)
    const steps = [
      { units: first, byS: 900 },
      { units: quantity - first, byS: 1800 + 900 * (index % 3) },
    ]
    return steps
      .filter(({ units }) => units > 0)
      .map(({ units, byS }, step) => ({
        id: `d${String(index).padStart(2, '0')}-${step}`,
        capability,
        vehicleKind: null,
        quantity: units,
        byS,
      }))
  })
  const teams = drafts.map((draft): SolverTeam => ({
    id: draft.id,
    etaS: draft.etaS,
    onDuty: draft.onDuty,
    tierGroup: 0,
    isVolunteer: false,
    vehicles: draft.vehicles,
    riding: new Map(draft.skills.slice(0, 1).map((skill) => [skill, 1])),
    mayFill: new Set(
      demands
        .filter(
          ({ capability, byS }) =>
            capability !== null && draft.skills.includes(capability) && draft.etaS <= byS + 14_400,
        )
        .map(({ id }) => id),
    ),
    alwaysSends: new Set(),
    engines: new Set(draft.vehicles.slice(0, 1).map(({ id }) => id)),
  }))
  return {
    demands: demands.sort((a, b) => a.byS - b.byS || (a.id < b.id ? -1 : 1)),
    teams,
    forced: new Set(),
    prices: SHIPPED_PRICES,
    lateToleranceS: 1800,
    searchSteps: 400,
    towns: Array.from({ length: townCount }, (_, index) => {
      const centre = place()
      const near = drafts.filter(({ base }) => drivenS(base, centre) <= 600)
      return { town: `town${index}`, stationIds: near.map(({ id }) => id) }
    }).filter(({ stationIds }) => stationIds.length > 0),
    limits: PROVE_EXACTLY,
  }
}
