import type { Shortfall } from '../../domain/plan/force-plan.ts'

/** Causes of a shortfall that lie in the roads, not in the teams. */
const ROAD_CAUSES: ReadonlySet<string> = new Set(['team-road-blocked', 'team-unreachable'])

/** True for a cause of rejection that an opened road would lift. */
export function isRoadCause(cause: string): boolean {
  return ROAD_CAUSES.has(cause)
}

/** True when teams that have what is missing are kept away by roads and none of them is used: asking for more does not help. */
export function isCutByRoads({ reasons }: Pick<Shortfall, 'reasons'>): boolean {
  const causes = reasons.map(({ code }) => code.replace(/^shortfall-/, ''))
  return causes.some(isRoadCause) && !causes.includes('all-used')
}
