import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'
import type { SearchHit } from '#shared/contract/search.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

describe('one box over everything', () => {
  const folder = temporaryFolder()
  let console: Console
  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    const shares: number[] = []
    for (;;) {
      const { indexed } = valueOf(await console.administrative.client.search.find({ text: '霞浦' }))
      if (indexed === null) break
      shares.push(indexed)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    // The index is made in the background; until it is complete, every answer says how far it is.
    expect(shares.length).toBeGreaterThan(0)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  async function find(text: string, more: Partial<InputOf<AppContract['search']['find']>> = {}): Promise<SearchHit[]> {
    return valueOf(await console.administrative.client.search.find({ text, ...more })).hits
  }

  it.each([
    ['霞浦街道', 'places', '霞浦街道', 'exact'],
    ['于国刚', 'people', '于国刚', 'exact'],
    ['ygg', 'people', '于国刚', 'spelledWhole'],
    ['yuguogang', 'people', '于国刚', 'spelledWhole'],
    ['13800009899', 'people', '于国刚', 'exact'],
    ['0009899', 'people', '于国刚', 'inside'],
    ['86011235', 'teams', '新碶消防救援站', 'inside'],
    ['浙B·D1005', 'tankerTrips', '浙B·D1005演', 'beginning'],
    ['浙bd1005', 'tankerTrips', '浙B·D1005演', 'beginning'],
    ['b d1005', 'tankerTrips', '浙B·D1005演', 'beginning'],
    ['D1005', 'tankerTrips', '浙B·D1005演', 'inside'],
    ['1005', 'substance', '无水氨', 'exact'],
    ['UN 1005', 'substance', '无水氨', 'exact'],
    ['7782-50-5', 'substance', '氯', 'exact'],
    ['液氯', 'substance', '氯', 'exact'],
    ['S20', 'roads', '穿山疏港高速', 'exact'],
    ['穿好高速', 'roads', '穿山疏港高速', 'exact'],
    ['gov-xinqi', 'teams', '新碶消防救援站', 'exact'],
    ['霞浦 洗消车', 'vehicles', '洗消消防车', 'inside'],
    ['洗消车 xp', 'vehicles', '洗消消防车', 'spelledInside'],
    ['救灾帐篷', 'stock', '救灾帐篷', 'beginning'],
  ])('finds by "%s" first the %s "%s"', async (text, kind, title, grade) => {
    const [first] = await find(text)
    expect({ kind: first?.kind, title: first?.title.text.slice(0, title.length), grade: first?.grade }).toEqual({
      ...{ kind, title, grade },
    })
  })

  it('finds by one character, marks it where it stands, and says when there are more', async () => {
    const answer = valueOf(await console.tactical.client.search.find({ text: '浦', limit: 5 }))
    expect(answer.hits).toHaveLength(5)
    expect(answer.more).toBe(true)
    for (const { title } of answer.hits)
      expect(title.marks.map(([from, to]) => title.text.slice(from, to))).toEqual(['浦'])
  })

  it('marks the number that matched as it is written', async () => {
    const [first] = await find('6011235')
    const phone = first?.line.find(({ field }) => field === 'phone')
    expect(phone).toEqual({ field: 'phone', text: '0574-86011235', marks: [[6, 13]] })
    expect(first?.phone).toBe('0574-86011235')
    expect(first?.position).toEqual({ lng: 121.842, lat: 29.914 })
  })

  it('keeps to the kinds that are asked for, and finds words inside contingency plans', async () => {
    const kinds = new Set((await find('霞浦', { kinds: ['stores', 'shelters'], limit: 20 })).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['shelters', 'stores'])
    const plans = await find('台风', { kinds: ['plan'] })
    expect(plans.length).toBeGreaterThan(0)
    expect(plans[0]?.line.at(-1)?.text).toContain('台风')
  })

  it('answers the same text in the same order', async () => {
    for (const text of ['浦', 'xp', '1005', '霞浦 队']) expect(await find(text)).toEqual(await find(text))
  })

  it('finds nothing rather than something like it, and takes any text as words', async () => {
    for (const text of ['不存在的单位名', '浙Z99999', '洗消 饕餮', '', '  ·· ', '"; 饕餮', '* OR 饕', 'NEAR(饕 餮)']) {
      const hits = await find(text)
      expect(
        hits.map(({ title }) => title.text),
        text,
      ).toEqual([])
    }
  })

  it('finds a new incident by its number, title and address at once', async () => {
    const incident = ammoniaTanker({ title: '凤洋二路槽车侧翻' })
    const { number, incidentId } = valueOf(
      await console.tactical.client.incident.open({ commandId: commandId(1), incident }),
    )
    for (const text of ['凤洋二路', 'fyel', number])
      expect((await find(text, { kinds: ['incident'] })).map(({ key }) => key)).toEqual([incidentId])
  })

  it.each([
    ['最近的堵漏队', { of: 'capability', capability: 'HAZ_PLUG' }],
    ['三支最近的洗消队伍', { of: 'capability', capability: 'HAZ_DECON' }],
    ['最近 洗消车', { of: 'vehicle', vehicleKind: 'DECON' }],
    ['最近的云梯车', { of: 'vehicle', vehicleKind: 'LADDER' }],
    ['最近 医院 烧伤', { of: 'place', place: 'hospitals', care: 'burns' }],
    ['附近的避灾点', { of: 'place', place: 'shelters' }],
    ['最近 帐篷', { of: 'item', item: '帐篷' }],
    ['霞浦', null],
  ])('reads "%s" as a question for what is nearest', async (text, what) => {
    expect(valueOf(await console.tactical.client.search.find({ text })).nearest?.what ?? null).toEqual(what)
  })

  it('lists the nearest by road with turn-out and distance, those that cannot go after them with why', async () => {
    const incident = ammoniaTanker({ unavailable: ['team:ent-formosa'] })
    const { incidentId } = valueOf(await console.tactical.client.incident.open({ commandId: commandId(2), incident }))
    const what = { of: 'capability', capability: 'HAZ_PLUG' } as const
    const answer = valueOf(await console.tactical.client.search.nearest({ what, from: null, incidentId, limit: 3 }))
    const able = answer.lines.filter(({ out }) => out.length === 0)
    expect(able).toHaveLength(3)
    const times = able.map(({ etaS }) => etaS ?? Infinity)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    // Call handling of 60 s and turn-out of 45 s or more are part of every time.
    for (const { etaS, distanceM, phone, approximate, has } of able) {
      expect(etaS).toBeGreaterThan(105)
      expect(distanceM).toBeGreaterThan(0)
      expect(phone).not.toBe('')
      expect(approximate).toBe(true)
      expect(has).toMatch(/^堵漏 \d+ 组$/)
    }
    expect(answer.lines.slice(3).every(({ out }) => out.length > 0)).toBe(true)
    expect(answer.lines.find(({ key }) => key === 'ent-formosa')?.out.join()).toContain('台塑专职消防队')
  })

  it('measures from a found record without an incident, by day and slower by night', async () => {
    const ask = async (hour: 'day' | 'night'): Promise<number[]> => {
      const what = { of: 'place', place: 'hospitals', care: 'burns' } as const
      const from = { kind: 'plants', key: 'plant-formosa' } as const
      const { lines } = valueOf(
        await console.administrative.client.search.nearest({ what, from, incidentId: null, hour, limit: 5 }),
      )
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.every(({ has }) => has.includes('烧伤救治'))).toBe(true)
      return lines.map(({ etaS }) => etaS ?? 0)
    }
    const [day, night] = [await ask('day'), await ask('night')]
    expect(night[0]).toBeGreaterThan(day[0] ?? Infinity)
  })
})
