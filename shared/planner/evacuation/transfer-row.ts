import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Route, TravelService } from '../graph/travel.ts'
import type { CarrierFleet, CarrierRun } from '../travel/carrier-schedule.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { clockOf } from '../handling/scene-texts.ts'
import type { Placing } from './place-people.ts'
import type { PeopleSource } from './people-source.ts'
import { CAUSE_NAMES, type TransferDeadline } from './transfer-deadline.ts'

/** What every row of one transfer shares. */
export interface TransferContext {
  readonly problem: PlanningProblem
  readonly facts: FactSheet
  readonly deadline: TransferDeadline
  readonly fleet: CarrierFleet
  readonly travel: TravelService
}

interface Move {
  readonly means: 'walk' | 'bus'
  readonly run: CarrierRun | null
  /** Notice begins. */
  readonly startS: number
  readonly doneS: number
  /** Latest start with which the deadline is still kept: deadline − rounds × turnaround − drive − notice. */
  readonly latestStartS: number
}

/** One group on its way to one shelter, and a shortfall when it comes too late or has no bus. */
export function transferRow(
  source: PeopleSource,
  placing: Placing,
  route: Route | null,
  context: TransferContext,
): { assignment: EvacuationAssignment; shortfall?: EvacuationPlan['shortfalls'][number] } {
  const { facts, deadline } = context
  const move = moveOf(source, placing, route, context)
  const { row } = placing.shelter
  const at = (epochS: number): string => formatInstant(epochS, facts.offsetMin)
  const late = move.doneS > deadline.atS
  const noBus = move.means === 'bus' && move.run === null
  const assignment: EvacuationAssignment = {
    id: source.id,
    fromId: source.id,
    fromName: source.name,
    people: placing.people,
    mode: 'transfer',
    shelterId: row.id,
    shelterName: row.name,
    means: move.means,
    carrierId: move.run?.carrier.id ?? null,
    trips: move.run?.trips ?? 0,
    pickUp: { lng: source.location.lng, lat: source.location.lat },
    geometry: route?.geometry ?? null,
    personInCharge: source.personInCharge,
    phone: source.phone,
    specialNeeds: Math.min(source.specialNeeds, placing.people),
    cloudArrivesS: null,
    walkOutS: null,
    startBy: at(move.startS),
    doneBy: at(move.doneS),
    distanceM: route?.distanceM ?? null,
    reasons: reasonsOf(placing, move, context),
  }
  if (!late && !noBus) return { assignment }
  const remedies = [makeReason('remedy-more-buses'), makeReason('remedy-start-now'), makeReason('remedy-high-ground')]
  const reason = noBus
    ? makeReason('transfer-no-bus')
    : makeReason('transfer-late', {
        done: clockOf(move.doneS, facts.offsetMin),
        deadline: clockOf(deadline.atS, facts.offsetMin),
        cause: CAUSE_NAMES[deadline.cause],
      })
  return { assignment, shortfall: { fromId: source.id, people: placing.people, reasons: [reason], remedies } }
}

function moveOf(source: PeopleSource, placing: Placing, route: Route | null, context: TransferContext): Move {
  const { facts, deadline, travel, fleet } = context
  const { transferNoticeS, boardingS, walkTransferMaxM, walkSpeedMs } = context.problem.parameters.evacuation
  const readyAtS = facts.nowS + transferNoticeS.value
  const metres = route?.distanceM ?? 0
  if (route !== null && metres <= walkTransferMaxM.value) {
    const walkS = Math.round(metres / walkSpeedMs.value)
    return {
      means: 'walk',
      run: null,
      startS: facts.nowS,
      doneS: readyAtS + walkS,
      latestStartS: deadline.atS - walkS - transferNoticeS.value,
    }
  }
  const driveS = route?.durationS ?? 0
  const run = fleet.book({
    amount: placing.people,
    from: source.location,
    to: placing.shelter.location,
    readyAtS,
    driveS,
    approach: travel.reachTo(source.location, travel.profileOf('bus')),
    handlingS: boardingS.value,
  })
  const rounds = run === null ? 1 : Math.ceil(run.trips / Math.max(1, run.carrier.count))
  const turnaroundS = 2 * driveS + boardingS.value
  const latestStartS = deadline.atS - (rounds - 1) * turnaroundS - driveS - boardingS.value - transferNoticeS.value
  if (run === null)
    return { means: 'bus', run, startS: facts.nowS, doneS: readyAtS + boardingS.value + driveS, latestStartS }
  return { means: 'bus', run, startS: run.startS - transferNoticeS.value, doneS: run.doneS, latestStartS }
}

function reasonsOf({ shelter }: Placing, move: Move, { facts, deadline }: TransferContext): Reason[] {
  const { row } = shelter
  return [
    makeReason('transfer-shelter', {
      shelter: row.name,
      room: shelter.room,
      kind: `${row.standardised === 1 ? '规范化' : '未规范化'}、${row.video === 1 ? '可视化' : '无视频'}`,
    }),
    makeReason('transfer-deadline', {
      deadline: clockOf(deadline.atS, facts.offsetMin),
      cause: CAUSE_NAMES[deadline.cause],
      compared: deadline.compared.map((limit) => `${CAUSE_NAMES[limit.cause]}${clockOf(limit.atS, facts.offsetMin)}`),
      latestStart: clockOf(move.latestStartS, facts.offsetMin),
    }),
    move.run === null
      ? makeReason(move.means === 'walk' ? 'transfer-on-foot' : 'transfer-no-bus')
      : makeReason('transfer-by-bus', {
          carrier: move.run.carrier.name,
          trips: move.run.trips,
          seats: move.run.carrier.seats,
          phone: move.run.carrier.phone,
        }),
  ]
}
