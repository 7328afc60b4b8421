import type { ReactNode } from 'react'
import type { PlanEdits } from '#shared/contract/orders.contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../../text/text.ts'
import { minutesText } from '../../text/time-text.ts'

/** Leaves a team out, sends another of its candidates, or lets it wait elsewhere; the validator judges the plan with it. */
export function PlanChangeTools(props: {
  teamId: string
  plan: DispatchPlan
  edits: PlanEdits
  onPlan: (edits: PlanEdits) => void
}): ReactNode {
  const text = useText()
  const { plan, edits, onPlan } = props
  const swap = edits.swapped.find(({ to, from }) => to === props.teamId || from === props.teamId)
  const teamId = swap?.from ?? props.teamId
  const line = plan.forcePlan.assignments.find((one) => one.teamId === teamId)
  const areas = plan.movementPlan.stagingAreas.filter(({ kind }) => kind === 'staging')
  const moved = edits.staging.find((one) => one.teamId === props.teamId)
  if (line === undefined) return null
  const candidates = line.runnersUp.filter(({ etaS }) => etaS !== null)
  const dropped = edits.dropped.map((id) => plan.forcePlan.assignments.find((one) => one.teamId === id)?.teamName ?? id)
  return (
    <fieldset className="overrule">
      <legend>{text('orders.planChange')}</legend>
      <button
        type="button"
        className="small-button"
        data-testid="drop-team"
        onClick={() => onPlan({ ...edits, dropped: [...edits.dropped, teamId] })}
      >
        {text('orders.drop')}
      </button>
      <label>
        {text('orders.swap')}{' '}
        <select
          className="field-input"
          value={swap?.to ?? ''}
          data-testid="swap-team"
          onChange={(event) => {
            const to = event.target.value
            const others = edits.swapped.filter(({ from }) => from !== teamId)
            onPlan({ ...edits, swapped: to === '' ? others : [...others, { from: teamId, to }] })
          }}
        >
          <option value="">{text('orders.swapNone')}</option>
          {candidates.map((one) => (
            <option key={one.teamId} value={one.teamId}>
              {`${one.teamName}（${minutesText(one.etaS ?? 0)}′）`}
            </option>
          ))}
        </select>
      </label>
      {areas.length < 2 ? null : (
        <label>
          {text('orders.staging')}{' '}
          <select
            className="field-input"
            value={moved?.stagingAreaId ?? line.stagingAreaId ?? ''}
            onChange={(event) => {
              const others = edits.staging.filter((one) => one.teamId !== props.teamId)
              onPlan({ ...edits, staging: [...others, { teamId: props.teamId, stagingAreaId: event.target.value }] })
            }}
          >
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {dropped.length === 0 ? null : (
        <p className="warn">
          {text('orders.dropped', { names: dropped.join('、') })}{' '}
          <button type="button" className="link-button" onClick={() => onPlan({ ...edits, dropped: [] })}>
            {text('orders.keepTeam')}
          </button>
        </p>
      )}
    </fieldset>
  )
}
