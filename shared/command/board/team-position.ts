import type { BoardPosition, BoardState } from '../../domain/command/board.ts'
import type { Movement } from '../../domain/plan/movement-plan.ts'
import { distanceM, roundDegrees, type LngLat, type Position } from '../../kernel/geo.ts'
import type { ArrivalReading } from './arrival.ts'
import type { BoardInput } from './board-input.ts'
import { stageOf, type Word } from './word.ts'

/**
 * Where to draw a team. A place that was said stands until it leaves it; on the way it is reckoned along the route from
 * turn-out, at the scene it is taken to be at its staging area; neither is more than an estimate and is marked so. Where
 * somebody said a place that the map does not know, nothing is drawn: an estimate would contradict him.
 */
export function teamPosition(known: {
  readonly state: BoardState
  /** The newest word with a place. */
  readonly place: Word | null
  readonly arrival: ArrivalReading
  readonly movement: Movement | null
  readonly nowS: number
  readonly plan: BoardInput['plan']
  readonly home: LngLat | null
}): BoardPosition | null {
  const { state, place, arrival, plan, home } = known
  const isOut = state === 'enRoute' || state === 'distress' || state === 'lostContact' || (stageOf(state) ?? 1) > 1
  if (state === 'released' || !isOut) return home === null ? null : { kind: 'base', ...rounded(home) }
  const { leftS } = arrival
  // On the way home it is no longer where it was before.
  if (stageOf(state) === 3 && (place === null || place.state === null || stageOf(place.state) !== 3)) return null
  if (place !== null && (leftS === null || place.atS >= leftS)) {
    const said = placeOf(place, plan)
    return said === null ? null : { kind: 'said', ...said }
  }
  const estimated = estimateOf(known)
  return estimated === null ? null : { kind: 'estimated', ...estimated }
}

function estimateOf({
  arrival,
  movement,
  nowS,
  plan,
}: Pick<Parameters<typeof teamPosition>[0], 'arrival' | 'movement' | 'nowS' | 'plan'>): LngLat | null {
  if (movement === null) return null
  if (arrival.arrivedS !== null || arrival.leftS === null) {
    return stagingOf(plan, movement.stagingAreaId) ?? endOf(movement)
  }
  const share = movement.durationS === 0 ? 1 : (nowS - arrival.leftS) / movement.durationS
  return positionAlong(movement.geometry.coordinates, share)
}

function placeOf(word: Word | null, plan: BoardInput['plan']): LngLat | null {
  const said = word?.place ?? null
  if (said === null) return null
  const { position, placeId } = said
  return position === null ? stagingOf(plan, placeId) : rounded(position)
}

function stagingOf(plan: BoardInput['plan'], id: string | null): LngLat | null {
  const area = id === null ? undefined : plan?.content.movementPlan.stagingAreas.find((one) => one.id === id)
  return area === undefined ? null : rounded(area.location)
}

function endOf(movement: Movement | null): LngLat | null {
  const [lng, lat] = movement?.geometry.coordinates.at(-1) ?? []
  return lng === undefined || lat === undefined ? null : rounded({ lng, lat })
}

/** The point at a share of the length of a line, 0 to 1; beyond either end the end itself. Null = the line has no points. */
export function positionAlong(line: readonly Position[], share: number): LngLat | null {
  const points = line.flatMap(([lng, lat]) => (lng === undefined || lat === undefined ? [] : [{ lng, lat }]))
  const lengths = points.slice(1).map((end, index) => distanceM(points[index] ?? end, end))
  let left = Math.min(1, Math.max(0, share)) * lengths.reduce((sum, length) => sum + length, 0)
  for (const [index, length] of lengths.entries()) {
    const from = points[index]
    const to = points[index + 1]
    if (from === undefined || to === undefined) break
    if (left <= length) {
      const part = length === 0 ? 0 : left / length
      return rounded({ lng: from.lng + (to.lng - from.lng) * part, lat: from.lat + (to.lat - from.lat) * part })
    }
    left -= length
  }
  const last = points.at(-1)
  return last === undefined ? null : rounded(last)
}

function rounded({ lng, lat }: LngLat): LngLat {
  return { lng: roundDegrees(lng), lat: roundDegrees(lat) }
}
