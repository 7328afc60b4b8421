import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssignmentProblem, SolverDemand, SolverTeam } from '#shared/planner/forces/assignment-problem.ts'
import { chooseNearest } from '#shared/planner/forces/choose-nearest.ts'
import { evaluateTeams } from '#shared/planner/forces/evaluate-assignment.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import type { Capability } from '#shared/domain/taxonomy.ts'

const CODES: readonly Capability[] = ['HAZ_PLUG', 'FOAM', 'PUMP_DRAIN']

const demands = fc.array(
  fc.record({
    code: fc.integer({ min: 0, max: 2 }),
    quantity: fc.integer({ min: 1, max: 4 }),
    byS: fc.integer({ min: 300, max: 3600 }),
  }),
  {
    minLength: 1,
    maxLength: 4,
  },
)

const teams = fc.array(
  fc.record({
    etaS: fc.integer({ min: 60, max: 7200 }),
    tierGroup: fc.integer({ min: 0, max: 2 }),
    isVolunteer: fc.boolean(),
    onDuty: fc.integer({ min: 1, max: 20 }),
    units: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    vehicles: fc.array(fc.record({ crew: fc.integer({ min: 1, max: 6 }), code: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 3,
    }),
    fills: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 9 },
)

const problems = fc.tuple(demands, teams).map(([wanted, offered]): AssignmentProblem => {
  const asked = wanted.map((each, index): SolverDemand => ({
    id: `d${index}`,
    capability: CODES[each.code] ?? 'FOAM',
    vehicleKind: null,
    quantity: each.quantity,
    byS: each.byS,
  }))
  return {
    demands: asked,
    teams: offered.map((each, index): SolverTeam => ({
      id: `t${index}`,
      etaS: each.etaS,
      onDuty: each.onDuty,
      tierGroup: each.tierGroup,
      isVolunteer: each.isVolunteer,
      vehicles: each.vehicles.map((vehicle, number) => ({
        id: `t${index}-${number}`,
        kind: 'TANKER',
        crew: vehicle.crew,
        units: new Map([[CODES[vehicle.code] ?? 'FOAM', 1]]),
      })),
      riding: new Map(each.units.map((units, code) => [CODES[code] ?? 'FOAM', units])),
      mayFill: new Set(asked.filter((_, number) => each.fills[number] === true).map((demand) => demand.id)),
      alwaysSends: new Set(),
      engines: new Set(),
    })),
    forced: new Set(),
    prices: {
      unmetS: 100_000,
      lateWeight: 4,
      teamUseS: 300,
      vehicleUseS: 30,
      tierS: 1200,
      volunteerS: 3600,
      exposedTownS: 600,
    },
    lateToleranceS: 1800,
    searchSteps: 200,
    towns: [],
    limits: { relativeGap: 0, absoluteGap: 0.99, maxNodes: 5000, guardMs: 10_000 },
  }
})

describe('the assignment', () => {
  it('is never dearer than sending the nearest teams', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const oneTier = { ...problem, teams: problem.teams.map((team) => ({ ...team, tierGroup: 0 })) }
        const nearest = evaluateTeams(oneTier, chooseNearest(oneTier, oneTier.teams))
        expect(solveGreedily(oneTier).objective).toBeLessThanOrEqual(nearest.objective)
      }),
    )
  })

  it('leaves nothing missing that all teams of all tiers together could fill', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const nearest = evaluateTeams(problem, chooseNearest(problem, problem.teams))
        const missing = (part: { missing: ReadonlyMap<string, number> }): number =>
          [...part.missing.values()].reduce((sum, units) => sum + units, 0)
        expect(missing(solveGreedily(problem))).toBeLessThanOrEqual(missing(nearest))
      }),
    )
  })

  it('never sends more people than are on duty, nor counts a unit twice, nor lets a team fill what it may not', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { loads, missing } = solveGreedily(problem)
        for (const [id, load] of loads) {
          const team = problem.teams.find((each) => each.id === id)
          expect(load.personnel).toBeLessThanOrEqual(team?.onDuty ?? 0)
          for (const code of CODES) {
            const taken = [...load.takes].filter(
              ([demandId]) => problem.demands.find((demand) => demand.id === demandId)?.capability === code,
            )
            const total =
              (team?.riding.get(code) ?? 0) +
              (team?.vehicles.reduce((sum, vehicle) => sum + (vehicle.units.get(code) ?? 0), 0) ?? 0)
            expect(taken.reduce((sum, [, units]) => sum + units, 0)).toBeLessThanOrEqual(total)
          }
          for (const demandId of load.takes.keys()) expect(team?.mayFill.has(demandId)).toBe(true)
        }
        for (const demand of problem.demands) {
          const filled = [...loads.values()].reduce((sum, load) => sum + (load.takes.get(demand.id) ?? 0), 0)
          expect(filled + (missing.get(demand.id) ?? 0)).toBe(demand.quantity)
        }
      }),
    )
  })
})
