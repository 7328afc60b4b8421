import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ContestedTeam } from '#shared/contract/contests.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { machineName } from './machine-name.ts'

/** One team that machines sent apart: every order side by side, and the form that says which stand. */
export function ContestedTeamCard(props: { contest: ContestedTeam; who: string }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { contest, who } = props
  const { teamId, teamName, phone, orders, settlements, heads } = contest
  const [stands, setStands] = useState<readonly string[] | null>(null)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const settle = async (): Promise<void> => {
    if (stands === null) return
    const missing = who.trim() === '' ? 'merging.whoMissing' : reason.trim() === '' ? 'merging.reasonMissing' : null
    if (missing !== null) {
      setFailure(text(missing))
      return
    }
    const command = { commandId: crypto.randomUUID(), teamId, heads, stands: [...stands], who, reason }
    const answer = await client.contests.settle(command)
    setFailure(answer.ok ? null : answer.error.message)
  }
  const withdrawn = orders.length - (stands?.length ?? 0)
  return (
    <section
      className="contest"
      aria-label={text('merging.teamTwice', { team: teamName })}
      data-testid={`contest-${teamId}`}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
        event.preventDefault()
        void settle()
      }}
    >
      <h3 className="danger">
        {`▲ ${text('merging.teamTwice', { team: teamName })}`}{' '}
        <span className="dim">{phone === '' ? '' : text('merging.phone', { phone })}</span>
      </h3>
      {settlements.length === 0 ? null : (
        <div className="warn">
          {text('merging.settlements')}
          <ul className="reasons">
            {settlements.map(({ opId, mark, who: by, stands: kept, reason: why }) => (
              <li key={opId}>{text('merging.settlement', { name: mark, who: by, count: kept.length, reason: why })}</li>
            ))}
          </ul>
        </div>
      )}
      <ul className="contest-orders">
        {orders.map((order) => {
          const isKept = stands?.includes(order.opId) ?? false
          return (
            <li key={order.opId}>
              <p className="strong">{order.text}</p>
              <p>
                {`${order.incident.number} ${order.incident.title}`}{' '}
                {order.isOverruled ? <span className="warn">{text('merging.overruled')}</span> : null}
              </p>
              <p className="dim">
                {text('merging.orderLine', {
                  number: order.number,
                  hq: text(`headquarters.${order.hq}`),
                  issuer: order.issuer,
                  at: dateTimeText(order.issuedAt),
                })}{' '}
                {text('merging.seat', { name: machineName({ name: order.seatName, mark: order.mark }, text) })}
              </p>
              <div role="radiogroup" aria-label={text('merging.standsLabel', { number: order.number })}>
                {([true, false] as const).map((keeps) => (
                  <label key={String(keeps)}>
                    <input
                      type="radio"
                      name={`stands-${order.opId}`}
                      checked={stands !== null && isKept === keeps}
                      data-testid={`contest-${keeps ? 'stands' : 'falls'}-${order.mark}`}
                      onChange={() => {
                        const others = (stands ?? []).filter((opId) => opId !== order.opId)
                        setStands(keeps ? [...others, order.opId] : others)
                      }}
                    />
                    {` ${text(keeps ? 'merging.stands' : 'merging.falls')}　`}
                  </label>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      <div className="list-tools">
        <input
          className="field-input contest-reason"
          aria-label={text('merging.reason')}
          placeholder={text('merging.reason')}
          value={reason}
          data-testid={`contest-reason-${teamId}`}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          size="small"
          intent="danger"
          disabled={stands === null}
          text={text('merging.settleGo')}
          data-testid={`contest-settle-${teamId}`}
          onClick={() => void settle()}
        />
        {stands === null ? null : (
          <span className="warn" role="status">
            {stands.length === 0 ? text('merging.noneStands') : text('merging.willWithdraw', { count: withdrawn })}
          </span>
        )}
        {failure === null ? null : (
          <span className="danger" role="alert">
            {failure}
          </span>
        )}
      </div>
    </section>
  )
}
