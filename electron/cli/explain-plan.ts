import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'

/** One line of the plan with the sentences that say why. */
export interface Explanation {
  readonly where: string
  readonly what: string
  readonly why: readonly string[]
}

/** Why each line of the force plan, the zones and the level stand as they do, in Chinese. */
export function explainPlan({ incident, zones, forcePlan }: DispatchPlan): Explanation[] {
  const texts = (reasons: readonly { readonly text: string }[]): string[] => reasons.map(({ text }) => text)
  return [
    {
      where: 'incident.level',
      what: `事件等级 ${incident.level.value ?? '险情'}`,
      why: texts(incident.level.criteria),
    },
    { where: 'incident.response', what: `响应等级 ${incident.response.value}`, why: texts(incident.response.basis) },
    ...zones.map((zone, index) => ({
      where: `zones.${index}`,
      what: zone.id,
      why: [zone.basis.row, ...texts(zone.reasons)],
    })),
    ...forcePlan.demand.map((demand, index) => ({
      where: `forcePlan.demand.${index}`,
      what: `${demand.capability ?? demand.vehicleKind ?? ''} × ${demand.quantity}`,
      why: texts(demand.basis),
    })),
    ...forcePlan.assignments.map((assignment, index) => ({
      where: `forcePlan.assignments.${index}`,
      what: assignment.teamName,
      why: texts(assignment.reasons),
    })),
    ...forcePlan.shortfalls.map((shortfall, index) => ({
      where: `forcePlan.shortfalls.${index}`,
      what: `缺 ${shortfall.capability} × ${shortfall.missing}`,
      why: [...texts(shortfall.reasons), ...texts(shortfall.remedies)],
    })),
  ]
}
