import 'maplibre-gl/dist/maplibre-gl.css'
import { GeoJSONSource, Map as MapLibre, Marker, ScaleControl, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { ROW_KINDS, type RowChoice } from '../app/view-store.ts'
import { boundsAround, boundsOf, type PlanFeatures } from './features.ts'
import { addMapImages } from './map-images.ts'
import { MAP_PALETTES } from './map-palette.ts'
import { OVERLAY_SOURCES, type MapOverlay } from './overlay.ts'
import { mapStyle, OPTIONAL_LAYERS, type OptionalLayer, type SourceData, type SourceName } from './map-style.ts'

setWorkerUrl(workerUrl)

/** What happens on the map that the window must know. */
export interface MapEvents {
  readonly onRow: (row: RowChoice) => void
  readonly onPosition: (position: { lng: number; lat: number }) => void
  readonly onFailure: (message: string) => void
}

/** The one imperative hold on the map; React never draws a feature. */
export interface MapAdapter {
  readonly setTheme: (theme: 'day' | 'night') => void
  readonly setData: (source: SourceName, data: SourceData) => void
  readonly setPlan: (features: PlanFeatures) => void
  readonly setOverlay: (overlay: MapOverlay) => void
  readonly setOptional: (layers: ReadonlySet<OptionalLayer>) => void
  /** Moves the view so that all plan features are seen. */
  readonly fit: (features: PlanFeatures) => void
  /** Moves the view so that all areas of an overlay are seen. */
  readonly fitOverlay: (overlay: MapOverlay) => void
  readonly zoom: (step: 1 | -1) => void
  /** Marks a place that was looked up and moves the view there; null takes the mark away. */
  readonly showFound: (place: { lng: number; lat: number; name: string } | null) => void
  readonly resize: () => void
  readonly destroy: () => void
}

const CLICKABLE = ['marks', 'routes', 'routes-chosen', 'closures', 'evacuation', 'zones'] as const
/** Beilun at first, until an incident says where to look. */
const HOME = { center: [121.84, 29.88] as [number, number], zoom: 10 }

/** A looked-up place is shown with the streets around it. */
const FOUND_ZOOM = 14

/** Makes the map inside `container`. A machine without WebGL gets the failure in words, not a blank area. */
export function createMapAdapter(container: HTMLElement, theme: 'day' | 'night', events: MapEvents): MapAdapter | null {
  let map: MapLibre
  const origin = window.location.origin
  let present = theme
  let optional: ReadonlySet<OptionalLayer> = new Set()
  const kept = new Map<SourceName, SourceData>()
  try {
    map = new MapLibre({
      container,
      style: mapStyle(MAP_PALETTES[theme], origin, optional),
      ...HOME,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: 0,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
  } catch (error) {
    events.onFailure(error instanceof Error ? error.message : String(error))
    return null
  }
  map.keyboard.disableRotation()
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left')

  const put = (name: SourceName, data: SourceData): void => {
    const source = map.getSource(name)
    // The library's type wants mutable GeoJSON; it only reads what it is given. Failures arrive as the map's error event.
    if (source instanceof GeoJSONSource) void source.setData(data as Parameters<GeoJSONSource['setData']>[0])
  }
  const refill = (): void => {
    addMapImages(map, MAP_PALETTES[present])
    for (const [name, data] of kept) put(name, data)
  }
  map.on('style.load', refill)
  map.on('error', (event) => events.onFailure(event.error.message))
  map.on('click', (event: MapMouseEvent) => {
    const row = rowAt(map, event)
    if (row === null) events.onPosition({ lng: round(event.lngLat.lng), lat: round(event.lngLat.lat) })
    else events.onRow(row)
  })

  // Until an operator moves the map it keeps showing what was asked for, also when its area changes; after that it stays.
  let fitted: [number, number, number, number] | null = null
  let marker: Marker | null = null
  const letGo = (event: { originalEvent?: unknown }): void => {
    if (event.originalEvent !== undefined) fitted = null
  }
  map.on('dragstart', letGo)
  map.on('zoomstart', letGo)
  const fit = (bounds: typeof fitted): void => {
    fitted = bounds
    if (bounds !== null) map.fitBounds(bounds, { padding: 46, maxZoom: 14, animate: false })
  }

  const setData = (name: SourceName, data: SourceData): void => {
    kept.set(name, data)
    put(name, data)
  }
  return {
    setData,
    setTheme: (next) => {
      if (next === present) return
      present = next
      map.setStyle(mapStyle(MAP_PALETTES[next], origin, optional), { diff: false })
    },
    setPlan: (features) => {
      setData('zones', { type: 'FeatureCollection', features: features.zones })
      setData('lines', { type: 'FeatureCollection', features: features.lines })
      setData('points', { type: 'FeatureCollection', features: features.points })
    },
    setOptional: (layers) => {
      optional = layers
      if (!map.isStyleLoaded()) return
      for (const name of OPTIONAL_LAYERS) {
        const visibility = layers.has(name) ? 'visible' : 'none'
        for (const id of name === 'riskAreas' ? ['riskAreas', 'riskPoints'] : [name, `${name}-names`]) {
          map.setLayoutProperty(id, 'visibility', visibility)
        }
      }
    },
    setOverlay: ({ areas, points, roads }) => {
      setData(OVERLAY_SOURCES.areas, { type: 'FeatureCollection', features: areas })
      setData(OVERLAY_SOURCES.points, { type: 'FeatureCollection', features: points })
      setData(OVERLAY_SOURCES.roads, { type: 'FeatureCollection', features: roads })
    },
    fit: (features) => fit(boundsOf(features)),
    fitOverlay: ({ areas }) => fit(boundsAround(areas)),
    showFound: (place) => {
      marker?.remove()
      marker = null
      if (place === null) return
      fitted = null
      const element = document.createElement('div')
      element.className = 'map-found'
      element.textContent = place.name
      marker = new Marker({ element, anchor: 'bottom' }).setLngLat(place).addTo(map)
      map.jumpTo({ center: place, zoom: FOUND_ZOOM })
    },
    zoom: (step) => {
      fitted = null
      map.zoomTo(map.getZoom() + step, { animate: false })
    },
    resize: () => {
      map.resize()
      if (fitted !== null) fit(fitted)
    },
    destroy: () => map.remove(),
  }
}

function rowAt(map: MapLibre, event: MapMouseEvent): RowChoice | null {
  const layers = CLICKABLE.filter((id) => map.getLayer(id) !== undefined)
  for (const feature of map.queryRenderedFeatures(event.point, { layers })) {
    const kind = ROW_KINDS.find((known) => known === feature.properties['rowKind'])
    const id: unknown = feature.properties['rowId']
    if (kind !== undefined && typeof id === 'string' && id !== '') return { kind, id }
  }
  return null
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
