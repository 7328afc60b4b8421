import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChoiceState } from '#shared/planner/forces/choice-state.ts'
import { evaluateTeams } from '#shared/planner/forces/evaluate-assignment.ts'
import { anyProblem } from '#test/builders/assignment-cases.ts'

const moves = fc.array(fc.record({ team: fc.nat({ max: 13 }), isTakenBack: fc.boolean() }), { maxLength: 25 })
const cases = anyProblem({ demands: 6, teams: 14, vehicles: 4 })

describe('the price kept up to date while teams come and go', () => {
  it('is the neutral evaluator’s after every change, also after changes were taken back', () => {
    fc.assert(
      fc.property(cases, moves, (problem, steps) => {
        const state = new ChoiceState(problem)
        for (const { team, isTakenBack } of steps) {
          const id = problem.teams[team]?.id
          if (id === undefined || problem.forced.has(id)) continue
          const before = state.mark()
          state.toggle(id)
          if (isTakenBack) state.backTo(before)
          const { objective, missing } = evaluateTeams(problem, new Set(state.chosen()))
          expect(state.objective).toBe(objective)
          expect([...state.missing]).toEqual(problem.demands.map((demand) => missing.get(demand.id) ?? 0))
        }
      }),
      { seed: 20_261_122, numRuns: 600 },
    )
  })
})
