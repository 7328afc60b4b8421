import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../app/console-context.tsx'
import { useView } from '../app/view-store.ts'
import { NO_FEATURES } from './features.ts'
import { MapView } from './map-view.tsx'
import type { MapOverlay, OverlayTone } from './overlay.ts'
import { useLibraryLayers } from './use-library-layers.ts'

/** A map of the district with something laid over its streets and roads, and what its signs mean. */
export function AreaMap(props: {
  overlay: MapOverlay
  legend: readonly { readonly tone: OverlayTone; readonly words: string }[]
  enlarged: boolean
  onEnlarge: (() => void) | null
  className: string
  testId: string
}): ReactNode {
  const { view } = useConsole()
  const theme = useView(view, (state) => state.theme)
  const { layers } = useLibraryLayers()
  const dataset = useQuery(appContract.reference.dataset, {}).value
  return (
    <div className={`area-map ${props.className}`} data-testid={props.testId}>
      <MapView
        layers={layers}
        features={NO_FEATURES}
        overlay={props.overlay}
        isOverlayMap
        fitKey={props.overlay.areas.length === 0 ? '' : `${dataset?.version ?? ''} ${props.overlay.areas.length}`}
        theme={theme}
        schematicRoads={dataset?.roadsSchematic ?? false}
        wind={null}
        enlarged={props.enlarged}
        onEnlarge={props.onEnlarge}
        onRow={() => undefined}
        onPosition={() => undefined}
      />
      <ul className="area-legend">
        {props.legend.map(({ tone, words }) => (
          <li key={tone}>
            <span className={`area-sign area-sign-${tone}`} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
