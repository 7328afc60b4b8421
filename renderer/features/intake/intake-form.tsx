import { Button } from '@blueprintjs/core'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Incident } from '#shared/domain/incident.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useView, type PickedPosition } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { BasicsFields } from './basics-fields.tsx'
import { draftFromIncident, emptyDraft, type IntakeDraft } from './draft.ts'
import { HazmatFields } from './hazmat-fields.tsx'
import { incidentFromDraft } from './incident-from-draft.ts'
import { MoreFields } from './more-fields.tsx'
import { RealConfirmation } from './real-confirmation.tsx'
import { ScaleFields } from './scale-fields.tsx'
import { useIntake, type EditedIncident } from './use-intake.ts'
import { settleDraft, withSettled, type Settled } from './settle-draft.ts'
import { useLookup } from './use-lookup.ts'
import { WeatherFields } from './weather-fields.tsx'

/** Epoch seconds of this moment; read only in answer to an action of the operator. */
function presentS(): number {
  return Math.floor(Date.now() / 1000)
}

/** 接警登记: one form, by keyboard alone. Ctrl+Enter opens the incident and builds the plans. */
export function IntakeForm(props: { edited: EditedIncident | null; onCancel: () => void }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const lookup = useLookup()
  const checking = useRef(false)
  const { edited } = props
  const [draft, setDraft] = useState<IntakeDraft>(() =>
    edited === null
      ? emptyDraft(presentS())
      : draftFromIncident(edited.incident, text(`incidentType.${edited.incident.type}`)),
  )
  const [confirming, setConfirming] = useState<Incident | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const intake = useIntake(edited)
  const picked = useView(view, (state) => state.picked)
  useEffect(
    () =>
      view.subscribe((state, earlier) => {
        if (state.picked !== null && state.picked !== earlier.picked)
          setDraft((known) => withPosition(known, state.picked))
        const { pickedRow } = state
        if (pickedRow !== null && pickedRow !== earlier.pickedRow)
          setDraft((known) => withClosurePoint(known, pickedRow.row, pickedRow.position))
      }),
    [view],
  )

  const draftMode = edited === null ? draft.mode : null
  useEffect(() => {
    view.setState({ draftMode })
    return () => view.setState({ draftMode: null, pickRow: null })
  }, [draftMode, view])

  const change = (part: Partial<IntakeDraft>): void => {
    setDraft((known) => ({ ...known, ...part }))
    if (intake.errors.size > 0) intake.clear(fieldsOf(part))
  }
  const errorOf = (field: string): string | null => intake.errors.get(field) ?? null
  const faulty = (field: string): boolean =>
    [...intake.errors.keys()].some((known) => known === field || known.startsWith(`${field}.`))

  const look = async (asked: IntakeDraft): Promise<Settled> => {
    const settled = await settleDraft(asked, lookup)
    setDraft((known) => withSettled(known, asked, settled))
    if (settled.part.place) view.setState({ picked: { lng: settled.part.place.lng, lat: settled.part.place.lat } })
    return settled
  }

  const submit = async (): Promise<void> => {
    if (intake.busy || checking.current) return
    checking.current = true
    const settled = await look(draft).finally(() => (checking.current = false))
    const outcome = incidentFromDraft(withSettled(draft, draft, settled), edited?.incident ?? null, presentS())
    if (!outcome.ok) {
      const better = new Set(settled.faults.map((fault) => fault.field))
      intake.refuse([...settled.faults, ...outcome.faults.filter((fault) => !better.has(fault.field))])
      focusFirstFault(form.current)
      return
    }
    if (outcome.incident.mode === 'real' && edited?.incident.mode !== 'real') setConfirming(outcome.incident)
    else void intake.send(outcome.incident)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      void submit()
    } else if (event.altKey && event.key.toLowerCase() === 'u') {
      event.preventDefault()
      markUnknown(event.target)
    }
  }

  const block = { draft, change, errorOf, settle: () => void look(draft) }
  return (
    <form
      ref={form}
      className="intake"
      data-testid="intake-form"
      aria-label={text('intake.title')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
      data-picked={picked === null ? undefined : 'yes'}
    >
      <div className="panel-head">
        <h2>{edited === null ? text('intake.title') : text('intake.editTitle', { number: edited.number })}</h2>
        <span className="side">{text('intake.factsHint')}</span>
      </div>
      <div className="intake-body scroll">
        <BasicsFields {...block} />
        <ScaleFields {...block} />
        <HazmatFields {...block} />
        <WeatherFields {...block} />
        <MoreFields {...block} faulty={faulty} />
      </div>
      <div className="form-foot">
        <Button
          intent="primary"
          disabled={intake.busy}
          onClick={() => void submit()}
          data-testid="intake-submit"
          text={`${intake.busy ? text('intake.working') : edited === null ? text('intake.submit') : text('intake.submitEdit')} (Ctrl+Enter)`}
        />
        <Button onClick={props.onCancel} text={`${text('intake.cancel')} (Esc)`} />
        {intake.errors.size === 0 ? null : (
          <p className="danger" role="alert" data-testid="intake-errors">
            {errorOf('form') ?? text('intake.error.summary', { count: intake.errors.size })} {text('intake.draftKept')}
          </p>
        )}
      </div>
      {confirming === null ? null : (
        <RealConfirmation
          incident={confirming}
          onBack={() => setConfirming(null)}
          onConfirm={() => {
            setConfirming(null)
            void intake.send(confirming)
          }}
        />
      )}
    </form>
  )
}

function withPosition(draft: IntakeDraft, position: PickedPosition | null): IntakeDraft {
  if (position === null || (draft.place?.lng === position.lng && draft.place.lat === position.lat)) return draft
  return { ...draft, placeText: `${position.lng},${position.lat}`, place: { ...position, name: '', town: '' } }
}

/** Radius a picked closure starts with, metres: a design value, changed in the row when it does not fit. */
const PICKED_RADIUS_M = '50'

function withClosurePoint(draft: IntakeDraft, row: number, position: PickedPosition): IntakeDraft {
  return {
    ...draft,
    closures: draft.closures.map((closure, index) =>
      index === row
        ? {
            ...closure,
            position: `${position.lng},${position.lat}`,
            radiusM:
              closure['radiusM'] === undefined || closure['radiusM'] === '' ? PICKED_RADIUS_M : closure['radiusM'],
          }
        : closure,
    ),
  }
}

function fieldsOf(part: Partial<IntakeDraft>): string[] {
  return Object.keys(part).flatMap((key) => {
    if (key === 'facts') return Object.keys(part.facts ?? {}).map((fact) => `fact.${fact}`)
    if (key === 'typeText') return ['type']
    if (key === 'placeText') return ['place']
    if (key === 'substanceText') return ['substance']
    return [key]
  })
}

function focusFirstFault(form: HTMLFormElement | null): void {
  // The fault marks appear with the next paint.
  requestAnimationFrame(() => {
    const field = form?.querySelector('[aria-invalid="true"]')
    if (field instanceof HTMLElement) field.focus()
  })
}

function markUnknown(target: EventTarget): void {
  if (!(target instanceof HTMLInputElement) || target.dataset['unknown'] !== 'yes') return
  // React listens to the native event; setting the property alone would be overwritten.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  setter?.call(target, '?')
  target.dispatchEvent(new Event('input', { bubbles: true }))
}
