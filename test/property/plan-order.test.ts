import { describe, expect, it } from 'vitest'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { shuffleDataset } from '#test/builders/shuffle-dataset.ts'
import { exampleProblem } from '../scenarios/scenario-plan.ts'

const SHUFFLES = 8

describe('a plan from the same rows in another order', () => {
  it(`has the same bytes in ${SHUFFLES} of ${SHUFFLES} orders of every table`, () => {
    const problem = exampleProblem('chlorine-plant-night')
    const plan = JSON.stringify(planDispatch(problem))
    const orders = Array.from({ length: SHUFFLES }, (_, seed) => shuffleDataset(problem.dataset, seed + 1))
    expect(orders.filter(({ teams }) => teams[0]?.id === problem.dataset.teams[0]?.id).length).toBeLessThan(3)
    expect(orders.filter((dataset) => JSON.stringify(planDispatch({ ...problem, dataset })) === plan)).toHaveLength(
      SHUFFLES,
    )
  }, 60_000)
})
