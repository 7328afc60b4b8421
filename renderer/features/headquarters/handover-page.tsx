import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { HandoverCard } from './handover-card.tsx'
import { HandoverForm } from './handover-form.tsx'

/** Handover of command and of shift: who commands, the form, and all offers, the latest first. */
export function HandoverPage(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.handover.list, { incidentId })
  if (value === null) return <Unloaded of={appContract.handover.list} input={{ incidentId }} error={error} />
  const { holders } = value
  const all = [...value.command, ...value.shift].toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  return (
    <>
      <p className="panel-note" data-testid="command-holder">
        {holders.length === 0
          ? text('handover.nobodyYet')
          : holders.map((holder) =>
              text('handover.holds', {
                name: holder.name,
                place: holder.hq === null ? holder.unit : text(`headquarters.${holder.hq}`),
                at: clockText(holder.since),
              }),
            )}
        {holders.length > 1 ? <span className="danger strong">{` ≠ ${text('handover.apart')}`}</span> : null}
      </p>
      <HandoverForm incidentId={incidentId} />
      <h3 className="room-count">{text('handover.count', { count: all.length })}</h3>
      {all.map((handover) => (
        <HandoverCard key={handover.handoverId} incidentId={incidentId} handover={handover} isOpen={false} />
      ))}
    </>
  )
}
