import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadParameters } from '#electron/core/planning/load-references.ts'
import { afterActionOf } from '#shared/command/after-action/after-action.ts'
import { lessonsOf } from '#shared/command/after-action/lessons.ts'
import { orderPercentiles } from '#shared/command/after-action/order-percentiles.ts'
import type { ReviewSource } from '#shared/command/after-action/review-source.ts'
import { chainOf } from '#shared/command/orders/order-chain.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { StatusSaid } from '#shared/domain/command/status.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { Op } from '#shared/replication/op.ts'
import { reviewDocument } from '#shared/text/review/review-document.ts'
import { targetCells } from '#shared/text/review/target-cells.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock, saidStep, stationOrder } from '#test/builders/order-builders.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { command, assignment, supplies } = loadParameters(join(RESOURCES))

const LEAK: Incident = {
  ...{ schema: 'incident/1', mode: 'drill', type: 'hazmat_road', title: '液氨槽车泄漏', receivedAt: clock('09:59') },
  location: { lng: 121.9, lat: 29.9 },
  facts: { deaths: null, injured: 2 },
}

/** The call of 09:59 was entered at 10:00; further entries follow a minute apart. */
function story(incident: Incident = LEAK): { write: ReturnType<typeof opWriter>; opened: Op } {
  const write = opWriter()
  const body = { number: 'BL-20260714-001', incident, receivedAt: clock('09:59') }
  return { write, opened: write({ kind: 'v1.incident.opened', body }) }
}

function source(ops: readonly Op[], change: Partial<ReviewSource> = {}): ReviewSource {
  return {
    ...{ ops, plans: [], parameters: { command, assignment, supplies }, reportLimits: [], town: '柴桥街道' },
    ...{ nowS: Date.parse(clock('23:00')) / 1000, ...change },
  }
}

function target(ops: readonly Op[], key: string, change: Partial<ReviewSource> = {}): unknown[] {
  const row = afterActionOf(source(ops, change)).targets.find((one) => one.key === key)
  return [row?.measuredS, row?.limitS, row?.state, row?.note]
}

const NOTHING_SAID = { peopleIn: null, peopleOut: null, crew: null, airMin: null, remaining: null }

function said(change: Pick<StatusSaid, 'subject' | 'status'> & Partial<StatusSaid>): StatusSaid {
  const told = { at: clock('11:00'), saidBy: '村书记', via: 'radio', note: '', corrects: null } as const
  return { place: null, figures: NOTHING_SAID, goods: [], ...told, ...change }
}

