import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { NearestLine, NearestWhat, SearchKind } from '#shared/contract/search.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { distanceText, minutesText } from '../../text/time-text.ts'
import type { Target } from './open-hit.ts'

/** A found record that is measured from instead of the open incident. */
export interface Origin {
  readonly kind: SearchKind
  readonly key: string
  readonly name: string
}

const HOURS = ['now', 'day', 'night'] as const
const LISTED = 5

/** 最近的…: by road with the times of a plan, those that cannot go after those that can, each with why. */
export function NearestList(props: {
  what: NearestWhat
  name: string
  incident: { readonly incidentId: string; readonly number: string } | null
  origin: Origin | null
  onOrigin: (origin: Origin | null) => void
  onOpen: (target: Target) => void
}): ReactNode {
  const text = useText()
  const [hour, setHour] = useState<(typeof HOURS)[number]>('now')
  const { incident, origin } = props
  const from = origin === null ? null : { kind: origin.kind, key: origin.key }
  const input = { what: props.what, from, incidentId: incident?.incidentId ?? null, hour, limit: LISTED }
  const isAsked = origin !== null || incident !== null
  const { value, error } = useQuery(appContract.search.nearest, isAsked ? input : null)
  return (
    <section className="finder-nearest" aria-label={text('finder.nearest', { name: props.name })} data-testid="nearest">
      <h2>{text('finder.nearest', { name: props.name })}</h2>
      <div className="finder-from">
        <span>
          {isAsked ? text('finder.from', { name: value?.from.name ?? origin?.name ?? '' }) : text('finder.noFrom')}
        </span>
        {origin === null || incident === null ? null : (
          <button type="button" className="plain-button" onClick={() => props.onOrigin(null)}>
            {text('finder.fromIncident', { number: incident.number })}
          </button>
        )}
        {HOURS.map((each) => (
          <button
            key={each}
            type="button"
            className="finder-chip"
            aria-pressed={hour === each}
            onClick={() => setHour(each)}
          >
            {text(`finder.hour.${each}`)}
          </button>
        ))}
      </div>
      {!isAsked ? null : value === null ? (
        <Unloaded of={appContract.search.nearest} input={input} error={error} />
      ) : (
        <>
          <p className="dim">
            {text(value.able === 0 ? 'finder.nobody' : 'finder.able', { able: value.able })}
            {value.toStaging ? ` ${text('finder.toStaging')}` : value.inZone ? ` ${text('finder.inZone')}` : ''}
            {value.roadsSchematic ? ` ${text('finder.schematic')}` : ''}
          </p>
          <ol>
            {value.lines.map((line) => (
              <Line key={line.key} line={line} onOpen={props.onOpen} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Line(props: { line: NearestLine; onOpen: (target: Target) => void }): ReactNode {
  const text = useText()
  const { line } = props
  const isOut = line.out.length > 0
  return (
    <li className={isOut ? 'finder-out' : ''} data-testid={isOut ? 'nearest-out' : 'nearest-line'}>
      <span className="finder-eta">
        {isOut || line.etaS === null ? text('finder.out') : text('finder.minutes', { minutes: minutesText(line.etaS) })}
        <span className="dim">
          {isOut || line.distanceM === null
            ? ''
            : ` ${line.approximate ? text('finder.about') : ''}${distanceText(line.distanceM)}`}
        </span>
      </span>
      <span className="finder-words">
        <button type="button" className="plain-button strong finder-name" onClick={() => props.onOpen(line)}>
          {line.name}
        </button>
        <span className="dim">
          {[line.has, line.to === '' ? '' : text('finder.to', { name: line.to }), ...line.out]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </span>
      <span className="finder-phone">{line.phone}</span>
    </li>
  )
}
