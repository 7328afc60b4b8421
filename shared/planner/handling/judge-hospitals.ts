import type { HospitalRow } from '../../domain/dataset/tables.ts'
import type { HospitalJudged } from '../../domain/plan/handling-plan.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isInAny } from '../evacuation/zone-people.ts'
import type { TravelService } from '../graph/travel.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** A hospital an ambulance reaches, with the patients it takes in the first wave. */
export interface OpenHospital {
  readonly row: HospitalRow
  readonly driveS: number
  readonly room: number
}

/** Hospitals that may be used and those that may not, each with the reason; both by id. */
export interface HospitalChoice {
  readonly open: readonly OpenHospital[]
  readonly out: readonly HospitalJudged[]
}

/** Leaves out hospitals that are unavailable, unreachable by telephone or road, full, or inside a danger zone. */
export function judgeHospitals(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'scene'>,
  travel: TravelService,
  zones: readonly Zone[],
): HospitalChoice {
  const away = unavailableIds(problem.incident, 'hospital')
  const { patientsPerHospitalMax, bedsWhenUnknown } = problem.parameters.reporting
  const reach = travel.reachFrom(facts.scene, travel.profileOf('ambulance'))
  const open: OpenHospital[] = []
  const out: HospitalJudged[] = []
  for (const row of sortedBy(problem.dataset.hospitals, ({ id }) => [id])) {
    const driveS = reach.durationS(row)
    const room = Math.min(row.freeBeds ?? bedsWhenUnknown.value, patientsPerHospitalMax.value)
    const cause = away.has(row.id)
      ? 'hospital-out-unavailable'
      : isInAny(row, zones)
        ? 'hospital-out-zone'
        : row.phone === ''
          ? 'hospital-out-phone'
          : room <= 0
            ? 'hospital-out-full'
            : 'hospital-out-road'
    if (cause === 'hospital-out-road' && driveS !== null) open.push({ row, driveS, room })
    else out.push({ hospitalId: row.id, hospitalName: row.name, reasons: [makeReason(cause)] })
  }
  return { open, out }
}
