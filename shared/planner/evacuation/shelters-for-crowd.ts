import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { bearingDeg, destinationOf, distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { OpenShelter } from './shelters.ts'
import { isInAny } from './zone-people.ts'

/** Up to this many people simply go to the nearest shelters. */
const CROWD = 500

/** Room of a county centre and of a town shelter (Zhejiang shelter tiers: at least 200 and at least 100 places). */
const TIERS = [200, 100]

/** Room wanted beyond the crowd, so that nobody is sent across the district for the last bed. */
const SPARE = 1.3

/** For a crowd the larger shelters when they hold everybody: fewer places to open, staff and supply. */
export function sheltersForCrowd(open: readonly OpenShelter[], people: number): readonly OpenShelter[] {
  if (people <= CROWD) return open
  const choices = TIERS.map((room) => open.filter((shelter) => shelter.room >= room))
  return choices.find((shelters) => roomOf(shelters) >= people * SPARE) ?? open
}

function roomOf(shelters: readonly OpenShelter[]): number {
  return shelters.reduce((sum, shelter) => sum + shelter.room, 0)
}

/** The shelters with most room; small village rooms are left to the streets when tens of thousands walk. */
export function largestShelters(open: readonly OpenShelter[], count: number): OpenShelter[] {
  const largest = sortedBy(open, (shelter) => [-shelter.room, shelter.row.id]).slice(0, count)
  return sortedBy(largest, (shelter) => [shelter.row.id])
}

/** Straight-line speed that ranks shelters from a pick-up point (bus on urban roads, about 22 km/h). */
const STRAIGHT_MS = 6

/** Seconds from a pick-up point to a shelter along a straight line. */
export function straightS(from: LngLat, to: LngLat): number {
  return Math.round(distanceM(from, to) / STRAIGHT_MS)
}

const STEP_M = 250

/** True when the straight line from a pick-up point to a shelter leads through a zone. */
export function isBehindZones(from: LngLat, to: LngLat, zones: readonly Zone[]): boolean {
  const metres = distanceM(from, to)
  const bearing = bearingDeg(from, to)
  for (let at = STEP_M; at < metres; at += STEP_M) {
    if (isInAny(destinationOf(from, bearing, at), zones)) return true
  }
  return false
}
