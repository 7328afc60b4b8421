import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { AssignmentParameters } from '../../domain/parameters/assignment.ts'
import type { Authority } from '../../domain/plan/force-plan.ts'

/**
 * How a team may be called: the district orders its own teams, requests national, port and army forces and those of
 * others, and notifies social forces. A data set may say it of a team itself (column `authority`).
 */
export function authorityOver(
  team: TeamRow,
  parameters: Pick<AssignmentParameters, 'portNameWords'>,
): Exclude<Authority, 'selfDispatched'> {
  const stated = team.extras?.['authority']
  if (stated === 'command' || stated === 'request' || stated === 'notify') return stated
  if (team.tier !== 'street' && team.tier !== 'district') return 'request'
  if (team.type === 'NFR' || team.type === 'PLA') return 'request'
  if (team.type === 'SOCIAL' || team.type === 'VOL') return 'notify'
  const isPort = team.type === 'ENT_FT' && parameters.portNameWords.some((word) => team.name.includes(word))
  return isPort ? 'request' : 'command'
}
