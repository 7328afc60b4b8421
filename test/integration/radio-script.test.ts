import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#shared/domain/command/board.ts'
import { refusalOf, valueOf } from '#test/harness/bridge.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { boardsByHand, dayTime, plainBoard, radioScript, scriptDesk } from './radio-script.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

describe('a radio log of 90 minutes and 200 lines', () => {
  const folder = temporaryFolder()
  const script = radioScript()
  const byHand = boardsByHand()
  const lastOps = new Map<number, string>()
  let nowMs = TEST_NOW_MS
  let console: Console
  let incidentId = ''
  let last = 0
  const next = (): string => commandId((last += 1))
  const boardNow = async (until: string | null = null): Promise<Board> =>
    valueOf(await console.tactical.client.board.get({ incidentId, until }))

  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'), { clock: () => nowMs })
    const { tactical, administrative } = console
    incidentId = valueOf(
      await administrative.client.incident.open({ commandId: next(), incident: ammoniaTanker() }),
    ).incidentId
    valueOf(await administrative.client.plan.build({ commandId: next(), incidentId }))
    nowMs = Date.parse(dayTime('10:21:10'))
    const proposal = valueOf(await tactical.client.orders.proposal({ incidentId }))
    const plan = valueOf(await tactical.client.plan.latest({ incidentId }))?.plan
    if (proposal === null || plan === undefined) throw new Error('a plan was built')
    const { version, contentHash } = proposal
    const orders = new Map<string, string>()
    for (const window of [administrative, tactical]) {
      const approval = { incidentId, version, contentHash, verdict: 'approved' as const }
      valueOf(await window.client.life.approve({ commandId: next(), ...approval }))
      const hq = window === tactical ? 'tactical' : 'administrative'
      const wanted = proposal.orders.filter(
        ({ order }) =>
          order.hq === hq &&
          ((order.source.kind === 'assignment' && order.teamId !== null) || order.source.kind === 'supply'),
      )
      const wishes = wanted.map(({ key, order }) => ({ key, order, overrule: null }))
      const issued = valueOf(await window.client.orders.issue({ commandId: next(), incidentId, orders: wishes })).orders
      for (const [index, { order }] of wanted.entries())
        orders.set(order.teamId ?? order.receiver.id, issued[index]?.orderId ?? '')
    }
    const orderOf = (receiver: string): string => {
      const found = orders.get(receiver)
      if (found === undefined) throw new Error(`no order went to ${receiver}`)
      return found
    }
    const enter = scriptDesk({ client: tactical.client, incidentId, plan, orderOf, commandId: next })
    for (const line of script) {
      nowMs = Date.parse(dayTime(line.at))
      await enter(line)
      if (!byHand.has(line.line)) continue
      const board = await boardNow()
      lastOps.set(line.line, board.opId ?? '')
      expect(plainBoard(board), `after line ${line.line} (${line.at})`).toEqual(byHand.get(line.line))
    }
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('leaves the board that was written by hand, and every past moment reads the same afterwards', async () => {
    expect(script).toHaveLength(200)
    expect([...lastOps.keys()]).toEqual([70, 147, 200])
    for (const [line, opId] of lastOps) {
      const board = await boardNow(opId)
      expect(plainBoard(board), `back to line ${line}`).toEqual(byHand.get(line))
      expect(board.opId).toBe(opId)
    }
    expect(console.bugs).toEqual([])
  })

  it('offers the minutes to go back to, each with its weightiest entry', async () => {
    const moments = valueOf(await console.tactical.client.board.moments({ incidentId }))
    expect(moments[0]).toMatchObject({ at: '2026-07-14T10:20:00+08:00', entries: 2 })
    expect(moments.at(-1)?.text).toContain('gov-chaiqiao作业（消防03，11:50）')
    expect(moments.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThan(190)
  })

  it('shows every word about a team with those that no longer count', async () => {
    const words = valueOf(await console.tactical.client.board.words({ incidentId, kind: 'team', id: 'gov-daqi' }))
    expect(words.filter(({ counts }) => !counts).map(({ text }) => text)).toEqual(['gov-daqi归队（席位，11:02）'])
    expect(words.at(-1)).toMatchObject({ kind: 'issued' })
  })

  it('refuses a time that lies ahead, a team nobody knows, and a correction of an order step from here', async () => {
    const { client } = console.tactical
    const figures = { peopleIn: null, peopleOut: null, crew: null, airMin: null, remaining: null }
    const base = {
      status: 'onScene',
      place: null,
      figures,
      goods: [],
      saidBy: '柴桥站',
      via: 'radio',
      note: '',
    } as const
    const say = async (
      id: string,
      time: string,
      corrects: string | null = null,
    ): Promise<{ code: string; message: string }> =>
      refusalOf(
        await client.board.say({
          commandId: next(),
          incidentId,
          word: { ...base, goods: [], subject: { kind: 'team', id, name: id }, at: dayTime(time), corrects },
        }),
      )
    expect(await say('gov-chaiqiao', '21:50:00')).toMatchObject({ code: 'bad-time' })
    expect(await say('gov-nowhere', '11:50:00')).toMatchObject({ code: 'unknown-reference' })
    const steps = valueOf(await client.board.words({ incidentId, kind: 'team', id: 'gov-chaiqiao' }))
    const step = steps.find(({ kind }) => kind === 'step')?.opId ?? ''
    expect((await say('gov-chaiqiao', '11:50:00', step)).message).toContain('请在指令中更正')
  })
})
