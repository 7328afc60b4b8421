import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { PeopleSource } from './people-source.ts'
import type { OpenShelter } from './shelters.ts'
import type { WayOut } from './zone-people.ts'

/** People who leave on foot; `shelter` null = no room was found (they still leave). */
interface WalkOut {
  readonly source: PeopleSource
  readonly people: number
  readonly way: WayOut
  readonly shelter: OpenShelter | null
  readonly cloudArrivesS: number | null
  readonly walkOutS: number
  readonly reasons: readonly Reason[]
}

/** One row of people who walk out of the danger; a bus may meet them at the pick-up point, which lies outside every zone. */
export function walkOutRow(problem: PlanningProblem, facts: FactSheet, walk: WalkOut): EvacuationAssignment {
  const { source, people, way, shelter } = walk
  const bus = shelter === null ? null : meetingBus(problem, way, people)
  return {
    id: `E-${source.id}`,
    fromId: source.id,
    fromName: source.name,
    people,
    mode: 'evacuate',
    shelterId: shelter?.row.id ?? null,
    shelterName: shelter?.row.name ?? null,
    means: 'walk',
    carrierId: bus?.id ?? null,
    trips: bus?.trips ?? 0,
    pickUp: way.point,
    geometry: {
      type: 'LineString',
      coordinates: [
        [source.location.lng, source.location.lat],
        [way.point.lng, way.point.lat],
      ],
    },
    personInCharge: source.personInCharge,
    phone: source.phone,
    specialNeeds: Math.min(source.specialNeeds, people),
    cloudArrivesS: walk.cloudArrivesS,
    walkOutS: walk.walkOutS,
    startBy: formatInstant(facts.nowS, facts.offsetMin),
    doneBy: formatInstant(facts.nowS + walk.walkOutS, facts.offsetMin),
    distanceM: Math.round(way.distanceM),
    reasons: [
      ...walk.reasons,
      ...(bus === null ? [] : [makeReason('meeting-bus', { carrier: bus.name, trips: bus.trips, phone: bus.phone })]),
      ...(source.specialNeeds > 0
        ? [makeReason('special-needs', { people: source.specialNeeds, personInCharge: source.personInCharge })]
        : []),
    ],
  }
}

/** People who stay indoors with doors and windows shut. */
export function stayRow(facts: FactSheet, stay: Omit<WalkOut, 'way' | 'shelter'>): EvacuationAssignment {
  const { source, people } = stay
  return {
    id: `E-${source.id}`,
    fromId: source.id,
    fromName: source.name,
    people,
    mode: 'shelterInPlace',
    shelterId: null,
    shelterName: null,
    means: 'none',
    carrierId: null,
    trips: 0,
    pickUp: null,
    geometry: null,
    personInCharge: source.personInCharge,
    phone: source.phone,
    specialNeeds: Math.min(source.specialNeeds, people),
    cloudArrivesS: stay.cloudArrivesS,
    walkOutS: stay.walkOutS,
    startBy: formatInstant(facts.nowS, facts.offsetMin),
    doneBy: formatInstant(facts.nowS + (stay.cloudArrivesS ?? 0), facts.offsetMin),
    distanceM: null,
    reasons: [...stay.reasons],
  }
}

/** The bus park nearest to the pick-up point, and how often its buses must come. */
function meetingBus(
  problem: PlanningProblem,
  way: WayOut,
  people: number,
): { id: string; name: string; phone: string; trips: number } | null {
  const away = unavailableIds(problem.incident, 'carrier')
  const buses = problem.dataset.carriers.filter(
    (row) => row.kind === 'bus' && row.count > 0 && row.seats >= MIN_SEATS && !away.has(row.id),
  )
  const nearest = sortedBy(buses, (row) => [Math.round(distanceM(row, way.point)), row.id])[0]
  if (nearest === undefined) return null
  return { id: nearest.id, name: nearest.name, phone: nearest.phone, trips: Math.ceil(people / nearest.seats) }
}

/** Smaller vehicles are kept for people who need help. */
const MIN_SEATS = 10
