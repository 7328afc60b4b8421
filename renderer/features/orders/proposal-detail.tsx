import { useState, type ReactNode } from 'react'
import type { PlanEdits } from '#shared/contract/orders.contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useNowS } from '../../app/now.ts'
import type { WishEdit } from '../../app/order-desk.ts'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { SeverityMark } from '../../ui/marks.tsx'
import { nextMoment } from './clock-entry.ts'
import { PlanChangeTools } from './plan-change-tools.tsx'
import { needsOverrule, type Proposal } from './proposals.ts'

/** One proposed order to be edited, with the validator and the claims beside it. */
export function ProposalDetail(props: {
  proposal: Proposal
  plan: DispatchPlan | null
  edits: PlanEdits
  onEdit: (edit: WishEdit) => void
  onPlan: (edits: PlanEdits) => void
  onClaims: () => void
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { proposal, edits } = props
  const { order, notes } = proposal.proposed
  const { edit } = proposal
  const due = edit.dueAt === undefined ? order.dueAt : edit.dueAt
  const [entry, setEntry] = useState(due === null ? '' : clockText(due))
  const isWrong = entry.trim() !== '' && nextMoment(entry, nowS) === null
  return (
    <section className="panel order-detail" aria-label={order.receiver.name} data-testid="proposal-detail">
      <div className="panel-head">
        <h2 className="one-line-text">{order.receiver.name}</h2>
        <strong className="phone">{order.receiver.phone === '' ? text('orders.noPhone') : order.receiver.phone}</strong>
      </div>
      <div className="scroll fill order-detail-body">
        {notes.map((note) => (
          <p key={note} className="warn">
            {note}
          </p>
        ))}
        <label htmlFor="wish-text">{text('orders.detail')}</label>
        <textarea
          id="wish-text"
          className="field-input"
          rows={8}
          data-testid="wish-text"
          value={edit.text ?? order.text}
          onChange={(event) => props.onEdit({ ...edit, text: event.target.value })}
        />
        <div className="list-tools">
          <label htmlFor="wish-due">{text('orders.dueField')}</label>
          <input
            id="wish-due"
            className="field-input short-time"
            value={entry}
            aria-invalid={isWrong}
            title={isWrong ? text('orders.badTime') : undefined}
            onChange={(event) => {
              const typed = event.target.value
              setEntry(typed)
              const moment = typed.trim() === '' ? null : nextMoment(typed, nowS)
              if (typed.trim() === '' || moment !== null) props.onEdit({ ...edit, dueAt: moment })
            }}
          />
        </div>
        {order.source.kind === 'assignment' && order.teamId !== null && props.plan !== null ? (
          <PlanChangeTools teamId={order.teamId} plan={props.plan} edits={edits} onPlan={props.onPlan} />
        ) : null}
        {proposal.findings.length === 0 ? null : <h3>{text('orders.findings')}</h3>}
        {proposal.findings.map((finding) => (
          <p key={`${finding.code} ${finding.where}`}>
            <SeverityMark severity={finding.severity} word={text(`severity.${finding.severity}`)} /> {finding.text}
          </p>
        ))}
        {proposal.claims.map((claim) => (
          <p key={claim.claim} className="danger">
            {`⚠ ${text(`claims.kind.${claim.kind}`)} ${claim.name}：${claim.uses
              .map(({ number, title }) => `${number} ${title}`)
              .join('；')}`}{' '}
            <button type="button" className="link-button" onClick={props.onClaims}>
              {text('orders.toClaims')}
            </button>
          </p>
        ))}
        {needsOverrule(proposal) ? (
          <fieldset className="overrule">
            <legend>{text('orders.overruleTitle')}</legend>
            <input
              className="field-input"
              aria-label={text('orders.overruleBy')}
              placeholder={text('orders.overruleBy')}
              value={edit.overruleBy ?? ''}
              data-testid="overrule-by"
              onChange={(event) => props.onEdit({ ...edit, overruleBy: event.target.value })}
            />
            <input
              className="field-input"
              aria-label={text('orders.overruleReason')}
              placeholder={text('orders.overruleReason')}
              value={edit.overruleReason ?? ''}
              data-testid="overrule-reason"
              onChange={(event) => props.onEdit({ ...edit, overruleReason: event.target.value })}
            />
          </fieldset>
        ) : null}
      </div>
    </section>
  )
}
