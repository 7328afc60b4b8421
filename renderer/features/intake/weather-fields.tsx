import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import type { BlockProps } from './form-state.ts'
import { parseWindFrom, WIND_POINTS } from '../../text/parse-entry.ts'
import { asksForTyphoon } from './relevant-facts.ts'

const SIGNALS = ['blue', 'yellow', 'orange', 'red'] as const

/** Wind, temperature, signal, and for storms the hours that decide. */
export function WeatherFields(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  const wind = parseWindFrom(draft.windFrom)
  const storm = draft.type !== null && asksForTyphoon(draft.type)
  return (
    <fieldset>
      <legend>{text('intake.weatherTitle')}</legend>
      <div className="form-grid">
        <TextField
          id="intake-wind-from"
          testId="intake-wind-from"
          label={text('intake.windFrom')}
          value={draft.windFrom}
          error={errorOf('windFrom')}
          hint={text('intake.windFromHint')}
          canBeUnknown
          placeholder={text('intake.unknown')}
          onChange={(windFrom) => change({ windFrom })}
        />
        <div className="field" style={{ gridColumn: 'span 4' }}>
          <span className="dim rose-label">{text('intake.windRose')}</span>
          <div className="rose" role="group" aria-label={text('intake.windRose')}>
            {WIND_POINTS.map((point) => (
              <button
                key={point.key}
                type="button"
                tabIndex={-1}
                aria-pressed={wind.ok && wind.value === point.deg}
                onClick={() => change({ windFrom: String(point.deg) })}
              >
                {text(`intake.compass.${point.key}`)}
              </button>
            ))}
          </div>
        </div>
        <TextField
          id="intake-wind-speed"
          testId="intake-wind-speed"
          label={text('intake.windSpeed')}
          value={draft.windSpeedMs}
          error={errorOf('windSpeedMs')}
          canBeUnknown
          placeholder={text('intake.unknown')}
          onChange={(windSpeedMs) => change({ windSpeedMs })}
        />
        <TextField
          id="intake-temp"
          label={text('intake.temperature')}
          value={draft.tempC}
          error={errorOf('tempC')}
          canBeUnknown
          placeholder={text('intake.unknown')}
          onChange={(tempC) => change({ tempC })}
        />
        <TextField
          id="intake-humidity"
          label={text('intake.humidity')}
          value={draft.humidityPercent}
          error={errorOf('humidityPercent')}
          canBeUnknown
          placeholder={text('intake.unknown')}
          onChange={(humidityPercent) => change({ humidityPercent })}
        />
        <ChoiceField
          id="intake-signal"
          testId="intake-signal"
          label={text('intake.signal')}
          value={draft.signal}
          options={[
            { key: '' as const, label: text('intake.noSignal') },
            ...SIGNALS.map((key) => ({ key, label: text(`signal.${key}`) })),
          ]}
          onChange={(signal) => change({ signal })}
        />
        {draft.signal === '' ? null : (
          <ChoiceField
            id="intake-signal-kind"
            label={text('intake.signalKind')}
            value={draft.signalKind}
            options={[
              { key: 'typhoon', label: text('signalKind.typhoon') },
              { key: 'rain', label: text('signalKind.rain') },
            ]}
            onChange={(signalKind) => change({ signalKind })}
          />
        )}
        {storm ? (
          <>
            <TextField
              id="intake-landfall"
              testId="intake-landfall"
              label={text('intake.landfallAt')}
              value={draft.landfallAt}
              error={errorOf('landfallAt')}
              span={3}
              canBeUnknown
              placeholder={text('intake.unknown')}
              onChange={(landfallAt) => change({ landfallAt })}
            />
            <TextField
              id="intake-gale"
              testId="intake-gale"
              label={text('intake.galeFromAt')}
              value={draft.galeFromAt}
              error={errorOf('galeFromAt')}
              span={3}
              canBeUnknown
              placeholder={text('intake.unknown')}
              onChange={(galeFromAt) => change({ galeFromAt })}
            />
          </>
        ) : null}
      </div>
    </fieldset>
  )
}
