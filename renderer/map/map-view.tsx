import { Button } from '@blueprintjs/core'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { RowChoice } from '../app/view-store.ts'
import { useText } from '../text/text.ts'
import { sceneOf, type PlanFeatures } from './features.ts'
import { readGround } from './ground-data.ts'
import { createMapAdapter, type MapAdapter } from './map-adapter.ts'
import { LayerMenu, LegendMenu } from './map-menus.tsx'
import type { OptionalLayer } from './map-style.ts'
import { NO_OVERLAY, type MapOverlay } from './overlay.ts'
import type { useLibraryLayers } from './use-library-layers.ts'
import { WindArrow } from './wind-arrow.tsx'

/** The situation map with its notes, legend and layer switches. */
export function MapView(props: {
  layers: ReturnType<typeof useLibraryLayers>['layers']
  features: PlanFeatures
  /** Laid over the ground under the plan. */
  overlay?: MapOverlay
  /** True where the overlay is what the map is for: its areas are shown whole, and there is no scene. */
  isOverlayMap?: boolean
  /** Further switches of the layer menu, and a note on what they show. */
  moreLayers?: ReactNode
  note?: ReactNode
  /** When this changes, and only then, the view moves to show everything. */
  fitKey: string
  theme: 'day' | 'night'
  schematicRoads: boolean
  wind: { readonly fromDeg: number | null; readonly speedMs: number | null } | null
  /** A place that was looked up. */
  found?: { readonly lng: number; readonly lat: number; readonly name: string } | null
  onFoundAway?: () => void
  enlarged: boolean
  /** Null where it is as large as it gets. */
  onEnlarge: (() => void) | null
  onRow: (row: RowChoice) => void
  onPosition: (position: { lng: number; lat: number }) => void
}): ReactNode {
  const text = useText()
  const area = useRef<HTMLDivElement>(null)
  const adapter = useRef<MapAdapter | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [optional, setOptional] = useState<ReadonlySet<OptionalLayer>>(new Set())
  const { layers, features, fitKey, theme, overlay = NO_OVERLAY, isOverlayMap = false, found = null } = props
  const onRow = useEffectEvent((row: RowChoice) => props.onRow(row))
  const onPosition = useEffectEvent((position: { lng: number; lat: number }) => props.onPosition(position))
  const firstTheme = useEffectEvent(() => theme)

  useEffect(() => {
    const container = area.current
    if (container === null) return
    const made = createMapAdapter(container, firstTheme(), {
      onRow: (row) => onRow(row),
      onPosition: (position) => onPosition(position),
      onFailure: setFailure,
    })
    adapter.current = made
    if (made === null) return
    void readGround(made.setData, setFailure)
    const sizes = new ResizeObserver(() => made.resize())
    sizes.observe(container)
    return () => {
      sizes.disconnect()
      made.destroy()
      adapter.current = null
    }
  }, [])
  useEffect(() => {
    for (const [name, layer] of Object.entries(layers)) {
      if (layer !== null && isLayer(name, layers)) adapter.current?.setData(name, layer)
    }
  }, [layers])
  useEffect(() => adapter.current?.setOverlay(overlay), [overlay])
  useEffect(() => adapter.current?.setPlan(features), [features])
  useEffect(() => adapter.current?.setTheme(theme), [theme])
  useEffect(() => adapter.current?.setOptional(optional), [optional])
  const fitNow = useEffectEvent(() => {
    if (isOverlayMap) adapter.current?.fitOverlay(overlay)
    else adapter.current?.fit(sceneOf(features))
  })
  useEffect(() => {
    if (fitKey !== '') fitNow()
  }, [fitKey])

  // After the view was fitted: what was looked up just now is what the operator wants to see.
  useEffect(() => adapter.current?.showFound(found), [found])

  return (
    <section className="map" aria-label={text('map.label')} data-testid="map">
      <div ref={area} className="map-area" />
      {failure === null ? null : (
        <p className="map-failure" role="alert">
          {text('map.unavailable', { message: failure })}
        </p>
      )}
      <div className="map-tools">
        {found === null ? null : (
          <Button size="small" onClick={() => props.onFoundAway?.()} text={`× ${found.name}`} data-testid="map-found" />
        )}
        {isOverlayMap ? null : <LegendMenu />}
        <LayerMenu
          more={props.moreLayers}
          optional={optional}
          onToggle={(layer) => {
            const next = new Set(optional)
            if (!next.delete(layer)) next.add(layer)
            setOptional(next)
          }}
        />
        {isOverlayMap ? null : (
          <Button
            size="small"
            onClick={() => adapter.current?.fit(sceneOf(features))}
            text={text('map.scene')}
            data-testid="map-scene"
          />
        )}
        <Button
          size="small"
          onClick={() => (isOverlayMap ? adapter.current?.fitOverlay(overlay) : adapter.current?.fit(features))}
          text={text('map.fit')}
          data-testid="map-fit"
        />
        <Button size="small" onClick={() => adapter.current?.zoom(1)} text="＋" aria-label={text('map.zoomIn')} />
        <Button size="small" onClick={() => adapter.current?.zoom(-1)} text="－" aria-label={text('map.zoomOut')} />
        {props.onEnlarge === null ? null : (
          <Button
            size="small"
            onClick={props.onEnlarge}
            text={props.enlarged ? text('map.restore') : text('map.enlarge')}
            title="Alt+M"
            data-testid="map-enlarge"
          />
        )}
      </div>
      {props.wind === null ? null : <WindArrow fromDeg={props.wind.fromDeg} speedMs={props.wind.speedMs} />}
      <div className="map-notes">
        {props.note}
        {props.schematicRoads ? (
          <span className="warn strong" data-testid="map-schematic-note">
            {text('map.schematicNote')}
          </span>
        ) : null}
        <span>{text('map.attribution')}</span>
      </div>
    </section>
  )
}

function isLayer<T extends object>(name: string, layers: T): name is Extract<keyof T, string> {
  return Object.hasOwn(layers, name)
}
