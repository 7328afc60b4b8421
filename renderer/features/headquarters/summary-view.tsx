import type { ReactNode } from 'react'
import type { HandoverSummary, IncidentSummaryForHandover } from '#shared/domain/command/handover-summary.ts'
import { clockText, dateTimeText, durationText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'

/** What is handed over, as both sides sign it; empty parts say so in words. */
export function SummaryView(props: { summary: HandoverSummary }): ReactNode {
  const text = useText()
  const { madeAt, incidents } = props.summary
  return (
    <div className="handover-summary" data-testid="handover-summary">
      <p className="dim">{text('handover.madeAt', { at: dateTimeText(madeAt) })}</p>
      {incidents.length === 0 ? <p>{text('handover.noIncidents')}</p> : null}
      {incidents.map((incident) => (
        <OneIncident key={incident.incidentId} incident={incident} madeAt={madeAt} />
      ))}
    </div>
  )
}

function OneIncident(props: { incident: IncidentSummaryForHandover; madeAt: string }): ReactNode {
  const text = useText()
  const { incident, madeAt } = props
  const { orders, requests, acts, unknowns, reports, commandedBy } = incident
  const clock = (at: string | null): string => (at === null ? '—' : clockText(at, madeAt))
  return (
    <section>
      <h4>
        <span className={`mode mode-${incident.mode}`}>{text(`mode.${incident.mode}`)}</span>
        {` ${incident.number} ${incident.title}`}
      </h4>
      <dl className="facts">
        <Line name={text('handover.standing')}>
          {incident.phase === undefined ? '' : `${text(`handover.phase.${incident.phase}`)}，`}
          {text('handover.levels', {
            event: text(`eventLevel.${incident.eventLevel ?? 'none'}`),
            response: text(`level.${incident.responseLevel}`),
            call: clock(incident.receivedAt),
            plan: incident.planVersion === null ? text('strip.noPlan') : `V${incident.planVersion}`,
          })}
        </Line>
        <Line name={text('handover.commandedBy')}>
          {commandedBy.length === 0
            ? text('handover.nobody')
            : commandedBy
                .map(({ name, unit, hq }) => `${name} ${hq === null ? unit : text(`headquarters.${hq}`)}`)
                .join('；')}
        </Line>
        <List name={text('handover.orders')} rows={orders}>
          {({ number, receiver, text: words, dueAt, lateS }) => (
            <>
              {`${number} ${receiver}：${words} `}
              {lateS === null ? (
                <span className="dim">{dueAt === null ? '' : text('handover.due', { at: clock(dueAt) })}</span>
              ) : (
                <span className="danger strong">{`▲ ${text('together.overdue', { time: durationText(lateS) })}`}</span>
              )}
            </>
          )}
        </List>
        <List name={text('handover.acts')} rows={acts}>
          {({ act, to, officer, at }) => `${text(`act.${act}`)}：${to}（${officer} ${clock(at)}）`}
        </List>
        <List name={text('handover.requests')} rows={requests}>
          {({ from, kind, text: words, dueAt }) =>
            `${text(`headquarters.${from}`)} ${text(`requestKind.${kind}`)}：${words}${dueAt === null ? '' : ` ${text('handover.due', { at: clock(dueAt) })}`}`
          }
        </List>
        <List name={text('handover.reports')} rows={reports}>
          {({ to, dueAt }) => `${to} ${text('handover.due', { at: clock(dueAt) })}`}
        </List>
        <List name={text('handover.unknowns')} rows={unknowns}>
          {(name) => name}
        </List>
      </dl>
    </section>
  )
}

function Line(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function List<T>(props: { name: string; rows: readonly T[]; children: (row: T) => ReactNode }): ReactNode {
  const text = useText()
  return (
    <Line name={`${props.name} ${props.rows.length}`}>
      {props.rows.length === 0 ? (
        <span className="dim">{text('handover.none')}</span>
      ) : (
        <ul className="reasons">
          {props.rows.map((row, index) => (
            <li key={index}>{props.children(row)}</li>
          ))}
        </ul>
      )}
    </Line>
  )
}
