import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { DecisionCode, PlanCriteria } from '#shared/domain/plan/alternatives.ts'
import type { Reason } from '#shared/domain/reason.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { TrialProgress } from '../../app/trial-progress.tsx'
import { useText, type Text } from '../../text/text.ts'
import { durationText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Most alternatives that are shown beside the plan. */
const SHOWN = 3

type Answer = OutputOf<(typeof appContract)['plan']['alternatives']>

interface Row {
  readonly key: string
  readonly decision: DecisionCode | null
  readonly title: string
  readonly criteria: PlanCriteria | null
  readonly reasons: readonly Reason[]
  readonly state: string
}

/** 备选方案: the plan, the alternatives worth a debate and everything that was tried, on three figures. Made on demand. */
export function AlternativesPanel(props: { incidentId: string; version: number }): ReactNode {
  const text = useText()
  const { incidentId, version } = props
  const [asked, setAsked] = useState<{ version: number; requestId: string } | null>(null)
  const requestId = asked?.version === version ? asked.requestId : null
  const answer = useQuery(
    appContract.plan.alternatives,
    requestId === null ? null : { incidentId, version, count: SHOWN, requestId },
  )
  const adopt = useAdopt(incidentId)
  return (
    <Panel title={text('alternatives.title')} count={answer.value?.alternatives.length ?? 0} testId="alternatives">
      {requestId !== null && answer.error === null ? null : (
        <p className="panel-note">
          <Button
            size="small"
            data-testid="alternatives-ask"
            onClick={() => setAsked({ version, requestId: crypto.randomUUID() })}
            text={text('alternatives.ask')}
          />
          {` ${text('alternatives.note')}`}
        </p>
      )}
      {requestId !== null && answer.value === null && answer.error === null ? (
        <>
          <p className="panel-note">{text('alternatives.making')}</p>
          <TrialProgress requestId={requestId} testId="alternatives-progress" />
        </>
      ) : null}
      {answer.error === null ? null : <p className="panel-note danger">{answer.error.message}</p>}
      {adopt.error === null ? null : <p className="panel-note danger">{adopt.error}</p>}
      {answer.value === null ? null : (
        <AlternativesTable answer={answer.value} busy={adopt.busy} onAdopt={adopt.start} />
      )}
    </Panel>
  )
}

function AlternativesTable(props: {
  answer: Answer
  busy: boolean
  onAdopt: (decision: DecisionCode) => void
}): ReactNode {
  const text = useText()
  const { answer, busy, onAdopt } = props
  return (
    <>
      {answer.verdict === null ? null : <p className="panel-note strong">{answer.verdict.text}</p>}
      <DataTable
        label={text('alternatives.title')}
        rows={rowsOf(answer, text)}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'title',
            title: text('alternatives.decision'),
            width: '24%',
            cell: (row) => (
              <>
                <span className={row.criteria === null ? 'dim' : 'strong'}>{row.title}</span>
                <br />
                <span className="dim">{row.state}</span>
              </>
            ),
          },
          {
            key: 'action',
            title: text('alternatives.firstAction'),
            width: '76px',
            end: true,
            cell: ({ criteria }) => (criteria === null ? '—' : actionText(criteria, text)),
          },
          {
            key: 'people',
            title: text('alternatives.exposed'),
            width: '86px',
            end: true,
            cell: ({ criteria }) => (criteria === null ? '—' : Math.round(criteria.exposedPersonS / 60)),
          },
          {
            key: 'cover',
            title: text('alternatives.cover'),
            width: '86px',
            end: true,
            cell: ({ criteria }) =>
              criteria === null
                ? '—'
                : text('alternatives.coverText', {
                    towns: criteria.townsOver,
                    over: durationText(criteria.coverOverS),
                  }),
          },
          { key: 'why', title: text('plan.why'), cell: (row) => row.reasons.map((reason) => reason.text).join('；') },
          {
            key: 'adopt',
            title: '',
            width: '66px',
            cell: ({ decision }) =>
              decision === null ? null : (
                <Button
                  size="small"
                  disabled={busy}
                  data-testid={`adopt-${decision}`}
                  onClick={() => onAdopt(decision)}
                  text={text('alternatives.adopt')}
                />
              ),
          },
        ]}
      />
    </>
  )
}

/** The plan first, then what can be adopted, then what was tried and left. */
function rowsOf({ criteria, alternatives, tried }: Answer, text: Text): Row[] {
  const left = tried.filter(({ outcome }) => outcome !== 'kept')
  return [
    { key: 'plan', decision: null, title: text('alternatives.thisPlan'), criteria, reasons: [], state: '' },
    ...alternatives.map((entry) => ({ ...entry, key: entry.decision, state: text('alternatives.outcome.kept') })),
    ...left.map(({ code, title, outcome, criteria: figures, reasons }) => ({
      key: `tried-${code}`,
      decision: null,
      title,
      criteria: figures,
      reasons,
      state: text(`alternatives.outcome.${outcome}`),
    })),
  ]
}

function actionText({ firstActionS }: PlanCriteria, text: Text): string {
  return firstActionS === null ? text('alternatives.never') : durationText(firstActionS)
}

/** Makes the plan again with the decision; it is kept as the next version. */
function useAdopt(incidentId: string): {
  busy: boolean
  error: string | null
  start: (decision: DecisionCode) => void
} {
  const { client } = useConsole()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async (decision: DecisionCode): Promise<void> => {
    setBusy(true)
    try {
      const answer = await client.plan.build({ commandId: crypto.randomUUID(), incidentId, decision })
      setError(answer.ok ? null : answer.error.message)
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault))
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, start: (decision) => void run(decision) }
}
