import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { formTimeText } from '../../text/time-text.ts'
import { kindName } from '../../text/kind-name.ts'
import { useText } from '../../text/text.ts'
import { Field, TextField } from '../../ui/field.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import type { BlockProps } from './form-state.ts'
import { parsePosition } from '../../text/parse-entry.ts'
import { searchTypes } from './type-search.ts'

const MODES = ['real', 'drill', 'tabletop'] as const

/** Type, mode, place, times and caller. */
export function BasicsFields(props: BlockProps): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { draft, change, errorOf } = props
  const types = searchTypes(draft.type === null ? draft.typeText : '', (type) => text(`incidentType.${type}`))
  return (
    <div className="form-grid">
      <Field
        id="intake-type"
        label={text('intake.type')}
        error={errorOf('type')}
        hint={text('intake.typeHint')}
        span={6}
      >
        <SuggestBox
          id="intake-type"
          testId="intake-type"
          text={draft.typeText}
          placeholder=""
          emptyWords={text('intake.error.type')}
          invalid={errorOf('type') !== null}
          describedBy="intake-type-note"
          autoFocus
          suggestions={types.map((type) => ({ key: type, label: text(`incidentType.${type}`), detail: type }))}
          onLeave={props.settle}
          onText={(typeText) => change({ typeText, type: null })}
          onTake={(key) => {
            const type = types.find((known) => known === key)
            if (type) change({ type, typeText: text(`incidentType.${type}`) })
          }}
        />
      </Field>
      <div className="field" style={{ gridColumn: 'span 4' }}>
        <span className="dim">{text('intake.mode')}</span>
        <div className="mode-picks" role="radiogroup" aria-label={text('intake.mode')} data-testid="intake-mode">
          {MODES.map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name="mode"
                value={mode}
                checked={draft.mode === mode}
                data-testid={`intake-mode-${mode}`}
                onChange={() => change({ mode })}
              />
              {text(`mode.${mode}`)}
            </label>
          ))}
        </div>
      </div>
      <TextField
        id="intake-source"
        label={text('intake.source')}
        value={draft.source}
        error={null}
        span={2}
        placeholder={text('intake.sourceHint')}
        onChange={(source) => change({ source })}
      />
      <PlaceField {...props} />
      <TextField
        id="intake-address"
        label={text('intake.address')}
        value={draft.address}
        error={null}
        span={4}
        placeholder={text('intake.addressHint')}
        onChange={(address) => change({ address })}
      />
      <TextField
        id="intake-uncertainty"
        label={text('intake.uncertainty')}
        value={draft.uncertaintyM}
        error={errorOf('uncertaintyM')}
        span={2}
        onChange={(uncertaintyM) => change({ uncertaintyM })}
      />
      <TextField
        id="intake-occurred"
        testId="intake-occurred"
        label={text('intake.occurredAt')}
        value={draft.occurredAt}
        error={errorOf('occurredAt')}
        span={3}
        canBeUnknown
        onChange={(occurredAt) => change({ occurredAt })}
      />
      <TextField
        id="intake-received"
        testId="intake-received"
        label={text('intake.receivedAt')}
        value={draft.receivedAt}
        error={errorOf('receivedAt')}
        span={3}
        placeholder={formTimeText(nowS)}
        onChange={(receivedAt) => change({ receivedAt })}
      />
      <TextField
        id="intake-caller"
        label={text('intake.callerName')}
        value={draft.callerName}
        error={null}
        span={2}
        onChange={(callerName) => change({ callerName })}
      />
      <TextField
        id="intake-caller-phone"
        label={text('intake.callerPhone')}
        value={draft.callerPhone}
        error={null}
        span={2}
        onChange={(callerPhone) => change({ callerPhone })}
      />
      <TextField
        id="intake-said"
        label={text('intake.callerSaid')}
        value={draft.callerSaid}
        error={null}
        span={2}
        onChange={(callerSaid) => change({ callerSaid })}
      />
    </div>
  )
}

function PlaceField(props: BlockProps): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { draft, change, errorOf } = props
  const search = useQuery(
    appContract.reference.searchPlaces,
    draft.place !== null || draft.placeText.trim() === '' ? null : { text: draft.placeText.trim(), limit: 12 },
  )
  const typed = parsePosition(draft.placeText)
  const hits = typed === null && draft.placeText.trim() !== '' && draft.place === null ? (search.value ?? []) : []
  const chosen =
    draft.place === null
      ? text('intake.placeHint')
      : text('intake.placeChosen', {
          address: draft.place.town === '' ? draft.place.name : draft.place.town,
          lng: draft.place.lng.toFixed(5),
          lat: draft.place.lat.toFixed(5),
        })
  return (
    <Field id="intake-place" label={text('intake.place')} error={errorOf('place')} hint={chosen} span={6}>
      <SuggestBox
        id="intake-place"
        testId="intake-place"
        text={draft.placeText}
        placeholder={text('intake.mapPick')}
        emptyWords={
          typed !== null || draft.place !== null || draft.placeText === '' || search.status === 'loading'
            ? ''
            : text('intake.placeNone', { text: draft.placeText })
        }
        invalid={errorOf('place') !== null}
        describedBy="intake-place-note"
        suggestions={hits.map((hit) => ({
          key: hit.id,
          label: hit.name,
          detail: `${hit.town} ${kindName(hit.kind, text)}`,
        }))}
        onLeave={props.settle}
        onText={(placeText) => {
          const position = parsePosition(placeText)
          change({
            placeText,
            place: position?.ok === true ? { ...position.value, name: '', town: '' } : null,
          })
          if (position?.ok === true) view.setState({ picked: position.value })
        }}
        onTake={(key) => {
          const hit = hits.find((place) => place.id === key)
          if (!hit) return
          change({ placeText: hit.name, place: { lng: hit.lng, lat: hit.lat, name: hit.name, town: hit.town } })
          view.setState({ picked: { lng: hit.lng, lat: hit.lat } })
        }}
      />
    </Field>
  )
}
