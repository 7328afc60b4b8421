import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ActCard } from './act-card.tsx'
import { ActForm } from './act-form.tsx'
import { HandoverCard } from './handover-card.tsx'
import { HandoverPage } from './handover-page.tsx'
import { RequestCard } from './request-card.tsx'
import { RequestForm } from './request-form.tsx'
import { RightsTable } from './rights-table.tsx'

const PAGES = ['acts', 'requests', 'handover', 'rights'] as const
type Page = (typeof PAGES)[number]

/** 协同: on the left what waits for this headquarters, on the right what it does itself and all that passed. */
export function HeadquartersRoom(props: {
  data: { readonly summary: IncidentSummary | null; readonly version: PlanVersion | null }
}): ReactNode {
  const text = useText()
  const { summary, version } = props.data
  if (summary === null) return null
  return (
    <Room incidentId={summary.incidentId} version={version} key={summary.incidentId} heading={text('together.title')} />
  )
}

function Room(props: { incidentId: string; version: PlanVersion | null; heading: string }): ReactNode {
  const text = useText()
  const { headquarters } = useConsole()
  const { incidentId, version } = props
  const [page, setPage] = useState<Page>(headquarters === 'tactical' ? 'acts' : 'requests')
  const acts = useQuery(appContract.headquarters.acts, { incidentId })
  const requests = useQuery(appContract.headquarters.requests, { incidentId })
  const waiting = useQuery(appContract.headquarters.waiting, {}).value ?? []
  const handovers = useQuery(appContract.handover.list, { incidentId }).value
  if (acts.value === null)
    return <Unloaded of={appContract.headquarters.acts} input={{ incidentId }} error={acts.error} />
  if (requests.value === null)
    return <Unloaded of={appContract.headquarters.requests} input={{ incidentId }} error={requests.error} />
  const mine = new Set(
    waiting.filter((entry) => entry.incidentId === null || entry.incidentId === incidentId).map(({ id }) => id),
  )
  const waitingActs = acts.value.filter(({ actId }) => mine.has(actId))
  const waitingRequests = requests.value.filter(({ requestId }) => mine.has(requestId))
  const waitingHandovers = [...(handovers?.command ?? []), ...(handovers?.shift ?? [])].filter(({ handoverId }) =>
    mine.has(handoverId),
  )
  const elsewhere = waiting.length - mine.size
  const planVersion = version?.version ?? null
  return (
    <div className="room-columns" data-testid="headquarters-room">
      <Panel
        title={text('together.waiting')}
        count={mine.size}
        tone={mine.size === 0 ? 'plain' : 'warn'}
        testId="waiting-here"
        side={elsewhere === 0 ? undefined : text('together.elsewhere', { count: elsewhere })}
      >
        <div className="scroll fill">
          {mine.size === 0 ? <p className="panel-note">{text('together.nothingWaits')}</p> : null}
          {waitingActs.map((act) => (
            <ActCard key={act.actId} incidentId={incidentId} act={act} />
          ))}
          {waitingHandovers.map((handover) => (
            <HandoverCard key={handover.handoverId} incidentId={incidentId} handover={handover} isOpen />
          ))}
          {waitingRequests.map((request) => (
            <RequestCard key={request.requestId} incidentId={incidentId} request={request} planVersion={planVersion} />
          ))}
        </div>
      </Panel>
      <section className="panel" aria-label={props.heading}>
        <Tabs
          tabs={PAGES.map((key) => ({ key, label: text(`together.page.${key}`), testId: `together-${key}` }))}
          tab={page}
          onTab={setPage}
        />
        <div className="scroll fill" role="tabpanel" aria-label={text(`together.page.${page}`)}>
          {page === 'acts' ? (
            <>
              {headquarters === 'tactical' ? (
                <ActForm incidentId={incidentId} plan={version?.plan ?? null} />
              ) : (
                <p className="panel-note">{text('together.actsNote')}</p>
              )}
              <Count words={text('together.acts', { count: acts.value.length })} />
              {acts.value.toReversed().map((act) => (
                <ActCard key={act.actId} incidentId={incidentId} act={act} />
              ))}
            </>
          ) : null}
          {page === 'requests' ? (
            <>
              <RequestForm incidentId={incidentId} />
              <Count words={text('together.requests', { count: requests.value.length })} />
              {requests.value.toReversed().map((request) => (
                <RequestCard
                  key={request.requestId}
                  incidentId={incidentId}
                  request={request}
                  planVersion={planVersion}
                />
              ))}
            </>
          ) : null}
          {page === 'handover' ? <HandoverPage incidentId={incidentId} /> : null}
          {page === 'rights' ? <RightsTable /> : null}
        </div>
      </section>
    </div>
  )
}

function Count(props: { words: string }): ReactNode {
  return <h3 className="room-count">{props.words}</h3>
}
