import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { HandbookCard } from '#shared/contract/hazmat.contract.ts'
import { Incident } from '#shared/domain/incident.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let hazmat: AppClient['hazmat']
beforeAll(() => {
  console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  hazmat = console.administrative.client.hazmat
})
afterAll(() => {
  console.stop()
  folder.remove()
})

const searched = async (text: string) => valueOf(await hazmat.search({ text }))
const cardOf = async (
  id: string,
  entered: Readonly<Record<string, unknown>> = {},
  incidentId: string | null = null,
): Promise<HandbookCard> => valueOf(await hazmat.card({ id, incidentId, entered }))

describe('finding a substance in the handbook', () => {
  it.each([
    ['1005', '1005'],
    ['UN1005', '1005'],
    ['un 1005', '1005'],
    ['１００５', '1005'],
    ['氨', '1005'],
    ['氨气', '1005'],
    ['液氨', '1005'],
    ['无水氨', '1005'],
    ['yean', '1005'],
    ['ye an', '1005'],
    ['anhydrous ammonia', '1005'],
    ['Ammonia, anhydrous', '1005'],
    ['7664-41-7', '1005'],
    ['液氯', '1017'],
    ['yelv', '1017'],
    ['chlorine', '1017'],
    ['液化气', '1075'],
    ['LNG', '1972'],
    ['丙烯腈', '1093'],
    ['bxj', '1093'],
    ['TDI', '2078'],
    ['汽油', '1203'],
    ['电石', '1402'],
    ['锂电池', '3480'],
    ['NA1993', 'NA1993'],
    ['Anhydrous ammonia', '1005'],
  ])('"%s" finds %s first', async (text, id) => {
    expect((await searched(text)).hits[0]?.id).toBe(id)
  })

  it('finds by two Chinese characters inside a name, and by pinyin initials', async () => {
    expect((await searched('氰酸')).hits.length).toBeGreaterThan(0)
    expect((await searched('烯腈')).hits.map((hit) => hit.id)).toContain('1093')
    expect((await searched('jbeyqsz')).hits[0]?.id).toBe('2078')
  })

  it('puts an exact number before numbers that begin with it, and a name before names that contain it', async () => {
    const { hits } = await searched('100')
    expect(hits[0]?.id).toBe('1005')
    expect(hits.slice(0, 6).every((hit) => hit.id.startsWith('100') || hit.cas.startsWith('100'))).toBe(true)
    const names = (await searched('甲醇')).hits.map((hit) => hit.id)
    expect(names[0]).toBe('1230')
  })

  it('counts every match and shows as many as asked', async () => {
    const { hits, total } = valueOf(await hazmat.search({ text: 'acid', limit: 10 }))
    expect(hits).toHaveLength(10)
    expect(total).toBeGreaterThan(50)
  })

  it('reaches goods the US table forbids without any number', async () => {
    const [hit] = (await searched('Acetylene silver nitrate')).hits
    expect(hit).toMatchObject({ un: '', classDivision: 'Forbidden', listedIn: ['us'] })
    const card = await cardOf(hit?.id ?? '')
    expect(card).toMatchObject({
      general: true,
      distances: { present: { isolationM: 100, source: 'ERG2024 Guide 111' } },
    })
  })

  it.each([
    ['9998', /UN9998 不在危险品目录中.*指南 111/],
    ['UN 99', /四位数字.*2 位/],
    ['查无此物', /没有查到“查无此物”.*CAS/],
  ])('says clearly why "%s" was not found', async (text, words) => {
    const { hits, note } = await searched(text)
    expect(hits).toEqual([])
    expect(note).toMatch(words)
  })

  it('asks nothing and says nothing for an empty box', async () => {
    expect(await searched('  ')).toEqual({ hits: [], total: 0, note: null })
  })

  it('refuses a card for a number in no table', async () => {
    expect(await hazmat.card({ id: '9998', incidentId: null })).toMatchObject({
      ok: false,
      error: { code: 'unknown-un-number', path: 'id', value: '9998' },
    })
  })
})

