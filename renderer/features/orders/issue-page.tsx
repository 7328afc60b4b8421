import { useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { keepEdits, noEdits, setOrderDesk, type ProposalEdits } from '../../app/order-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { SeverityMark } from '../../ui/marks.tsx'
import { FreeOrderForm } from './free-order-form.tsx'
import { ProposalDetail } from './proposal-detail.tsx'
import { ProposalTable } from './proposal-table.tsx'
import { viewProposals, wishOf } from './proposals.ts'
import { useSend } from './use-send.ts'

/** 待下达: the plan as orders, each with what stands against it, ticked and issued together. */
export function IssuePage(props: { incidentId: string; version: PlanVersion | null }): ReactNode {
  const text = useText()
  const { view, client, headquarters } = useConsole()
  const { incidentId } = props
  const desk = useView(view, (state) => state.orderDesk)
  const proposal = useQuery(appContract.orders.proposal, { incidentId })
  const approvals = useQuery(appContract.life.approvals, { incidentId }).value
  const claims = useQuery(appContract.claims.list, { incidentId }).value
  const send = useSend()
  const [free, setFree] = useState(false)
  const version = proposal.value?.version ?? 0
  const kept = desk.edits[incidentId]
  const edits = kept?.version === version ? kept : noEdits(version)
  const judged = useQuery(
    appContract.orders.judge,
    proposal.value === null ? null : { incidentId, version, edits: edits.plan },
  )
  const judgement = judged.value
  const proposals = useMemo(() => {
    const listed = proposal.value?.orders ?? []
    return viewProposals({
      orders: judgement?.orders ?? listed,
      issued: new Map(listed.map(({ key, issuedAs }) => [key, issuedAs])),
      findings: judgement?.findings ?? [],
      claims: claims ?? [],
      edits: edits.wishes,
      headquarters,
      incidentId,
      approved: approvals?.byHeadquarters.find(({ hq }) => hq === headquarters)?.state === 'approved',
    })
  }, [proposal.value, judgement, claims, edits.wishes, headquarters, incidentId, approvals])
  if (proposal.value === null && proposal.status !== 'ready') {
    return <Unloaded of={appContract.orders.proposal} input={{ incidentId }} error={proposal.error} />
  }
  const change = (next: Partial<ProposalEdits>): void => keepEdits(view, incidentId, { ...edits, ...next })
  const open = proposals.filter(({ held }) => held === null)
  const picked = open.filter(({ proposed }) => edits.picked.includes(proposed.key))
  const chosen = proposals.find(({ proposed }) => proposed.key === desk.chosen) ?? null
  const placed = new Set(proposals.flatMap(({ findings }) => findings))
  const general = (judgement?.findings ?? []).filter((finding) => finding.severity === 'block' && !placed.has(finding))
  const issue = async (): Promise<void> => {
    const issued = await send.run((commandId) =>
      client.orders.issue({ commandId, incidentId, edits: edits.plan, orders: picked.map(wishOf) }),
    )
    if (issued === null) return
    change({ picked: [] })
    const numbers = issued.orders.map(({ number }) => number).join('、')
    view.setState({ announcement: text('orders.issued', { count: issued.orders.length, numbers }) })
  }
  return (
    <div className="order-columns">
      <section className="panel" aria-label={text('orders.page.issue', { count: open.length })}>
        <div className="list-tools">
          <button
            type="button"
            className="plain-button plain-primary"
            data-testid="issue-picked"
            disabled={picked.length === 0 || send.busy}
            onClick={() => void issue()}
          >
            {send.busy ? text('orders.issuing') : text('orders.issue', { count: picked.length })}
          </button>
          <button
            type="button"
            className="small-button"
            data-testid="pick-first"
            onClick={() =>
              change({
                picked: open.filter(({ proposed }) => proposed.beforeApproval).map(({ proposed }) => proposed.key),
              })
            }
          >
            {text('orders.pickFirst')}
          </button>
          <button
            type="button"
            className="small-button"
            data-testid="pick-own"
            onClick={() => change({ picked: open.map(({ proposed }) => proposed.key) })}
          >
            {text('orders.pickOwn')}
          </button>
          <button type="button" className="small-button" onClick={() => change({ picked: [] })}>
            {text('orders.pickNone')}
          </button>
          <button type="button" className="small-button" data-testid="free-order" onClick={() => setFree(true)}>
            {text('orders.freeTitle')}
          </button>
          {judged.refreshing ? <span className="dim">{text('orders.judging')}</span> : null}
        </div>
        {send.error === null ? null : (
          <p className="danger panel-note" role="alert" data-testid="issue-error">
            {send.error}
          </p>
        )}
        {general.map((finding) => (
          <p key={`${finding.code} ${finding.where}`} className="panel-note">
            <SeverityMark severity={finding.severity} word={text('orders.general')} /> {finding.text}
          </p>
        ))}
        <div className="scroll fill">
          {proposal.value === null ? <p className="panel-note">{text('orders.noPlan')}</p> : null}
          <ProposalTable
            proposals={proposals}
            picked={edits.picked}
            chosen={desk.chosen}
            onChoose={(key) => setOrderDesk(view, { chosen: key })}
            onPick={(key, isPicked) =>
              change({ picked: isPicked ? [...edits.picked, key] : edits.picked.filter((one) => one !== key) })
            }
          />
        </div>
      </section>
      {chosen === null ? (
        <p className="panel panel-note">{text('orders.chooseOne')}</p>
      ) : (
        <ProposalDetail
          key={chosen.proposed.key}
          proposal={chosen}
          plan={props.version?.version === version ? props.version.plan : null}
          edits={edits.plan}
          onEdit={(edit) => change({ wishes: { ...edits.wishes, [chosen.proposed.key]: edit } })}
          onPlan={(plan) => change({ plan })}
          onClaims={() => setOrderDesk(view, { page: 'claims' })}
        />
      )}
      {free ? <FreeOrderForm incidentId={incidentId} version={props.version} onClose={() => setFree(false)} /> : null}
    </div>
  )
}
