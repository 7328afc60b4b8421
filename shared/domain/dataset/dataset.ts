import * as z from 'zod'
import type { Position } from '../../kernel/geo.ts'
import type { RowOf } from './table-definition.ts'
import type { TableName, TABLES } from './tables.ts'

/** `dataset.json`: what a data set is, from when, and where its records come from. */
export const DatasetHead = z.looseObject({
  schema: z.literal('dataset/1'),
  id: z.string().min(1),
  name: z.string().min(1),
  region: z.string(),
  asOf: z.string(),
  isDemo: z.boolean(),
  /** System of the positions in the files of an import; positions are stored in WGS84, and so is this. Absent = undeclared. */
  crs: z.enum(['wgs84', 'gcj02', 'bd09']).optional(),
  sources: z.array(z.looseObject({ name: z.string() })),
  /** Figures of the source plans that contradict each other; both are shown, never averaged. */
  conflicts: z
    .array(
      z.looseObject({
        key: z.string(),
        title: z.string(),
        statements: z.array(z.looseObject({ value: z.string(), source: z.string() })),
        used: z.string().optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
})
export type DatasetHead = z.infer<typeof DatasetHead>

/** One road line between two nodes. Lines join only at `fromNode` and `toNode`. */
export interface Road {
  id: string
  name: string
  altNames: string[]
  ref: string
  /** OSM-like class: motorway, trunk, primary, secondary, tertiary, service, … */
  class: string
  speedKmh: number | null
  /** `yes` = passable in drawing order only, `-1` = against it, `no` = both ways. */
  oneway: 'yes' | 'no' | '-1'
  bridge: boolean
  tunnel: boolean
  maxHeightM: number | null
  maxWeightT: number | null
  /** `no` = vehicles with dangerous goods are barred. */
  hazmat: string
  /** True when the line is known to flood. */
  floods: boolean
  fromNode: string
  toNode: string
  coordinates: Position[]
  lengthM: number
  isDemo: boolean
  /**
   * Columns without a place of their own. Read by the planner: `wait_s` (ferry or gate), `gate` (`locked`, `closed`,
   * `unknown`), `gate_key` (who opens).
   */
  extras?: Readonly<Record<string, string>>
}

/** An administrative or statistical area. */
export interface Area {
  code: string
  name: string
  /** `district`, `town`, `neighbour`. */
  level: string
  /** Polygons, each with its rings. */
  polygons: Position[][][]
}

/** A geological risk area, low point or flash-flood valley. */
export interface RiskArea {
  id: string
  name: string
  kind: string
  level: string
  people: number | null
  /** A polygon's rings, or a single point. */
  rings: Position[][] | null
  point: Position | null
}

/** A whole data set as values: all tables plus roads, areas and risk areas. */
export type Dataset = { readonly [K in TableName]: readonly RowOf<(typeof TABLES)[K]>[] } & {
  readonly head: DatasetHead
  /** `sha256:…` over the canonical content: same data, same version. */
  readonly version: string
  readonly roads: readonly Road[]
  /** True when the network is hand-drawn (示意路网). */
  readonly roadsSchematic: boolean
  readonly areas: readonly Area[]
  readonly riskAreas: readonly RiskArea[]
}
