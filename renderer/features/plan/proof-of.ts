import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'

/** What a plan's choice of forces is: under work, kept unproven for a reason, or proven. */
export type ProofState = 'draft' | 'cancelled' | 'lost' | 'unproven' | 'stopped' | 'proven' | 'optimal'

/** State and gap to the proven bound (share of the objective; null when no bound is known). */
export function proofOf(
  { findings, forcePlan: { solver } }: DispatchPlan,
  isDraft: boolean,
): { state: ProofState; gap: number | null } {
  const { gap } = solver
  const has = (code: string): boolean => findings.some((finding) => finding.code === code)
  if (isDraft) return { state: 'draft', gap }
  if (has('planning-cancelled')) return { state: 'cancelled', gap }
  if (has('planner-lost')) return { state: 'lost', gap }
  if (solver.status === 'greedy' || gap === null || has('solver-failed')) return { state: 'unproven', gap }
  if (has('solver-stopped-by-time') || has('solver-stopped-by-nodes')) return { state: 'stopped', gap }
  return { state: gap === 0 ? 'optimal' : 'proven', gap }
}
