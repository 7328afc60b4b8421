import type { ReactNode } from 'react'
import type { HandbookCard } from '#shared/contract/hazmat.contract.ts'
import { CONTAINERS } from '#shared/domain/incident.ts'
import { compassPoint } from '../../text/compass-point.ts'
import { useText } from '../../text/text.ts'
import { clockText, dateTimeText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import type { ConditionDraft } from './entered-conditions.ts'

const SPILLS = ['small', 'large'] as const

/** Time, wind, container and spill the card is worked out for: known values shown, each replaced by what is typed. */
export function ConditionFields(props: {
  conditions: HandbookCard['conditions']
  draft: ConditionDraft
  fault: string | null
  incidentNumber: string | null
  onDraft: (draft: ConditionDraft) => void
  onClear: () => void
}): ReactNode {
  const text = useText()
  const { conditions, draft, onDraft } = props
  const known = (value: number | null): string => (value === null ? text('handbook.from.unknown') : String(value))
  const typed = Object.values(draft).some((value) => value !== '')
  return (
    <div className="handbook-conditions" role="group" aria-label={text('handbook.conditions')}>
      <div className="handbook-fields">
        <Entry
          id="handbook-at"
          label={`${text('handbook.at')}（${text(`handbook.from.${conditions.atFrom}`)}）`}
          value={draft.at}
          placeholder={dateTimeText(conditions.at)}
          onChange={(at) => onDraft({ ...draft, at })}
        />
        <Entry
          id="handbook-wind-from"
          label={`${text('intake.windFrom')}（${text(`handbook.from.${conditions.windFrom}`)}）`}
          value={draft.windFrom}
          placeholder={known(conditions.windFromDeg)}
          onChange={(windFrom) => onDraft({ ...draft, windFrom })}
        />
        <Entry
          id="handbook-wind-speed"
          label={text('intake.windSpeed')}
          value={draft.windSpeedMs}
          placeholder={known(conditions.windSpeedMs)}
          onChange={(windSpeedMs) => onDraft({ ...draft, windSpeedMs })}
        />
        <label>
          <span className="dim">{`${text('intake.container')}（${text(`handbook.from.${conditions.containerFrom}`)}）`}</span>
          <select
            className="field-input"
            data-testid="handbook-container"
            value={conditions.container}
            onChange={(event) =>
              onDraft({ ...draft, container: CONTAINERS.find((key) => key === event.target.value) ?? '' })
            }
          >
            {CONTAINERS.map((key) => (
              <option key={key} value={key}>
                {text(`container.${key}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="dim">{`${text('handbook.spill')}（${text(`handbook.from.${conditions.spillFrom}`)}）`}</span>
          <select
            className="field-input"
            data-testid="handbook-spill"
            value={conditions.largeSpill ? 'large' : 'small'}
            onChange={(event) => onDraft({ ...draft, spill: SPILLS.find((key) => key === event.target.value) ?? '' })}
          >
            {SPILLS.map((key) => (
              <option key={key} value={key}>
                {text(`handbook.${key}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="plain-button handbook-clear" disabled={!typed} onClick={props.onClear}>
          {text(props.incidentNumber === null ? 'handbook.clearAlone' : 'handbook.clear')}
        </button>
      </div>
      {props.fault === null ? null : (
        <p className="warn" role="alert">
          {props.fault}
        </p>
      )}
      <p className="handbook-sun">
        <Chip tone={conditions.night ? 'own' : 'plain'} testId="handbook-night">
          {conditions.night ? text('handbook.night') : text('handbook.day')}
        </Chip>
        <span data-testid="handbook-sun">
          {conditions.sunriseAt === null || conditions.sunsetAt === null
            ? text('handbook.sunNone')
            : text('handbook.sun', {
                sunrise: clockText(conditions.sunriseAt),
                sunset: clockText(conditions.sunsetAt),
              })}
        </span>
        <span className="dim">{`${conditions.place.name}（${text(`handbook.from.${conditions.placeFrom}`)}）`}</span>
        {conditions.windUsable && conditions.windFromDeg !== null ? (
          <span className="dim">
            {`${text(`intake.compass.${compassPoint(conditions.windFromDeg)}`)} ${text(`handbook.band.${conditions.band}`)}`}
          </span>
        ) : null}
        <span className="dim">
          {props.incidentNumber === null
            ? text('handbook.noIncident')
            : text('handbook.incident', { number: props.incidentNumber })}
        </span>
      </p>
      {conditions.night === conditions.nightByClock || conditions.atFrom === 'entered' ? null : (
        <p className="warn" role="note" data-testid="handbook-clock">
          {text('handbook.clockDiffers', {
            now: conditions.nightByClock ? text('handbook.night') : text('handbook.day'),
            used: conditions.night ? text('handbook.night') : text('handbook.day'),
          })}
        </p>
      )}
      {conditions.windUsable ? null : <p className="warn">{text('handbook.windUnusable')}</p>}
    </div>
  )
}

function Entry(props: {
  id: string
  label: string
  value: string
  placeholder: string
  onChange: (value: string) => void
}): ReactNode {
  return (
    <label htmlFor={props.id}>
      <span className="dim">{props.label}</span>
      <input
        id={props.id}
        className="field-input"
        data-testid={props.id}
        value={props.value}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
