import type { LayerSpecification } from 'maplibre-gl'
import { LABEL_FONT } from './label-fonts.ts'
import type { MapPalette } from './map-palette.ts'

/** What a plan draws over everything else: zones, routes, closures and marks. */
export function planLayers(palette: MapPalette): LayerSpecification[] {
  const zoneColour: ['match', ...unknown[]] = [
    'match',
    ['get', 'kind'],
    ['isolation', 'hot', 'fireIsolation', 'collapse', 'burnt'],
    palette.danger,
    ['protective', 'warm', 'flood'],
    palette.warn,
    palette.other,
  ]
  const colour = zoneColour as unknown as string // the style type has no name for a match expression of colours
  return [
    { id: 'zones', type: 'fill', source: 'zones', paint: { 'fill-color': colour, 'fill-opacity': 0.14 } },
    {
      id: 'zones-danger',
      type: 'fill',
      source: 'zones',
      filter: ['in', ['get', 'kind'], ['literal', ['isolation', 'hot', 'fireIsolation', 'collapse', 'burnt']]],
      paint: { 'fill-pattern': 'hatch-danger', 'fill-opacity': 0.55 },
    },
    {
      id: 'zones-warn',
      type: 'fill',
      source: 'zones',
      filter: ['in', ['get', 'kind'], ['literal', ['protective', 'warm', 'flood']]],
      paint: { 'fill-pattern': 'hatch-warn', 'fill-opacity': 0.45 },
    },
    {
      id: 'zones-edge',
      type: 'line',
      source: 'zones',
      paint: {
        'line-color': ['case', ['get', 'chosen'], palette.chosen, colour],
        'line-width': ['case', ['get', 'chosen'], 4, 2],
      },
    },
    {
      id: 'zones-letters',
      type: 'symbol',
      source: 'zones',
      layout: {
        'text-field': ['get', 'letter'],
        'text-font': [LABEL_FONT],
        'text-size': 15,
        'symbol-placement': 'line',
        'symbol-spacing': 180,
        'text-keep-upright': true,
      },
      paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
    {
      id: 'evacuation',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'evacuation'],
      paint: {
        'line-color': ['case', ['get', 'chosen'], palette.chosen, palette.care],
        'line-width': ['case', ['get', 'chosen'], 4, 1.6],
        'line-dasharray': [1, 1.5],
      },
    },
    {
      id: 'routes',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'route'],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': palette.own, 'line-width': 2.5, 'line-dasharray': [3, 1.6] },
    },
    {
      id: 'routes-chosen',
      type: 'line',
      source: 'lines',
      filter: ['all', ['==', ['get', 'kind'], 'route'], ['get', 'chosen']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.chosen, 'line-width': 5 },
    },
    {
      // A straight estimate through the air must not look like a road to drive: long dashes, and the word on the line.
      id: 'flights',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'flight'],
      paint: {
        'line-color': ['case', ['get', 'chosen'], palette.chosen, palette.own],
        'line-width': ['case', ['get', 'chosen'], 4, 1.6],
        'line-dasharray': [9, 5],
      },
    },
    {
      id: 'flight-words',
      type: 'symbol',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'flight'],
      layout: {
        'text-field': ['get', 'letter'],
        'text-font': [LABEL_FONT],
        'text-size': 12,
        'symbol-placement': 'line',
        'symbol-spacing': 240,
        'text-keep-upright': true,
      },
      paint: { 'text-color': palette.own, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
    {
      id: 'closures',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'closure'],
      paint: { 'line-color': palette.closure, 'line-width': 5, 'line-dasharray': [0.5, 0.5] },
    },
    {
      id: 'marks-chosen',
      type: 'circle',
      source: 'points',
      filter: ['get', 'chosen'],
      paint: {
        'circle-radius': 18,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.chosen,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'marks',
      type: 'symbol',
      source: 'points',
      filter: ['!=', ['get', 'kind'], 'incident'],
      layout: {
        'icon-image': ['get', 'kind'],
        'symbol-sort-key': ['match', ['get', 'kind'], 'unitSaid', 6, 'unitEstimated', 6, 'staging', 5, 'team', 4, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'letter'],
        'text-font': [LABEL_FONT],
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ['case', ['==', ['get', 'kind'], 'unitEstimated'], palette.label, palette.onOwn] },
    },
    {
      // Its own layer on top: the scene is never hidden under another mark or its letter.
      id: 'scene',
      type: 'symbol',
      source: 'points',
      filter: ['==', ['get', 'kind'], 'incident'],
      layout: {
        'icon-image': 'incident',
        'icon-size': 1.35,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'mark-names',
      type: 'symbol',
      source: 'points',
      filter: ['in', ['get', 'kind'], ['literal', ['team', 'staging', 'incident', 'shelter', 'note']]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 12,
        'text-offset': [0, 1.25],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
    {
      // Above the mark, so that they are read beside the name of the place under it.
      id: 'unit-names',
      type: 'symbol',
      source: 'points',
      filter: ['in', ['get', 'kind'], ['literal', ['unitSaid', 'unitEstimated']]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 12,
        'text-radial-offset': 1.25,
        'text-max-width': 14,
        'text-line-height': 1.15,
        'text-variable-anchor': ['bottom', 'right', 'left'],
      },
      paint: { 'text-color': palette.chosen, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ]
}
