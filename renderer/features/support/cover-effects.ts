import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'

/** What a plan does to both sides of the trade: the scene, and the streets the forces come from. */
export interface CoverEffects {
  /** Seconds until the first team is at its place; null when nobody is sent. */
  readonly firstS: number | null
  /** Seconds until the last of them is. */
  readonly lastS: number | null
  /** Streets within their target before and no longer. */
  readonly lost: readonly string[]
  /** The weight the plan was made with when it was not the shipped one. */
  readonly chosenS: number | null
}

/** Reads both sides from a plan. */
export function coverEffects({ forcePlan, parameterOverrides }: DispatchPlan): CoverEffects {
  const times = forcePlan.assignments.map(({ etaS }) => etaS)
  return {
    firstS: times.length === 0 ? null : Math.min(...times),
    lastS: times.length === 0 ? null : Math.max(...times),
    lost: forcePlan.coverageLeft.flatMap(({ area, beforeS, targetS, met }) =>
      !met && beforeS !== null && beforeS <= targetS ? [area] : [],
    ),
    chosenS: parameterOverrides?.find(({ path }) => path === 'assignment.exposedTownPenaltyS')?.value ?? null,
  }
}
