import fc from 'fast-check'
import type { Capability, VehicleKind } from '#shared/domain/taxonomy.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam } from '#shared/planner/forces/assignment-problem.ts'
import { PROVE_EXACTLY, SHIPPED_PRICES } from './assignment-builders.ts'

const CODES: readonly Capability[] = ['HAZ_PLUG', 'FOAM', 'PUMP_DRAIN', 'FIRE_OIL']
const KINDS: readonly VehicleKind[] = ['TANKER', 'LADDER', 'RESCUE']

/** Largest numbers of a random problem. */
export interface CaseSize {
  readonly demands: number
  readonly teams: number
  readonly vehicles: number
}

/**
 * Random choices of teams with everything the planner knows: several demands for the same thing at different times,
 * demands for kinds of vehicle, short crews, kit that rides, volunteers, teams that come in any case, towns to cover, a choice
 * in force.
 */
export function anyProblem({ demands, teams, vehicles }: CaseSize): fc.Arbitrary<AssignmentProblem> {
  const wanted = fc.array(
    fc.record({
      code: fc.nat({ max: CODES.length }),
      quantity: fc.integer({ min: 1, max: 6 }),
      byS: fc.integer({ min: 300, max: 3600 }),
    }),
    { minLength: 1, maxLength: demands },
  )
  const offered = fc.array(
    fc.record({
      etaS: fc.integer({ min: 60, max: 7200 }),
      onDuty: fc.integer({ min: 0, max: 12 }),
      tierGroup: fc.nat({ max: 2 }),
      isVolunteer: fc.integer({ min: 0, max: 3 }),
      isForced: fc.nat({ max: 5 }),
      isManned: fc.boolean(),
      wasSent: fc.boolean(),
      riding: fc.array(fc.nat({ max: 2 }), { minLength: CODES.length, maxLength: CODES.length }),
      vehicles: fc.array(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          crew: fc.nat({ max: 5 }),
          units: fc.array(fc.nat({ max: 2 }), { minLength: CODES.length, maxLength: CODES.length }),
        }),
        { maxLength: vehicles },
      ),
      fills: fc.array(fc.boolean(), { minLength: demands, maxLength: demands }),
    }),
    { minLength: 1, maxLength: teams },
  )
  const towns = fc.array(fc.uniqueArray(fc.nat({ max: teams - 1 }), { minLength: 1, maxLength: 3 }), { maxLength: 4 })
  const change = fc.constantFrom(null, 0, 200, 900)
  return fc.tuple(wanted, offered, towns, change).map(([asked, given, near, changeS]) => {
    const all = asked.map((each, index): SolverDemand => ({
      id: `d${index}`,
      capability: CODES[each.code] ?? null,
      vehicleKind: each.code < CODES.length ? null : 'LADDER',
      quantity: each.quantity,
      byS: each.byS,
    }))
    const made = given.map((each, index): SolverTeam => {
      const id = `t${String(index).padStart(2, '0')}`
      const own = each.vehicles.map(({ kind, crew, units }, number) => ({
        id: `${id}-${number}`,
        kind,
        crew,
        units: unitsOf(units),
      }))
      return {
        id,
        etaS: each.etaS,
        onDuty: each.onDuty,
        tierGroup: each.tierGroup,
        isVolunteer: each.isVolunteer === 0,
        vehicles: own,
        riding: unitsOf(each.riding),
        mayFill: new Set(all.filter((_, demand) => each.fills[demand] === true).map((demand) => demand.id)),
        alwaysSends: new Set(each.isManned ? own.slice(0, 1).map((vehicle) => vehicle.id) : []),
        engines: new Set(own.filter(({ kind }) => kind === 'TANKER').map((vehicle) => vehicle.id)),
      }
    })
    const forced = new Set(made.filter((_, index) => given[index]?.isForced === 0).map((team) => team.id))
    const sent = made.filter((team, index) => given[index]?.wasSent === true && !forced.has(team.id))
    return {
      ...(changeS === null
        ? {}
        : {
            inForce: {
              teamIds: new Set(sent.map(({ id }) => id)),
              fills: new Map(sent.map(({ id, mayFill }) => [id, mayFill])),
              changeS,
            },
          }),
      demands: all,
      teams: made,
      forced,
      prices: SHIPPED_PRICES,
      lateToleranceS: 1800,
      searchSteps: 400,
      towns: near.map((stations, index) => ({
        town: `town${index}`,
        stationIds: stations.flatMap((station) => made[station]?.id ?? []),
      })),
      limits: PROVE_EXACTLY,
    }
  })
}

function unitsOf(units: readonly number[]): Map<Capability, number> {
  return new Map(CODES.flatMap((code, index) => (units[index] ? [[code, units[index]] as const] : [])))
}
