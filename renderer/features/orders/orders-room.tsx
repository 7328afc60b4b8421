import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { overdueOf } from '#shared/command/orders/order-timers.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { isTyping } from '../../app/is-typing.ts'
import { useNowS } from '../../app/now.ts'
import { ORDER_PAGES, setOrderDesk } from '../../app/order-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ClaimsPage } from './claims-page.tsx'
import { IssuePage } from './issue-page.tsx'
import { OrderDetail } from './order-detail.tsx'
import { OrderTable } from './order-table.tsx'
import { OverdueList } from './overdue-list.tsx'

/** 指令: what is overdue on top, then live orders, what is to be issued, double claims, and what has ended. */
export function OrdersRoom(props: {
  data: { readonly summary: IncidentSummary | null; readonly version: PlanVersion | null }
}): ReactNode {
  const { summary, version } = props.data
  if (summary === null) return null
  return <Room key={summary.incidentId} incidentId={summary.incidentId} version={version} />
}

function Room(props: { incidentId: string; version: PlanVersion | null }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { incidentId, version } = props
  const nowS = useNowS()
  const { page, chosen } = useView(view, (state) => state.orderDesk)
  const list = useQuery(appContract.orders.list, { incidentId })
  const proposal = useQuery(appContract.orders.proposal, { incidentId }).value
  const claims = useQuery(appContract.claims.list, { incidentId }).value
  usePageKey((event) => {
    const isRadio = event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.altKey && !isTyping(event.target)
    if (isRadio) view.setState({ radioOpen: true })
    return isRadio
  })
  if (list.value === null) return <Unloaded of={appContract.orders.list} input={{ incidentId }} error={list.error} />
  const { orders, strays } = list.value
  const live = byUrgency(
    orders.filter(({ isLive }) => isLive),
    nowS,
  )
  const ended = orders.filter(({ isLive }) => !isLive).toReversed()
  const counts = {
    live: live.length,
    issue: proposal?.orders.filter(({ issuedAs }) => issuedAs.length === 0).length ?? 0,
    claims: claims?.filter(({ state }) => state === 'open' || state === 'contested').length ?? 0,
    ended: ended.length,
  }
  const rows = page === 'ended' ? ended : live
  const row = rows.find(({ order }) => order.orderId === chosen) ?? null
  const choose = (orderId: string): void => setOrderDesk(view, { chosen: orderId })
  return (
    <div className="orders-room" data-testid="orders-room">
      <OverdueList
        incidentId={incidentId}
        rows={live}
        nowS={nowS}
        chosen={chosen}
        onChoose={(orderId) => setOrderDesk(view, { page: 'live', chosen: orderId })}
      />
      <Tabs
        tabs={ORDER_PAGES.map((key) => ({
          key,
          label: text(`orders.page.${key}`, { count: counts[key] }),
          testId: `orders-${key}`,
        }))}
        tab={page}
        onTab={(next) => setOrderDesk(view, { page: next, chosen: null })}
      >
        <button
          type="button"
          className="small-button radio-button"
          data-testid="open-radio"
          onClick={() => view.setState({ radioOpen: true })}
        >
          {`${text('radio.title')} R`}
        </button>
      </Tabs>
      {page === 'issue' ? <IssuePage incidentId={incidentId} version={version} /> : null}
      {page === 'claims' ? <ClaimsPage incidentId={incidentId} /> : null}
      {page === 'live' || page === 'ended' ? (
        <div className="order-columns">
          <section className="panel" aria-label={text(`orders.page.${page}`, { count: rows.length })}>
            {strays.length === 0 ? null : (
              <p className="panel-note warn">{text('orders.strays', { count: strays.length })}</p>
            )}
            <div className="scroll fill">
              {rows.length === 0 ? (
                <p className="panel-note">{text(page === 'live' ? 'orders.noneLive' : 'orders.noneEnded')}</p>
              ) : (
                <OrderTable
                  label={text(`orders.page.${page}`, { count: rows.length })}
                  rows={rows}
                  nowS={nowS}
                  chosen={chosen}
                  onChoose={choose}
                />
              )}
            </div>
          </section>
          {row === null ? (
            <p className="panel panel-note">{text('orders.chooseOne')}</p>
          ) : (
            <OrderDetail key={row.order.orderId} incidentId={incidentId} row={row} />
          )}
        </div>
      ) : null}
    </div>
  )
}

/** The most overdue first, then the next due, then those that wait for nothing, in the order of issue. */
function byUrgency(rows: readonly OrderRow[], nowS: number): OrderRow[] {
  const rankOf = ({ timers }: OrderRow): number => {
    const late = overdueOf(timers, nowS)
    if (late !== null) return -late.lateS
    const due = timers[0]?.dueAt
    return due === undefined ? Number.MAX_SAFE_INTEGER : Math.max(0, Date.parse(due) / 1000 - nowS)
  }
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}
