import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { OrderDraft } from '#shared/domain/command/order-draft.ts'
import { stationOrder } from '#test/builders/order-builders.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let incidentId = ''
let count = 0

beforeEach(async () => {
  count += 1
  console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch: stubPlan })
  const { administrative, tactical } = console
  const opened = { commandId: commandId(1), incident: ammoniaTanker() }
  incidentId = valueOf(await administrative.client.incident.open(opened)).incidentId
  valueOf(await administrative.client.plan.build({ commandId: commandId(2), incidentId }))
  valueOf(await administrative.client.duty.sign({ commandId: commandId(3), officer: '王值班' }))
  valueOf(await tactical.client.duty.sign({ commandId: commandId(4), officer: '李指挥' }))
  return () => {
    console.stop()
    expect(console.bugs).toEqual([])
  }
})
afterAll(folder.remove)

const STAGING = {
  act: 'staging',
  trigger: '风向转为东北',
  from: '柴桥收费站',
  to: '穿山服务区',
  reason: '原集结点已在下风向',
} as const

it('lets the tactical side act at once, tells the other window, takes its objection as a question back and overwrites nothing', async () => {
  const { administrative, tactical } = console
  const { actId } = valueOf(await tactical.client.headquarters.act({ ...STAGING, commandId: commandId(5), incidentId }))
  expect(valueOf(await administrative.client.headquarters.waiting({}))).toMatchObject([
    { kind: 'ratify', id: actId, number: 'BL-20260714-001', text: '变更集结点：穿山服务区' },
  ])
  expect(valueOf(await tactical.client.headquarters.waiting({}))).toEqual([])
  const [act] = valueOf(await administrative.client.headquarters.acts({ incidentId }))
  expect(act).toMatchObject({ ...STAGING, officer: '李指挥', planVersion: 1, state: 'waiting' })

  const answer = { incidentId, actId, basis: [...(act?.basis ?? [])] }
  const objection = { ...answer, answer: 'objected', note: '新点是否经隧道' } as const
  expect(await tactical.client.headquarters.answerAct({ ...objection, commandId: commandId(6) })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  expect(
    await administrative.client.headquarters.answerAct({ ...objection, note: '', commandId: commandId(7) }),
  ).toMatchObject({ ok: false, error: { code: 'bad-input', path: 'note' } })
  valueOf(await administrative.client.headquarters.answerAct({ ...objection, commandId: commandId(8) }))
  // The second of two answers over the same screen is refused, with what was said first.
  const late = await administrative.client.headquarters.answerAct({
    ...answer,
    answer: 'ratified',
    commandId: commandId(9),
  })
  expect(late).toMatchObject({ ok: false, error: { code: 'conflict', path: 'basis' } })
  expect(late.ok ? '' : late.error.message).toContain('王值班：新点是否经隧道')

  expect(valueOf(await tactical.client.headquarters.waiting({}))).toMatchObject([{ kind: 'explain', id: actId }])
  const [objected] = valueOf(await tactical.client.headquarters.acts({ incidentId }))
  expect(objected).toMatchObject({ ...STAGING, state: 'objected' })
  const explained = { incidentId, actId, basis: [...(objected?.basis ?? [])], text: '不经隧道，走老路' }
  valueOf(await tactical.client.headquarters.explainAct({ ...explained, commandId: commandId(10) }))
  expect(valueOf(await administrative.client.headquarters.waiting({}))).toMatchObject([{ kind: 'ratify', id: actId }])
  expect(valueOf(await administrative.client.system.verify({}))).toEqual({ ok: true, problems: [] })
})

it('refuses what the other headquarters decides with the way there, and carries the request to the orders', async () => {
  const { administrative, tactical } = console
  const refused = await tactical.client.headquarters.act({
    ...STAGING,
    ...{ act: 'outsideForces' as const, commandId: commandId(5), incidentId },
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden', path: 'act', value: 'outsideForces' } })
  expect(
    await administrative.client.headquarters.act({ ...STAGING, commandId: commandId(6), incidentId }),
  ).toMatchObject({ ok: false, error: { code: 'forbidden', value: 'staging' } })
  expect(valueOf(await tactical.client.headquarters.acts({ incidentId }))).toEqual([])

  const { requestId } = valueOf(
    await tactical.client.headquarters.request({
      commandId: commandId(7),
      incidentId,
      kind: 'forces',
      text: '请调宁波支队洗消车 2 辆',
      act: 'outsideForces',
      wants: { capability: 'HAZ_DECON', quantity: 2, place: '' },
      dueAt: '2026-07-14T11:00:00+08:00',
    }),
  )
  const [made] = valueOf(await administrative.client.headquarters.requests({ incidentId }))
  const step = { incidentId, requestId, basis: [...(made?.basis ?? [])] }
  expect(
    await tactical.client.headquarters.answerRequest({ ...step, commandId: commandId(8), answer: 'accepted' }),
  ).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  const partly = { ...step, answer: 'partly', note: '先到 1 辆' } as const
  valueOf(await administrative.client.headquarters.answerRequest({ ...partly, commandId: commandId(9) }))
  const [agreed] = valueOf(await administrative.client.headquarters.requests({ incidentId }))
  const done = { ...step, basis: [...(agreed?.basis ?? [])], planVersion: 1 }
  valueOf(await administrative.client.headquarters.fulfilRequest({ ...done, commandId: commandId(10) }))
  expect(valueOf(await tactical.client.headquarters.requests({ incidentId }))).toMatchObject([
    { state: 'fulfilled', act: 'outsideForces', planVersions: [1], words: [{ kind: 'partly', text: '先到 1 辆' }, {}] },
  ])
  expect(
    await tactical.client.headquarters.withdrawRequest({
      ...{
        ...step,
        basis: [...(valueOf(await tactical.client.headquarters.requests({ incidentId }))[0]?.basis ?? [])],
      },
      ...{ commandId: commandId(11), reason: '不需要' },
    }),
  ).toMatchObject({ ok: false, error: { code: 'conflict' } })
})

it('names the live orders of the teams that an act concerns', async () => {
  const { tactical } = console
  const order = stationOrder({ teamId: 'gov-chaiqiao', text: '到集结点待命' })
  const draft = OrderDraft.parse(
    Object.fromEntries(
      Object.entries({ ...order, source: { kind: 'free', planVersion: null, lineId: null } }).filter(([key]) =>
        Object.hasOwn(OrderDraft.shape, key),
      ),
    ),
  )
  const issued = valueOf(
    await tactical.client.orders.issue({
      ...{ commandId: commandId(5), incidentId },
      orders: [{ order: draft, key: null, overrule: null }],
    }),
  )
  const touching = { ...STAGING, commandId: commandId(6), incidentId, teamIds: ['gov-chaiqiao'] }
  valueOf(await tactical.client.headquarters.act(touching))
  expect(valueOf(await tactical.client.headquarters.acts({ incidentId }))).toMatchObject([
    { teamIds: ['gov-chaiqiao'], orderIds: issued.orders.map(({ orderId }) => orderId) },
  ])
})
