import type { RowKind } from '../app/view-store.ts'

/** A GeoJSON geometry as the map takes it. */
export interface MapGeometry {
  readonly type: 'Point' | 'LineString' | 'Polygon'
  readonly coordinates: readonly unknown[]
}

/** What a feature on the map carries: how it is drawn, and the row it stands for. */
export interface MapProperties {
  readonly kind: string
  readonly name: string
  readonly letter: string
  readonly rowKind: RowKind | ''
  readonly rowId: string
  readonly chosen: boolean
}

export interface MapFeature {
  readonly type: 'Feature'
  readonly geometry: MapGeometry
  readonly properties: MapProperties
}

/** Features of the plan by the source they are drawn from. */
export interface PlanFeatures {
  readonly zones: readonly MapFeature[]
  readonly lines: readonly MapFeature[]
  readonly points: readonly MapFeature[]
}

export const NO_FEATURES: PlanFeatures = { zones: [], lines: [], points: [] }

/** Kinds of marks that belong to the scene itself; the rest may lie far away. */
const SCENE_MARKS: ReadonlySet<string> = new Set(['incident', 'staging', 'population'])

/** The features around the scene: zones, staging, people to move. */
export function sceneOf(features: PlanFeatures): PlanFeatures {
  return {
    zones: features.zones,
    lines: [],
    points: features.points.filter((point) => SCENE_MARKS.has(point.properties.kind)),
  }
}

/** West, south, east, north of all features; null when there are none. */
export function boundsOf(features: PlanFeatures): [number, number, number, number] | null {
  return boundsAround([...features.zones, ...features.lines, ...features.points])
}

/** West, south, east, north of some features; null when there are none. */
export function boundsAround(
  features: readonly { readonly geometry: { readonly coordinates: unknown } }[],
): [number, number, number, number] | null {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const { geometry } of features) if (Array.isArray(geometry.coordinates)) extend(bounds, geometry.coordinates)
  return bounds[0] > bounds[2] ? null : bounds
}

function extend(bounds: [number, number, number, number], coordinates: readonly unknown[]): void {
  const [lng, lat] = coordinates
  if (typeof lng === 'number' && typeof lat === 'number') {
    bounds[0] = Math.min(bounds[0], lng)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lng)
    bounds[3] = Math.max(bounds[3], lat)
    return
  }
  for (const part of coordinates) if (Array.isArray(part)) extend(bounds, part)
}
