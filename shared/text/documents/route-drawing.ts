import type { DrawnFrame, DrawnItem, PaperDrawing } from '../../domain/paper-drawing.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Movement } from '../../domain/plan/movement-plan.ts'
import { distanceM } from '../../kernel/geo.ts'
import type { DocumentGround } from './document-ground.ts'
import { createMapFrame, type LngLat, type MapFrame } from './map-frame.ts'

const HEIGHT_PX = 236
const WHOLE_PX = 300
const NEAR_PX = 350
const GAP_PX = 8
/** Least half width of the near frame: what a driver must know of the last stretch (design rule). */
const NEAR_M = 700
/** A waiting place further off than this is shown without the scene: both would be dots in one frame (design rule). */
const FAR_M = 3000
/** Names of roads in one frame. */
const NAMES_MAX = 4

/** A team's way as a drawing: the whole of it on the left, the last stretch with zones and waiting places on the right. */
export function routeDrawing(ground: DocumentGround, movement: Movement): PaperDrawing {
  const { plan } = ground
  const way = movement.geometry.coordinates.flatMap(toLngLat)
  const scene = plan.incident.location
  const areas = plan.movementPlan.stagingAreas
  const target = areas.find(({ id }) => id === movement.stagingAreaId)?.location ?? scene
  const apartM = distanceM(scene, target)
  const isFar = apartM > FAR_M
  const [middle, reach] = isFar ? [target, NEAR_M] : [scene, Math.max(NEAR_M, apartM * 1.25)]
  return {
    widthPx: WHOLE_PX + GAP_PX + NEAR_PX,
    heightPx: HEIGHT_PX,
    title: `${movement.teamName}到集结点的路线`,
    frames: [
      frameOf(
        [0, 0],
        WHOLE_PX,
        createMapFrame([...way, target, ...(isFar ? [] : [scene])], WHOLE_PX, HEIGHT_PX),
        (map) => {
          const marks = placeItems(plan, movement, map, 'own')
          return [...zoneItems(plan, map), ...wayItems(movement, way, map), ...marks]
        },
      ),
      frameOf([WHOLE_PX + GAP_PX, 0], NEAR_PX, createMapFrame(around(middle, reach), NEAR_PX, HEIGHT_PX), (map) => {
        const marks = placeItems(plan, movement, map, 'all')
        return [
          ...zoneItems(plan, map),
          ...ground.roads.flatMap(({ coordinates }) => lineItem(coordinates.flatMap(toLngLat), 'road', map)),
          ...closureItems(plan, map),
          ...lineItem(way, 'way', map),
          ...sideNames(ground, map),
          ...marks,
          ...windItems(plan),
        ]
      }),
    ],
  }
}

/** What the marks and lines of a route drawing mean. */
export const ROUTE_LEGEND =
  '左：全程；右：现场附近。灾＝事发地，集＝集结点，前＝作战停车点，指＝指挥部，○＝出发；粗线＝行进路线，斜线区＝危险区（不得进入），粗虚线＝封闭路段。示意图，以路牌和现场引导为准。'

function frameOf(
  at: [number, number],
  widthPx: number,
  map: MapFrame,
  items: (map: MapFrame) => readonly DrawnItem[],
): DrawnFrame {
  return { at, widthPx, heightPx: HEIGHT_PX, items: [...items(map), ...map.aids()] }
}

function around({ lng, lat }: LngLat, metres: number): LngLat[] {
  const [dLat, dLng] = [metres / 111_320, metres / (111_320 * Math.cos((lat * Math.PI) / 180))]
  return [
    { lng: lng - dLng, lat: lat - dLat },
    { lng: lng + dLng, lat: lat + dLat },
  ]
}

function lineItem(line: readonly LngLat[], kind: 'way' | 'road' | 'closed' | 'edge', map: MapFrame): DrawnItem[] {
  if (line.length < 2 || !map.touches(line)) return []
  return [{ kind: 'line', line: kind, points: line.map(map.place) }]
}

/** Zones no team waits in, by their edge; those a person closed are left out. */
function zoneItems({ zones }: DispatchPlan, map: MapFrame): DrawnItem[] {
  return zones.flatMap(({ kind, geometry, closed }): DrawnItem[] => {
    const ring = (geometry.coordinates[0] ?? []).flatMap(toLngLat)
    if (closed !== undefined || ring.length < 3 || kind === 'cold' || !map.touches(ring)) return []
    // The cordon is where traffic ends, not where people fall: its edge only.
    if (kind === 'cordon') return [{ kind: 'line', line: 'edge', points: ring.map(map.place) }]
    return [{ kind: 'area', points: ring.map(map.place) }]
  })
}

