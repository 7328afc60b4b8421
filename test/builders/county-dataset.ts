import type { Dataset, Road } from '#shared/domain/dataset/dataset.ts'
import { digestOf } from '#shared/kernel/digest.ts'

/** Size of a county as planning is measured for: teams, vehicles, directed edges of the road network. */
export interface CountySize {
  readonly teams: number
  readonly vehicles: number
  /** Nodes along one side of the square grid of roads; n gives 4·n·(n − 1) directed edges. */
  readonly gridNodes: number
}

/** 500 teams, 5 000 vehicles and 99 224 directed edges. */
export const COUNTY: CountySize = { teams: 500, vehicles: 5000, gridNodes: 158 }

/** A data set grown to the size of a county: its own teams and vehicles over and over at other places, on a grid of roads. */
export function growToCounty(dataset: Dataset, { teams: teamCount, vehicles: count, gridNodes }: CountySize): Dataset {
  const round = (index: number, length: number): number => Math.floor(index / length)
  const teams = Array.from({ length: teamCount }, (_, index) => {
    const own = dataset.teams[index % dataset.teams.length]
    if (own === undefined) throw new Error('a data set without teams cannot be grown')
    const copy = round(index, dataset.teams.length)
    const shift = copy * 0.013
    return copy === 0 ? own : { ...own, id: `${own.id}-c${copy}`, lng: own.lng + shift, lat: own.lat - shift / 2 }
  })
  const kinds = dataset.vehicles
  const vehicles = Array.from({ length: count }, (_, index) => {
    const own = kinds[index % kinds.length]
    const team = teams[index % teams.length]
    if (own === undefined || team === undefined) throw new Error('a data set without vehicles cannot be grown')
    return { ...own, id: `v${String(index)}`, plate: '', teamId: team.id }
  })
  const roads = gridOfRoads(gridNodes)
  const version = digestOf({ of: dataset.version, teamCount, count, gridNodes })
  return { ...dataset, version, teams, vehicles, roads, roadsSchematic: true }
}

/** A square grid of two-way roads over the district. */
function gridOfRoads(nodes: number): Road[] {
  const [west, south, widthDeg, heightDeg] = [121.6, 29.7, 0.5, 0.32]
  const at = (x: number, y: number): [number, number] => [
    west + (widthDeg * x) / (nodes - 1),
    south + (heightDeg * y) / (nodes - 1),
  ]
  const places = Array.from(
    { length: nodes * nodes },
    (_, index) => [index % nodes, Math.floor(index / nodes)] as const,
  )
  return places.flatMap(([x, y]) =>
    [[x + 1, y] as const, [x, y + 1] as const].flatMap(([toX, toY]): Road[] => {
      if (toX >= nodes || toY >= nodes) return []
      const isAlong = toX > x
      return [
        {
          id: `g${String(x)}-${String(y)}-${isAlong ? 'e' : 'n'}`,
          ...{ name: '', altNames: [], ref: '', class: (x + y) % 9 === 0 ? 'primary' : 'tertiary', speedKmh: null },
          ...{ oneway: 'no', bridge: false, tunnel: false, maxHeightM: null, maxWeightT: null, hazmat: 'yes' },
          ...{ floods: false, fromNode: `n${String(x)}-${String(y)}`, toNode: `n${String(toX)}-${String(toY)}` },
          coordinates: [at(x, y), at(toX, toY)],
          lengthM: Math.round(isAlong ? (widthDeg * 96_600) / (nodes - 1) : (heightDeg * 111_000) / (nodes - 1)),
          isDemo: true,
        },
      ]
    }),
  )
}
