import type { CoordinateSystem } from '../coordinates/coordinate-system.ts'
import type { RowProblem } from '../import-report.ts'
import type { RecordKind } from '../record-kind.ts'

/** Features of one layer, whatever kind of file they came from. */
export interface FeatureLayer {
  /** Name in reports: the file, with the folder of a KML in brackets. */
  readonly label: string
  /** What the layer says of its records' kind, beyond the file's name; null when it says nothing. */
  readonly kind: RecordKind | null
  /** GeoJSON features as read, unchecked. */
  readonly features: readonly unknown[]
  /** Members of the layer itself, such as `name` and `schematic`. */
  readonly head: Readonly<Record<string, unknown>>
  readonly declaredSystem: CoordinateSystem | null
  /** Features that are refused whatever their kind, by line (the first feature is 1). */
  readonly faults?: readonly RowProblem[]
  /** What was read but deserves a look. */
  readonly notes: readonly RowProblem[]
}

/** Most features of one layer. */
export const MAX_FEATURES = 1_000_000

/** Longest text of one property, characters: the limit of an Excel cell, so that every format can hold it. */
export const MAX_TEXT_CHARACTERS = 32_767

/** A number without exponent: `1e-7` is no number to the checks of a cell. */
export function plainNumberText(value: number): string {
  const text = String(value)
  return text.includes('e-') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}

/** A note on a whole layer; `value` counts the features concerned. */
export function layerNote(code: string, count: number, message: string): RowProblem {
  return { line: 0, column: 'geometry', value: String(count), code, message }
}
