import { describe, expect, it, vi } from 'vitest'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { makeFinding } from '#shared/planner/reason.ts'
import { createPlanWatch } from '../../../renderer/app/plan-watch.ts'
import { proofOf } from '../../../renderer/features/plan/proof-of.ts'
import { coverEffects } from '../../../renderer/features/support/cover-effects.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'

const told = (change: Partial<PlanProgress>): PlanProgress => ({
  ...{ incidentId: 'i', requestId: 'r', state: 'running', ahead: 0, effort: 'draft', stage: null, share: 0 },
  ...{ elapsedMs: 0, draft: null, outcome: null },
  ...change,
})

describe('what a window knows of plans under way', () => {
  it('is the newest of each incident, told to who listens', () => {
    const watch = createPlanWatch()
    const heard = vi.fn()
    const leave = watch.listen(heard)
    watch.tell(told({ share: 0.2 }))
    watch.tell(told({ incidentId: 'other', share: 0.9 }))
    watch.tell(told({ share: 0.4 }))
    expect(watch.of('i')?.share).toBe(0.4)
    expect(watch.of('other')?.share).toBe(0.9)
    expect(watch.of(null)).toBeNull()
    leave()
    watch.forget()
    expect(watch.of('i')).toBeNull()
    expect(heard).toHaveBeenCalledTimes(3)
  })

  it('keeps a question apart from the plan, by its own name, until it ends', () => {
    const watch = createPlanWatch()
    watch.tell(told({ requestId: 'build', share: 0.2 }))
    watch.tell(told({ requestId: 'question', work: 'alternatives', share: 0.7 }))
    expect(watch.of('i')).toMatchObject({ requestId: 'build', share: 0.2 })
    expect(watch.ofRequest('question')?.share).toBe(0.7)
    expect(watch.ofRequest('build')).toBeNull()
    watch.tell(told({ requestId: 'question', work: 'alternatives', state: 'ended', outcome: 'cancelled' }))
    expect(watch.ofRequest('question')).toBeNull()
    expect(watch.of('i')).toMatchObject({ requestId: 'build', state: 'running' })
  })

  it('does not lose a second build of an incident when the first one ends', () => {
    const watch = createPlanWatch()
    watch.tell(told({ requestId: 'first' }))
    watch.tell(told({ requestId: 'second', state: 'queued', ahead: 1 }))
    watch.tell(told({ requestId: 'first', state: 'ended', outcome: 'stored' }))
    expect(watch.of('i')).toMatchObject({ requestId: 'second', state: 'queued' })
    watch.tell(told({ requestId: 'second', state: 'ended', outcome: 'cancelled' }))
    expect(watch.of('i')).toMatchObject({ requestId: 'second', outcome: 'cancelled' })
  })
})

describe('how well a plan is proven', () => {
  const plan = planExample('ammonia-tanker-road')
  const withSolver = (
    status: 'optimal' | 'feasible' | 'greedy',
    gap: number | null,
    ...codes: string[]
  ): DispatchPlan => ({
    ...plan,
    findings: codes.map((code) =>
      makeFinding(code, 'info', 'forcePlan.solver', { who: '战术指挥部', gap: '3%', why: '' }),
    ),
    forcePlan: { ...plan.forcePlan, solver: { ...plan.forcePlan.solver, status, gap } },
  })

  it.each([
    ['draft', withSolver('greedy', 0.031), true],
    ['cancelled', withSolver('greedy', 0.031, 'planning-cancelled'), false],
    ['lost', withSolver('greedy', null, 'planner-lost'), false],
    ['unproven', withSolver('greedy', null), false],
    ['unproven', withSolver('feasible', 0.29, 'solver-failed'), false],
    ['stopped', withSolver('feasible', 0.02, 'solver-stopped-by-nodes'), false],
    ['proven', withSolver('feasible', 0.008), false],
    ['optimal', withSolver('optimal', 0), false],
  ] as const)('is "%s" where it should be', (state, given, isDraft) => {
    expect(proofOf(given, isDraft)).toEqual({ state, gap: given.forcePlan.solver.gap })
  })
})

describe('the two sides of the cover left at home', () => {
  it('are the arrivals at the scene and the streets that lose their cover, not those that had none', () => {
    const plan = planExample('ammonia-tanker-road')
    const row = { area: '甲街道', beforeS: 200, afterS: 900, teamId: null, targetS: 300, met: false }
    const changed: DispatchPlan = {
      ...plan,
      parameterOverrides: [{ path: 'assignment.exposedTownPenaltyS', name: '', unit: 's', value: 2400, shipped: 600 }],
      forcePlan: {
        ...plan.forcePlan,
        coverageLeft: [
          row,
          { ...row, area: '乙街道', beforeS: 400 },
          { ...row, area: '丙街道', afterS: 250, met: true },
        ],
      },
    }
    const times = plan.forcePlan.assignments.map(({ etaS }) => etaS)
    expect(coverEffects(changed)).toEqual({
      firstS: Math.min(...times),
      lastS: Math.max(...times),
      lost: ['甲街道'],
      chosenS: 2400,
    })
    expect(coverEffects(plan).chosenS).toBeNull()
  })
})
