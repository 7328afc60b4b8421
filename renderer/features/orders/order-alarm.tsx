import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { overdueOf } from '#shared/command/orders/order-timers.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { readMuted, writeMuted } from '../../app/preferences.ts'
import { usePageKey } from '../../app/use-page-key.ts'
import { openDeskRoom } from '../../app/view-actions.ts'
import { isTyping } from '../../app/is-typing.ts'
import { useText } from '../../text/text.ts'
import { beep } from './beep.ts'

/** Seconds between two beeps while something is overdue. */
const AGAIN_AFTER_S = 20

/** Live and overdue orders of all incidents in the strip, with the sound and its mute. */
export function OrderAlarm(): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const live = useQuery(appContract.orders.live, {}).value
  const nowS = useNowS()
  const [muted, setMuted] = useState(() => readMuted(window.localStorage))
  const late = useMemo(() => (live ?? []).filter(({ timers }) => overdueOf(timers, nowS) !== null), [live, nowS])
  const rings = !muted && late.length > 0 ? Math.floor(nowS / AGAIN_AFTER_S) : null
  const newest = late.length
  useEffect(() => {
    if (rings !== null) beep()
  }, [rings, newest])
  const toggle = (): void => {
    writeMuted(window.localStorage, !muted)
    setMuted(!muted)
  }
  usePageKey((event) => {
    const isMute = event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.altKey && !isTyping(event.target)
    if (isMute) toggle()
    return isMute
  })
  if (live === null || live.length === 0) return null
  const open = (): void => {
    const first = late[0]
    if (first !== undefined) view.setState({ incidentId: first.incidentId })
    openDeskRoom(view, 'orders')
  }
  return (
    <span className="order-alarm">
      <button
        type="button"
        className={`chip ${late.length > 0 ? 'chip-danger' : 'chip-plain'}`}
        title={text('orders.stripOpen')}
        data-testid="order-alarm"
        onClick={open}
      >
        {text('orders.strip', { live: live.length })}
        {late.length === 0 ? null : (
          <span className="strong">{`■ ${text('orders.stripLate', { late: late.length })}`}</span>
        )}
      </button>
      <button
        type="button"
        className={`chip ${muted ? 'chip-warn' : 'chip-plain'}`}
        aria-pressed={muted}
        data-testid="order-mute"
        onClick={toggle}
      >
        {muted ? text('orders.unmute') : text('orders.mute')}
      </button>
    </span>
  )
}
