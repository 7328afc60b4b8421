import type { Demand, Shortfall } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { highestFloor, LADDER_KINDS, ladderGap, type LadderGap } from '../handling/ladder-reach.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { Candidate } from './screen-teams.ts'
import type { SentTeam } from './sent-team.ts'

/** How many higher ladders are named. */
const NAMED = 2

/**
 * Floors above the ladders sent are a gap of their own, even when a ladder was sent: a row with the remedies inside rescue
 * and the nearest higher ladder. Joined to the row of the ladder demand where that is short already.
 */
export function withLadderGap(
  problem: PlanningProblem,
  facts: FactSheet,
  given: {
    readonly demand: readonly Demand[]
    readonly sent: readonly SentTeam[]
    readonly candidates: readonly Candidate[]
    readonly shortfalls: readonly Shortfall[]
  },
): Shortfall[] {
  const vehicleIds = new Set(given.sent.flatMap(({ load }) => load.vehicles.map(({ vehicle }) => vehicle.id)))
  const gap = ladderGap(problem, facts, vehicleIds)
  const wanted = given.demand.find((entry) => entry.vehicleKind === 'LADDER')
  if (gap === null || wanted === undefined) return [...given.shortfalls]
  const reasons = [makeReason(gap.reachM > 0 ? 'shortfall-ladder-reach' : 'shortfall-ladder-none', { ...gap })]
  const remedies = remediesOf(facts, gap, given.candidates)
  const known = given.shortfalls.find((entry) => entry.demandId === wanted.id)
  if (known === undefined)
    return [...given.shortfalls, { demandId: wanted.id, vehicleKind: 'LADDER', missing: 1, reasons, remedies }]
  const codes = new Set(remedies.map((remedy) => remedy.code))
  const joined: Shortfall = {
    ...known,
    reasons: [...reasons, ...known.reasons],
    remedies: [...remedies, ...known.remedies.filter((remedy) => !codes.has(remedy.code))],
  }
  return given.shortfalls.map((entry) => (entry === known ? joined : entry))
}

function remediesOf(facts: FactSheet, gap: LadderGap, candidates: readonly Candidate[]): Reason[] {
  const higher = candidates.flatMap(({ team, vehicles, arrival }) => {
    const reaches = vehicles.filter((vehicle) => LADDER_KINDS.has(vehicle.kind)).map((vehicle) => vehicle.reachM ?? 0)
    const reachM = Math.max(0, ...reaches)
    return reachM > gap.reachM && arrival !== null ? [{ team, reachM, etaS: arrival.etaS }] : []
  })
  const named = sortedBy(higher, (entry) => [entry.etaS, entry.team.id]).slice(0, NAMED)
  return [
    makeReason('remedy-inside-rescue'),
    ...named.map(({ team, reachM, etaS }) =>
      makeReason('remedy-higher-ladder', {
        team: team.name,
        reachM,
        highest: highestFloor(reachM, facts),
        minutes: Math.ceil(etaS / 60),
        phone: team.phone,
      }),
    ),
    ...(named.length === 0 ? [makeReason('remedy-ask-higher-ladder', { reachM: gap.reachM })] : []),
  ]
}
