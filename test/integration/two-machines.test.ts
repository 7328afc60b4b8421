import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BundleReport } from '#shared/contract/bundles.contract.ts'
import { createVouchedFiles } from '#electron/core/imports/vouched-files.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { run } from '../unit/cli/run-cli.ts'
import { freeOrder } from '#test/builders/free-order.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const HOUR_MS = 3_600_000
let count = 0
let lastCommand = 0

/** A console on a machine of its own, with files to carry between the two. */
interface Machine extends Console {
  readonly seat: string
  export(file: string, to?: string | null): Promise<string>
  import(file: string, trust?: readonly string[]): Promise<BundleReport>
  report(file: string): Promise<BundleReport>
}

async function startMachine(name: string, clockMs: number): Promise<Machine> {
  const vouchedFiles = createVouchedFiles()
  const console = startConsole(join(folder.path, String(count), name, 'console.db'), {
    planDispatch: stubPlan,
    vouchedFiles,
    clock: () => clockMs,
  })
  const { client } = console.administrative
  const ticketOf = (path: string): string => {
    const ticket = `ticket-${(lastCommand += 1)}`
    vouchedFiles.vouch(ticket, [path])
    return ticket
  }
  const { own } = valueOf(await client.bundles.seats({}))
  return {
    ...console,
    seat: own.seat,
    export: async (file, to = null) => {
      const path = join(folder.path, String(count), file)
      const input = { commandId: commandId((lastCommand += 1)), ticket: ticketOf(path), to, who: '王值班' }
      return valueOf(await client.bundles.export(input)).path
    },
    import: async (file, trust = []) => {
      const input = {
        commandId: commandId((lastCommand += 1)),
        ticket: ticketOf(file),
        trust: [...trust],
        who: '王值班',
      }
      return valueOf(await client.bundles.import(input))
    },
    report: async (file) => valueOf(await client.bundles.preview({ ticket: ticketOf(file) })),
  }
}

let rear: Machine
let forward: Machine
beforeEach(async () => {
  count += 1
  rear = await startMachine('rear', TEST_NOW_MS)
  // The second machine's clock is an hour ahead: nothing may depend on it.
  forward = await startMachine('forward', TEST_NOW_MS + HOUR_MS)
})
afterEach(() => {
  for (const machine of [rear, forward]) {
    machine.stop()
    expect(machine.bugs).toEqual([])
  }
})

async function open(machine: Machine, title: string): Promise<string> {
  const { client } = machine.tactical
  const incident = ammoniaTanker({ title })
  return valueOf(await client.incident.open({ commandId: commandId((lastCommand += 1)), incident })).incidentId
}
async function amend(machine: Machine, incidentId: string, title: string, settles?: string[]): Promise<unknown> {
  const { client } = machine.tactical
  const { summary } = valueOf(await client.incident.get({ incidentId }))
  return client.incident.amend({
    ...{ commandId: commandId((lastCommand += 1)), incidentId, expectedRevision: summary.revision },
    ...{ incident: ammoniaTanker({ title }), ...(settles === undefined ? {} : { settles }) },
  })
}
async function listOf(machine: Machine): Promise<unknown> {
  return valueOf(await machine.administrative.client.incident.list({}))
}
async function plan(machine: Machine, incidentId: string): Promise<number> {
  const { client } = machine.tactical
  return valueOf(await client.plan.build({ commandId: commandId((lastCommand += 1)), incidentId })).version
}

async function send(machine: Machine, incidentId: string, text: string): Promise<void> {
  const command = { commandId: commandId((lastCommand += 1)), incidentId, orders: [freeOrder(text)] }
  valueOf(await machine.tactical.client.orders.issue(command))
}
async function carry(from: Machine, to: Machine): Promise<BundleReport> {
  return to.import(await from.export(`${(lastCommand += 1)}.eccbundle`, to.seat), [from.seat])
}
async function boardOf({ tactical }: Machine): Promise<unknown> {
  const { client } = tactical
  const incidents = valueOf(await client.incident.list({}))
  const orders = await Promise.all(
    incidents.map(async ({ incidentId }) => valueOf(await client.orders.list({ incidentId })).orders),
  )
  return {
    incidents,
    orders,
    live: valueOf(await client.orders.live({})),
    contests: valueOf(await client.contests.list({})),
  }
}

