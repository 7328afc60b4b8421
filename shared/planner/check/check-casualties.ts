import { groupBy } from '../../kernel/order.ts'
import { dangerousZones, isInAny } from '../evacuation/zone-people.ts'
import { countCasualties, KIND_NAMES } from '../handling/count-casualties.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, CheckSubject, PlanCheck } from './check-rule.ts'

const WHERE = 'handlingPlan.casualties'

/** Hospitals exist, may be used, lie outside the zones and have the beds; no patient is left out unsaid. */
export const checkCasualties: PlanCheck = (subject) => [...checkHospitals(subject), ...checkPatients(subject)]

function checkHospitals({ plan, context }: CheckSubject): CheckFinding[] {
  const hospitals = new Map(context.dataset.hospitals.map((hospital) => [hospital.id, hospital]))
  const away = unavailableIds(plan.incident, 'hospital')
  const zones = dangerousZones(plan.zones)
  return [...groupBy(plan.handlingPlan.casualties, (line) => line.hospitalId)].flatMap(
    ([hospitalId, lines]): CheckFinding[] => {
      const hospital = hospitals.get(hospitalId)
      if (hospital === undefined) return [makeFinding('hospital-unknown', 'block', WHERE, { hospitalId })]
      const facts = { hospitalId, hospital: hospital.name }
      const patients = lines.reduce((sum, line) => sum + line.patients, 0)
      const { freeBeds } = hospital
      return [
        ...(away.has(hospitalId) ? [makeFinding('hospital-unavailable', 'block', WHERE, facts)] : []),
        ...(isInAny(hospital, zones) ? [makeFinding('hospital-in-zone', 'block', WHERE, facts)] : []),
        ...(freeBeds !== null && patients > freeBeds
          ? [makeFinding('hospital-over-beds', 'block', WHERE, { ...facts, patients, freeBeds })]
          : []),
      ]
    },
  )
}

/** Patients by kind are on a hospital's line or in a gap; a plan made before gaps were told is not held to it. */
function checkPatients({ plan, basis }: CheckSubject): CheckFinding[] {
  const { casualties, casualtyGaps } = plan.handlingPlan
  if (casualtyGaps === undefined) return []
  return (countCasualties(basis.facts) ?? []).flatMap(({ kind, patients }) => {
    const covered = [...casualties, ...casualtyGaps]
      .filter((line) => line.kind === kind)
      .reduce((sum, line) => sum + line.patients, 0)
    if (covered >= patients) return []
    return [makeFinding('patients-unaccounted', 'block', WHERE, { kind: KIND_NAMES[kind], patients, covered })]
  })
}
