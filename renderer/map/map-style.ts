import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { LABEL_FONT, labelFontFaces } from './label-fonts.ts'
import type { MapPalette } from './map-palette.ts'
import { OVERLAY_SOURCES, overlayLayers } from './overlay.ts'
import { planLayers } from './plan-layers.ts'

/** Files under `/map/` that lie under everything. */
export const GROUND_FILES = ['land', 'islands', 'coast', 'water', 'districts', 'towns'] as const
/** One label point a town: labels of the areas themselves would repeat in every tile. */
export const TOWN_SEATS = 'townSeats'
/** Library layers that are always drawn, and those an operator switches on. */
export const FIXED_LAYERS = ['roads', 'places'] as const
export const OPTIONAL_LAYERS = ['teams', 'shelters', 'hospitals', 'stores', 'riskAreas'] as const
export const PLAN_SOURCES = ['zones', 'lines', 'points'] as const
export type OptionalLayer = (typeof OPTIONAL_LAYERS)[number]
export type SourceName =
  | (typeof GROUND_FILES)[number]
  | typeof TOWN_SEATS
  | (typeof FIXED_LAYERS)[number]
  | OptionalLayer
  | (typeof OVERLAY_SOURCES)[keyof typeof OVERLAY_SOURCES]
  | (typeof PLAN_SOURCES)[number]

/** All sources, each GeoJSON and empty until its data arrive. */
export const SOURCE_NAMES: readonly SourceName[] = [
  ...GROUND_FILES,
  TOWN_SEATS,
  ...FIXED_LAYERS,
  ...OPTIONAL_LAYERS,
  ...Object.values(OVERLAY_SOURCES),
  ...PLAN_SOURCES,
]

export interface SourceData {
  readonly type: 'FeatureCollection'
  readonly features: readonly unknown[]
}

/** The whole style of the map for a palette; data are set by the adapter. */
export function mapStyle(
  palette: MapPalette,
  origin: string,
  optional: ReadonlySet<OptionalLayer>,
): StyleSpecification {
  return {
    version: 8,
    'font-faces': labelFontFaces(origin),
    sources: Object.fromEntries(
      SOURCE_NAMES.map((name) => [name, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }]),
    ),
    layers: [...ground(palette), ...library(palette, optional), ...overlayLayers(palette), ...planLayers(palette)],
  }
}

function ground(palette: MapPalette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    { id: 'islands', type: 'fill', source: 'islands', paint: { 'fill-color': palette.land } },
    { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': palette.coast, 'line-width': 0.8 } },
    {
      id: 'water',
      type: 'line',
      source: 'water',
      paint: { 'line-color': palette.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 1.5, 14, 6] },
    },
    {
      id: 'towns',
      type: 'line',
      source: 'towns',
      minzoom: 10,
      paint: { 'line-color': palette.border, 'line-width': 0.8, 'line-dasharray': [4, 3] },
    },
    {
      id: 'districts',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': palette.border, 'line-width': 1.6, 'line-dasharray': [6, 2] },
    },
  ]
}

function library(palette: MapPalette, optional: ReadonlySet<OptionalLayer>): LayerSpecification[] {
  const shown = (name: OptionalLayer): 'visible' | 'none' => (optional.has(name) ? 'visible' : 'none')
  const main: LayerSpecification = {
    id: 'roads',
    type: 'line',
    source: 'roads',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ['match', ['get', 'class'], ['motorway', 'trunk', 'primary'], palette.mainRoad, palette.road],
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        ['match', ['get', 'class'], ['motorway', 'trunk'], 1.6, 'primary', 1.1, 0.5],
        15,
        ['match', ['get', 'class'], ['motorway', 'trunk'], 7, 'primary', 5, 3],
      ],
    },
  }
  const symbols = (['teams', 'shelters', 'hospitals', 'stores'] as const).map((name): LayerSpecification => ({
    id: name,
    type: 'circle',
    source: name,
    layout: { visibility: shown(name) },
    paint: {
      'circle-radius': 4,
      'circle-color': name === 'teams' ? palette.own : name === 'stores' ? palette.other : palette.care,
      'circle-opacity': 0.75,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': 1,
    },
  }))
  const names = (['teams', 'shelters', 'hospitals', 'stores'] as const).map((name): LayerSpecification => ({
    id: `${name}-names`,
    type: 'symbol',
    source: name,
    minzoom: 12.5,
    layout: {
      visibility: shown(name),
      'text-field': ['get', 'name'],
      'text-font': [LABEL_FONT],
      'text-size': 11,
      'text-offset': [0, 1],
      'text-anchor': 'top',
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  }))
  return [
    main,
    {
      id: 'riskAreas',
      type: 'fill',
      source: 'riskAreas',
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { visibility: shown('riskAreas') },
      paint: { 'fill-pattern': 'hatch-other', 'fill-opacity': 0.6 },
    },
    {
      id: 'riskPoints',
      type: 'circle',
      source: 'riskAreas',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { visibility: shown('riskAreas') },
      paint: { 'circle-radius': 4, 'circle-color': palette.other },
    },
    {
      id: 'road-names',
      type: 'symbol',
      source: 'roads',
      minzoom: 11.5,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['coalesce', ['get', 'name'], ''],
        'text-font': [LABEL_FONT],
        'text-size': 11,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      minzoom: 11,
      layout: { 'text-field': ['get', 'name'], 'text-font': [LABEL_FONT], 'text-size': 11, 'text-padding': 6 },
      paint: {
        'text-color': palette.label,
        'text-opacity': 0.85,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'town-names',
      type: 'symbol',
      source: TOWN_SEATS,
      minzoom: 9,
      maxzoom: 13,
      layout: { 'text-field': ['get', 'name'], 'text-font': [LABEL_FONT], 'text-size': 13 },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
    ...symbols,
    ...names,
  ]
}
