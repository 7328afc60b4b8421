import type { BlockedTeam } from '../../domain/plan/movement-plan.ts'
import type { Demand } from '../../domain/plan/force-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { canProvide, type Candidate } from '../forces/screen-teams.ts'
import type { SentTeam } from '../forces/sent-team.ts'

/**
 * Teams that have what is asked for but no road, and sent teams that leave vehicles behind, each with what stands in the
 * way and who fills the same needs in their place. Sorted by team id; an empty list of stand-ins means nobody does.
 */
export function listBlockedTeams(
  candidates: readonly Candidate[],
  sent: readonly SentTeam[],
  demand: readonly Demand[],
): BlockedTeam[] {
  const wholly = candidates.flatMap((candidate): BlockedTeam[] => {
    const { team, rejected } = candidate
    if (rejected?.code !== 'team-road-blocked' && rejected?.code !== 'team-unreachable') return []
    const needs = demand.filter((each) => canProvide(candidate, each))
    if (needs.length === 0) return []
    return [
      {
        teamId: team.id,
        teamName: team.name,
        isWhole: true,
        reasons: [rejected],
        replacedBy: standIns(sent, new Set(needs.map(({ id }) => id))),
      },
    ]
  })
  const partly = sent.flatMap(({ candidate: { team, stuck } }): BlockedTeam[] =>
    stuck.length === 0
      ? []
      : [{ teamId: team.id, teamName: team.name, isWhole: false, reasons: [...stuck], replacedBy: [] }],
  )
  return sortedBy([...wholly, ...partly], ({ teamId }) => [teamId])
}

/** Sent teams that fill one of the needs, first arrival first. */
function standIns(sent: readonly SentTeam[], needs: ReadonlySet<string>): string[] {
  return sortedBy(
    sent.filter(({ fills }) => fills.some((fill) => needs.has(fill.demand.id))),
    ({ arrival, candidate }) => [arrival.etaS, candidate.team.id],
  ).map(({ candidate }) => candidate.team.name)
}
