import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import type { Capability, VehicleKind } from '#shared/domain/taxonomy.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam } from '#shared/planner/forces/assignment-problem.ts'
import { evaluateLoads } from '#shared/planner/forces/evaluate-assignment.ts'
import { isLawfulChoice } from '#shared/planner/forces/is-lawful-choice.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { cheapestByTrial, PROVE_EXACTLY, SHIPPED_PRICES } from '#test/builders/assignment-builders.ts'

const solve = solveExactly(await createHighsSolver())

const CODES: readonly Capability[] = ['HAZ_PLUG', 'FOAM', 'PUMP_DRAIN', 'FIRE_OIL', 'LIGHT']
const KINDS: readonly VehicleKind[] = ['TANKER', 'LADDER', 'RESCUE']

interface Shape {
  readonly demands: number
  readonly teams: number
  readonly vehicles: number
  readonly withKinds: boolean
}

/** Random problems in which no two demands ask for the same thing, so that trial is exact. */
function problems({ demands, teams, vehicles, withKinds }: Shape): fc.Arbitrary<AssignmentProblem> {
  const wanted = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 4 }), byS: fc.integer({ min: 300, max: 3600 }) }),
    { minLength: 1, maxLength: demands },
  )
  const offered = fc.array(
    fc.record({
      etaS: fc.integer({ min: 60, max: 5400 }),
      onDuty: fc.integer({ min: 0, max: 9 }),
      tierGroup: fc.integer({ min: 0, max: 2 }),
      isVolunteer: fc.boolean(),
      isForced: fc.integer({ min: 0, max: 4 }),
      riding: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
      vehicles: fc.array(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          crew: fc.integer({ min: 0, max: 5 }),
          code: fc.constantFrom(...CODES),
          units: fc.integer({ min: 0, max: 2 }),
        }),
        { maxLength: vehicles },
      ),
      fills: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: teams },
  )
  const towns = fc.array(fc.uniqueArray(fc.nat({ max: teams - 1 }), { minLength: 1, maxLength: 3 }), { maxLength: 4 })
  return fc.tuple(wanted, offered, towns).map(([asked, given, near]): AssignmentProblem => {
    const all = asked.map((each, index): SolverDemand => {
      const isKind = withKinds && index === asked.length - 1
      return {
        id: `d${index}`,
        capability: isKind ? null : (CODES[index] ?? 'LIGHT'),
        vehicleKind: isKind ? 'LADDER' : null,
        ...each,
      }
    })
    const made = given.map((each, index): SolverTeam => {
      const id = `t${String(index).padStart(2, '0')}`
      const own = each.vehicles.map((vehicle, number) => ({
        id: `${id}-${number}`,
        kind: vehicle.kind,
        crew: vehicle.crew,
        units: new Map([[vehicle.code, vehicle.units]]),
      }))
      return {
        id,
        etaS: each.etaS,
        onDuty: each.onDuty,
        tierGroup: each.tierGroup,
        isVolunteer: each.isVolunteer,
        vehicles: own,
        riding: new Map(each.riding.map((units, code) => [CODES[code] ?? 'LIGHT', units])),
        mayFill: new Set(all.filter((_, number) => each.fills[number] === true).map((demand) => demand.id)),
        alwaysSends: new Set(own.slice(0, 1).map((vehicle) => vehicle.id)),
        engines: new Set(own.filter((vehicle) => vehicle.kind === 'TANKER').map((vehicle) => vehicle.id)),
      }
    })
    const ids = made.map((team) => team.id)
    return {
      demands: all,
      teams: made,
      forced: new Set(made.filter((_, index) => given[index]?.isForced === 0).map((team) => team.id)),
      prices: SHIPPED_PRICES,
      lateToleranceS: 1800,
      searchSteps: 200,
      towns: near.flatMap((stations, index) => {
        const stationIds = stations.flatMap((station) => ids[station] ?? [])
        return stationIds.length === 0 ? [] : [{ town: `town${index}`, stationIds }]
      }),
      limits: PROVE_EXACTLY,
    }
  })
}

/** Covers by teams on foot: the set-covering family. */
const covering = problems({ demands: 5, teams: 12, vehicles: 0, withKinds: false })
const withVehicles = problems({ demands: 4, teams: 4, vehicles: 3, withKinds: true })

describe('the exact choice of teams', () => {
  it.each([
    { name: 'twenty set coverings of up to twelve teams', cases: covering, numRuns: 20 },
    { name: 'teams with vehicles, crews, towns to cover and teams already rolling', cases: withVehicles, numRuns: 80 },
  ])('is the cheapest found by trying everything: $name', ({ cases, numRuns }) => {
    fc.assert(
      fc.property(cases, (problem) => {
        const solution = solve(problem)
        expect(solution.stop).toBe('proven')
        expect(solution).toMatchObject({ status: 'optimal', gap: 0, bound: solution.objective })
        expect(solution.objective).toBe(cheapestByTrial(problem))
      }),
      { seed: 20_261_122, numRuns },
    )
  })

  it('is lawful, never dearer than the draft, and priced by the neutral evaluator', () => {
    fc.assert(
      fc.property(problems({ demands: 6, teams: 30, vehicles: 4, withKinds: true }), (problem) => {
        const solution = solve(problem)
        const draft = solveGreedily(problem)
        expect(isLawfulChoice(problem, solution.loads)).toBe(true)
        expect(isLawfulChoice(problem, draft.loads)).toBe(true)
        expect(solution.objective).toBeLessThanOrEqual(draft.objective)
        expect(evaluateLoads(problem, solution.loads)).toMatchObject({
          objective: solution.objective,
          missing: solution.missing,
        })
        expect(solution.bound ?? Infinity).toBeLessThanOrEqual(solution.objective)
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it('is the same when it is made again', () => {
    fc.assert(
      fc.property(problems({ demands: 5, teams: 20, vehicles: 3, withKinds: true }), (problem) => {
        expect(solve(problem)).toEqual(solve(problem))
      }),
      { seed: 11, numRuns: 20 },
    )
  })
})
