import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { ShelterLine } from '#shared/contract/shelters.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const WHO = '王门岗'
const LIST = [
  '安全码,姓名,人口点,手机,特殊需要',
  'A001,陈阿大,pop-bl-geo-20,13900000001,',
  'A002,林小妹,pop-bl-geo-20,13900000002,轮椅',
  'A003,周建国,pop-bl-geo-21,13900000003,',
  'A003,周建军,pop-bl-geo-21,13900000004,',
  ',,pop-bl-geo-21,,',
  'A005,吴无点,没有这个村,,',
].join('\n')

describe('the door of a shelter', () => {
  const folder = temporaryFolder()
  let console: Console
  let client: AppClient
  const id = (): string => crypto.randomUUID()
  const shelterLine = async (shelterId: string): Promise<ShelterLine> => {
    const line = valueOf(await client.shelters.board({})).find((one) => one.shelterId === shelterId)
    if (line === undefined) throw new Error(`no shelter ${shelterId}`)
    return line
  }
  const idOf = async (text: string): Promise<string> =>
    valueOf(await client.arrivals.find({ text, limit: 1 }))[0]?.evacueeId ?? ''
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    client = console.administrative.client
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('says what each line of a pasted list would do, and takes the sound ones over as one batch', async () => {
    const read = valueOf(await client.arrivals.readList({ text: LIST }))
    expect(read.lines.map(({ line, verdict }) => `${line} ${verdict}`)).toEqual([
      ...['2 new', '3 new', '4 new', '5 refused', '6 refused', '7 refused'],
    ])
    expect(read.lines.map(({ remark }) => remark).slice(3)).toEqual([
      '与第 4 行重复；请只保留一行',
      '没有姓名；请补上，或到场时登记',
      '人口点“没有这个村”不在库中或不止一个；请写全名或编号',
    ])
    const taken = valueOf(
      await client.arrivals.takeList({ commandId: id(), text: LIST, who: WHO, reason: '台风转移名单' }),
    )
    expect(taken.counts).toEqual({ new: 3, changed: 0, same: 0, refused: 3 })
    expect(valueOf(await client.arrivals.readList({ text: LIST })).counts).toMatchObject({ new: 0, same: 3 })
    const points = valueOf(await client.arrivals.points({}))
    expect(points.find(({ pointId }) => pointId === 'pop-bl-geo-20')).toMatchObject({
      ...{
        pointId: 'pop-bl-geo-20',
        listed: 2,
        arrived: 0,
        missing: 2,
        personInCharge: '吴振婷',
        phone: '13800006847',
      },
    })
  })

  it('finds a person by code, name, pinyin and the end of the number, and marks them as arrived', async () => {
    for (const text of ['A001', '陈阿大', 'cad', '0001']) {
      const [hit] = valueOf(await client.arrivals.find({ text }))
      expect(hit).toMatchObject({ name: '陈阿大', status: 'expected' })
    }
    const ticked = valueOf(
      await client.arrivals.tick({
        commandId: id(),
        evacueeId: await idOf('A001'),
        shelterId: 'shelter-001',
        who: WHO,
      }),
    )
    expect(ticked).toMatchObject({
      person: { status: 'present', arrivedAt: '2026-07-14T10:20:00+08:00', shelter: '北仑体艺中心避灾点(示意)' },
      shelter: { present: 1, capacity: 3000 },
    })
    const line = await shelterLine('shelter-001')
    expect(line).toMatchObject({ occupied: 1, present: 1, basis: 'list', free: 2999 })
    expect(line.occupiedSaid).toMatchObject({ who: WHO, reason: '到场登记：陈阿大' })
    const missing = valueOf(await client.arrivals.missing({ pointId: 'pop-bl-geo-20' }))
    expect(missing.people.map(({ name }) => name)).toEqual(['林小妹'])
  })

  it('shows who already arrived elsewhere and moves them with a reason only; both shelters are counted again', async () => {
    const move = { evacueeId: await idOf('A001'), shelterId: 'shelter-002', who: WHO }
    expect(await client.arrivals.tick({ commandId: id(), ...move })).toMatchObject({
      ...{ ok: false, error: { code: 'already-arrived', path: 'moveReason', value: { shelterId: 'shelter-001' } } },
    })
    valueOf(await client.arrivals.tick({ commandId: id(), ...move, moveReason: '与家人团聚' }))
    expect((await shelterLine('shelter-001')).occupied).toBe(0)
    expect((await shelterLine('shelter-002')).occupied).toBe(1)
  })

  it('takes one tick back after others went on, but not one whose person changed since', async () => {
    const second = { evacueeId: await idOf('A002'), shelterId: 'shelter-001', who: WHO }
    const ticked = valueOf(await client.arrivals.tick({ commandId: id(), ...second }))
    const third = { evacueeId: await idOf('A003'), shelterId: 'shelter-001', who: WHO }
    valueOf(await client.arrivals.tick({ commandId: id(), ...third }))
    const batchId = ticked.batchId ?? 0
    expect(valueOf(await client.arrivals.takeBack({ commandId: id(), batchId, who: WHO }))).toMatchObject({
      name: '林小妹',
    })
    expect((await shelterLine('shelter-001')).occupied).toBe(1)
    expect(valueOf(await client.arrivals.find({ text: 'A002' }))[0]?.status).toBe('expected')
    expect(await client.arrivals.takeBack({ commandId: id(), batchId, who: WHO })).toMatchObject({
      ...{ ok: false, error: { code: 'conflict' } },
    })
  })

  it('takes in somebody who is on no list, warns when a shelter is full or closed, and lets them go on', async () => {
    const zone = { shelterId: 'shelter-009', zoneId: null, name: '一楼', areaM2: null, meantFor: ['老人'], who: WHO }
    const over = { ...zone, capacity: 2000, reason: '布置' }
    expect(await client.shelters.saveZone({ commandId: id(), ...over })).toMatchObject({
      ...{ ok: false, error: { code: 'needs-acknowledgement', value: 2000 } },
    })
    const { zoneId } = valueOf(await client.shelters.saveZone({ commandId: id(), ...over, capacity: 1 }))
    const added = { name: '过路客', fromWhere: '白峰码头', shelterId: 'shelter-009', zoneId, who: WHO }
    const { person } = valueOf(await client.arrivals.add({ commandId: id(), ...added }))
    expect(person).toMatchObject({ isUnlisted: true, note: '来自 白峰码头', zone: '一楼' })
    // Another zone of the same shelter is no new arrival: nobody is counted twice.
    const here = { evacueeId: person.evacueeId, shelterId: 'shelter-009', who: WHO }
    const moved = valueOf(await client.arrivals.tick({ commandId: id(), ...here }))
    expect(moved).toMatchObject({ person: { zone: '', arrivedAt: person.arrivedAt }, shelter: { present: 1 } })
    valueOf(await client.arrivals.tick({ commandId: id(), ...here, zoneId }))
    const next = { ...added, name: '同行人' }
    expect(await client.arrivals.add({ commandId: id(), ...next })).toMatchObject({
      ...{ ok: false, error: { code: 'needs-acknowledgement', value: 2 } },
    })
    valueOf(await client.arrivals.add({ commandId: id(), ...next, acknowledged: true }))
    const shut = { shelterId: 'shelter-009', state: 'closed' as const, who: WHO, reason: '转移结束' }
    expect(await client.shelters.setState({ commandId: id(), ...shut })).toMatchObject({
      ...{ ok: false, error: { code: 'needs-acknowledgement', value: 2 } },
    })
    const leave = { evacueeId: person.evacueeId, leftTo: '回家', who: WHO }
    valueOf(await client.arrivals.leave({ commandId: id(), ...leave }))
    const opened = valueOf(await client.shelters.open({ shelterId: 'shelter-009' }))
    expect(opened.line).toMatchObject({ occupied: 1, zones: 1, zonesCapacity: 1 })
    expect(opened.people.map(({ name, status }) => `${name} ${status}`)).toEqual(['同行人 present', '过路客 left'])
  })

  it('keeps a reported number with who said so, which ticks do not pull down, until the list is taken again', async () => {
    const report = { shelterId: 'shelter-004', occupied: 700, who: '柴桥街道', reason: '电话报数' }
    expect(await client.shelters.report({ commandId: id(), ...report })).toMatchObject({
      ...{ ok: false, error: { code: 'needs-acknowledgement', value: 700 } },
    })
    valueOf(await client.shelters.report({ commandId: id(), ...report, occupied: 120 }))
    valueOf(
      await client.arrivals.tick({
        commandId: id(),
        evacueeId: await idOf('A002'),
        shelterId: 'shelter-004',
        who: WHO,
      }),
    )
    expect(await shelterLine('shelter-004')).toMatchObject({
      ...{ occupied: 120, present: 1, basis: 'report', occupiedSaid: { who: '柴桥街道', reason: '电话报数' } },
    })
    valueOf(await client.shelters.report({ commandId: id(), ...report, occupied: null, reason: '逐人核对' }))
    expect(await shelterLine('shelter-004')).toMatchObject({ occupied: 1, basis: 'list' })
    expect(valueOf(await client.system.verify({})).problems).toEqual([])
    expect(console.bugs).toEqual([])
  })
})
