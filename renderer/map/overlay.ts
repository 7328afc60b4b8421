import type { LayerSpecification } from 'maplibre-gl'
import { LABEL_FONT } from './label-fonts.ts'
import type { MapPalette } from './map-palette.ts'

/** How an area or road of the overlay is drawn; hatching or dashes say the same as the colour. */
export const OVERLAY_TONES = ['bad', 'middle', 'good', 'few'] as const
export type OverlayTone = (typeof OVERLAY_TONES)[number]

interface OverlayFeature {
  readonly type: 'Feature'
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
  readonly properties: { readonly tone: OverlayTone; readonly label: string }
}

/** What a page lays over the ground, under the plan: areas with a label point each, and road lines. */
export interface MapOverlay {
  readonly areas: readonly OverlayFeature[]
  readonly points: readonly OverlayFeature[]
  readonly roads: readonly OverlayFeature[]
}

export const NO_OVERLAY: MapOverlay = { areas: [], points: [], roads: [] }

/** Sources of the overlay, by the part of it they show. */
export const OVERLAY_SOURCES = { areas: 'overlayAreas', points: 'overlayPoints', roads: 'overlayRoads' } as const

/** Layers of the overlay: crossed hatching for bad, wide hatching for middle, plain for good, empty for too few to say. */
export function overlayLayers(palette: MapPalette): LayerSpecification[] {
  const { areas, points, roads } = OVERLAY_SOURCES
  const colour: string = [
    ...['match', ['get', 'tone'], 'bad', palette.danger, 'middle', palette.warn, 'good', palette.care],
    palette.border,
  ] as unknown as string // the style type has no name for a match expression of colours
  const hatched = (tone: OverlayTone, pattern: string): LayerSpecification => ({
    ...{ id: `overlay-${tone}`, type: 'fill', source: areas },
    filter: ['==', ['get', 'tone'], tone],
    paint: { 'fill-pattern': pattern, 'fill-opacity': 0.5 },
  })
  return [
    {
      ...{ id: 'overlay-areas', type: 'fill', source: areas },
      filter: ['!=', ['get', 'tone'], 'few'],
      paint: { 'fill-color': colour, 'fill-opacity': 0.22 },
    },
    hatched('bad', 'hatch-danger'),
    hatched('middle', 'hatch-warn'),
    { id: 'overlay-edges', type: 'line', source: areas, paint: { 'line-color': palette.border, 'line-width': 1.2 } },
    {
      ...{ id: 'overlay-roads', type: 'line', source: roads },
      filter: ['!=', ['get', 'tone'], 'bad'],
      paint: { 'line-color': colour, 'line-width': ['match', ['get', 'tone'], 'good', 4, 2.4] },
    },
    {
      ...{ id: 'overlay-roads-out', type: 'line', source: roads },
      filter: ['==', ['get', 'tone'], 'bad'],
      paint: { 'line-color': palette.danger, 'line-width': 2.4, 'line-dasharray': [1, 1.4] },
    },
    {
      ...{ id: 'overlay-labels', type: 'symbol', source: points },
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [LABEL_FONT],
        'text-size': 14,
        // The name of the street stands at its seat already.
        'text-offset': [0, 1.2],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 2.2 },
    },
  ]
}
