/** Packages without types of their own, as far as they are used. */
declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon given as rings of [x, y]. */
  export default function polylabel(polygon: readonly (readonly (readonly number[])[])[], precision?: number): number[]
}

declare module 'shpjs' {
  /** Geometries of a `.shp` in order, null for records without one. */
  export function parseShp(shp: Uint8Array): unknown[]
}
