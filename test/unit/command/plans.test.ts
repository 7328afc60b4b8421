import { describe, expect, it } from 'vitest'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { officerChoiceOf } from '#shared/command/plans/officer-choice.ts'
import { teamsUnderWayOf } from '#shared/command/plans/under-way.ts'
import { planStandingOf, type PlanStanding } from '#shared/command/plans/version-in-force.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { PlanChange } from '#shared/domain/plan/plan-change.ts'
import type { Op } from '#shared/replication/op.ts'
import { BY_ADMINISTRATIVE, BY_TACTICAL, opWriter } from '#test/builders/op-builders.ts'
import { clock, saidStep, stationOrder } from '#test/builders/order-builders.ts'

describe('the version people work by', () => {
  const write = opWriter()
  const publish = (version: number): Op =>
    write({
      kind: 'v1.plan.published',
      body: {
        ...{ version, incidentRevision: 1, level: 'IV', findings: 0, datasetVersion: 'd', elapsedMs: 5 },
        contentHash: `hash-${version}`,
      },
    })
  const judge = (version: number, hq: Headquarters, verdict: 'approved' | 'rejected'): Op =>
    write({
      kind: 'v1.plan.approved',
      body: { version, contentHash: `hash-${version}`, hq, verdict, note: '' },
      by: hq === 'tactical' ? BY_TACTICAL : BY_ADMINISTRATIVE,
    })
  const told = ({ inForce, newest }: PlanStanding): unknown => [
    inForce === null ? null : [inForce.version, inForce.standing],
    newest === null ? null : [newest.version, newest.standing],
  ]

  it('is the newest both headquarters approved; a newer one waits beside it, and a rejected one never counts', () => {
    expect(told(planStandingOf([]))).toEqual([null, null])
    const ops = [publish(1)]
    expect(told(planStandingOf(ops))).toEqual([[1, 'open'], null])
    ops.push(publish(2))
    expect(told(planStandingOf(ops))).toEqual([[2, 'open'], null])
    ops.push(judge(2, 'tactical', 'approved'))
    expect(told(planStandingOf(ops))).toEqual([[2, 'open'], null])
    ops.push(judge(2, 'administrative', 'approved'), publish(3))
    expect(told(planStandingOf(ops))).toEqual([
      [2, 'approved'],
      [3, 'open'],
    ])
    ops.push(judge(3, 'administrative', 'rejected'))
    expect(told(planStandingOf(ops))).toEqual([
      [2, 'approved'],
      [3, 'rejected'],
    ])
  })

  it('before any approval a rejected version gives way to the one before it', () => {
    const ops = [publish(1), publish(2), judge(2, 'tactical', 'rejected')]
    expect(told(planStandingOf(ops))).toEqual([
      [1, 'open'],
      [2, 'rejected'],
    ])
    expect(told(planStandingOf([publish(3), judge(3, 'tactical', 'rejected')]))).toEqual([null, [3, 'rejected']])
  })
})

describe('teams under way by their orders', () => {
  const stateOf = (...steps: readonly ReturnType<typeof saidStep>[]): unknown => {
    const write = opWriter()
    const ops = [
      write({ kind: 'v1.order.issued', body: stationOrder({ teamId: 'team-a' }) }),
      ...steps.map((body) => write({ kind: 'v1.order.stepped', body })),
    ]
    return teamsUnderWayOf(foldOrders(ops).orders)
  }
  const underWay = (status: string, since: string): unknown => ({
    underWay: [{ teamId: 'team-a', status, since: clock(since) }],
    unable: [],
  })

  it('follow what was said: ordered, out, there; done does not send them home, released does', () => {
    expect(stateOf()).toEqual(underWay('ordered', '10:22'))
    expect(stateOf(saidStep('received', '10:23'))).toEqual(underWay('ordered', '10:22'))
    expect(stateOf(saidStep('turnedOut', '10:24'))).toEqual(underWay('turnedOut', '10:24'))
    const there = [saidStep('turnedOut', '10:24'), saidStep('onScene', '10:38')]
    expect(stateOf(...there, saidStep('done', '11:10'))).toEqual(underWay('onScene', '10:38'))
    expect(stateOf(...there, saidStep('released', '11:20'))).toEqual(underWay('released', '11:20'))
  })

  it('a team that cannot go is told apart; a withdrawn order leaves no trace', () => {
    expect(stateOf(saidStep('refused', '10:24'))).toEqual({ underWay: [], unable: ['team-a'] })
    expect(stateOf(saidStep('withdrawn', '10:24'))).toEqual({ underWay: [], unable: [] })
  })

  it('go by the newest order of a team, whatever became of an older one, and a step taken back counts for nothing', () => {
    const write = opWriter()
    const ops = [
      write({ kind: 'v1.order.issued', body: stationOrder({ teamId: 'team-a' }) }),
      write({ kind: 'v1.order.stepped', body: saidStep('refused', '10:24') }),
      write({ kind: 'v1.order.issued', body: stationOrder({ teamId: 'team-a', orderId: 'second' }) }),
      write({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:29', { orderId: 'second' }) }),
    ]
    expect(teamsUnderWayOf(foldOrders(ops).orders)).toEqual(underWay('turnedOut', '10:29'))
    const stepOp = ops[3]?.id ?? ''
    const taken = { orderId: 'second', stepOp, at: null, reason: '报错台号' }
    const corrected = [...ops, write({ kind: 'v1.order.corrected', body: taken })]
    expect(teamsUnderWayOf(foldOrders(corrected).orders)).toEqual(underWay('ordered', '10:22'))
  })
})

describe('changes an officer declines', () => {
  const change = (kind: PlanChange['kind'], subjectId: string): PlanChange => ({
    ...{ id: `${kind}:${subjectId}`, kind, where: '', subjectId, name: `名${subjectId}`, before: null, after: null },
    reasons: [{ code: 'x', text: 'x', facts: {} }],
  })
  const changes = [
    change('teamAdded', 'a'),
    change('teamDropped', 'b'),
    change('teamRole', 'c'),
    change('zoneChanged', 'z'),
  ]

  it('are who comes and who goes; what follows from facts and rules is refused by name', () => {
    expect(officerChoiceOf(changes, ['teamAdded:a', 'teamDropped:b', 'teamRole:c'])).toEqual({
      choice: { keeps: ['b', 'c'], leaves: ['a'], names: ['名a', '名b', '名c'] },
      refused: [],
    })
    expect(officerChoiceOf(changes, ['zoneChanged:z', 'nothing']).refused).toEqual(['zoneChanged:z', 'nothing'])
  })
})