describe('the card for the present wind and hour', () => {
  it('reads the clock and the district when nothing is known, and makes no downwind claim', async () => {
    const { conditions, distances } = await cardOf('1005')
    expect(conditions).toMatchObject({
      at: '2026-07-14T10:20:00+08:00',
      atFrom: 'clock',
      placeFrom: 'district',
      night: false,
      windUsable: false,
      downwindDeg: null,
      band: 'low',
      container: 'unknown',
      largeSpill: true,
    })
    // Unknown container reads the rail tank car, an unusable wind the low band.
    expect(distances.present).toMatchObject({ isolationM: 300, protectiveM: 1600, source: 'ERG2024 Table 3' })
    expect(distances.fireM).toBe(1600)
  })

  it('takes what is entered before everything else', async () => {
    const { conditions, distances } = await cardOf('1017', {
      at: '2026-07-14T23:30:00+08:00',
      windFromDeg: 90,
      windSpeedMs: 2,
      container: 'roadTanker',
      spill: 'large',
    })
    expect(conditions).toMatchObject({
      atFrom: 'entered',
      night: true,
      nightByClock: false,
      downwindDeg: 270,
      band: 'low',
    })
    expect(distances.present).toMatchObject({ isolationM: 600, protectiveM: 6400 })
  })

  it('takes wind, hour, place and container from the open incident, the same as its plan', async () => {
    const incident = Incident.parse({
      schema: 'incident/1',
      mode: 'drill',
      type: 'hazmat_road',
      occurredAt: '2026-07-14T10:20:00+08:00',
      location: { lng: 121.885, lat: 29.88, address: 'S20' },
      hazmat: { un: '1005', container: 'roadTanker', spill: 'large' },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    })
    const { incidentId } = valueOf(
      await console.administrative.client.incident.open({
        commandId: '5f0c6c2e-1111-4222-8333-000000000001',
        incident,
      }),
    )
    const { conditions, distances } = await cardOf('1005', {}, incidentId)
    expect(conditions).toMatchObject({
      atFrom: 'incident',
      placeFrom: 'incident',
      windFrom: 'incident',
      downwindDeg: 225,
    })
    expect(distances.present).toMatchObject({
      isolationM: 150,
      protectiveM: 500,
      row: '1005 roadTanker day moderate',
    })
    expect(distances.containers.find((row) => row.present)?.isolationM).toBe(150)
  })

  it('says "at least 11 km" where the table has no figure', async () => {
    const card = await cardOf('1259', { spill: 'large' })
    expect(card.distances.present).toMatchObject({ protectiveM: 11_000, atLeast: true })
    expect(card.document).toContain('下风向防护 至少 11 公里')
  })

  it('names the gases given off in water and bans water', async () => {
    const card = await cardOf('1295')
    expect(card.waterGases).toEqual([{ formula: 'HCl', name: '氯化氢' }])
    expect(card.sections.find((part) => part.key === 'doNot')?.lines[0]?.id).toBe('no-reactive-water')
    expect(card.document).toContain('遇水放出：氯化氢（HCl）')
    expect((await cardOf('1360')).waterGases).toEqual([{ formula: 'PH3', name: '磷化氢' }])
  })

  it('gives a copy-ready document with marks and the credit, and no figure that the card does not have', async () => {
    const { document, sections } = await cardOf('1005', { windFromDeg: 45, windSpeedMs: 4, container: 'roadTanker' })
    expect(document).toContain('# 危化品处置卡：无水氨（UN1005）')
    expect(document).toContain('**四周隔离 150 米**')
    expect(document).toContain('▶ 公路罐车')
    expect(document).toContain('ERG2024, PHMSA / Transport Canada / SICT')
    expect(document).toContain('〔未核实〕')
    for (const { lines } of sections) for (const line of lines) expect(document).toContain(line.text)
    expect(document).not.toMatch(/undefined|null|NaN/)
  })
})
