import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderRow, OrderWish } from '#shared/contract/orders.contract.ts'
import { overdueOf } from '#shared/command/orders/order-timers.ts'
import { refusalOf, valueOf } from '#test/harness/bridge.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

describe('orders of the ammonia tanker', () => {
  const folder = temporaryFolder()
  let nowMs = TEST_NOW_MS
  let console: Console
  let incidentId = ''
  let last = 100
  const next = (): string => commandId((last += 1))
  const at = (clock: string): string => `2026-07-14T${clock}:00+08:00`
  const orders = async (): Promise<readonly OrderRow[]> =>
    valueOf(await console.tactical.client.orders.list({ incidentId })).orders
  const row = async (team: string): Promise<OrderRow> => {
    const found = (await orders()).findLast(({ order }) => order.teamId === team && order.source.kind === 'assignment')
    if (found === undefined) throw new Error(`no order to ${team}`)
    return found
  }
  const proposed = async (): Promise<{ version: number; contentHash: string; wishes: OrderWish[] }> => {
    const proposal = valueOf(await console.tactical.client.orders.proposal({ incidentId }))
    if (proposal === null) throw new Error('a plan was built')
    const wishes = proposal.orders.map(({ key, order }): OrderWish => ({ key, order, overrule: null }))
    return { version: proposal.version, contentHash: proposal.contentHash, wishes }
  }
  const ofTeams = (wishes: readonly OrderWish[]): OrderWish[] =>
    wishes.filter(
      ({ order: { hq, source, teamId } }) => hq === 'tactical' && source.kind === 'assignment' && teamId !== null,
    )

  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'), { clock: () => nowMs })
    const opened = { commandId: next(), incident: ammoniaTanker() }
    incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
    valueOf(await console.administrative.client.plan.build({ commandId: next(), incidentId }))
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('lets the first orders out before approval and holds the others until the headquarters approved its part', async () => {
    nowMs = TEST_NOW_MS + 60_000
    const { version, contentHash, wishes } = await proposed()
    const first = wishes.filter(
      ({ order: { source, teamId } }) => source.kind === 'firstOrder' && teamId === 'gov-chaiqiao',
    )
    const { orders: given } = valueOf(
      await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: first }),
    )
    expect(given.map(({ number }) => number)).toEqual(['BL-20260714-001-令-001'])
    const teams = ofTeams(wishes).slice(0, 9)
    const wish = { commandId: next(), incidentId, orders: teams }
    expect(refusalOf(await console.tactical.client.orders.issue(wish))).toMatchObject({ code: 'order-state' })
    const approval = { incidentId, version, contentHash, verdict: 'approved' as const }
    valueOf(await console.administrative.client.life.approve({ commandId: next(), ...approval }))
    expect(refusalOf(await console.tactical.client.orders.issue({ ...wish, commandId: next() })).message).toContain(
      '尚未经战术指挥部批准',
    )
    valueOf(await console.tactical.client.life.approve({ commandId: next(), ...approval }))
    const approvals = valueOf(await console.tactical.client.life.approvals({ incidentId }))
    expect(approvals?.byHeadquarters.map(({ state }) => state)).toEqual(['approved', 'approved'])
  })

  it('issues nine orders in one step, each with its own number and due times, and continues the first order', async () => {
    nowMs = TEST_NOW_MS + 120_000
    const { wishes } = await proposed()
    const teams = ofTeams(wishes).slice(0, 9)
    const command = { commandId: next(), incidentId, orders: teams }
    const issued = valueOf(await console.tactical.client.orders.issue(command)).orders
    expect(issued).toHaveLength(9)
    expect(issued.at(-1)?.number).toBe('BL-20260714-001-令-010')
    expect(valueOf(await console.tactical.client.orders.issue(command)).orders).toEqual(issued)
    const all = await orders()
    expect(all).toHaveLength(10)
    const first = all.find(({ order }) => order.source.kind === 'firstOrder')
    expect(first?.state).toBe('done')
    expect(first?.steps.at(-1)?.note).toMatch(/由 BL-20260714-001-令-0\d\d 接续/)
    const station = await row('gov-chaiqiao')
    expect(station.order.follows).toBe(first?.order.orderId)
    expect(station.order.text).toMatch(/命你队以.*到329国道集结点.*任务：.*频道战术指挥频道1/)
    expect(station.timers).toEqual([
      { step: 'received', dueAt: at('10:24') },
      { step: 'turnedOut', dueAt: at('10:25') },
      // 10:22 + 267 s by the plan + 180 s tolerance
      { step: 'onScene', dueAt: '2026-07-14T10:29:27+08:00' },
    ])
  })

  it('measures the chain from stated times and tells an overdue order at the right second, with whom to ring next', async () => {
    const station = await row('gov-chaiqiao')
    const say = async (step: 'received' | 'turnedOut' | 'onScene', clock: string): Promise<void> => {
      const said = { step, at: at(clock), saidBy: '柴桥站', via: 'radio' as const, note: '' }
      valueOf(
        await console.tactical.client.orders.step({
          commandId: next(),
          incidentId,
          orderIds: [station.order.orderId],
          ...said,
        }),
      )
    }
    await say('received', '10:23')
    await say('turnedOut', '10:24')
    const { chain, timers, state, ladder } = await row('gov-chaiqiao')
    expect(state).toBe('turnedOut')
    expect(
      chain.map(({ link, sinceCallS, sinceLinkBeforeS, kept }) => [link, sinceCallS, sinceLinkBeforeS, kept]),
    ).toEqual([
      ['call', 0, null, null],
      ['issued', 120, 120, null],
      ['received', 180, 60, true],
      ['turnedOut', 240, 60, true],
      ['onScene', null, null, null],
      ['done', null, null, null],
    ])
    const dueS = Date.parse('2026-07-14T10:29:27+08:00') / 1000
    expect(overdueOf(timers, dueS)).toBeNull()
    expect(overdueOf(timers, dueS + 1)).toMatchObject({ step: 'onScene', lateS: 1 })
    expect(ladder.map(({ role, afterS }) => [role, afterS])).toEqual([
      ['receiver', 0],
      ['duty', 60],
      ['organisation', 120],
      ['runnerUp', 180],
      ['commander', 240],
    ])
    expect(ladder.map(({ phone }) => phone)).toEqual([
      '0574-86012468',
      ladder[1]?.phone,
      '0574-86013869',
      ladder[3]?.phone,
      ladder[4]?.phone,
    ])
    expect(new Set(ladder.map(({ phone }) => phone)).size).toBe(5)
  })

  it('refuses a step twice and a step after the end, takes a wrong step back and keeps both entries', async () => {
    const station = await row('gov-chaiqiao')
    const said = { incidentId, orderIds: [station.order.orderId], saidBy: '柴桥站', via: 'radio' as const, note: '' }
    const again = await console.tactical.client.orders.step({ commandId: next(), ...said, step: 'turnedOut' })
    expect(refusalOf(again).code).toBe('order-state')
    expect(refusalOf(again).message).toContain('10:24 已记过“已出动”')
    const wrong = valueOf(
      await console.tactical.client.orders.step({ commandId: next(), ...said, step: 'onScene', at: at('10:20') }),
    )
    expect((await row('gov-chaiqiao')).contradictions.map(({ code }) => code)).toEqual([
      'beforeIssue',
      'outOfOrder',
      'outOfOrder',
    ])
    const correction = { incidentId, orderId: station.order.orderId, stepOp: wrong.stepOps[0] ?? '', reason: '听错队' }
    valueOf(await console.tactical.client.orders.correct({ commandId: next(), ...correction, at: null }))
    const after = await row('gov-chaiqiao')
    expect(after.contradictions).toEqual([])
    expect(after.state).toBe('turnedOut')
    expect(after.steps.at(-1)).toMatchObject({ step: 'onScene', standsAt: null, corrections: [{ reason: '听错队' }] })
    const withdraw = { commandId: next(), ...said, step: 'withdrawn' as const }
    expect(refusalOf(await console.tactical.client.orders.step(withdraw))).toMatchObject({ code: 'bad-input' })
    valueOf(await console.tactical.client.orders.step({ ...withdraw, commandId: next(), note: '改派大碶站' }))
    const late = await console.tactical.client.orders.step({ commandId: next(), ...said, step: 'onScene' })
    expect(refusalOf(late)).toMatchObject({ code: 'order-state' })
  })

  it('asks forces of others from the administrative headquarters only', async () => {
    const { wishes } = await proposed()
    const [wish] = ofTeams(wishes)
    if (wish === undefined) throw new Error('a team was proposed')
    const free = { kind: 'free', planVersion: null, lineId: null } as const
    const asked: OrderWish = { ...wish, key: null, order: { ...wish.order, authority: 'request', source: free } }
    const refused = await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: [asked] })
    expect(refusalOf(refused).code).toBe('forbidden')
    expect(refusalOf(refused).message).toContain('由行政指挥部下达')
    valueOf(await console.administrative.client.orders.issue({ commandId: next(), incidentId, orders: [asked] }))
  })
})
