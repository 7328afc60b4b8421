import { describe, expect, it } from 'vitest'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { chainOf } from '#shared/command/orders/order-chain.ts'
import { openTimersOf, overdueOf } from '#shared/command/orders/order-timers.ts'
import { possibleSteps } from '#shared/command/orders/possible-steps.ts'
import { approvalsOf, isApproved } from '#shared/command/plans/approvals.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock, saidStep, stationOrder } from '#test/builders/order-builders.ts'

const secondsAt = (moment: string): number => Date.parse(moment) / 1000

describe('orders worked out from the record', () => {
  it('takes a later word for an earlier one that was never said, and leaves the gap in the chain open', () => {
    const write = opWriter()
    const ops = [
      write({ kind: 'v1.order.issued', body: stationOrder() }),
      write({ kind: 'v1.order.stepped', body: saidStep('onScene', '10:27') }),
    ]
    const [state] = foldOrders(ops).orders
    if (state === undefined) throw new Error('one order')
    expect(state.state).toBe('onScene')
    expect(openTimersOf(state)).toEqual([])
    const chain = chainOf(state, clock('10:20'))
    expect(chain.map(({ sinceCallS }) => sinceCallS)).toEqual([0, 120, null, null, 420, null])
    expect(chain[4]).toMatchObject({ limitS: 447, kept: true, saidBy: '柴桥站', sinceLinkBeforeS: 300 })
    expect(possibleSteps(state)).toEqual(['received', 'turnedOut', 'progress', 'done', 'released', 'withdrawn'])
  })

  it('points out arrival before turn-out and keeps both; the furthest step stands', () => {
    const write = opWriter()
    const { orders } = foldOrders([
      write({ kind: 'v1.order.issued', body: stationOrder() }),
      write({ kind: 'v1.order.stepped', body: saidStep('onScene', '10:24') }),
      write({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:26') }),
    ])
    expect(orders[0]?.state).toBe('onScene')
    expect(orders[0]?.contradictions).toEqual([
      {
        code: 'outOfOrder',
        steps: [
          { step: 'turnedOut', at: clock('10:26'), saidBy: '柴桥站' },
          { step: 'onScene', at: clock('10:24'), saidBy: '柴桥站' },
        ],
      },
    ])
  })

  it('keeps two ends that two machines logged apart, two orders of one number, and steps of an order that is not here', () => {
    const here = opWriter('seat-a')
    const there = opWriter('seat-b', 5)
    const folded = foldOrders([
      here({ kind: 'v1.order.issued', body: stationOrder() }),
      here({ kind: 'v1.order.stepped', body: saidStep('done', '10:40') }),
      there({ kind: 'v1.order.issued', body: stationOrder({ orderId: 'order-2', teamId: 'gov-daqi' }) }),
      there({ kind: 'v1.order.stepped', body: saidStep('withdrawn', '10:41', { note: '改派' }) }),
      there({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:42', { orderId: 'order-9' }) }),
    ])
    expect(folded.orders.map(({ state, contradictions }) => [state, contradictions.map(({ code }) => code)])).toEqual([
      ['withdrawn', ['numberTwice', 'endedTwice']],
      ['issued', ['numberTwice']],
    ])
    expect(folded.strays.map(({ body }) => body.orderId)).toEqual(['order-9'])
  })

  it('tells the first timer that ran out, one second after it was due', () => {
    const write = opWriter()
    const [state] = foldOrders([
      write({ kind: 'v1.order.issued', body: stationOrder({ dueAt: clock('10:23') }) }),
    ]).orders
    if (state === undefined) throw new Error('one order')
    const timers = openTimersOf(state)
    expect(timers.map(({ step }) => step)).toEqual(['done', 'received', 'turnedOut', 'onScene'])
    expect(overdueOf(timers, secondsAt(clock('10:23')))).toBeNull()
    expect(overdueOf(timers, secondsAt(clock('10:23')) + 1)).toEqual({ step: 'done', dueAt: clock('10:23'), lateS: 1 })
  })
})

describe('approval of a plan', () => {
  const body = { version: 1, contentHash: 'a', hq: 'tactical', verdict: 'approved', note: '' } as const

  it('names the content: of a version that was replaced it is void and shown as such', () => {
    const write = opWriter()
    const ops = [write({ kind: 'v1.plan.approved', body })]
    expect(isApproved(approvalsOf(ops, { version: 1, contentHash: 'a' }), 'tactical')).toBe(true)
    const newer = approvalsOf(ops, { version: 2, contentHash: 'b' })
    expect(isApproved(newer, 'tactical')).toBe(false)
    expect(newer.superseded.map(({ version }) => version)).toEqual([1])
  })

  it('is contested while two machines said different things, until one decides naming both', () => {
    const here = opWriter('seat-a')
    const there = opWriter('seat-b')
    const yes = here({ kind: 'v1.plan.approved', body })
    const no = there({ kind: 'v1.plan.approved', body: { ...body, verdict: 'rejected', note: '路线不通' } })
    const plan = { version: 1, contentHash: 'a' }
    const stateOf = (ops: Parameters<typeof approvalsOf>[0]): string | undefined =>
      approvalsOf(ops, plan).byHeadquarters.find(({ hq }) => hq === 'tactical')?.state
    expect(stateOf([yes, no])).toBe('contested')
    const settled = here({ kind: 'v1.plan.approved', body, basis: [yes.id, no.id] })
    expect(stateOf([yes, no, settled])).toBe('approved')
  })
})
