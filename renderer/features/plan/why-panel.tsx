import type { ReactNode } from 'react'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Reason } from '#shared/domain/reason.ts'
import type { RowChoice } from '../../app/view-store.ts'
import { formulaName, formulaWords } from '../../text/formula-words.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { PlanEssentials } from './plan-essentials.tsx'
import { whyOfRow } from './why-of-row.ts'
import { isWithoutChoice, restsOn } from './why-stage.ts'
import { WhyUnknown } from './why-unknown.tsx'
import type { Why } from './why.ts'

/** Why the chosen row stands in the plan: reasons with source, formula with inputs, those not chosen, remedies. */
export function WhyPanel(props: { version: PlanVersion | null; row: RowChoice | null }): ReactNode {
  const text = useText()
  const { version, row } = props
  const why = version === null || row === null ? null : whyOfRow(version.plan, row, text)
  return (
    <Panel
      title={why === null ? text('essentials.title') : text('why.title')}
      testId="why-panel"
      className="why"
      {...(why === null ? {} : { side: `${why.code ?? ''} Esc`.trim() })}
    >
      {why === null ? (
        <div className="scroll why-body">
          {version === null ? null : <PlanEssentials incidentId={version.incidentId} plan={version.plan} />}
        </div>
      ) : (
        <div className="scroll why-body" aria-live="polite">
          <WhyBody why={why} />
          {version === null || row === null ? null : (
            <>
              {isWithoutChoice(row.kind) ? <p className="dim">{text('why.noChoice')}</p> : null}
              <h4>{text('why.restsOn')}</h4>
              <p className="dim">{restsOn(version.plan, row.kind).join('、') || '—'}</p>
              <WhyUnknown version={version} row={row} />
            </>
          )}
        </div>
      )}
    </Panel>
  )
}

function WhyBody(props: { why: Why }): ReactNode {
  const text = useText()
  const { why } = props
  return (
    <>
      <h3>{why.title}</h3>
      {why.formula === undefined ? null : (
        <p className="formula">
          <span className="dim">{text('why.formula')}</span> {formulaWords(why.formula, text) ?? ''}{' '}
          <code>{why.formula}</code>
          <br />
          {(why.inputs ?? []).map(([key, value]) => (
            <span key={key} className="input">
              <span className="dim">{formulaName(key, text)}</span> <span className="strong">{value}</span>
            </span>
          ))}
        </p>
      )}
      <Reasons reasons={why.reasons} empty={text('why.noReasons')} />
      {why.remedies === undefined || why.remedies.length === 0 ? null : (
        <>
          <h4>{text('why.remedies')}</h4>
          <Reasons reasons={why.remedies} empty="" />
        </>
      )}
      {why.facts.length === 0 ? null : (
        <dl className="facts">
          {why.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {why.runnersUp === undefined || why.runnersUp.length === 0 ? null : (
        <>
          <h4>{text('why.runnersUp')}</h4>
          <ul className="runners">
            {why.runnersUp.map((other) => (
              <li key={other.id}>
                <span className="strong">{other.name}</span> <span>{other.eta}</span>
                <span className="dim">{` ${other.reasons.map((reason) => reason.text).join('；')}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Reasons(props: { reasons: readonly Reason[]; empty: string }): ReactNode {
  const text = useText()
  if (props.reasons.length === 0) return <p className="dim">{props.empty}</p>
  return (
    <ul className="reasons">
      {props.reasons.map((reason, index) => (
        <li key={`${reason.code} ${index}`} title={reason.code}>
          {reason.text}
          {reason.source === undefined ? null : (
            <span className="dim source">{` ${text('why.source')}: ${reason.source}`}</span>
          )}
          {evidenceOf(reason) === 'unverified' ? (
            <span className="warn">{` ${text('why.mark.unverified')}`}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function evidenceOf(reason: Reason): string {
  const mark = reason.facts['evidence']
  return typeof mark === 'string' ? mark : ''
}
