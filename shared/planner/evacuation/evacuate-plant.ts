import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { evacuateZones } from './evacuate-zones.ts'

/**
 * A fire in a plant without dangerous goods: neighbours inside the cordon leave; the plant's own staff are not sent to a
 * shelter but gather at their upwind gate, where the plant counts them.
 */
export function evacuatePlant(problem: PlanningProblem, facts: FactSheet, zones: readonly Zone[]): EvacuationDraft {
  const plan = evacuateZones(problem, facts, zones, {
    withCloud: false,
    adjust: (source) => (source.kind === 'plant' ? null : source),
  })
  return { ...plan, note: `厂内人员撤到上风厂门集合点，由厂方按门禁和承包商名单点名报数，不外送安置。${plan.note}` }
}
