import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { SeverityMark } from '../../ui/marks.tsx'
import { reportsInSight, unknownsByWeight } from './essentials.ts'

/** What an officer must have in mind while no row is looked at: what blocks, why this level, what is due, what is not known. */
export function PlanEssentials(props: { incidentId: string; plan: DispatchPlan }): ReactNode {
  const text = useText()
  const { plan } = props
  const unknowns = unknownsByWeight(plan)
  return (
    <div className="essentials" data-testid="plan-essentials">
      <Findings plan={plan} severity="block" />
      <Reports incidentId={props.incidentId} plan={plan} />
      <Level plan={plan} />
      <Findings plan={plan} severity="warn" />
      <h4>{`${text('findings.unknowns')} ${unknowns.length}`}</h4>
      {unknowns.length === 0 ? (
        <p className="dim">{text('findings.noUnknowns')}</p>
      ) : (
        <dl className="facts">
          {unknowns.map((unknown) => (
            <div key={unknown.fact}>
              <dt className="strong">{unknown.name}</dt>
              <dd>
                <span className="dim">{`${text('findings.wouldChange')} `}</span>
                {unknown.wouldChange.join('、') || '—'}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="dim hint">{text('why.hint')}</p>
    </div>
  )
}

function Findings(props: { plan: DispatchPlan; severity: 'block' | 'warn' }): ReactNode {
  const text = useText()
  const { severity } = props
  const rows = props.plan.findings.filter((finding) => finding.severity === severity)
  if (rows.length === 0) return null
  return (
    <>
      <h4>
        <SeverityMark severity={severity} word={`${text(`severity.${severity}`)} ${rows.length}`} />
      </h4>
      <ul className={`reasons ${severity === 'block' ? 'danger strong' : ''}`}>
        {rows.map((finding, index) => (
          <li key={`${finding.code} ${index}`} title={finding.code}>
            {finding.text}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Its own component, so that the second hand does not draw the rest again. */
function Reports(props: { incidentId: string; plan: DispatchPlan }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { incidentId } = props
  const duties = useQuery(appContract.reports.overview, { incidentId }).value?.duties
  const reports = reportsInSight(duties ?? props.plan.reports, nowS)
  if (reports.length === 0) return null
  return (
    <>
      <h4>{text('essentials.reports')}</h4>
      <ul>
        {reports.map((report) => (
          <li key={`${report.kind} ${report.to} ${report.dueAt}`} className="due-line">
            <span className={report.leftS < 0 ? 'danger strong' : report.leftS < 600 ? 'warn big' : 'big'}>
              {report.leftS < 0
                ? text('reports.overdue', { time: durationText(-report.leftS) })
                : durationText(report.leftS)}
            </span>
            <span className="strong">{clockText(report.dueAt, props.plan.incident.plannedAt)}</span>
            <span className="one-line-text" title={report.to}>{`${text(`report.${report.kind}`)} ${report.to}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Level(props: { plan: DispatchPlan }): ReactNode {
  const text = useText()
  const { level, response } = props.plan.incident
  const raises = props.plan.unknowns.filter((unknown) => unknown.wouldChange.length > 0).slice(0, 1)
  return (
    <>
      <h4>
        {`${text('support.level')} · ${text(`eventLevel.${level.value ?? 'none'}`)} · ${text('strip.response')} ${text(`level.${response.value}`)}`}
      </h4>
      <ul className="reasons">
        {level.criteria.length === 0 ? <li>{text('support.noCriteria')}</li> : null}
        {level.criteria.map((criterion) => (
          <li key={`${criterion.rule} ${criterion.fact}`} title={criterion.source}>
            <span className="strong">{text(`level.${criterion.level}`)}</span> {criterion.text}
          </li>
        ))}
        {response.basis.slice(0, 2).map((reason, index) => (
          <li key={`${reason.code} ${index}`} title={reason.source}>
            {reason.text}
          </li>
        ))}
        {level.range?.max ? <li>{text('support.range', { max: text(`eventLevel.${level.range.max}`) })}</li> : null}
        {level.upgradeOffers.map((offer, index) => (
          <li key={`${offer.code} ${index}`} title={offer.source}>
            <span className="warn strong">{`${text('essentials.raise')} `}</span>
            {offer.text}
          </li>
        ))}
        {level.upgradeOffers.length === 0 && raises.length > 0 ? <li>{text('essentials.raiseByUnknown')}</li> : null}
      </ul>
    </>
  )
}
