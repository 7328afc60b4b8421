import type { Closure } from '../../domain/incident.ts'
import type { Movement } from '../../domain/plan/movement-plan.ts'
import { distanceToLineM, lineCrossesPolygon } from '../../kernel/geo.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { windowOf } from '../travel/match-closures.ts'
import { makeFinding } from '../reason.ts'
import { helicopterGrounded } from '../rules/hard/helicopter-grounded.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Routes keep out of the zones and off roads reported closed; every assigned team has a way or says why not. */
export const checkMovement: PlanCheck = ({ plan, context, basis }) => {
  const findings: CheckFinding[] = []
  const zones = plan.zones.filter(isDangerZone)
  const closedPoints = [...(plan.incident.closures ?? []).entries()].filter(
    ([, closure]) => closure.lng !== undefined && closure.lat !== undefined,
  )
  for (const [index, movement] of plan.movementPlan.movements.entries()) {
    const line = movement.geometry.coordinates
    if (line.length < 2 || movement.durationS === 0) continue // already on scene or based at the staging point
    const where = `movementPlan.movements.${index}.geometry`
    const facts = { teamId: movement.teamId, teamName: movement.teamName }
    const crossed = zones.filter((zone) => lineCrossesPolygon(line, zone.geometry)).map((zone) => zone.id)
    const rolling = plan.forcePlan.assignments.some(
      (assignment) => assignment.teamId === movement.teamId && assignment.authority === 'selfDispatched',
    )
    if (crossed.length > 0) {
      findings.push(makeFinding('route-through-zone', rolling ? 'warn' : 'block', where, { ...facts, zones: crossed }))
    }
    if (movement.mode === 'water') continue // a road closure stops no vessel
    if (movement.mode === 'air') {
      const grounded = helicopterGrounded(
        movement.teamName,
        basis.facts,
        context.parameters.assignment,
        parseInstant(movement.arriveAt)?.epochS ?? null,
      )
      if (grounded !== null && !rolling)
        findings.push(makeFinding('helicopter-grounded', 'block', where, { ...facts, why: grounded.text }))
      continue // a road closure stops no aircraft
    }
    for (const [number, closure] of closedPoints) {
      if (isPassedInTime(movement, number, closure)) continue
      const distance = distanceToLineM({ lng: closure.lng ?? 0, lat: closure.lat ?? 0 }, line)
      if (distance > (closure.radiusM ?? 0)) continue
      findings.push(
        makeFinding('route-through-closure', 'block', where, { ...facts, closure: closure.reason ?? '道路封闭' }),
      )
    }
  }
  const moving = new Set(plan.movementPlan.movements.map((movement) => movement.teamId))
  for (const [index, assignment] of plan.forcePlan.assignments.entries()) {
    if (assignment.authority === 'selfDispatched' || moving.has(assignment.teamId)) continue
    const facts = { teamId: assignment.teamId, teamName: assignment.teamName }
    findings.push(makeFinding('team-without-route', 'block', `forcePlan.assignments.${index}`, facts))
  }
  return findings
}

/**
 * True when the team is under way only while the closure is not in force, or when the plan says that it passes the closure
 * before or after its window.
 */
function isPassedInTime(movement: Movement, number: number, closure: Closure): boolean {
  const { fromS, toS } = windowOf(closure)
  const leavesS = parseInstant(movement.departAt)?.epochS ?? -Infinity
  const arrivesS = parseInstant(movement.arriveAt)?.epochS ?? Infinity
  if ((fromS !== null && arrivesS < fromS) || (toS !== null && leavesS > toS)) return true
  return movement.remarks.some(
    ({ code, facts }) => (code === 'way-after-closure' || code === 'way-before-closure') && facts['closure'] === number,
  )
}
