import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import { ORDER_SOURCES } from '#shared/domain/command/order.ts'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { HeadquartersMark } from '../../ui/marks.tsx'
import { shortNumber } from './short-number.ts'
import { needsOverrule, type Proposal } from './proposals.ts'

const GROUPS = ORDER_SOURCES.filter(
  (kind) =>
    kind === 'firstOrder' || kind === 'assignment' || kind === 'action' || kind === 'supply' || kind === 'evacuation',
)

/** Proposed orders by kind. ↑ ↓ choose, the space bar ticks. */
export function ProposalTable(props: {
  proposals: readonly Proposal[]
  picked: readonly string[]
  chosen: string | null
  onChoose: (key: string) => void
  onPick: (key: string, isPicked: boolean) => void
}): ReactNode {
  const text = useText()
  const { proposals, picked, chosen } = props
  const rows = GROUPS.flatMap((kind) => proposals.filter(({ proposed }) => proposed.order.source.kind === kind))
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, proposal: Proposal): void => {
    const { key } = proposal.proposed
    const index = rows.findIndex(({ proposed }) => proposed.key === key)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = step === 0 ? undefined : rows[index + step]
    if (event.key === ' ' && proposal.held === null && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault()
      props.onPick(key, !picked.includes(key))
    } else if (next !== undefined) {
      event.preventDefault()
      props.onChoose(next.proposed.key)
      const line = event.currentTarget.closest('table')?.querySelector(`[data-row="${CSS.escape(next.proposed.key)}"]`)
      if (line instanceof HTMLElement) line.focus()
    }
  }
  return (
    <table className="table" role="grid" aria-label={text('orders.pages')} data-testid="proposal-table">
      <colgroup>
        <col style={{ width: '28px' }} />
        <col style={{ width: '30px' }} />
        <col style={{ width: '26%' }} />
        <col />
        <col style={{ width: '52px' }} />
        <col style={{ width: '132px' }} />
      </colgroup>
      <tbody className="table-rows">
        {GROUPS.map((kind) => {
          const some = rows.filter(({ proposed }) => proposed.order.source.kind === kind)
          if (some.length === 0) return null
          return (
            <Fragment key={kind}>
              <tr className="table-group">
                <th colSpan={6} scope="rowgroup">{`${text(`orders.group.${kind}`)}　${some.length}`}</th>
              </tr>
              {some.map((proposal) => {
                const { key, order } = proposal.proposed
                return (
                  <tr
                    key={key}
                    data-row={key}
                    className="selectable"
                    tabIndex={key === (chosen ?? rows[0]?.proposed.key) ? 0 : -1}
                    aria-selected={key === chosen}
                    onClick={() => props.onChoose(key)}
                    onKeyDown={(event) => onKeyDown(event, proposal)}
                  >
                    <td>
                      <input
                        type="checkbox"
                        aria-label={order.receiver.name}
                        disabled={proposal.held !== null}
                        checked={proposal.held === null && picked.includes(key)}
                        data-testid={`pick-${key}`}
                        onClick={(event) => event.stopPropagation()}
                        onChange={(event) => props.onPick(key, event.target.checked)}
                      />
                    </td>
                    <td title={text(`headquarters.${order.hq}`)}>
                      <HeadquartersMark
                        headquarters={order.hq}
                        letter={text(`headquartersLetter.${order.hq}`)}
                        size={18}
                      />
                    </td>
                    <td className="one-line" title={order.receiver.name}>
                      <span className="strong">{order.receiver.name}</span>{' '}
                      <span className="dim">{order.receiver.phone}</span>
                    </td>
                    <td className="one-line" title={proposal.edit.text ?? order.text}>
                      {proposal.edit.text ?? order.text}
                    </td>
                    <td>{clockText(proposal.edit.dueAt === undefined ? order.dueAt : proposal.edit.dueAt)}</td>
                    <td>
                      <Standing proposal={proposal} />
                    </td>
                  </tr>
                )
              })}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Standing(props: { proposal: Proposal }): ReactNode {
  const text = useText()
  const { held, issuedAs, findings, claims, proposed } = props.proposal
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  if (held === 'issued') {
    return (
      <span className="good">{`√ ${text('orders.already', { number: shortNumber(issuedAs[0]?.number ?? '') })}`}</span>
    )
  }
  return (
    <>
      {needsOverrule(props.proposal) ? (
        <span className="danger strong">
          {[
            ...(blocks > 0 ? [`■ ${text('orders.blocked', { count: blocks })}`] : []),
            ...(claims.length > 0 ? [`⚠ ${text('orders.claimed', { count: claims.length })}`] : []),
          ].join(' ')}{' '}
        </span>
      ) : null}
      {held === 'otherHq' ? (
        <span className="dim">{text('orders.otherHq', { hq: text(`headquarters.${proposed.order.hq}`) })}</span>
      ) : held === 'approval' ? (
        <span className="dim">{`◇ ${text('orders.waitsApproval')}`}</span>
      ) : (
        <span>{`○ ${proposed.beforeApproval ? text('orders.first') : text('orders.ready')}`}</span>
      )}
    </>
  )
}
