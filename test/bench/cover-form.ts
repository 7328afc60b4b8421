import type { Capability } from '#shared/domain/taxonomy.ts'
import type { AssignmentProblem, SolverDemand } from '#shared/planner/forces/assignment-problem.ts'
import { PROVE_EXACTLY } from '#test/builders/assignment-builders.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { CODES } from './capability-codes.ts'

/** The covering form of the choice, with the time each team really needs. */
export interface CoverForm {
  readonly problem: AssignmentProblem
  /** Seconds by team id; the problem carries them in the price of sending a team, once a team, not once a unit. */
  readonly etaS: ReadonlyMap<string, number>
}

/** Size of a random covering form: `share` of what there is of each capability is wanted. */
export interface CoverSize {
  readonly teams: number
  readonly zones: number
  readonly share: number
  readonly zonePriceS: number
}

/**
 * Teams that go or stay as a whole, twelve capabilities, zones that lose their cover when every station within ten
 * minutes is sent. Price = seconds of every team sent + missing units + zones left uncovered.
 */
export function randomCoverForm(seed: number, { teams: count, zones, share, zonePriceS }: CoverSize): CoverForm {
  const chance = createChance(seed)
  const whole = (low: number, high: number): number => low + Math.floor(chance() * (high - low + 1))
  const place = (): readonly [number, number] => [chance() * 60, chance() * 60]
  const drivenS = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): number =>
    Math.round((Math.hypot(x - toX, y - toY) * 1.35 * 3600) / 45)
  const scene: readonly [number, number] = [20 + chance() * 20, 20 + chance() * 20]
  const stations = Array.from({ length: count }, (_, index) => {
    const base = place()
    const units = new Map<Capability, number>()
    for (let skill = whole(1, 3); skill > 0; skill -= 1)
      units.set(CODES[whole(0, CODES.length - 1)] ?? 'LIGHT', whole(1, 4))
    return { id: `t${String(index).padStart(4, '0')}`, base, units, etaS: 120 + drivenS(base, scene) }
  })
  const demands = CODES.map((capability, index): SolverDemand => {
    const offered = stations.reduce((sum, { units }) => sum + (units.get(capability) ?? 0), 0)
    const quantity = Math.max(1, Math.round(offered * share))
    return { id: `d${String(index).padStart(2, '0')}`, capability, vehicleKind: null, quantity, byS: 0 }
  })
  return {
    etaS: new Map(stations.map(({ id, etaS }) => [id, etaS])),
    problem: {
      demands,
      teams: stations.map(({ id, units, etaS }) => ({
        id,
        etaS: 0,
        onDuty: 1,
        // At a price of one second a step this is what the team costs.
        tierGroup: etaS,
        isVolunteer: false,
        vehicles: [],
        riding: units,
        mayFill: new Set(
          demands.filter(({ capability }) => capability !== null && units.has(capability)).map((d) => d.id),
        ),
        alwaysSends: new Set(),
        engines: new Set(),
      })),
      forced: new Set(),
      prices: {
        unmetS: 100_000,
        lateWeight: 0,
        teamUseS: 0,
        vehicleUseS: 0,
        tierS: 1,
        volunteerS: 0,
        exposedTownS: zonePriceS,
      },
      lateToleranceS: 0,
      searchSteps: 400,
      towns: Array.from({ length: zones }, (_, index) => {
        const centre = place()
        const near = stations.filter(({ base }) => drivenS(base, centre) <= 600)
        return { town: `zone${index}`, stationIds: near.map(({ id }) => id) }
      }).filter(({ stationIds }) => stationIds.length > 0),
      limits: PROVE_EXACTLY,
    },
  }
}

/** The nearest team that brings anything still wanted, again and again. */
export function nearestUseful({ problem, etaS }: CoverForm): ReadonlySet<string> {
  const open = new Map(problem.demands.map(({ capability, quantity }) => [capability, quantity]))
  const eta = (id: string): number => etaS.get(id) ?? Infinity
  const chosen = new Set<string>()
  for (const { id, riding } of problem.teams.toSorted((a, b) => eta(a.id) - eta(b.id) || (a.id < b.id ? -1 : 1))) {
    if (![...riding.keys()].some((code) => (open.get(code) ?? 0) > 0)) continue
    chosen.add(id)
    for (const [code, units] of riding) open.set(code, (open.get(code) ?? 0) - units)
  }
  return chosen
}
