import type { OrderStep } from '../../domain/command/order.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { OrderState } from './order-state.ts'

/** Something an order waits for, with the moment it is due. */
export interface OrderTimer {
  readonly step: 'received' | 'turnedOut' | 'onScene' | 'done'
  readonly dueAt: string
}

/** A timer that ran out. */
export interface Overdue extends OrderTimer {
  readonly lateS: number
}

/** How far each step brings an order; a later word answers an earlier question (到场 without 出动). */
const REACHED: Readonly<Record<OrderStep, number>> = {
  ...{ received: 1, progress: 1, turnedOut: 2, onScene: 3 },
  ...{ done: 4, refused: 4, withdrawn: 4, released: 4 },
}
const NEEDED: Readonly<Record<OrderTimer['step'], number>> = { received: 1, turnedOut: 2, onScene: 3, done: 4 }

/** What a live order still waits for, the next due first; empty once it ended. */
export function openTimersOf({ order, isLive, steps }: Pick<OrderState, 'order' | 'isLive' | 'steps'>): OrderTimer[] {
  if (!isLive) return []
  const reached = Math.max(0, ...steps.map(({ step, standsAt }) => (standsAt === null ? 0 : REACHED[step])))
  const { receivedByS, turnedOutByS, onSceneByS } = order.targets
  const timers = [
    timer('received', after(order.issuedAt, receivedByS)),
    timer('turnedOut', after(order.issuedAt, turnedOutByS)),
    timer('onScene', after(order.issuedAt, onSceneByS)),
    timer('done', order.dueAt),
  ].flat()
  return sortedBy(
    timers.filter(({ step }) => NEEDED[step] > reached),
    ({ step, dueAt }) => [parseInstant(dueAt)?.epochS ?? 0, NEEDED[step]],
  )
}

/** The first timer of a live order that ran out, or null. `nowS` = seconds since 1970. */
export function overdueOf(timers: readonly OrderTimer[], nowS: number): Overdue | null {
  for (const one of timers) {
    const due = parseInstant(one.dueAt)
    if (due !== null && due.epochS < nowS) return { ...one, lateS: nowS - due.epochS }
  }
  return null
}

function timer(step: OrderTimer['step'], dueAt: string | null): OrderTimer[] {
  return dueAt === null ? [] : [{ step, dueAt }]
}

function after(from: string, seconds: number | null): string | null {
  const start = parseInstant(from)
  return start === null || seconds === null ? null : formatInstant(start.epochS + seconds, start.offsetMin)
}
