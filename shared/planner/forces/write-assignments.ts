import type { Assignment, Demand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { isVolunteer } from '../rules/hard/volunteer-not-in-hot-zone.ts'
import { authorityOver } from './authority.ts'
import { isMobilised } from './choose-teams.ts'
import type { RungTeams } from './first-due.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { canProvide, whyNotFor, type Candidate } from './screen-teams.ts'
import type { SentTeam } from './sent-team.ts'

/** What the wording of the assignments rests on. */
export interface AssignmentWriting {
  readonly problem: PlanningProblem
  readonly facts: StageValues['facts']
  readonly candidates: readonly Candidate[]
  readonly sentIds: ReadonlySet<string>
  readonly firstDue: ReadonlySet<string>
  readonly rung: RungTeams
}

/** The lines of the force plan, in order of arrival. */
export function writeAssignments(writing: AssignmentWriting, sent: readonly SentTeam[]): Assignment[] {
  return sent.map((team) => writeAssignment(writing, team))
}

function writeAssignment(writing: AssignmentWriting, sent: SentTeam): Assignment {
  const { problem, facts } = writing
  const { candidate, load, approach, arrival, fills } = sent
  const { team, rolling } = candidate
  const isOnScene = rolling?.status === 'onScene'
  return {
    id: `assign-${team.id}`,
    teamId: team.id,
    teamName: team.name,
    teamType: team.type,
    tier: team.tier,
    hq: fills.length === 0 || fills.some(({ demand }) => demand.hq === 'tactical') ? 'tactical' : 'administrative',
    role: roleOf(problem, sent),
    capabilities: capabilitiesOf(sent),
    vehicles: load.vehicles.map(({ vehicle, crew }) => {
      const row = candidate.vehicles.find((each) => each.id === vehicle.id)
      return {
        id: vehicle.id,
        kind: vehicle.kind,
        crew,
        ...(row === undefined || row.name === '' ? {} : { name: row.name }),
      }
    }),
    fills: fills.map(({ demand, units }) => ({ demandId: demand.id, units })),
    personnel: load.personnel,
    departAt: formatInstant(arrival.departS, facts.offsetMin),
    arriveAt: formatInstant(arrival.arriveS, facts.offsetMin),
    etaS: arrival.etaS,
    distanceM: isOnScene ? 0 : (approach?.route()?.distanceM ?? 0),
    authority: authorityOf(problem, sent),
    phone: team.phone,
    stagingAreaId: isOnScene ? null : (approach?.destination.area?.id ?? null),
    reasons: reasonsOf(writing, sent),
    runnersUp: runnersUpOf(writing, sent),
  }
}

/** Flights are requested through the city, whoever owns the machine. */
function authorityOf({ parameters }: PlanningProblem, { candidate, approach }: SentTeam): Assignment['authority'] {
  if (candidate.rolling !== null) return 'selfDispatched'
  return approach?.mode === 'air' ? 'request' : authorityOver(candidate.team, parameters.assignment)
}

function roleOf(problem: PlanningProblem, { candidate, fills }: SentTeam): string {
  if (fills.length > 0) return [...new Set(fills.map(({ demand }) => demand.role))].join('、')
  if (isMobilised(problem, candidate.team)) return '本街道防汛抢险预置'
  return candidate.rolling === null ? '就近增援：集结待命、供水与轮换' : '先期处置'
}

/** Units counted by capability; a team that fills no demand shows what its manned vehicles bring. */
function capabilitiesOf({ candidate, load, fills }: SentTeam): Assignment['capabilities'] {
  const units = new Map<Assignment['capabilities'][number]['capability'], number>()
  const add = (capability: Assignment['capabilities'][number]['capability'], quantity: number): void => {
    if (quantity > 0) units.set(capability, (units.get(capability) ?? 0) + quantity)
  }
  for (const { demand, units: taken } of fills) if (demand.capability !== undefined) add(demand.capability, taken)
  if (fills.length === 0 && !isVolunteer(candidate.team)) {
    for (const { vehicle } of load.vehicles)
      for (const [capability, quantity] of vehicle.units) add(capability, quantity)
    for (const [capability, quantity] of candidate.riding) add(capability, quantity)
  }
  return sortedBy([...units], ([capability]) => [capability]).map(([capability, quantity]) => ({
    capability,
    quantity,
  }))
}

function reasonsOf(
  { problem, candidates, sentIds, firstDue, rung }: AssignmentWriting,
  { candidate, approach, arrival, fills }: SentTeam,
): Reason[] {
  const { team, rolling } = candidate
  const reasons: Reason[] = []
  if (rolling !== null)
    reasons.push(makeReason('team-already-rolling', { team: team.name, status: ROLLING_WORDS[rolling.status] }))
  else if (isMobilised(problem, team)) reasons.push(makeReason('team-takes-post', { town: team.town }))
  if (rung.has(team.id)) reasons.push(makeReason('team-rung-first', { team: team.name }))
  else if (firstDue.has(team.id)) reasons.push(makeReason('team-first-due', { team: team.name }))
  for (const { demand, units } of fills) {
    const able = sortedBy(
      candidates.filter((other) => canProvide(other, demand) && other.arrival !== null && other.rejected === null),
      (other) => [other.arrival?.etaS ?? 0, other.team.id],
    )
    const rank = able.findIndex((other) => other.team.id === team.id) + 1
    reasons.push(
      makeReason('team-fills-need', { need: nameOfNeed(demand), units, of: demand.quantity, rank, able: able.length }),
    )
    if (able.length === 1 && able[0]?.team.id === team.id)
      reasons.push(makeReason('team-only-one', { need: nameOfNeed(demand) }))
    if (rolling === null && arrival.etaS > demand.byS) {
      // Sooner ones that could have gone and did not: then being late was chosen, and the reason says so.
      const sooner = able.filter(
        (other) => (other.arrival?.etaS ?? 0) < arrival.etaS && !sentIds.has(other.team.id),
      ).length
      reasons.push(
        makeReason(sooner === 0 ? 'team-late' : 'team-late-chosen', {
          need: nameOfNeed(demand),
          etaS: arrival.etaS,
          byS: demand.byS,
          lateS: arrival.etaS - demand.byS,
          ...(sooner === 0 ? {} : { sooner }),
        }),
      )
    }
  }
  reasons.push(...candidate.stuck)
  if (fills.length > 1)
    reasons.push(
      makeReason('team-serves-several', { count: fills.length, needs: fills.map(({ demand }) => nameOfNeed(demand)) }),
    )
  if (team.tier !== 'street' && team.tier !== 'district')
    reasons.push(makeReason('tier-opened', { tier: TIER_WORDS[team.tier] }))
  if (approach?.isOnSite === true) reasons.push(makeReason('team-on-site', { team: team.name }))
  else if (
    approach !== null &&
    approach.mode === undefined &&
    approach.destination.area === null &&
    rolling?.status !== 'onScene'
  )
    reasons.push(makeReason('no-lawful-staging', {}))
  if (approach?.avoidsZones === false && rolling?.status !== 'onScene')
    reasons.push(makeReason('route-inside-zone', { team: team.name }))
  return reasons
}

const ROLLING_WORDS = { turnedOut: '已出动', enRoute: '行进中', onScene: '已到场' } as const
const TIER_WORDS = {
  street: '街道',
  district: '本区',
  neighbour: '毗邻区',
  city: '市级',
  province: '省级',
  army: '驻军',
} as const

/** Up to five others for the most urgent demand it fills, by arrival, with why not. */
function runnersUpOf(
  { problem, candidates, sentIds }: AssignmentWriting,
  { candidate, arrival, fills }: SentTeam,
): Assignment['runnersUp'] {
  const demand = fills[0]?.demand
  if (demand === undefined) return []
  const { runnersUp, latestAfterS } = problem.parameters.assignment
  const others = candidates.filter((other) => other.team.id !== candidate.team.id && couldEver(other, demand))
  return sortedBy(others, (other) => [other.arrival?.etaS ?? Number.MAX_SAFE_INTEGER, other.team.id])
    .slice(0, runnersUp.value)
    .map((other) => ({
      teamId: other.team.id,
      teamName: other.team.name,
      etaS: other.arrival?.etaS ?? null,
      reasons: [
        whyNotFor(other, demand, latestAfterS.value) ??
          whyNotChosen(problem, other, demand, {
            isSentToo: sentIds.has(other.team.id),
            team: candidate.team,
            etaS: arrival.etaS,
          }),
      ],
    }))
}

function couldEver({ team, vehicles }: Candidate, demand: Demand): boolean {
  if (demand.vehicleKind !== undefined) return vehicles.some((vehicle) => vehicle.kind === demand.vehicleKind)
  return team.capabilities.some((entry) => entry.capability === demand.capability)
}

function whyNotChosen(
  { parameters }: PlanningProblem,
  { arrival, team }: Candidate,
  demand: Demand,
  chosen: { readonly isSentToo: boolean; readonly team: Candidate['team']; readonly etaS: number },
): Reason {
  if (chosen.isSentToo) return makeReason('runner-sent-too', { team: team.name, need: nameOfNeed(demand) })
  const laterS = (arrival?.etaS ?? 0) - chosen.etaS
  if (laterS > 0) return makeReason('runner-later', { laterS })
  const groupOf = ({ tier }: Candidate['team']): number =>
    parameters.assignment.tierGroups.findIndex((tiers) => tiers.includes(tier))
  if (groupOf(team) > groupOf(chosen.team))
    return makeReason('runner-farther-tier', { soonerS: -laterS, tier: TIER_WORDS[team.tier] })
  if (isVolunteer(team) && !isVolunteer(chosen.team)) return makeReason('runner-volunteer', { soonerS: -laterS })
  return makeReason('runner-dearer', { soonerS: -laterS })
}
