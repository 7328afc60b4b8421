import type { DispatchPlan } from '../domain/plan/dispatch-plan.ts'
import type { Finding } from '../domain/reason.ts'
import type { CheckContext } from './check/check-context.ts'
import { checkActions } from './check/check-actions.ts'
import { checkAddress } from './check/check-address.ts'
import { checkCompleteness } from './check/check-completeness.ts'
import { checkCasualties } from './check/check-casualties.ts'
import { checkCutOff } from './check/check-cut-off.ts'
import { checkEvacuation } from './check/check-evacuation.ts'
import { checkFieldRules } from './check/check-field-rules.ts'
import { checkForces } from './check/check-forces.ts'
import { checkLevel } from './check/check-level.ts'
import { checkMovement } from './check/check-movement.ts'
import { checkRoadCordon } from './check/check-road-cordon.ts'
import { checkStaging } from './check/check-staging.ts'
import { checkSupplies } from './check/check-supplies.ts'
import { checkTimes } from './check/check-times.ts'
import { checkUnits } from './check/check-units.ts'
import { checkWeather } from './check/check-weather.ts'
import { checkZones } from './check/check-zones.ts'
import { rebuildBasis } from './check/rebuild-basis.ts'

/**
 * Judges any plan, generated or edited by hand, with the rules that built it. A `block` finding means the plan must not
 * be issued as it stands. Never throws on a strange plan: what cannot be judged is itself a finding.
 */
export function checkPlan(plan: DispatchPlan, context: CheckContext): Finding[] {
  const subject = { plan, context, basis: rebuildBasis(plan, context) }
  return [
    checkCompleteness,
    checkAddress,
    checkLevel,
    checkZones,
    checkForces,
    checkUnits,
    checkTimes,
    checkStaging,
    checkRoadCordon,
    checkMovement,
    checkEvacuation,
    checkCasualties,
    checkSupplies,
    checkCutOff,
    checkActions,
    checkFieldRules,
    checkWeather,
  ].flatMap((check) => check(subject))
}
