import { Button, PopoverNext } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText, type TextKey } from '../text/text.ts'
import { OPTIONAL_LAYERS, type OptionalLayer } from './map-style.ts'

/** Symbol class and words of each thing the map shows. */
const LEGEND: readonly { readonly mark: string; readonly words: TextKey }[] = [
  { mark: 'incident', words: 'map.incident' },
  { mark: 'team', words: 'map.team' },
  { mark: 'unit-said', words: 'board.legend.said' },
  { mark: 'unit-estimated', words: 'board.legend.estimated' },
  { mark: 'staging', words: 'plan.section.staging' },
  { mark: 'zone-danger', words: 'map.zoneHot' },
  { mark: 'zone-warn', words: 'map.zoneProtective' },
  { mark: 'zone-other', words: 'map.zoneOther' },
  { mark: 'route', words: 'map.route' },
  { mark: 'flight', words: 'map.flight' },
  { mark: 'evacuation', words: 'map.evacuation' },
  { mark: 'closure', words: 'map.closure' },
  { mark: 'population', words: 'map.population' },
  { mark: 'shelter', words: 'map.shelter' },
  { mark: 'hospital', words: 'map.hospital' },
  { mark: 'store', words: 'map.store' },
]

const LAYER_WORDS: Readonly<Record<OptionalLayer, TextKey>> = {
  teams: 'map.otherTeam',
  shelters: 'map.shelter',
  hospitals: 'map.hospital',
  stores: 'map.store',
  riskAreas: 'map.risk',
}

/** What the signs on the map mean. */
export function LegendMenu(): ReactNode {
  const text = useText()
  return (
    <PopoverNext
      placement="bottom-start"
      content={
        <ul className="legend" data-testid="map-legend">
          {LEGEND.map((entry) => (
            <li key={entry.mark}>
              <span className={`legend-mark legend-${entry.mark}`} aria-hidden="true" />
              {text(entry.words)}
            </li>
          ))}
        </ul>
      }
    >
      <Button size="small" text={text('map.legend')} data-testid="map-legend-button" />
    </PopoverNext>
  )
}

/** Switches for the library's layers. */
export function LayerMenu(props: {
  optional: ReadonlySet<OptionalLayer>
  onToggle: (layer: OptionalLayer) => void
  /** Further switches, each a list item. */
  more?: ReactNode
}): ReactNode {
  const text = useText()
  return (
    <PopoverNext
      placement="bottom-start"
      content={
        <ul className="legend">
          {OPTIONAL_LAYERS.map((layer) => (
            <li key={layer}>
              <label>
                <input type="checkbox" checked={props.optional.has(layer)} onChange={() => props.onToggle(layer)} />
                {text(LAYER_WORDS[layer])}
              </label>
            </li>
          ))}
          {props.more}
        </ul>
      }
    >
      <Button size="small" text={text('map.layers')} data-testid="map-layers-button" />
    </PopoverNext>
  )
}
