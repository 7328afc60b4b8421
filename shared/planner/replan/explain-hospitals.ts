import type { CasualtyRow, HospitalJudged } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { PlacedAgainst } from '../evacuation/place-against.ts'
import type { PlanningProblem, WhyChanged } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** Where patients go now, which hospitals take none, and what leaving hospitals of the version in force saves. */
export interface SharedAgain {
  readonly casualties: readonly CasualtyRow[]
  readonly leftOut: readonly HospitalJudged[]
  readonly gain: PlacedAgainst['gain']
}

/** Why hospitals take more or fewer patients than by the version in force; empty for a first plan. */
export function explainHospitals({ inForce }: PlanningProblem, { casualties, leftOut, gain }: SharedAgain): WhyChanged {
  const why = new Map<string, readonly Reason[]>()
  if (inForce === undefined) return why
  const before = inForce.plan.handlingPlan.casualties
  const [was, is] = [sumUp(before), sumUp(casualties)]
  const [all, now] = [total(was), total(is)]
  const counted = all === now ? [] : [makeReason('hospital-patients-changed', { before: all, after: now })]
  const saved =
    gain === undefined
      ? []
      : [
          makeReason('hospital-gain', {
            patients: gain.people,
            saved: Math.round(gain.savedS / 60),
            price: Math.round(gain.priceS / 60),
          }),
        ]
  const out = new Map(leftOut.map(({ hospitalId, reasons }) => [hospitalId, reasons]))
  const lost = before.filter(({ hospitalId }) => !is.has(hospitalId) && out.has(hospitalId))
  for (const hospitalId of new Set([...was.keys(), ...is.keys()])) {
    const less = (is.get(hospitalId) ?? 0) < (was.get(hospitalId) ?? 0)
    const taken =
      less || lost.length === 0
        ? []
        : [makeReason('hospital-takes-over', { hospitals: [...new Set(lost.map((row) => row.hospitalName))] })]
    const reasons = [...(less ? (out.get(hospitalId) ?? []) : taken), ...counted, ...saved]
    if (reasons.length > 0) why.set(`hospitalChanged:${hospitalId}`, reasons)
  }
  return why
}

function sumUp(rows: readonly CasualtyRow[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { hospitalId, patients } of rows) sums.set(hospitalId, (sums.get(hospitalId) ?? 0) + patients)
  return sums
}

function total(sums: ReadonlyMap<string, number>): number {
  return [...sums.values()].reduce((all, each) => all + each, 0)
}
