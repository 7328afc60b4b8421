import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Unknown } from '#shared/domain/plan/dispatch-plan.ts'
import { useQuery } from '../../app/console-context.tsx'
import type { RowChoice } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { TrialProgress } from '../../app/trial-progress.tsx'
import { unknownsOfRow } from './unknowns-of-row.ts'

/** Which unknown would change the chosen row most; tried on demand, once a version. */
export function WhyUnknown(props: { version: PlanVersion; row: RowChoice }): ReactNode {
  const text = useText()
  const { incidentId, version, plan } = props.version
  const [asked, setAsked] = useState<{ version: number; requestId: string } | null>(null)
  const requestId = asked?.version === version ? asked.requestId : null
  const answer = useQuery(appContract.plan.influence, requestId === null ? null : { incidentId, version, requestId })
  return (
    <>
      <h4>{text('why.whichUnknown')}</h4>
      {plan.unknowns.length === 0 ? <p className="dim">{text('why.noUnknown')}</p> : null}
      {plan.unknowns.length > 0 && (requestId === null || answer.error !== null) ? (
        <p>
          <Button
            size="small"
            data-testid="influence-ask"
            onClick={() => setAsked({ version, requestId: crypto.randomUUID() })}
            text={text('why.influenceAsk')}
          />
        </p>
      ) : null}
      {requestId !== null && answer.value === null && answer.error === null ? (
        <>
          <p className="dim">{text('why.influenceMaking')}</p>
          <TrialProgress requestId={requestId} testId="influence-progress" />
        </>
      ) : null}
      {answer.error === null ? null : <p className="danger">{answer.error.message}</p>}
      {answer.value === null ? null : <Influence unknowns={answer.value.unknowns} row={props.row} />}
    </>
  )
}

function Influence(props: { unknowns: readonly Unknown[]; row: RowChoice }): ReactNode {
  const text = useText()
  const changes = unknownsOfRow(props.unknowns, props.row)
  const [weightiest] = props.unknowns
  if (changes.length > 0) {
    return (
      <ul className="reasons" data-testid="influence-rows">
        {changes.map(({ fact, name, valueText, how }) => (
          <li key={`${fact} ${valueText}`}>
            {text('why.wouldChange', { fact: name, value: valueText, how: text(`why.how.${how}`) })}
          </li>
        ))}
      </ul>
    )
  }
  if (weightiest === undefined) return null
  return (
    <p className="dim" data-testid="influence-rows">
      {text('why.wouldElsewhere', { fact: weightiest.name, count: weightiest.influence?.linesChanged ?? 0 })}
    </p>
  )
}