function closureItems({ movementPlan }: DispatchPlan, map: MapFrame): DrawnItem[] {
  return movementPlan.closures.flatMap(({ geometry }) => {
    if (geometry === null || geometry.type !== 'LineString') return []
    return lineItem(geometry.coordinates.flatMap(toLngLat), 'closed', map)
  })
}

/** The whole way with the names of its longest roads, each at the middle of its stretch. */
function wayItems(movement: Movement, way: readonly LngLat[], map: MapFrame): DrawnItem[] {
  const longest = [...movement.roads].sort((one, other) => other.distanceM - one.distanceM).slice(0, NAMES_MAX)
  let gone = 0
  const stretches = movement.roads.map((road) => {
    const middle = gone + road.distanceM / 2
    gone += road.distanceM
    return { road, middle }
  })
  const names = stretches.flatMap(({ road, middle }) => {
    const at = longest.includes(road) ? alongWay(way, gone === 0 ? 0 : middle / gone) : null
    return at === null ? [] : map.name(road.name, map.place(at))
  })
  return [...lineItem(way, 'way', map), ...names]
}

/** Names of side roads in the near frame, where they pass closest to its middle. */
function sideNames({ roads }: DocumentGround, map: MapFrame): DrawnItem[] {
  const [middleX, middleY] = [map.widthPx / 2, map.heightPx / 2]
  const nearest = new Map<string, { at: [number, number]; from: number }>()
  for (const { name, coordinates } of roads) {
    if (name === '') continue
    for (const place of coordinates.flatMap(toLngLat)) {
      const at = map.place(place)
      const from = Math.hypot(at[0] - middleX, at[1] - middleY)
      if (map.holds(at) && from < (nearest.get(name)?.from ?? Infinity)) nearest.set(name, { at, from })
    }
  }
  return [...nearest]
    .sort(([one, a], [other, b]) => a.from - b.from || (one < other ? -1 : 1))
    .slice(0, NAMES_MAX)
    .flatMap(([name, { at }]) => map.name(name, at))
}

/** Marks, what matters most at its very place: the scene, the team's own waiting place, its start, then the others. */
function placeItems(
  { incident, movementPlan }: DispatchPlan,
  movement: Movement,
  map: MapFrame,
  which: 'own' | 'all',
): DrawnItem[] {
  const [start] = movement.geometry.coordinates.flatMap(toLngLat)
  const areas = movementPlan.stagingAreas
  const own = areas.filter(({ id }) => id === movement.stagingAreaId)
  const others =
    which === 'own' ? [] : areas.filter(({ id, kind }) => id !== movement.stagingAreaId && kind !== 'staging')
  const places = [
    { mark: 'scene', location: incident.location } as const,
    ...own.map(({ kind, location }) => ({ mark: kind, location })),
    ...(start === undefined ? [] : [{ mark: 'start', location: start } as const]),
    ...others.map(({ kind, location }) => ({ mark: kind, location })),
  ]
  return places
    .filter(({ location }) => map.holds(map.place(location)))
    .map(({ mark, location }): DrawnItem => ({ kind: 'mark', mark, at: map.markAt(map.place(location)) }))
}

/** The wind over the scene: an arrow the way it blows. */
function windItems({ incident }: DispatchPlan): DrawnItem[] {
  const from = incident.weather?.windFromDeg
  if (from === undefined || from === null) return [{ kind: 'words', at: [8, 22], text: '风向未知', anchor: 'start' }]
  const towards = ((from + 180) * Math.PI) / 180
  const [dx, dy] = [Math.sin(towards) * 20, -Math.cos(towards) * 20]
  return [
    { kind: 'words', at: [8, 22], text: '风', anchor: 'start' },
    { kind: 'arrow', from: [48 - dx, 26 - dy], to: [48 + dx, 26 + dy] },
  ]
}

/** The place a part of the way along, 0 to 1. */
function alongWay(way: readonly LngLat[], part: number): LngLat | null {
  const legs = way.slice(1).map((to, index) => ({ from: way[index] ?? to, to }))
  const lengths = legs.map(({ from, to }) => distanceM(from, to))
  let left = part * lengths.reduce((sum, length) => sum + length, 0)
  for (const [index, { from, to }] of legs.entries()) {
    const length = lengths[index] ?? 0
    if (left <= length && length > 0) {
      const share = left / length
      return { lng: from.lng + (to.lng - from.lng) * share, lat: from.lat + (to.lat - from.lat) * share }
    }
    left -= length
  }
  return way.at(-1) ?? null
}

function toLngLat([lng, lat]: readonly number[]): LngLat[] {
  return lng === undefined || lat === undefined ? [] : [{ lng, lat }]
}
