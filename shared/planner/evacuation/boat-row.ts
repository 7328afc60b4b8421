import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { clockOf } from '../handling/scene-texts.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { CarrierRun } from '../travel/carrier-schedule.ts'
import type { PeopleSource } from './people-source.ts'
import type { OpenShelter } from './shelters.ts'
import { CAUSE_NAMES, type TransferDeadline } from './transfer-deadline.ts'

/** People of one cut-off place on the boats of one carrier; `metres` straight across. */
export interface BoatTrip {
  readonly source: PeopleSource
  readonly shelter: OpenShelter
  readonly metres: number
  readonly people: number
  readonly run: CarrierRun
  readonly deadline: TransferDeadline
}

/** One row of people who leave by boat; the line on the map is straight, not a channel. */
export function boatRow(problem: PlanningProblem, facts: FactSheet, trip: BoatTrip): EvacuationAssignment {
  const { source, shelter, run, people, deadline } = trip
  const { transferNoticeS, boatCrew } = problem.parameters.evacuation
  const helped = Math.min(source.specialNeeds, people)
  const clock = (atS: number): string => clockOf(atS, facts.offsetMin)
  return {
    id: source.id,
    fromId: source.id,
    fromName: source.name,
    people,
    mode: 'transfer',
    shelterId: shelter.row.id,
    shelterName: shelter.row.name,
    means: 'boat',
    carrierId: run.carrier.id,
    trips: run.trips,
    pickUp: { lng: source.location.lng, lat: source.location.lat },
    geometry: {
      type: 'LineString',
      coordinates: [
        [source.location.lng, source.location.lat],
        [shelter.location.lng, shelter.location.lat],
      ],
    },
    personInCharge: source.personInCharge,
    phone: source.phone,
    specialNeeds: helped,
    cloudArrivesS: null,
    walkOutS: null,
    startBy: formatInstant(run.startS - transferNoticeS.value, facts.offsetMin),
    doneBy: formatInstant(run.doneS, facts.offsetMin),
    distanceM: trip.metres,
    reasons: [
      makeReason('transfer-cut-off', { from: source.name }),
      makeReason('transfer-by-boat', {
        carrier: run.carrier.name,
        seats: run.capacity,
        crew: boatCrew.value,
        trips: run.trips,
        vests: people + boatCrew.value * Math.min(run.trips, run.carrier.count),
        phone: run.carrier.phone === '' ? null : run.carrier.phone,
      }),
      makeReason('transfer-deadline', {
        deadline: clock(deadline.atS),
        cause: CAUSE_NAMES[deadline.cause],
        compared: deadline.compared.map((limit) => `${CAUSE_NAMES[limit.cause]}${clock(limit.atS)}`),
        latestStart: clock(deadline.atS - (run.doneS - run.startS) - transferNoticeS.value),
      }),
      ...(helped > 0
        ? [makeReason('transfer-help-boat', { people: helped, personInCharge: source.personInCharge })]
        : []),
    ],
  }
}

/** The gap of a boat that is in after the time by which all must be in. */
export function lateBoatGap(
  facts: Pick<FactSheet, 'offsetMin'>,
  { source, people, run, deadline }: BoatTrip,
): EvacuationPlan['shortfalls'][number] {
  return {
    fromId: source.id,
    people,
    reasons: [
      makeReason('transfer-late', {
        done: clockOf(run.doneS, facts.offsetMin),
        deadline: clockOf(deadline.atS, facts.offsetMin),
        cause: CAUSE_NAMES[deadline.cause],
      }),
    ],
    remedies: [makeReason('remedy-more-boats'), makeReason('remedy-start-now'), makeReason('remedy-high-ground')],
  }
}
