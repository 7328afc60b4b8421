import { makeFinding } from '../reason.ts'
import { bearingOf, judgePlace, type StagingContext } from '../rules/hard/staging-place.ts'
import { groundOf } from '../rules/hard/staging-ground.ts'
import { isAreaIncident } from '../staging/choose-staging.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Metres or degrees by which a stated figure may differ from the drawn place: rounding, not a second opinion. */
const TOLERANCE = 2

/**
 * Every waiting place is judged by the rule that chose it (design rule HZ13 with HZ1), against the zones of the plan and
 * those the facts ask for; what is written about a place must be true of its point on the map.
 */
export const checkStaging: PlanCheck = (subject) => {
  const { plan, context, basis } = subject
  const findings: CheckFinding[] = []
  const areas = new Set(plan.movementPlan.stagingAreas.map((area) => area.id))
  for (const [index, assignment] of plan.forcePlan.assignments.entries()) {
    const { stagingAreaId, teamName } = assignment
    if (stagingAreaId === null || areas.has(stagingAreaId)) continue
    findings.push(
      makeFinding('staging-unknown', 'block', `forcePlan.assignments.${index}.stagingAreaId`, {
        teamName,
        stagingAreaId,
      }),
    )
  }
  if (isAreaIncident({ incident: plan.incident, parameters: context.parameters })) return findings
  const zones = [...plan.zones, ...basis.zones]
  const rules: StagingContext = {
    facts: basis.facts,
    zones,
    parameters: context.parameters.staging,
    ground: groundOf(context.dataset),
  }
  for (const [index, area] of plan.movementPlan.stagingAreas.entries()) {
    const where = `movementPlan.stagingAreas.${index}`
    // A zone the facts ask for stands in the plan as well: what it forbids is said once.
    const broken = new Map(judgePlace(area.location, area.kind, rules).map((reason) => [reason.text, reason]))
    for (const reason of broken.values()) {
      findings.push(makeFinding('HZ13', 'block', where, { places: [area.name], why: reason.text }))
      if (reason.code === 'staging-downwind' || reason.code === 'staging-side-too-near')
        findings.push(makeFinding('HZ1', 'block', where, { place: area.name, why: reason.text }))
    }
    const drawn = bearingOf(area.location, rules)
    const lies =
      Math.abs(drawn.distanceM - area.distanceM) > Math.max(TOLERANCE, drawn.distanceM * 0.01) ||
      (drawn.offUpwindDeg !== null && Math.abs(drawn.offUpwindDeg - (area.offUpwindDeg ?? -180)) > TOLERANCE)
    const vehicles = plan.forcePlan.assignments
      .filter(({ stagingAreaId }) => stagingAreaId === area.id)
      .reduce((sum, assignment) => sum + assignment.vehicles.length, 0)
    const { capacity } = area
    if (area.kind === 'staging' && capacity !== null && vehicles > capacity)
      findings.push(makeFinding('staging-over-capacity', 'warn', where, { place: area.name, capacity, vehicles }))
    if (lies) findings.push(makeFinding('staging-figures', 'block', where, { place: area.name }))
  }
  return findings
}
