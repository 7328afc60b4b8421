import type { Assignment } from '../../domain/plan/force-plan.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Call handling before a team is turned out, seconds (one minute of the "135" circle). */
const CALL_HANDLING_S = 60

/** Fastest average speed any road vehicle may claim, m/s (120 km/h). */
const TOP_SPEED_MS = 120 / 3.6

/** Fastest a rescue helicopter may claim, m/s (300 km/h). */
const TOP_FLIGHT_MS = 300 / 3.6

/**
 * departAt = planner time + 60 s + turnout; arriveAt = departAt + driving; etaS = arriveAt − planner time. A plan that
 * promises an earlier arrival than its own numbers allow is blocked.
 */
export const checkTimes: PlanCheck = ({ plan, context, basis }) => {
  const teams = new Map(context.dataset.teams.map((team) => [team.id, team]))
  const movements = new Map(plan.movementPlan.movements.map((movement) => [movement.teamId, movement]))
  return plan.forcePlan.assignments.flatMap((assignment, index) => {
    if (assignment.authority === 'selfDispatched') return []
    const where = `forcePlan.assignments.${index}`
    const depart = parseInstant(assignment.departAt)
    const arrive = parseInstant(assignment.arriveAt)
    if (!depart || !arrive) return [clockFinding(where, assignment, 'unreadable')]
    const findings: CheckFinding[] = []
    const turnoutS = teams.get(assignment.teamId)?.turnoutS ?? 0
    const movement = movements.get(assignment.teamId)
    if (depart.epochS < basis.facts.nowS + CALL_HANDLING_S + turnoutS)
      findings.push(clockFinding(where, assignment, 'turnout'))
    if (assignment.etaS !== arrive.epochS - basis.facts.nowS) findings.push(clockFinding(where, assignment, 'eta'))
    if (movement && arrive.epochS - depart.epochS < movement.durationS)
      findings.push(clockFinding(where, assignment, 'driving'))
    if (movement && movement.durationS * (movement.mode === 'air' ? TOP_FLIGHT_MS : TOP_SPEED_MS) < movement.distanceM)
      findings.push(clockFinding(where, assignment, 'speed'))
    return findings
  })
}

function clockFinding(where: string, assignment: Assignment, broken: string): CheckFinding {
  return makeFinding('arrival-clock', 'block', where, {
    teamId: assignment.teamId,
    teamName: assignment.teamName,
    broken: BROKEN[broken] ?? broken,
  })
}

const BROKEN: Readonly<Record<string, string>> = {
  unreadable: '时间无法读取',
  turnout: '出发早于“接警1分钟＋出动时间”',
  eta: '预计用时与到达时刻不符',
  driving: '到达时刻早于行车所需',
  speed: '平均速度超过上限（车辆120、直升机300 km/h）',
}
