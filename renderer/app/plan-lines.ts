import type { ChangedLineKind } from '#shared/domain/command/discretion.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Text } from '../text/text.ts'

/** A line of the plan that an act can change, in words. */
export interface PlanLine {
  readonly kind: ChangedLineKind
  readonly id: string
  readonly words: string
  /** What stands there now, for the field "before". */
  readonly before: string
}

/** The lines of a plan that an act can change: places, teams, zones, closures and people to move. */
export function planLines(plan: DispatchPlan | null, text: Text): PlanLine[] {
  if (plan === null) return []
  const { movementPlan, forcePlan, zones, handlingPlan } = plan
  return [
    ...movementPlan.stagingAreas.map(({ id, kind, name }): PlanLine => ({
      kind: 'staging',
      id,
      words: `${text(`staging.${kind}`)} ${name}`,
      before: name,
    })),
    ...forcePlan.assignments.map(({ id, teamName, role }): PlanLine => ({
      kind: 'assignment',
      id,
      words: `${text('together.line.assignment')} ${teamName} ${role}`,
      before: `${teamName} ${role}`.trim(),
    })),
    ...zones.map(({ id, kind, radiusM, lengthM }): PlanLine => {
      const size = radiusM ?? lengthM
      const name = text(`zone.${kind}`)
      // Figures where there are any: the record must say the same whatever language the window speaks.
      const before = size === undefined ? name : `${Math.round(size)} m`
      return { kind: 'zone', id, words: size === undefined ? name : `${name} ${before}`, before }
    }),
    ...movementPlan.closures.map(({ id, name }): PlanLine => ({
      kind: 'closure',
      id,
      words: `${text('together.line.closure')} ${name}`,
      before: name,
    })),
    ...handlingPlan.evacuation.assignments.map(({ id, fromName, shelterName }): PlanLine => ({
      kind: 'evacuation',
      id,
      words: `${text('together.line.evacuation')} ${fromName}`,
      before: `${fromName} → ${shelterName ?? '—'}`,
    })),
  ]
}
