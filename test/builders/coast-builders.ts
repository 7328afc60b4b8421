import type { Dataset, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import { angleBetweenDeg, bearingDeg, destinationOf, distanceM, type LngLat } from '#shared/kernel/geo.ts'
import { aTeam } from './force-builders.ts'
import { aRoad } from './force-roads.ts'

/** What lies on one side of the scene. */
export interface Coast {
  /** `sea`: no roads; `hill`: roads under mapped slopes; `none`: open country. */
  readonly kind: 'sea' | 'hill' | 'none'
  readonly towardsDeg: number
  readonly halfWidthDeg: number
  /** Where the sea or hill begins, metres from the scene. */
  readonly fromM: number
  /** Share of the roads left out, so that no two grids are alike; 0 to 1. */
  readonly gaps: number
  readonly seed: number
}

const HALF_COUNT = 9
const CELL_M = 450

/** A grid of roads around a scene, without those in the sea and with slopes over those on the hill, and four stations. */
export function aCoast(scene: LngLat, coast: Coast): Pick<Dataset, 'roads' | 'riskAreas' | 'teams'> {
  const random = sequence(coast.seed)
  const isBeyond = (place: LngLat): boolean =>
    distanceM(scene, place) >= coast.fromM &&
    angleBetweenDeg(bearingDeg(scene, place), coast.towardsDeg) <= coast.halfWidthDeg
  const node = (column: number, row: number): LngLat => {
    const east = destinationOf(scene, 90, (column + 0.37) * CELL_M)
    return destinationOf(east, 0, (row + 0.29) * CELL_M)
  }
  const roads: Road[] = []
  const riskAreas: RiskArea[] = []
  const lay = (column: number, row: number, toColumn: number, toRow: number): void => {
    const ends = [node(column, row), node(toColumn, toRow)]
    const isCut = random() < coast.gaps
    if (isCut || (coast.kind === 'sea' && ends.some(isBeyond))) return
    const id = `r${column}_${row}_${toColumn}_${toRow}`
    roads.push(
      aRoad({
        id,
        fromNode: `n${column}_${row}`,
        toNode: `n${toColumn}_${toRow}`,
        coordinates: ends.map(({ lng, lat }) => [lng, lat]),
      }),
    )
    const [middle] = ends
    if (coast.kind === 'hill' && middle !== undefined && ends.some(isBeyond)) riskAreas.push(aSlope(id, middle))
  }
  for (let column = -HALF_COUNT; column <= HALF_COUNT; column += 1)
    for (let row = -HALF_COUNT; row <= HALF_COUNT; row += 1) {
      if (column < HALF_COUNT) lay(column, row, column + 1, row)
      if (row < HALF_COUNT) lay(column, row, column, row + 1)
    }
  const teams = [45, 135, 225, 315].map((towardsDeg, index) =>
    aTeam({ id: `station-${index}`, type: 'NFR', ...destinationOf(scene, towardsDeg, 4500) }),
  )
  return { roads, riskAreas, teams }
}

/** A mapped slope as wide as a cell of the grid around a place. */
function aSlope(id: string, { lng, lat }: LngLat): RiskArea {
  const d = 0.005
  const ring = [
    [lng - d, lat - d],
    [lng + d, lat - d],
    [lng + d, lat + d],
    [lng - d, lat + d],
    [lng - d, lat - d],
  ]
  return {
    id: `slope-${id}`,
    name: `坡地${id}`,
    kind: 'geo_hazard',
    level: '高',
    people: 0,
    rings: [ring],
    point: null,
  }
}

/** Numbers between 0 and 1 that follow from a seed (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
