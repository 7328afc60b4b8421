import { groupBy, sortedBy } from '../../kernel/order.ts'

/** Vehicles that leave one place for one shelter, and the roads they use in order. Seconds since 1970. */
export interface CorridorTrip {
  readonly id: string
  /** The area that is being cleared: a street. */
  readonly area: string
  readonly people: number
  /** When each vehicle leaves. */
  readonly departuresS: readonly number[]
  readonly roads: readonly { readonly name: string; readonly travelS: number }[]
}

/** How long an area takes to clear with the roads' capacity reserved. */
export interface AreaClearance {
  readonly area: string
  readonly people: number
  readonly vehicles: number
  /** The last vehicle is in. */
  readonly clearedS: number
  /** The longest that one vehicle waits for room on the roads. */
  readonly waitS: number
  /** The road where most is waited; empty = nobody waits. */
  readonly corridor: string
}

const SLOT_S = 300

/**
 * Sends vehicles over their roads in the order in which they leave (capacity-constrained routing: each vehicle reserves its
 * slot of five minutes on every road it enters; on a full road it waits for the next slot). No bound is known for this
 * pass: it is a lawful timetable, not the best one.
 */
export function clearCorridors(trips: readonly CorridorTrip[], vehiclesPerHour: number): AreaClearance[] {
  const perSlot = Math.max(1, Math.floor((vehiclesPerHour * SLOT_S) / 3600))
  const reserved = new Map<string, number>()
  const vehicles = sortedBy(
    trips.flatMap((trip) => trip.departuresS.map((departS, index) => ({ trip, departS, index }))),
    ({ trip, departS, index }) => [departS, trip.id, index],
  )
  const runs = vehicles.map(({ trip, departS }) => {
    let atS = departS
    let waitS = 0
    const waits = new Map<string, number>()
    for (const road of trip.roads) {
      const entersS = enterRoad(reserved, road.name, { atS, perSlot })
      waits.set(road.name, (waits.get(road.name) ?? 0) + entersS - atS)
      waitS += entersS - atS
      atS = entersS + road.travelS
    }
    return { area: trip.area, doneS: atS, waitS, waits }
  })
  const peopleOf = groupBy(trips, (trip) => trip.area)
  return sortedBy([...groupBy(runs, (run) => run.area)], ([area]) => [area]).map(([area, rows]) => ({
    area,
    people: (peopleOf.get(area) ?? []).reduce((sum, trip) => sum + trip.people, 0),
    vehicles: rows.length,
    clearedS: Math.max(...rows.map((row) => row.doneS)),
    waitS: Math.max(...rows.map((row) => row.waitS)),
    corridor: mostWaited(rows),
  }))
}

/** The first moment from `atS` on at which the road has a free slot; takes it. */
function enterRoad(
  reserved: Map<string, number>,
  name: string,
  { atS, perSlot }: { atS: number; perSlot: number },
): number {
  // Unnamed ways are short links between streets: they are not reserved.
  if (name === '') return atS
  for (let slot = Math.floor(atS / SLOT_S); ; slot += 1) {
    const key = `${name}|${slot}`
    const used = reserved.get(key) ?? 0
    if (used >= perSlot) continue
    reserved.set(key, used + 1)
    return Math.max(atS, slot * SLOT_S)
  }
}

function mostWaited(rows: readonly { readonly waits: ReadonlyMap<string, number> }[]): string {
  const total = new Map<string, number>()
  for (const { waits } of rows) for (const [name, waitS] of waits) total.set(name, (total.get(name) ?? 0) + waitS)
  const worst = sortedBy(
    [...total].filter(([, waitS]) => waitS > 0),
    ([name, waitS]) => [-waitS, name],
  )[0]
  return worst?.[0] ?? ''
}
