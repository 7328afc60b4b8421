import type { CoordinateReport } from './coordinates/assess-coordinates.ts'

/** One fault of an imported file. Line 1 is the header; 0 = the file as a whole. */
export interface RowProblem {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code: string
  /** For the operator: what is wrong and what to do. */
  readonly message: string
}

/** West, south, east, north in WGS84 degrees. */
export type BoundingBox = [west: number, south: number, east: number, north: number]

/** What became of one file of an import. `read` = `new` + `changed` + `unchanged` + `refused` (+ `outside`). */
export interface FileReport {
  readonly file: string
  readonly kind: string
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly problems: readonly RowProblem[]
  /** Excel and map formats: what was read but deserves a look, one entry for each column and cause; none of it refuses a row. */
  readonly notes?: readonly RowProblem[]
  readonly bbox?: BoundingBox
  /** OSM roads only: ways of `read` whose nodes the extract does not hold; they count as neither new nor refused. */
  readonly outside?: number
}

/** The answer of an import; `ok` false = something was refused. */
export interface ImportReport {
  readonly ok: boolean
  /** In which coordinate system the files are written, with the evidence; a question in it stops the import. */
  readonly crs?: CoordinateReport
  readonly files: readonly FileReport[]
}
