import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { NotChosen } from '#shared/domain/plan/not-chosen.ts'

/** One line of the plan with the sentences that say why. */
export interface Explanation {
  readonly where: string
  readonly what: string
  readonly why: readonly string[]
  /** What was not chosen, each with the reasons; absent where nothing was chosen among others. */
  readonly whyNot?: readonly string[]
}

/** Why each line that was chosen, the zones and the level stand as they do, and what was not chosen; in Chinese. */
export function explainPlan({ incident, zones, forcePlan, movementPlan, handlingPlan }: DispatchPlan): Explanation[] {
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
      whyNot: assignment.runnersUp.map(({ teamName, reasons }) => lineOf(teamName, reasons)),
    })),
    ...forcePlan.shortfalls.map((shortfall, index) => ({
      where: `forcePlan.shortfalls.${index}`,
      what: `缺 ${shortfall.capability} × ${shortfall.missing}`,
      why: [...texts(shortfall.reasons), ...texts(shortfall.remedies)],
    })),
    ...forcePlan.experts.map((row, index) => ({
      where: `forcePlan.experts.${index}`,
      what: row.name,
      why: texts(row.reasons),
      ...whyNotOf(row.runnersUp),
    })),
    ...forcePlan.supplies.allocations.map((row, index) => ({
      where: `forcePlan.supplies.allocations.${index}`,
      what: `${row.item} ${row.quantity}${row.unit}，${row.storeName}`,
      why: texts(row.reasons),
      ...whyNotOf(row.runnersUp),
    })),
    ...movementPlan.stagingAreas.map((row, index) => ({
      where: `movementPlan.stagingAreas.${index}`,
      what: row.name,
      why: texts(row.basis),
      ...whyNotOf(row.runnersUp),
    })),
    ...handlingPlan.evacuation.assignments.map((row, index) => ({
      where: `handlingPlan.evacuation.assignments.${index}`,
      what: `${row.fromName} ${row.people}人${row.shelterName === null ? '' : `，${row.shelterName}`}`,
      why: texts(row.reasons),
      ...whyNotOf(row.runnersUp),
    })),
    ...handlingPlan.casualties.map((row, index) => ({
      where: `handlingPlan.casualties.${index}`,
      what: `${row.hospitalName} ${row.patients}人`,
      why: texts(row.reasons),
      whyNot: (row.runnersUp ?? []).map(({ hospitalName, reasons }) => lineOf(hospitalName, reasons)),
    })),
  ]
}

function whyNotOf(list: readonly NotChosen[] | undefined): Pick<Explanation, 'whyNot'> {
  return list === undefined ? {} : { whyNot: list.map(({ name, reasons }) => lineOf(name, reasons)) }
}

function lineOf(name: string, reasons: readonly { readonly text: string }[]): string {
  return `${name}：${reasons.map(({ text }) => text).join('；')}`
}
