import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Route, TravelService } from '../graph/travel.ts'
import type { CarrierFleet, CarrierRun } from '../travel/carrier-schedule.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { clockOf } from '../handling/scene-texts.ts'
import type { CorridorTrip } from './clear-corridors.ts'
import type { Placing } from './place-people.ts'
import type { PeopleSource } from './people-source.ts'
import { CAUSE_NAMES, type TransferDeadline } from './transfer-deadline.ts'

/** What every row of one transfer shares. */
export interface TransferContext {
  readonly problem: PlanningProblem
  readonly facts: FactSheet
  readonly deadline: TransferDeadline
  readonly fleet: { readonly buses: CarrierFleet; readonly accessible: CarrierFleet }
  readonly travel: TravelService
}

interface Move {
  readonly means: 'walk' | 'bus'
  readonly run: CarrierRun | null
  /** Of people who cannot board a bus; null = none, or nobody can fetch them. */
  readonly accessibleRun: CarrierRun | null
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
): { assignment: EvacuationAssignment; trip: CorridorTrip | null; shortfall?: EvacuationPlan['shortfalls'][number] } {
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
    reasons: reasonsOf(source, placing, move, context),
  }
  const trip = tripOf(source, placing, route, {
    run: move.run,
    boardingS: context.problem.parameters.evacuation.boardingS.value,
  })
  if (!late && !noBus) return { assignment, trip }
  const remedies = [makeReason('remedy-more-buses'), makeReason('remedy-start-now'), makeReason('remedy-high-ground')]
  const reason = noBus
    ? makeReason('transfer-no-bus')
    : makeReason('transfer-late', {
        done: clockOf(move.doneS, facts.offsetMin),
        deadline: clockOf(deadline.atS, facts.offsetMin),
        cause: CAUSE_NAMES[deadline.cause],
      })
  return { assignment, trip, shortfall: { fromId: source.id, people: placing.people, reasons: [reason], remedies } }
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
      accessibleRun: null,
      startS: facts.nowS,
      doneS: readyAtS + walkS,
      latestStartS: deadline.atS - walkS - transferNoticeS.value,
    }
  }
  const driveS = route?.durationS ?? 0
  const job = {
    from: source.location,
    to: placing.shelter.location,
    readyAtS,
    driveS,
    approach: travel.reachTo(source.location, travel.profileOf('bus')),
    handlingS: boardingS.value,
  }
  const needingHelp = Math.min(source.specialNeeds, placing.people)
  const accessibleRun =
    needingHelp === 0 ? null : fleet.accessible.book({ ...job, amount: needingHelp, latestS: deadline.atS })
  const seated = placing.people - (accessibleRun === null ? 0 : needingHelp)
  const run = seated === 0 ? accessibleRun : fleet.buses.book({ ...job, amount: seated })
  const rounds = run === null ? 1 : Math.ceil(run.trips / Math.max(1, run.carrier.count))
  const turnaroundS = 2 * driveS + boardingS.value
  const latestStartS = deadline.atS - (rounds - 1) * turnaroundS - driveS - boardingS.value - transferNoticeS.value
  if (run === null)
    return {
      means: 'bus',
      run,
      accessibleRun,
      startS: facts.nowS,
      doneS: readyAtS + boardingS.value + driveS,
      latestStartS,
    }
  const doneS = Math.max(run.doneS, accessibleRun?.doneS ?? 0)
  const startS = Math.min(run.startS, accessibleRun?.startS ?? Infinity) - transferNoticeS.value
  return { means: 'bus', run, accessibleRun, startS, doneS, latestStartS }
}

function reasonsOf(
  source: PeopleSource,
  placing: Placing,
  move: Move,
  { problem, facts, deadline }: TransferContext,
): Reason[] {
  const { shelter } = placing
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
    ...splitReason(source, placing, move),
    ...helpReason(source, placing, move, facts.offsetMin),
    ...unsaidHelp(problem, source, placing),
  ]
}

/** The vehicles of a row on the roads, each as it leaves: the carrier's vehicles in turn, then their next rounds. */
function tripOf(
  source: PeopleSource,
  { people, shelter }: Placing,
  route: Route | null,
  { run, boardingS }: { readonly run: CarrierRun | null; readonly boardingS: number },
): CorridorTrip | null {
  if (run === null || route === null) return null
  const vehicles = Math.max(1, run.carrier.count)
  const lastRound = Math.ceil(run.trips / vehicles) - 1
  const leavesS = run.startS + boardingS
  const everyS = lastRound <= 0 ? 0 : (run.doneS - route.durationS - leavesS) / lastRound
  const named = route.roads.map(({ name, distanceM }) => ({
    name,
    travelS: Math.floor((route.durationS * distanceM) / Math.max(1, route.distanceM)),
  }))
  const rest = route.durationS - named.reduce((sum, road) => sum + road.travelS, 0)
  return {
    id: `${source.id}|${shelter.row.id}`,
    area: source.town,
    people,
    departuresS: Array.from({ length: run.trips }, (_, index) =>
      Math.round(leavesS + Math.floor(index / vehicles) * everyS),
    ),
    roads: [...named, { name: '', travelS: Math.max(0, rest) }],
  }
}

/** A group that is parted between shelters is told how many bus loads go here. */
function splitReason({ people }: PeopleSource, placing: Placing, { run }: Move): Reason[] {
  if (placing.people >= people) return []
  return [makeReason('transfer-part', { people, here: placing.people, loads: run?.trips ?? 0 })]
}

/** How those who cannot walk or board a bus are fetched. */
function helpReason(
  source: PeopleSource,
  placing: Placing,
  { accessibleRun, means }: Move,
  offsetMin: number,
): Reason[] {
  const people = Math.min(source.specialNeeds, placing.people)
  if (people === 0) return []
  if (accessibleRun === null)
    return [makeReason(means === 'walk' ? 'transfer-help-on-foot' : 'transfer-help-ambulance', { people })]
  const { carrier, trips, startS } = accessibleRun
  return [
    makeReason('transfer-help', {
      people,
      carrier: carrier.name,
      trips,
      at: clockOf(startS, offsetMin),
      inCharge: source.personInCharge,
      phone: carrier.phone === '' ? null : carrier.phone,
    }),
  ]
}

/** A list that does not say who needs help does not say nobody does: the number is taken by share and told as assumed. */
function unsaidHelp(
  { dataset, parameters }: TransferContext['problem'],
  source: PeopleSource,
  { people }: Placing,
): Reason[] {
  const point = dataset.populationPoints.find((row) => row.id === source.id)
  if (point === undefined || point.specialNeeds !== null) return []
  const { needHelpShare } = parameters.supplies
  return [
    makeReason(
      'transfer-help-unsaid',
      {
        people: Math.ceil(people * needHelpShare.value),
        percent: Math.round(needHelpShare.value * 1000) / 10,
        inCharge: source.personInCharge,
      },
      needHelpShare.source,
    ),
  ]
}