describe('times against targets', () => {
  it('are met, late or not recorded, each in seconds of the stated times, and an open limit is not called missed', () => {
    const { write, opened } = story()
    const ops = [
      opened,
      write({ kind: 'v1.order.issued', body: stationOrder({ issuedAt: clock('10:00') }) }),
      write({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:04') }),
    ]
    expect(target(ops, 'callTaking')).toEqual([60, 60, 'met', null])
    expect(target(ops, 'turnOut')).toEqual([300, 180, 'late', null])
    expect(target(ops, 'firstOnScene')).toEqual([null, 300, 'notRecorded', 'builtUp'])
    const soon = { nowS: Date.parse(clock('10:03')) / 1000, town: '白峰街道' }
    expect(target(ops, 'firstOnScene', soon)).toEqual([null, 900, 'notDue', 'notBuiltUp'])
    expect(target(ops, 'firstOnScene', { town: null })).toEqual([null, null, 'notRecorded', 'townUnknown'])
    const [row] = afterActionOf(source(ops)).targets.filter(({ key }) => key === 'firstOnScene')
    expect(row === undefined ? null : targetCells(row)).toMatchObject({
      took: '没有记录',
      limit: '5分',
      state: '没有记录',
    })
  })

  it('follow a correction: of a step, of a word on the board, and of the time of the call', () => {
    const { write, opened } = story()
    const order = write({ kind: 'v1.order.issued', body: stationOrder({ issuedAt: clock('10:00') }) })
    const step = write({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:04') })
    const right = { orderId: 'order-1', stepOp: step.id, at: clock('10:01'), reason: '记错时间' }
    const ops = [opened, order, step, write({ kind: 'v1.order.corrected', body: right })]
    expect(target(ops, 'turnOut')).toEqual([120, 180, 'met', null])
    expect(afterActionOf(source(ops)).corrections.map(({ text }) => text)).toEqual([
      '更正指令反馈时间为 10:01：记错时间',
    ])

    const subject = { kind: 'team', id: 'gov-chaiqiao', name: '柴桥站' } as const
    const word = write({ kind: 'v1.status.said', body: said({ subject, status: 'onScene', at: clock('10:02') }) })
    const later = said({ subject, status: 'onScene', at: clock('10:06'), corrects: word.id })
    expect(target([...ops, word], 'firstOnScene').slice(0, 3)).toEqual([180, 300, 'met'])
    const fixed = [...ops, word, write({ kind: 'v1.status.said', body: later })]
    expect(target(fixed, 'firstOnScene').slice(0, 3)).toEqual([420, 300, 'late'])

    const incident = { ...LEAK, receivedAt: clock('10:00') }
    const amended = write({ kind: 'v1.incident.amended', body: { revision: 2, incident, receivedAt: clock('10:00') } })
    expect(target([...ops, amended], 'turnOut')).toEqual([60, 180, 'met', null])
  })

  it('say so where they cannot be measured: no stated call, an entry before the call, a team that was out already', () => {
    expect(target([story({ ...LEAK, receivedAt: null }).opened], 'callTaking')).toEqual([
      null,
      60,
      'notRecorded',
      'callNotStated',
    ])
    expect(target([story({ ...LEAK, receivedAt: clock('10:05') }).opened], 'callTaking')).toEqual([
      null,
      60,
      'notRecorded',
      'beforeCall',
    ])
    const responding = [{ teamId: 'gov-chaiqiao', name: '柴桥站', since: clock('09:57'), status: 'enRoute' as const }]
    expect(target([story({ ...LEAK, responding }).opened], 'turnOut')).toEqual([-120, 180, 'met', 'alreadyOut'])
  })

  it('run relief from the first people at a shelter to the first receipt, and a warning to the last who confirmed', () => {
    const { write, opened } = story()
    const shelter = { kind: 'shelter', id: 's1', name: '柴桥中学' } as const
    const lorry = { kind: 'transfer', id: 't1', name: '饮水' } as const
    const come = said({ subject: shelter, status: 'open', figures: { ...NOTHING_SAID, peopleIn: 40 } })
    const goods = [{ itemCode: 'W', item: '饮用水', quantity: 120, unit: '箱' }]
    const receipt = said({ subject: lorry, status: 'received', at: clock('21:30'), goods })
    const ops = [opened, write({ kind: 'v1.status.said', body: come })]
    expect(target(ops.slice(0, 1), 'firstRelief')).toEqual([null, 36_000, 'notRecorded', 'noReliefStart'])
    expect(target(ops, 'firstRelief')).toEqual([null, 36_000, 'notRecorded', null])
    const relieved = [...ops, write({ kind: 'v1.status.said', body: receipt })]
    expect(target(relieved, 'firstRelief')).toEqual([37_800, 36_000, 'late', null])

    const warning = write({
      kind: 'v1.warning.issued',
      body: {
        ...{ warningId: 'w1', number: 'BL-警01', hq: 'tactical', area: '下风向', text: '关窗' },
        ...{ villages: ['洪岙', '沙溪'], channels: [], zoneIds: [], planVersion: null, hearBy: clock('10:20') },
      },
    })
    const heard = (name: string, at: string, isHeard = true): Op =>
      write({
        kind: 'v1.warning.heard',
        body: { warningId: 'w1', kind: 'village', name, heard: isHeard, saidBy: name, at: clock(at), note: '' },
      })
    const half = [...ops, warning, heard('洪岙', '10:09'), heard('沙溪', '10:10', false)]
    expect(target(half, 'warningIssued')).toEqual([240, null, 'noLimit', null])
    expect(target(half, 'warningHeard:w1')).toEqual([null, 1020, 'notRecorded', 'notReached'])
    expect(target([...half, heard('沙溪', '10:15')], 'warningHeard:w1')).toEqual([720, 1020, 'met', null])
  })
})

describe('what went otherwise than planned', () => {
  it('keeps every order that was withdrawn, refused, replaced, overruled or late, with its reason or that there is none', () => {
    const { write, opened } = story()
    const issue = (number: string, change: Parameters<typeof stationOrder>[0]): Op =>
      write({
        kind: 'v1.order.issued',
        body: stationOrder({ orderId: number, number, issuedAt: clock('10:00'), ...change }),
      })
    const overruled = { findings: [{ code: 'x', text: '集结点在下风向' }], by: '李指挥', reason: '风向已变' }
    const ops = [
      opened,
      issue('令-1', {}),
      write({ kind: 'v1.order.stepped', body: saidStep('withdrawn', '10:05', { orderId: '令-1', note: '改派' }) }),
      issue('令-2', { replaces: '令-1', overruled }),
      write({ kind: 'v1.order.stepped', body: saidStep('onScene', '10:08', { orderId: '令-2' }) }),
      issue('令-3', {}),
      write({ kind: 'v1.order.stepped', body: saidStep('refused', '10:06', { orderId: '令-3' }) }),
    ]
    const { deviations, orders } = afterActionOf(source(ops))
    expect(deviations.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['orderReplaced', '改派'],
      ['overruled', '风向已变'],
      ['orderWithdrawn', '改派'],
      ['orderRefused', null],
      ['lateArrival', null],
    ])
    expect(deviations.at(-1)?.text).toBe('柴桥消防救援站（令-2）下达后8分到场，允许7分27秒')
    expect(orders.map(({ state }) => state)).toEqual(['withdrawn', 'onScene', 'refused'])
  })

  it('counts goods of standing orders beside what was signed for, and facts that stayed unknown', () => {
    const { write, opened } = story()
    const goods = (quantity: number): Parameters<typeof stationOrder>[0] => ({
      ...{ teamId: null, receiver: { kind: 'store', id: 'st', name: '区库', phone: '' } },
      goods: [{ lotId: 'l', storeId: 'st', item: '饮用水', quantity, unit: '箱' }],
    })
    const ops = [
      opened,
      write({ kind: 'v1.order.issued', body: stationOrder({ ...goods(100) }) }),
      write({ kind: 'v1.order.issued', body: stationOrder({ ...goods(50), orderId: 'order-2', number: '令-2' }) }),
      write({ kind: 'v1.order.stepped', body: saidStep('withdrawn', '10:30', { orderId: 'order-2' }) }),
    ]
    const { stock, unknowns } = afterActionOf(source(ops))
    expect(stock).toEqual([
      ...[
        {
          item: '饮用水',
          unit: '箱',
          ordered: 100,
          received: null,
          stores: ['区库'],
          orders: ['BL-20260714-001-令-001'],
        },
      ],
    ])
    expect(unknowns).toEqual([{ key: 'fact:deaths', text: '死亡人数' }])
  })

  it('gives percentiles from five orders on: half by 3 and nine tenths by 5 minutes, and none from four', () => {
    const write = opWriter()
    const ops = [1, 2, 3, 4, 5].flatMap((minute) => {
      const orderId = `o${minute}`
      return [
        write({ kind: 'v1.order.issued', body: stationOrder({ orderId, number: orderId, issuedAt: clock('10:00') }) }),
        write({ kind: 'v1.order.stepped', body: saidStep('received', `10:0${minute}`, { orderId }) }),
      ]
    })
    const chains = foldOrders(ops).orders.map((state) => chainOf(state, null))
    expect(orderPercentiles(chains)[0]).toEqual({ measure: 'receipt', orders: 5, p50S: 180, p90S: 300 })
    expect(orderPercentiles(chains.slice(1))[0]).toEqual({ measure: 'receipt', orders: 4, p50S: null, p90S: null })
  })
})

describe('lessons', () => {
  it('stand as proposed, accepted, or contested when two decide apart, until one decision names both', () => {
    const { write, opened } = story()
    const body = {
      ...({ lessonId: 'l1', text: '签收慢', kind: 'rule', targetId: 'command.receiptLimitS' } as const),
      ...{ targetName: '指令签收时限', change: '改为90秒', evidence: [opened.id] },
    }
    const proposed = write({ kind: 'v1.lesson.proposed', body })
    const settle = (verdict: 'accepted' | 'rejected', basis: string[], by = opWriter('seat-b', 9)): Op =>
      by({ kind: 'v1.lesson.settled', basis, body: { lessonId: 'l1', verdict, note: '' } })
    const yes = settle('accepted', [proposed.id], write)
    const no = settle('rejected', [proposed.id])
    const stateAfter = (...more: Op[]): unknown => lessonsOf([opened, proposed, ...more])[0]?.state
    expect([stateAfter(), stateAfter(yes), stateAfter(yes, no)]).toEqual(['proposed', 'accepted', 'contested'])
    expect(stateAfter(yes, no, settle('rejected', [yes.id, no.id], write))).toBe('rejected')
    expect(afterActionOf(source([opened, proposed, yes, no])).flaws.map(({ subject }) => subject)).toEqual(['签收慢'])
    const document = reviewDocument({
      ...{ number: 'BL-20260714-001', title: '液氨槽车泄漏', mode: 'drill', address: '', unit: '北仑区应急指挥中心' },
      ...{ at: clock('18:00'), planVersion: null, review: afterActionOf(source([opened])) },
      lessons: lessonsOf([opened, proposed]),
    })
    expect([document.title, document.watermark]).toEqual(['【演练】液氨槽车泄漏总结评估报告', '演练'])
    const words = JSON.stringify(document.sheets)
    expect(words).toContain('签收慢')
    expect(words).toContain('没有记录')
  })
})
