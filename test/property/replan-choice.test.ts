import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import type { Capability } from '#shared/domain/taxonomy.ts'
import type { AssignmentProblem, SolverTeam, TeamLoadView } from '#shared/planner/forces/assignment-problem.ts'
import { evaluateLoads } from '#shared/planner/forces/evaluate-assignment.ts'
import { isLawfulChoice } from '#shared/planner/forces/is-lawful-choice.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { PROVE_EXACTLY, SHIPPED_PRICES } from '#test/builders/assignment-builders.ts'

const solve = solveExactly(await createHighsSolver())
const CODES: readonly Capability[] = ['FOAM', 'LIGHT']

/** Small problems of teams on foot against a choice in force, so that every lawful choice can be tried. */
const problems = fc
  .record({
    quantities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
    teams: fc.array(
      fc.record({
        etaS: fc.integer({ min: 60, max: 3000 }),
        units: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }),
        isVolunteer: fc.boolean(),
        isInForce: fc.boolean(),
        isForced: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    changeS: fc.constantFrom(0, 200, 700, 5000),
  })
  .map(({ quantities, teams: given, changeS }): AssignmentProblem => {
    const demands = quantities.map((quantity, index) => ({
      id: `d${index}`,
      capability: CODES[index] ?? 'FOAM',
      vehicleKind: null,
      quantity,
      byS: 900,
    }))
    const teams = given.map((each, index): SolverTeam => ({
      id: `t${index}`,
      etaS: each.etaS,
      onDuty: 5,
      tierGroup: 0,
      isVolunteer: each.isVolunteer,
      vehicles: [],
      riding: new Map(each.units.map((units, code) => [CODES[code] ?? 'FOAM', units])),
      mayFill: new Set(demands.filter((_, code) => (each.units[code] ?? 0) > 0).map(({ id }) => id)),
      alwaysSends: new Set(),
      engines: new Set(),
    }))
    const forced = new Set(teams.filter((_, index) => given[index]?.isForced === 0).map(({ id }) => id))
    const kept = teams.filter(({ id }, index) => given[index]?.isInForce === true && !forced.has(id))
    return {
      demands,
      teams,
      forced,
      prices: SHIPPED_PRICES,
      lateToleranceS: 1800,
      searchSteps: 200,
      towns: [],
      limits: PROVE_EXACTLY,
      inForce: { teamIds: new Set(kept.map(({ id }) => id)), fills: new Map(), changeS },
    }
  })

/** The cheapest of all lawful ways to share the units, priced by the neutral evaluator. */
function cheapestOfAll(problem: AssignmentProblem): number {
  const cells = problem.teams.flatMap((team) =>
    problem.demands.map(({ id, capability }) => ({
      team,
      id,
      most: capability === null || !team.mayFill.has(id) ? 0 : (team.riding.get(capability) ?? 0),
    })),
  )
  let best = Infinity
  const visit = (index: number, takes: ReadonlyMap<string, ReadonlyMap<string, number>>): void => {
    const cell = cells[index]
    if (cell === undefined) {
      const loads = new Map(
        problem.teams
          .filter(({ id }) => takes.has(id) || problem.forced.has(id))
          .map(({ id }): [string, TeamLoadView] => [
            id,
            { vehicles: [], personnel: 5, takes: takes.get(id) ?? new Map() },
          ]),
      )
      if (isLawfulChoice(problem, loads)) best = Math.min(best, evaluateLoads(problem, loads).objective)
      return
    }
    visit(index + 1, takes)
    for (let units = 1; units <= cell.most; units += 1) {
      const mine = new Map(takes.get(cell.team.id)).set(cell.id, units)
      visit(index + 1, new Map(takes).set(cell.team.id, mine))
    }
  }
  visit(0, new Map())
  return best
}

describe('a choice against one in force', () => {
  it('is the cheapest of all lawful ones with every change priced, in model and evaluator alike', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = solve(problem)
        expect(solution).toMatchObject({ stop: 'proven', status: 'optimal', bound: solution.objective })
        expect(solution.objective).toBe(cheapestOfAll(problem))
        expect(solveGreedily(problem).objective).toBeGreaterThanOrEqual(solution.objective)
      }),
      { seed: 20_261_122, numRuns: 60 },
    )
  })

  it('costs one change for each team taken out and one for each put in', () => {
    const team = (id: string, etaS: number): SolverTeam => ({
      id,
      etaS,
      onDuty: 5,
      tierGroup: 0,
      isVolunteer: false,
      vehicles: [],
      riding: new Map([['FOAM' as const, 1]]),
      mayFill: new Set(['d']),
      alwaysSends: new Set(),
      engines: new Set(),
    })
    const problem: AssignmentProblem = {
      demands: [{ id: 'd', capability: 'FOAM', vehicleKind: null, quantity: 1, byS: 900 }],
      teams: [team('near', 400), team('used', 700)],
      forced: new Set(),
      prices: SHIPPED_PRICES,
      lateToleranceS: 1800,
      searchSteps: 200,
      towns: [],
      limits: PROVE_EXACTLY,
    }
    const against = (changeS: number): AssignmentProblem => ({
      ...problem,
      inForce: { teamIds: new Set(['used']), fills: new Map(), changeS },
    })
    const sent = (given: AssignmentProblem): string[] => [...solve(given).loads.keys()]
    expect(sent(problem)).toEqual(['near'])
    // 300 s sooner against two changes of 100 s, and of 200 s.
    expect(sent(against(100))).toEqual(['near'])
    expect(solve(against(100)).objective).toBe(400 + 300 + 2 * 100)
    expect(sent(against(200))).toEqual(['used'])
    expect(solve(against(200)).objective).toBe(700 + 300)
    expect([...solveGreedily(against(200)).loads.keys()]).toEqual(['used'])
  })
})
