import type { ReactNode } from 'react'
import type { PlannedIncident } from '#shared/domain/plan/dispatch-plan.ts'
import type { Reason } from '#shared/domain/reason.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Why the incident has its event level, response level and alarm grade, and what could raise them. */
export function LevelBasis(props: { incident: PlannedIncident }): ReactNode {
  const text = useText()
  const { level, response, alarm } = props.incident
  return (
    <Panel title={text('support.level')} side={text(`eventLevel.${level.value ?? 'none'}`)} testId="level-basis">
      <div className="panel-note">
        {level.criteria.length === 0 ? (
          <p>{text('support.noCriteria')}</p>
        ) : (
          <ul className="reasons">
            {level.criteria.map((criterion) => (
              <li key={`${criterion.rule} ${criterion.fact}`}>
                <span className="strong">{text(`level.${criterion.level}`)}</span> {criterion.text}
                <span className="dim source">{` ${text('why.source')}: ${criterion.source}`}</span>{' '}
                {criterion.evidence === 'unverified' ? <Chip tone="warn">{text('why.mark.unverified')}</Chip> : null}
              </li>
            ))}
          </ul>
        )}
        {level.range?.max ? <p>{text('support.range', { max: text(`eventLevel.${level.range.max}`) })}</p> : null}
        {level.undecided === undefined || level.undecided.length === 0 ? null : (
          <List title={text('support.undecided')} reasons={level.undecided} empty="—" />
        )}
        <List title={text('support.upgrade')} reasons={level.upgradeOffers} empty={text('support.noUpgrade')} />
        <List
          title={`${text('support.responseBasis')} ${text(`level.${response.value}`)}`}
          reasons={response.basis}
          empty="—"
        />
        {alarm === null ? null : <List title={text('support.alarmBasis')} reasons={alarm.basis} empty="—" />}
      </div>
    </Panel>
  )
}

function List(props: { title: string; reasons: readonly Reason[]; empty: string }): ReactNode {
  return (
    <>
      <h4>{props.title}</h4>
      {props.reasons.length === 0 ? (
        <p>{props.empty}</p>
      ) : (
        <ul className="reasons">
          {props.reasons.map((reason, index) => (
            <li key={`${reason.code} ${index}`}>
              {reason.text}
              {reason.source === undefined ? null : <span className="dim source">{` ${reason.source}`}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