describe('two machines that work apart', () => {
  it('join by a signed file: incidents, facts and plans of both are on both, and the same file again is nothing', async () => {
    const shared = await open(rear, '槽车泄漏')
    await plan(rear, shared)
    const first = await rear.export('to-forward.eccbundle')
    const preview = await forward.report(first)
    expect(preview).toMatchObject({ newOps: 2, isKnown: false, libraryDiffers: false })
    expect(preview.unknownSeats).toMatchObject([{ seat: rear.seat, ops: 2 }])
    expect(preview.unknownSeats[0]?.fingerprint).toMatch(/^(\d{4} ){7}\d{4}$/)
    expect(preview.unknownSeats[0]?.fingerprint).toBe(
      valueOf(await rear.tactical.client.bundles.seats({})).own.fingerprint,
    )
    expect(await listOf(forward)).toEqual([])
    await expect(forward.import(first)).rejects.toThrow('bundle-untrusted')
    expect(await listOf(forward)).toEqual([])
    await forward.import(first, [rear.seat])
    expect(await listOf(forward)).toEqual(await listOf(rear))

    // An hour apart: both amend and plan the same incident, and each opens one of its own with the same number.
    await open(forward, '高楼火灾')
    await open(rear, '山洪')
    await amend(forward, shared, '前方：两车相撞')
    await amend(rear, shared, '后方：一人被困')
    expect([await plan(rear, shared), await plan(forward, shared)]).toEqual([2, 2])
    await rear.import(await forward.export('to-rear.eccbundle', rear.seat), [forward.seat])
    const second = await rear.export('to-forward-2.eccbundle', forward.seat)
    const report = await forward.import(second)
    expect(report.knownOps).toBe(0)
    expect(report.incidents.map(({ isNew, ops }) => [isNew, ops]).sort()).toEqual([
      [false, 2],
      [true, 1],
    ])
    const [one, other] = [await listOf(rear), await listOf(forward)]
    expect(other).toEqual(one)
    const numbers = valueOf(await rear.tactical.client.incident.list({})).map(({ number }) => number)
    expect(numbers.sort()).toEqual(
      [
        'BL-20260714-001',
        `BL-20260714-002·${rear.seat.slice(5, 9)}`,
        `BL-20260714-002·${forward.seat.slice(5, 9)}`,
      ].sort(),
    )

    // The same file again: the answer says so, and nothing is written.
    const journal = valueOf(await forward.tactical.client.system.journal({}))
    expect(await forward.import(second)).toMatchObject({ isKnown: true, newOps: 0, incidents: [] })
    expect(valueOf(await forward.tactical.client.system.journal({}))).toEqual(journal)
    for (const { tactical } of [rear, forward]) {
      expect(valueOf(await tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
    }

    // Facts written apart are settled by somebody who names them all; the settlement travels on.
    const { summary } = valueOf(await forward.tactical.client.incident.get({ incidentId: shared }))
    expect(summary.contestedFacts.map(({ title }) => title).sort()).toEqual(['前方：两车相撞', '后方：一人被困'])
    expect(summary.contestedPlan.map(({ version, mark }) => [version, mark]).sort()).toEqual(
      [rear, forward].map(({ seat }) => [2, seat.slice(5, 9)]).sort(),
    )
    expect(await amend(forward, shared, '合并')).toMatchObject({
      ok: false,
      error: { code: 'conflict', path: 'settles' },
    })
    const heads = summary.contestedFacts.map(({ opId }) => opId)
    const { facts } = valueOf(await forward.tactical.client.contests.list({}))
    expect(facts[0]?.differences).toEqual([{ path: 'title', values: summary.contestedFacts.map(({ title }) => title) }])
    expect(await amend(forward, shared, '两车相撞，一人被困', heads)).toMatchObject({ ok: true })
    const { plans } = valueOf(await forward.tactical.client.contests.list({}))
    expect(plans).toMatchObject([{ incidentId: shared, onlyHere: [[], []] }])
    const planHeads = plans[0]?.heads.map(({ opId }) => opId) ?? []
    const choice = {
      incidentId: shared,
      of: 'plan' as const,
      heads: planHeads,
      stands: planHeads[0] ?? '',
      who: '王值班',
    }
    const kept = await forward.tactical.client.contests.keep({ ...choice, commandId: commandId((lastCommand += 1)) })
    expect(valueOf(kept)).toEqual({ label: 3 })
    const again = await forward.tactical.client.contests.keep({ ...choice, commandId: commandId((lastCommand += 1)) })
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict', path: 'heads' } })
    await rear.import(await forward.export('to-rear-2.eccbundle', rear.seat))
    for (const machine of [rear, forward]) {
      const settled = valueOf(await machine.tactical.client.incident.get({ incidentId: shared })).summary
      expect(settled).toMatchObject({
        title: '两车相撞，一人被困',
        contestedFacts: [],
        contestedPlan: [],
        planVersion: 3,
      })
    }
    const versions = valueOf(await rear.tactical.client.plan.versions({ incidentId: shared }))
    expect(versions.map(({ version, isHead }) => [version, isHead])).toEqual([
      [3, true],
      [2, false],
      [2, false],
      [1, false],
    ])
  })

  it('show a team that both sent as contested on both, until one person says which order stands', async () => {
    const shared = await open(rear, '槽车泄漏')
    await rear.import(await forward.export('hello.eccbundle'), [forward.seat])
    await forward.import(await rear.export('hello-2.eccbundle'), [rear.seat])
    const fire = await open(forward, '高楼火灾')
    await send(rear, shared, '到329国道集结')
    await send(forward, fire, '到泰山路搜救')
    await carry(forward, rear)
    await carry(rear, forward)
    const board = await boardOf(rear)
    expect(await boardOf(forward)).toEqual(board)
    const { teams } = valueOf(await rear.administrative.client.contests.list({}))
    expect(teams).toMatchObject([{ teamId: 'gov-chaiqiao', teamName: '柴桥消防救援站', settlements: [] }])
    const [contest] = teams
    expect(contest?.orders.map(({ text, incident, mark }) => [text, incident.title, mark]).sort()).toEqual(
      [
        ['到329国道集结', '槽车泄漏', rear.seat.slice(5, 9)],
        ['到泰山路搜救', '高楼火灾', forward.seat.slice(5, 9)],
      ].sort(),
    )
    const stands = contest?.orders.find(({ text }) => text === '到泰山路搜救')?.opId ?? ''
    const settlement = {
      ...{ teamId: 'gov-chaiqiao', heads: contest?.heads ?? [], stands: [stands] },
      ...{ who: '王值班', reason: '火场有人被困' },
    }
    const half = { ...settlement, heads: [stands], commandId: commandId((lastCommand += 1)) }
    expect(await rear.administrative.client.contests.settle(half)).toMatchObject({
      ok: false,
      error: { code: 'conflict', path: 'heads' },
    })
    const whole = { ...settlement, commandId: commandId((lastCommand += 1)) }
    expect(valueOf(await rear.administrative.client.contests.settle(whole))).toEqual({ withdrawn: 1, restored: 0 })
    expect(valueOf(await rear.administrative.client.contests.list({})).teams).toEqual([])
    expect(valueOf(await forward.administrative.client.contests.list({})).teams).toHaveLength(1)
    await carry(rear, forward)
    expect(valueOf(await forward.administrative.client.contests.list({})).teams).toEqual([])
    expect(await boardOf(forward)).toEqual(await boardOf(rear))
    const orders = valueOf(await forward.tactical.client.orders.list({ incidentId: shared })).orders
    expect(orders.map(({ state, steps }) => [state, steps.at(-1)?.note])).toEqual([
      ['withdrawn', '重复派遣裁定（王值班）：火场有人被困'],
    ])
  })

  it('that settled it apart and differently ask again, and an order withdrawn on one can be let stand on both', async () => {
    const shared = await open(rear, '槽车泄漏')
    await rear.import(await forward.export('hello.eccbundle'), [forward.seat])
    await forward.import(await rear.export('hello-2.eccbundle'), [rear.seat])
    await send(rear, shared, '到329国道集结')
    await send(forward, shared, '到泰山路搜救')
    await carry(forward, rear)
    await carry(rear, forward)
    const settleFor = async (machine: Machine, text: string): Promise<unknown> => {
      const { client } = machine.administrative
      const [contest] = valueOf(await client.contests.list({})).teams
      const stands = contest?.orders.filter((order) => order.text === text).map(({ opId }) => opId) ?? []
      const ids = { commandId: commandId((lastCommand += 1)), teamId: 'gov-chaiqiao', heads: contest?.heads ?? [] }
      return valueOf(await client.contests.settle({ ...ids, stands, who: '王值班', reason: '电话核对' }))
    }
    await settleFor(rear, '到329国道集结')
    await settleFor(forward, '到泰山路搜救')
    await carry(forward, rear)
    // Each withdrew the other's order: the crews are told to stand down by both, so it must not pass in silence.
    expect(valueOf(await rear.tactical.client.orders.live({}))).toEqual([])
    expect(valueOf(await rear.administrative.client.contests.list({})).teams[0]?.settlements).toHaveLength(2)
    expect(await settleFor(rear, '到泰山路搜救')).toEqual({ withdrawn: 0, restored: 1 })
    await carry(rear, forward)
    for (const machine of [rear, forward]) {
      expect(valueOf(await machine.administrative.client.contests.list({})).teams).toEqual([])
      const orders = valueOf(await machine.tactical.client.orders.list({ incidentId: shared })).orders
      expect(orders.filter(({ isLive }) => isLive).map(({ order }) => order.text)).toEqual(['到泰山路搜救'])
    }
    expect(await boardOf(forward)).toEqual(await boardOf(rear))
  })

  it('take one of two facts as the one in force, and the other machine follows', async () => {
    const shared = await open(rear, '槽车泄漏')
    await forward.import(await rear.export('first.eccbundle'), [rear.seat])
    await amend(rear, shared, '后方：一人被困')
    await amend(forward, shared, '前方：两车相撞')
    await carry(forward, rear)
    const { client } = rear.administrative
    const [contest] = valueOf(await client.contests.list({})).facts
    const stands = contest?.heads.find(({ title }) => title.startsWith('前方'))?.opId ?? ''
    const heads = contest?.heads.map(({ opId }) => opId) ?? []
    const choice = { commandId: commandId((lastCommand += 1)), incidentId: shared, of: 'facts' as const, heads, stands }
    expect(valueOf(await client.contests.keep({ ...choice, who: '王值班' }))).toEqual({ label: 3 })
    await carry(rear, forward)
    for (const machine of [rear, forward]) {
      const { summary } = valueOf(await machine.tactical.client.incident.get({ incidentId: shared }))
      expect(summary).toMatchObject({ title: '前方：两车相撞', revision: 3, contestedFacts: [] })
    }
  })

  it('know each other by name, and say how many entries the other still lacks', async () => {
    const { client } = forward.administrative
    valueOf(
      await client.bundles.nameSeat({ commandId: commandId((lastCommand += 1)), name: '前方指挥车', who: '李四' }),
    )
    await open(forward, '槽车泄漏')
    await rear.import(await forward.export('a.eccbundle'), [forward.seat])
    await open(rear, '山洪')
    const { others } = valueOf(await rear.tactical.client.bundles.seats({}))
    expect(others).toMatchObject([{ seat: forward.seat, name: '前方指挥车', entries: 2, waiting: 2, frozen: null }])
    const trusted = valueOf(await rear.tactical.client.system.journal({})).find(
      ({ kind }) => kind === 'v1.seat.trusted',
    )
    expect(trusted?.text).toContain('王值班核对指纹后信任另一台机器“前方指挥车”')
    await forward.import(await rear.export('b.eccbundle', forward.seat), [rear.seat])
    await rear.import(await forward.export('c.eccbundle', rear.seat))
    expect(valueOf(await rear.tactical.client.bundles.seats({})).others).toMatchObject([{ waiting: 0 }])
  })

  it('join by the command line with the same files and the exit codes of its contract', async () => {
    await open(rear, '槽车泄漏')
    const file = join(folder.path, String(count), 'cli.eccbundle')
    for (const machine of [rear, forward]) machine.stop()
    const { databasePath: from } = rear
    const { databasePath: into } = forward
    expect(await run(['export-bundle', '--db', from, '--to', file])).toMatchObject({
      exitCode: 0,
      document: { ok: true, seat: rear.seat, ops: 1 },
    })
    expect(await run(['import-bundle', '--db', into, file])).toMatchObject({
      ...{ exitCode: 4, stdout: '' },
      error: { code: 'bundle-untrusted', value: [rear.seat] },
    })
    const trusting = ['import-bundle', '--db', into, '--trust', rear.seat, '--who', '王值班', file]
    expect(await run(trusting)).toMatchObject({ exitCode: 0, document: { newOps: 1, isKnown: false } })
    expect(await run(trusting)).toMatchObject({ exitCode: 0, document: { newOps: 0, isKnown: true } })
    expect(await run(['verify', '--db', into])).toMatchObject({ exitCode: 0, document: { ok: true } })
    expect(await run(['import-bundle', '--db', into, into])).toMatchObject({
      exitCode: 2,
      error: { code: 'file-broken' },
    })
    expect(await run(['import-bundle', '--db', `${into}.none`, file])).toMatchObject({ exitCode: 4 })
    expect(await run(['export-bundle', '--db', from, '--to', '/nowhere/a.eccbundle'])).toMatchObject({ exitCode: 4 })
  })
})
