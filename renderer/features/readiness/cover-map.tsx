import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ReadinessReport } from '#shared/domain/readiness.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { AreaMap } from '../../map/area-map.tsx'
import type { OverlayTone } from '../../map/overlay.ts'
import { useText, type TextKey } from '../../text/text.ts'
import { CIRCLES, useCoverOverlay, type Circle } from './use-cover-overlay.ts'

const LEGEND: readonly { readonly tone: OverlayTone; readonly words: TextKey }[] = [
  { tone: 'good', words: 'readiness.cover.inTime' },
  { tone: 'bad', words: 'readiness.cover.late' },
  { tone: 'few', words: 'readiness.cover.notAsked' },
]

/** Roads that somebody reaches in time by night, and the streets whose centre nobody does, hatched. */
export function CoverMap(props: { report: ReadinessReport }): ReactNode {
  const text = useText()
  const [circle, setCircle] = useState<Circle>('meetsFireCircle')
  const day = props.report.asOf
  const { overlay, cover, error } = useCoverOverlay(circle, day)
  if (cover === null) return <Unloaded of={appContract.readiness.roadCover} input={{ day }} error={error} />
  const { fireCircleS, actionS } = cover.limits
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
        <span className={cover.approximate ? 'warn strong' : 'dim'}>
          {text(cover.approximate ? 'readiness.cover.approximate' : 'readiness.cover.measured')}
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

/** Switches of the circles for the menu of a map; choosing the one that is shown puts it away. */
export function CoverSwitches(props: { circle: Circle | null; onCircle: (circle: Circle | null) => void }): ReactNode {
  const text = useText()
  return CIRCLES.map((each) => (
    <li key={each}>
      <label>
        <input
          type="checkbox"
          checked={props.circle === each}
          data-testid={`map-${each}`}
          onChange={() => props.onCircle(props.circle === each ? null : each)}
        />
        {text(`readiness.cover.menu.${each}`)}
      </label>
    </li>
  ))
}

/** What the circle on a map means, for its notes; nothing while none is shown. */
export function CoverNote(props: { circle: Circle | null }): ReactNode {
  const text = useText()
  if (props.circle === null) return null
  return (
    <span className="strong" data-testid="map-cover-note">
      {text(`readiness.cover.note.${props.circle}`)}
    </span>
  )
}
