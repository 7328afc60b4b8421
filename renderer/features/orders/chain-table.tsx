import type { ReactNode } from 'react'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { useText } from '../../text/text.ts'
import { clockText, durationText } from '../../text/time-text.ts'

/** 接警 → 下达 → 签收 → 出动 → 到场 → 完成: when, how long after the call and the step before, and whether in time. */
export function ChainTable(props: { chain: OrderRow['chain'] }): ReactNode {
  const text = useText()
  const shown = props.chain.filter(({ at, limitS, link }) => at !== null || limitS !== null || link === 'done')
  return (
    <table className="table chain-table" aria-label={text('orders.chain')} data-testid="chain-table">
      <thead>
        <tr>
          <th scope="col">{text('orders.chain')}</th>
          <th scope="col">{text('orders.at')}</th>
          <th scope="col">{text('orders.sinceCall')}</th>
          <th scope="col">{text('orders.sinceBefore')}</th>
          <th scope="col">{text('orders.limit')}</th>
          <th scope="col">{text('orders.saidBy')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ link, at, sinceCallS, sinceLinkBeforeS, limitS, kept, saidBy }) => (
          <tr key={link}>
            <th scope="row">{text(`orders.link.${link}`)}</th>
            <td>{clockText(at)}</td>
            <td>{lengthText(sinceCallS)}</td>
            <td>{lengthText(sinceLinkBeforeS)}</td>
            <td>
              {lengthText(limitS)}{' '}
              {kept === null ? null : (
                <span className={kept ? 'good' : 'danger strong'}>
                  {kept ? `√ ${text('orders.kept')}` : `× ${text('orders.missed')}`}
                </span>
              )}
            </td>
            <td>{saidBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lengthText(seconds: number | null): string {
  return seconds === null ? '—' : durationText(seconds)
}
