import type { Shortfall } from '../../domain/plan/force-plan.ts'
import type { BlockedTeam } from '../../domain/plan/movement-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { makeFinding } from '../reason.ts'
import { isCutByRoads } from './road-shortfall.ts'

/**
 * Says before anything else what the force plan could not fill, and apart from it the needs that nobody reaches because
 * every way is cut: there more teams do not help, only an opened road, boats or helicopters.
 */
export function shortFindings(shortfalls: readonly Shortfall[], blocked: readonly BlockedTeam[]): Finding[] {
  if (shortfalls.length === 0) return []
  const cut = shortfalls.filter(isCutByRoads)
  const teams = blocked.filter(({ isWhole }) => isWhole).length
  const short = makeFinding('force-short', 'warn', 'forcePlan.shortfalls', {
    rows: shortfalls.length,
    needs: namesOf(shortfalls),
  })
  return cut.length === 0
    ? [short]
    : [makeFinding('force-cut-off', 'warn', 'movementPlan.blocked', { teams, needs: namesOf(cut) }), short]
}

function namesOf(shortfalls: readonly Shortfall[]): string[] {
  return [...new Set(shortfalls.map((row) => nameOfNeed(row)))]
}
