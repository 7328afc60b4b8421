import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { RebuildMenu, type RebuildManner } from './rebuild-menu.tsx'
import { useText } from '../../text/text.ts'

/** Switches the incident and starts what is done to it. */
export function IncidentBar(props: {
  incidents: readonly IncidentSummary[]
  chosen: string | null
  building: boolean
  /** True when there is a plan that can be kept or left. */
  planned: boolean
  buildError: string | null
  stale: boolean
  elapsedMs: number | null
  /** How well the plan is proven, once there is one. */
  proof: ReactNode
  onChoose: (incidentId: string) => void
  onNew: () => void
  onList: () => void
  onEdit: () => void
  onFigures: () => void
  /** Shows what is around the incident. */
  onAround: () => void
  onRebuild: (manner: RebuildManner) => void
}): ReactNode {
  const text = useText()
  return (
    <div className="incident-bar">
      <Button
        size="small"
        intent="primary"
        onClick={props.onNew}
        text={text('incidents.new')}
        title="Ctrl+N"
        data-testid="new-incident"
      />
      <Button
        size="small"
        onClick={props.onList}
        text={text('incidents.list')}
        title="Ctrl+L"
        data-testid="open-list"
      />
      <select
        className="field-input incident-switch"
        aria-label={text('incidents.choose')}
        data-testid="incident-switch"
        value={props.chosen ?? ''}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        {props.chosen === null ? <option value="">{text('strip.noIncident')}</option> : null}
        {props.incidents.map((row) => (
          <option key={row.incidentId} value={row.incidentId}>
            {`${row.number} ${text(`mode.${row.mode}`)} ${row.title}`}
          </option>
        ))}
      </select>
      <Button
        size="small"
        onClick={props.onEdit}
        disabled={props.chosen === null}
        text={text('incidents.edit')}
        title="Ctrl+E"
        data-testid="edit-facts"
      />
      <Button
        size="small"
        onClick={props.onFigures}
        disabled={props.chosen === null}
        text={text('figures.call')}
        title="Ctrl+U"
        data-testid="report-figures"
      />
      <Button
        size="small"
        onClick={props.onAround}
        disabled={props.chosen === null}
        text={text('surroundings.call')}
        data-testid="open-surroundings"
      />
      <Button
        size="small"
        onClick={() => props.onRebuild('usual')}
        disabled={props.chosen === null || props.building}
        text={props.building ? text('incidents.rebuilding') : text('incidents.rebuild')}
        title="Ctrl+B"
        data-testid="rebuild-plan"
        {...(props.stale ? { intent: 'danger' as const } : {})}
      />
      <RebuildMenu disabled={props.chosen === null || !props.planned || props.building} onRebuild={props.onRebuild} />
      {props.stale ? (
        <span className="warn strong" role="status" data-testid="plan-stale">
          {text('incidents.stale')}
        </span>
      ) : null}
      {props.buildError === null ? null : (
        <span className="danger strong" role="alert">
          {props.buildError}
        </span>
      )}
      {props.stale ? null : props.proof}
      {props.elapsedMs === null || props.stale ? null : (
        <span className="dim one-line-text">{text('plan.elapsed', { ms: Math.round(props.elapsedMs) })}</span>
      )}
    </div>
  )
}
