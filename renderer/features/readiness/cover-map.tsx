import { useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { MapLayer } from '#shared/contract/reference.contract.ts'
import type { ReadinessReport, RoadCover, StreetCover } from '#shared/domain/readiness.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { AreaMap } from '../../map/area-map.tsx'
import type { MapOverlay, OverlayTone } from '../../map/overlay.ts'
import { useText, type TextKey } from '../../text/text.ts'
import { streetOverlay } from './street-overlay.ts'
import { verdictOf } from './street-verdict.ts'

/** The two circles: the first engine within 15 minutes, and the first team within 5 minutes ("135"). */
const CIRCLES = ['meetsFireCircle', 'meets135'] as const
type Circle = (typeof CIRCLES)[number]

const LEGEND: readonly { readonly tone: OverlayTone; readonly words: TextKey }[] = [
  { tone: 'good', words: 'readiness.cover.inTime' },
  { tone: 'bad', words: 'readiness.cover.late' },
  { tone: 'few', words: 'readiness.cover.notAsked' },
]

const VERDICTS: Readonly<Record<ReturnType<typeof verdictOf>, OverlayTone>> = {
  ...{ met: 'good', missed: 'bad', notAsked: 'few', notMeasured: 'few' },
}

/** Roads that somebody reaches in time by night, and the streets whose centre nobody does, hatched. */
export function CoverMap(props: { report: ReadinessReport }): ReactNode {
  const text = useText()
  const [circle, setCircle] = useState<Circle>('meetsFireCircle')
  const day = props.report.asOf
  const { value, error } = useQuery(appContract.readiness.roadCover, { day })
  const areas = useQuery(appContract.reference.mapLayer, { layer: 'areas' }).value
  const places = useQuery(appContract.reference.mapLayer, { layer: 'places' }).value
  const roads = useQuery(appContract.reference.mapLayer, { layer: 'roads' }).value
  const { streets } = props.report
  const overlay = useMemo(
    () => ({
      ...streetOverlay(areas, places, (town) => streetSign(streets, town, circle, (key) => text(key))),
      roads: value === null ? [] : roadLines(value, roads, circle),
    }),
    [areas, places, roads, streets, value, circle, text],
  )
  if (value === null) return <Unloaded of={appContract.readiness.roadCover} input={{ day }} error={error} />
  const { fireCircleS, actionS } = value.limits
  return (
    <div className="stress" data-testid="cover-view">
      <div className="stress-form" role="radiogroup" aria-label={text('readiness.cover.circle')}>
        {CIRCLES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="cover-circle"
              checked={circle === each}
              data-testid={`cover-${each}`}
              onChange={() => setCircle(each)}
            />{' '}
            {text(`readiness.cover.${each}`, { minutes: (each === 'meets135' ? actionS : fireCircleS) / 60 })}
          </label>
        ))}
        <span className={value.approximate ? 'warn strong' : 'dim'}>
          {text(value.approximate ? 'readiness.cover.approximate' : 'readiness.cover.measured')}
        </span>
      </div>
      <AreaMap
        overlay={overlay}
        enlarged={false}
        onEnlarge={null}
        className="cover-map"
        testId="cover-map"
        legend={LEGEND.map(({ tone, words }) => ({ tone, words: text(words) }))}
      />
    </div>
  )
}

function streetSign(
  streets: readonly StreetCover[],
  town: string,
  circle: Circle,
  words: (key: TextKey) => string,
): { tone: OverlayTone; label: string } | null {
  const street = streets.find((each) => each.town === town)
  if (street === undefined) return null
  const verdict = verdictOf(street, circle)
  return { tone: VERDICTS[verdict], label: words(`readiness.streets.${verdict}`) }
}

/** Each road as reached to its end in time or not; only roads of the present network. */
function roadLines({ roads, limits }: RoadCover, layer: MapLayer | null, circle: Circle): MapOverlay['roads'] {
  const times = new Map(roads.map(({ id, engineS, firstS }) => [id, circle === 'meets135' ? firstS : engineS]))
  const limitS = circle === 'meets135' ? limits.actionS : limits.fireCircleS
  return (layer?.features ?? []).flatMap(({ geometry, properties }) => {
    const timeS = times.get(String(properties['id']))
    if (timeS === undefined) return []
    const tone: OverlayTone = timeS !== null && timeS <= limitS ? 'good' : 'bad'
    return [{ type: 'Feature' as const, geometry, properties: { tone, label: '' } }]
  })
}
