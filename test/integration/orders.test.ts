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
    // Logged before the task of the plan goes out: the task does not wait for it again.
    const police = wishes.filter(({ order }) => order.source.kind === 'firstOrder' && order.teamId === 'amb-chaiqiao')
    const rung = valueOf(await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: police }))
    const out = { step: 'turnedOut' as const, at: at('10:21'), saidBy: '柴桥急救点', via: 'phone' as const, note: '' }
    const orderIds = rung.orders.map(({ orderId }) => orderId)
    valueOf(await console.tactical.client.orders.step({ commandId: next(), incidentId, orderIds, ...out }))
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
    expect(issued.at(-1)?.number).toBe('BL-20260714-001-令-011')
    expect(valueOf(await console.tactical.client.orders.issue(command)).orders).toEqual(issued)
    const all = await orders()
    expect(all).toHaveLength(11)
    const first = all.find(({ order }) => order.source.kind === 'firstOrder')
    expect(first?.state).toBe('done')
    expect(first?.steps.at(-1)?.note).toMatch(/由 BL-20260714-001-令-0\d\d 接续/)
    const ambulance = await row('amb-chaiqiao')
    expect(ambulance.timers.map(({ step }) => step)).toEqual(['received', 'onScene'])
    expect(ambulance.chain.find(({ link }) => link === 'turnedOut')).toMatchObject({ at: at('10:21'), sinceCallS: 60 })
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

  it('asks forces of others from the administrative headquarters only, whatever the window says of them', async () => {
    const { wishes } = await proposed()
    const [wish] = ofTeams(wishes)
    if (wish === undefined) throw new Error('a team was proposed')
    const asked: OrderWish = {
      ...wish,
      key: null,
      order: {
        ...wish.order,
        receiver: { kind: 'team', id: 'nb-zhenhai-center', name: '镇海消防站', phone: '' },
        teamId: 'nb-zhenhai-center',
        vehicleIds: [],
        authority: 'command',
        source: { kind: 'free', planVersion: null, lineId: null },
      },
    }
    const refused = await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: [asked] })
    expect(refusalOf(refused).code).toBe('forbidden')
    expect(refusalOf(refused).message).toContain('由行政指挥部决定')
    valueOf(await console.administrative.client.orders.issue({ commandId: next(), incidentId, orders: [asked] }))
    expect((await orders()).at(-1)?.order.authority).toBe('request')
  })

  it('keeps a team that turned out in the next plan, makes the approvals void and holds new orders until it is approved', async () => {
    const { client } = console.administrative
    const facts = valueOf(await client.incident.get({ incidentId }))
    const gone = (await row('police-xiapu')).order.orderId
    const said = { orderIds: [gone], saidBy: '霞浦派出所', via: 'phone' as const, note: '', step: 'turnedOut' as const }
    valueOf(await console.tactical.client.orders.step({ commandId: next(), incidentId, ...said }))
    const worse = { ...facts.incident, facts: { ...facts.incident.facts, trapped: 3 } }
    const amended = { commandId: next(), incidentId, expectedRevision: facts.summary.revision, incident: worse }
    valueOf(await client.incident.amend(amended))
    valueOf(await client.plan.build({ commandId: next(), incidentId }))
    const { version, contentHash, wishes } = await proposed()
    expect(version).toBe(2)
    expect(ofTeams(wishes).map(({ order }) => order.teamId)).toContain('police-xiapu')
    const latest = valueOf(await client.plan.latest({ incidentId }))
    const kept = latest?.plan.forcePlan.assignments.find(({ teamId }) => teamId === 'police-xiapu')
    expect(kept?.reasons.map(({ text }) => text).join()).toMatch(/已出动|已在途/)
    // Ordered and rolling teams alike: the new version must not be blocked by its own clock rule.
    expect(latest?.plan.findings.filter(({ severity }) => severity === 'block')).toEqual([])
    const approvals = valueOf(await client.life.approvals({ incidentId }))
    expect(approvals?.byHeadquarters.map(({ state }) => state)).toEqual(['open', 'open'])
    expect(approvals?.superseded.map(({ version: old }) => old)).toEqual([1, 1])
    const untouched = ofTeams(wishes).filter(({ order }) => order.teamId === 'gov-chaiqiao')
    const early = await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: untouched })
    expect(refusalOf(early).message).toContain('第 2 版方案尚未经战术指挥部批准')
    const approval = { incidentId, version, contentHash, verdict: 'approved' as const }
    valueOf(await console.tactical.client.life.approve({ commandId: next(), ...approval }))
    valueOf(await console.administrative.client.life.approve({ commandId: next(), ...approval }))
  })

  it('does not issue a line that is under way a second time, and ends only what is done or knowingly left', async () => {
    const { wishes } = await proposed()
    const again = ofTeams(wishes).filter(({ order }) => order.teamId === 'police-xiapu')
    const twice = await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: again })
    expect(refusalOf(twice).code).toBe('order-state')
    expect(refusalOf(twice).message).toMatch(/已下达（BL-20260714-001-令-0\d\d）/)
    const life = valueOf(await console.administrative.client.life.get({ incidentId }))
    expect(life.phase).toBe('underWay')
    expect(life.phases.map(({ phase, at: reached }) => [phase, reached?.slice(11, 16) ?? null])).toEqual([
      ...[
        ['call', '10:20'],
        ['graded', '10:20'],
        ['planned', '10:20'],
        ['approved', '10:22'],
        ['ordered', '10:21'],
      ],
      ...[
        ['underWay', '10:21'],
        ['contained', null],
        ['relief', null],
        ['closed', null],
        ['reviewed', null],
      ],
    ])
    const closing = { incidentId, phase: 'closed' as const, reason: '演练结束' }
    const early = await console.administrative.client.life.declare({ commandId: next(), ...closing })
    expect(refusalOf(early).code).toBe('needs-acknowledgement')
    expect(refusalOf(early).message).toContain('9条指令未了')
    expect(refusalOf(await console.tactical.client.life.declare({ commandId: next(), ...closing })).code).toBe(
      'forbidden',
    )
    const known = { ...closing, acknowledged: true }
    const { leftOpen } = valueOf(await console.administrative.client.life.declare({ commandId: next(), ...known }))
    expect(leftOpen[0]).toMatch(/^9条指令未了：BL-20260714-001-令-/)
    const late = await console.tactical.client.orders.issue({ commandId: next(), incidentId, orders: again })
    expect(refusalOf(late).message).toContain('事件已结束')
    const flared = { incidentId, phase: 'underWay' as const, reason: '复燃' }
    valueOf(await console.tactical.client.life.declare({ commandId: next(), ...flared }))
    expect(valueOf(await console.administrative.client.life.get({ incidentId })).phase).toBe('underWay')
  })

  it('merges a second call about the same leak into the first, with its callers, and takes no orders there', async () => {
    const { client } = console.administrative
    const second = ammoniaTanker({ title: '高速上有刺鼻气味', callers: [{ name: '过路司机', phone: '13900000001' }] })
    const duplicate = valueOf(await client.incident.open({ commandId: next(), incident: second })).incidentId
    const offered = valueOf(await client.life.duplicates({ incidentId: duplicate }))
    expect(offered).toMatchObject([
      { incidentId, number: 'BL-20260714-001', distanceM: 0, apartMin: 0, sameType: true },
    ])
    const wish = { incidentId: duplicate, into: incidentId, reason: '同一辆槽车' }
    valueOf(await client.life.merge({ commandId: next(), ...wish }))
    const life = valueOf(await client.life.get({ incidentId: duplicate }))
    expect(life.mergedInto?.number).toBe('BL-20260714-001')
    const main = valueOf(await client.incident.get({ incidentId }))
    expect(main.incident.callers?.at(-1)).toEqual({ name: '过路司机', phone: '13900000001' })
    expect(valueOf(await client.life.get({ incidentId })).merged.map(({ number }) => number)).toEqual([
      'BL-20260714-002',
    ])
    expect(valueOf(await client.life.duplicates({ incidentId }))).toEqual([])
    const back = { commandId: next(), incidentId, into: duplicate, reason: '误' }
    expect(refusalOf(await client.life.merge(back)).code).toBe('conflict')
  })
})
