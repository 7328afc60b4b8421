import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { exampleProblem } from './scenario-plan.ts'

const EXAMPLES = readdirSync(join(import.meta.dirname, '../../resources/incidents'))
  .map((file) => file.replace('.json', ''))
  .filter((name) => name !== 'power-outage-cixi') // of another district

/** What people act on: everything but the hash, the trace and the account of the solver. */
function actedOn(plan: DispatchPlan): unknown {
  const { forcePlan, zones, movementPlan, handlingPlan, headquarters, firstOrders, findings } = plan
  return {
    forcePlan: { ...forcePlan, solver: null },
    zones,
    movementPlan,
    handlingPlan,
    headquarters,
    firstOrders,
    findings,
  }
}

describe('planning again', () => {
  it.each(EXAMPLES)('changes nothing when nothing changed: %s', (name) => {
    const problem = exampleProblem(name)
    const plan = planDispatch(problem)
    expect(actedOn(planDispatch({ ...problem, inForce: { plan } }))).toEqual(actedOn(plan))
  })
})
