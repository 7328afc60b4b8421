import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { Finding, Reason } from '../../domain/reason.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { matchResponding, type RollingTeam } from '../forces/match-responding.ts'
import type { PlanningProblem } from '../problem.ts'
import { makeFinding, makeReason } from '../reason.ts'

/** What is known of teams that were called already. */
export interface UnderWay {
  /** On their way or there, by team id. */
  readonly rolling: ReadonlyMap<string, RollingTeam>
  /** Released or lost: not sent again, with the reason. */
  readonly gone: ReadonlyMap<string, Reason>
  /** Called but not seen leaving: when they were called, epoch seconds. */
  readonly calledS: ReadonlyMap<string, number>
  readonly findings: readonly Finding[]
}

/** Who is under way: what the incident reports, corrected by the newer word on the teams of the plan in force. */
export function matchUnderWay({ incident, dataset, inForce }: PlanningProblem): UnderWay {
  const reported = matchResponding(incident, dataset.teams)
  const rolling = new Map(reported.byTeam)
  const gone = new Map<string, Reason>()
  const calledS = new Map<string, number>()
  const findings: Finding[] = [...reported.findings]
  const teams = new Map(dataset.teams.map((team): [string, TeamRow] => [team.id, team]))
  for (const [index, { teamId, status, since }] of (inForce?.underWay ?? []).entries()) {
    const team = teams.get(teamId)
    if (team === undefined) {
      findings.push(makeFinding('responding-unknown', 'warn', `inForce.underWay[${index}]`, { name: teamId }))
      continue
    }
    const sinceS = since === undefined ? null : (parseInstant(since)?.epochS ?? null)
    switch (status) {
      case 'ordered':
        if (sinceS !== null) calledS.set(teamId, sinceS)
        break
      case 'released':
      case 'lost':
        rolling.delete(teamId)
        gone.set(teamId, makeReason(status === 'lost' ? 'team-lost' : 'team-released', { team: team.name }))
        break
      default:
        rolling.set(teamId, { status, sinceS, isReported: rolling.has(teamId) })
    }
  }
  return { rolling, gone, calledS, findings }
}
