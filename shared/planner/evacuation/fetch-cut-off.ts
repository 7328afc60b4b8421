import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Reach, TravelService } from '../graph/travel.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { createCarrierFleet, type CarrierFleet } from '../travel/carrier-schedule.ts'
import { boatRow, lateBoatGap } from './boat-row.ts'
import type { PeopleSource } from './people-source.ts'
import type { OpenShelter } from './shelters.ts'
import { galeFromS, type TransferDeadline } from './transfer-deadline.ts'

/** Types of incident whose cut-off places may stand in water that carries a boat. */
const WET_TYPES: ReadonlySet<string> = new Set(['flood', 'typhoon', 'storm_surge', 'waterlogging'])

/** Places without any road, the shelters with the room that is left, and the time by which all must be in. */
export interface CutOffCase {
  readonly places: readonly { readonly source: PeopleSource; readonly people: number }[]
  readonly shelters: readonly OpenShelter[]
  readonly deadline: TransferDeadline
  readonly travel: TravelService
}

/** Rows of those who leave by boat, and gaps of those whom no boat can fetch. */
export interface CutOffPlan {
  readonly assignments: readonly EvacuationAssignment[]
  readonly shortfalls: EvacuationPlan['shortfalls']
}

type NoBoat = 'wind' | 'dry' | 'none' | 'far' | 'late'

const WHY_NO_BOAT: Readonly<Record<NoBoat, string>> = {
  wind: '风力8级以上或风速将在靠岸前达到8级，不得用船',
  dry: '本类事件道路中断处不一定有水可行船',
  none: '运力名录中没有可用的船',
  far: '可行船距离内没有还有空位的避灾点',
  late: '船只来不及在时限前往返完',
}

/**
 * People no road leads to (design rule): by boat in the given order to the nearest shelter with room within the reach of a
 * boat, never at wind force 8 or when it comes before the last boat is in, one seat a boat for each of its crew. Whoever is
 * left stands in the gaps with what else can be done.
 */
export function fetchCutOff(problem: PlanningProblem, facts: FactSheet, given: CutOffCase): CutOffPlan {
  const { boatReachM } = problem.parameters.evacuation
  const galeS = galeFromS(problem)
  const barred = whyNoBoats(problem, facts, galeS)
  const fleet = boatFleet(problem, facts.nowS)
  const room = new Map(given.shelters.map((shelter) => [shelter.row.id, shelter.room]))
  const assignments: EvacuationAssignment[] = []
  const shortfalls: EvacuationPlan['shortfalls'] = []
  for (const { source, people } of given.places) {
    let left = people
    let why: NoBoat = barred ?? 'far'
    const near = sortedBy(
      given.shelters
        .map((shelter) => ({ shelter, metres: Math.round(distanceM(source.location, shelter.location)) }))
        .filter(({ metres }) => metres <= boatReachM.value),
      ({ metres, shelter }) => [metres, shelter.row.id],
    )
    for (const { shelter, metres } of barred === null ? near : []) {
      const amount = Math.min(left, room.get(shelter.row.id) ?? 0)
      if (amount <= 0) continue
      const latestS = galeS ?? Infinity
      const run = fleet.book(jobOf(problem, facts, { source, shelter, metres, amount, latestS, travel: given.travel }))
      if (run === null) {
        why = 'late'
        continue
      }
      room.set(shelter.row.id, (room.get(shelter.row.id) ?? 0) - amount)
      left -= amount
      const trip = { source, shelter, metres, people: amount, run, deadline: given.deadline }
      assignments.push(boatRow(problem, facts, trip))
      if (run.doneS > given.deadline.atS) shortfalls.push(lateBoatGap(facts, trip))
      if (left === 0) break
    }
    if (left > 0) shortfalls.push(cutOffGap(problem, source, left, why))
  }
  return { assignments, shortfalls }
}

/** Null = boats may go. */
function whyNoBoats(
  { dataset, incident, parameters }: PlanningProblem,
  facts: FactSheet,
  galeS: number | null,
): NoBoat | null {
  if ((facts.wind.speedMs ?? 0) >= parameters.evacuation.galeMs.value || (galeS !== null && galeS <= facts.nowS))
    return 'wind'
  if (!WET_TYPES.has(facts.type)) return 'dry'
  const away = unavailableIds(incident, 'carrier')
  return dataset.carriers.some((row) => row.kind === 'boat' && row.count > 0 && !away.has(row.id)) ? null : 'none'
}

function boatFleet({ dataset, incident, parameters }: PlanningProblem, nowS: number): CarrierFleet {
  const away = unavailableIds(incident, 'carrier')
  const boats = dataset.carriers.filter((row) => row.kind === 'boat' && !away.has(row.id))
  const crew = parameters.evacuation.boatCrew.value
  return createCarrierFleet(
    boats.map((carrier) => ({ carrier, capacity: Math.max(0, carrier.seats - crew) })),
    nowS,
  )
}

function jobOf(
  { parameters }: PlanningProblem,
  facts: FactSheet,
  trip: {
    readonly source: PeopleSource
    readonly shelter: OpenShelter
    readonly metres: number
    readonly amount: number
    readonly latestS: number
    readonly travel: TravelService
  },
): Parameters<CarrierFleet['book']>[0] {
  const { boatSpeedMs, boatLaunchS, boardingS, transferNoticeS } = parameters.evacuation
  const acrossS = Math.round(trip.metres / boatSpeedMs.value)
  const byRoad = trip.travel.reachTo(trip.shelter.location, trip.travel.profileOf('bus'))
  // A boat comes on its trailer to the landing at the shelter, is launched there and crosses to the place.
  const approach: Pick<Reach, 'durationS'> = {
    durationS: (position: LngLat) => {
      const roadS = byRoad.durationS(position)
      return roadS === null ? null : roadS + boatLaunchS.value + acrossS
    },
  }
  return {
    amount: trip.amount,
    from: trip.source.location,
    to: trip.shelter.location,
    readyAtS: facts.nowS + transferNoticeS.value,
    driveS: acrossS,
    approach,
    handlingS: boardingS.value,
    latestS: trip.latestS,
  }
}

function cutOffGap(
  { dataset }: Pick<PlanningProblem, 'dataset'>,
  source: PeopleSource,
  people: number,
  why: NoBoat,
): EvacuationPlan['shortfalls'][number] {
  return {
    fromId: source.id,
    people,
    reasons: [
      makeReason('transfer-cut-off', { from: source.name }),
      makeReason('transfer-no-boat', { why: WHY_NO_BOAT[why] }),
    ],
    remedies: [
      makeReason('remedy-high-ground-call', { name: source.personInCharge, phone: source.phone }),
      makeReason('remedy-open-road'),
      ...(why === 'none' || why === 'late' ? [makeReason('remedy-more-boats')] : []),
      ...(dataset.helipads.length > 0 ? [makeReason('remedy-helicopter-people')] : []),
    ],
  }
}
