import { describe, expect, it } from 'vitest'
import { Incident } from '#shared/domain/incident.ts'
import { draftFromIncident, emptyDraft, type IntakeDraft } from '../../../renderer/features/intake/draft.ts'
import { incidentFromDraft } from '../../../renderer/features/intake/incident-from-draft.ts'

const NOW_S = Date.UTC(2026, 6, 14, 2, 20, 0) / 1000

function madeFrom(part: Partial<IntakeDraft>, base: Incident | null = null): Incident {
  const start = base === null ? emptyDraft(NOW_S) : draftFromIncident(base, '')
  const outcome = incidentFromDraft(
    { ...start, mode: 'drill', type: 'fire_highrise', placeText: '121.885,29.88', ...part },
    base,
    NOW_S,
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return Incident.parse(outcome.incident)
}

function faultsOf(part: Partial<IntakeDraft>): string[] {
  const draft = { ...emptyDraft(NOW_S), type: 'fire_highrise' as const, placeText: '121.885,29.88', ...part }
  const outcome = incidentFromDraft(draft, null, NOW_S)
  return outcome.ok ? [] : outcome.faults.map((fault) => `${fault.field} ${fault.fault}`)
}

const FULL = Incident.parse({
  schema: 'incident/1',
  mode: 'drill',
  type: 'fire_highrise',
  title: '新碶高层火灾',
  occurredAt: '2026-07-14T10:10:00+08:00',
  receivedAt: '2026-07-14T10:12:00+08:00',
  location: { lng: 121.84, lat: 29.91 },
  weather: {
    windFromDeg: 90,
    forecast: [{ at: '2026-07-14T11:00:00+08:00', windFromDeg: 45, windSpeedMs: 6, rainMm: null, tideM: 1.2 }],
  },
  responding: [{ teamId: 'gov-daqi', name: '大碶消防站', status: 'onScene', since: '2026-07-14T10:15:00+08:00' }],
  building: { floors: 28, stairs: 2, fireLifts: 1, refugeFloors: [14], heightClass: 'A', ladderStands: [{}] },
  trappedList: [{ floor: 16, room: '1602', people: 3, callBack: '13800000000', condition: '有浓烟' }],
  cutOffTowns: [
    { town: '白峰街道', since: '2026-07-14T01:00:30+08:00', lost: ['power', 'network'] },
    { town: '郭巨街道', since: null, lost: ['power', 'network', 'road'] },
  ],
  closures: [
    { road: '泰山路', reason: '积水', from: '2026-07-14T09:00:00+08:00' },
    { lng: 121.9, lat: 29.87, radiusM: 60, reason: '塌方' },
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [121.8, 29.9],
          [121.81, 29.9],
        ],
      },
      reason: '绘制',
    },
  ],
})

describe('the lists of the form', () => {
  it('give back untouched what they were filled with', () => {
    const { weather, responding, building, trappedList, closures, cutOffTowns } = madeFrom({}, FULL)
    expect(cutOffTowns).toEqual(FULL.cutOffTowns)
    expect(weather?.forecast).toEqual(FULL.weather?.forecast)
    expect(responding).toEqual(FULL.responding)
    expect(building).toEqual(FULL.building)
    expect(trappedList).toEqual(FULL.trappedList)
    expect(new Set(closures?.map((closure) => JSON.stringify(closure)))).toEqual(
      new Set(FULL.closures?.map((closure) => JSON.stringify(closure))),
    )
  })

  it('take a street without contact with its time, or without one, and ask for its name', () => {
    const { cutOffTowns } = madeFrom({
      cutOffTowns: [{ town: '白峰街道', at: '09:30', kind: 'network+road' }, { town: '梅山街道' }],
    })
    expect(cutOffTowns).toEqual([
      { town: '白峰街道', since: '2026-07-14T09:30:00+08:00', lost: ['network', 'road'] },
      { town: '梅山街道', since: null },
    ])
    expect(faultsOf({ cutOffTowns: [{ at: '09:30' }] })).toEqual(['cutOffTowns.0.town town'])
  })

  it('take in what was typed, leave out empty lines and unknown cells', () => {
    const incident = madeFrom({
      trapped: [{}, { floor: '16', people: '2' }],
      building: { floors: '28', refugeFloors: '14、 20' },
      forecast: [{ at: '14:00', windFrom: '东北', windSpeedMs: '6' }],
      closures: [{ position: '121.9,29.87', radiusM: '80', reason: '塌方' }],
      responding: [
        { teamId: 'gov-daqi', name: '大碶消防站', status: 'onScene' },
        { teamId: '', name: '路过的救护车' },
      ],
      unavailable: 'team:gov-xinqi 新碶消防站\n\nstore:st-1',
    })
    expect(incident).toMatchObject({
      trappedList: [{ floor: 16, people: 2 }],
      building: { floors: 28, refugeFloors: [14, 20] },
      weather: { forecast: [{ at: '2026-07-14T14:00:00+08:00', windFromDeg: 45, windSpeedMs: 6, rainMm: null }] },
      closures: [{ lng: 121.9, lat: 29.87, radiusM: 80, reason: '塌方' }],
      responding: [
        { teamId: 'gov-daqi', name: '大碶消防站', status: 'onScene' },
        { name: '路过的救护车', status: 'enRoute' },
      ],
      unavailable: ['team:gov-xinqi', 'store:st-1'],
    })
  })

  it('forget what was taken out', () => {
    const incident = madeFrom({ trapped: [], building: {}, closures: [], responding: [], forecast: [] }, FULL)
    expect(incident.building).toBeUndefined()
    expect([incident.trappedList, incident.responding, incident.weather?.forecast]).toEqual([[], [], []])
    expect(incident.closures).toEqual(FULL.closures?.slice(2)) // what was drawn is not on the form and stays
  })

  it('name the row and the cell that is wrong', () => {
    expect(faultsOf({ trapped: [{}, { floor: 'top', people: '-1' }] })).toEqual([
      'trapped.1.floor number',
      'trapped.1.people count',
    ])
    expect(faultsOf({ closures: [{ reason: '?' }, { position: '29.87,121.9', radiusM: '' }] })).toEqual([
      'closures.0.road record',
      'closures.1.position swapped',
      'closures.1.radiusM count',
    ])
    expect(faultsOf({ forecast: [{ windFrom: '400' }] })).toEqual(['forecast.0.at time', 'forecast.0.windFrom wind'])
    expect(faultsOf({ building: { floors: '2.5', refugeFloors: '14 x' } })).toEqual([
      'building.floors count',
      'building.refugeFloors number',
    ])
  })
})

describe('measured zones in the form', () => {
  const ROW = { kind: 'hot', radiusM: '90', reading: '氨 300 ppm', at: '2026-07-14 10:15', by: '侦检一组' }
  const CLOSING = { kind: 'isolation', reason: '读数稳定', at: '2026-07-14 10:18', by: '战术总指挥' }

  it('become facts with size, reading, time and who', () => {
    const made = madeFrom({ measuredZones: [ROW], closedZones: [CLOSING] })
    expect(made.measuredZones).toEqual([
      { kind: 'hot', radiusM: 90, reading: '氨 300 ppm', at: '2026-07-14T10:15:00+08:00', by: '侦检一组' },
    ])
    expect(made.closedInitialZones).toEqual([
      { kind: 'isolation', reason: '读数稳定', at: '2026-07-14T10:18:00+08:00', by: '战术总指挥' },
    ])
  })

  it('keep an untouched time to the second and every other row when one is added', () => {
    const base = Incident.parse({
      ...FULL,
      measuredZones: [{ kind: 'warm', lengthM: 300, bearingDeg: 180, at: '2026-07-14T10:05:42+08:00', by: '监测站' }],
    })
    const kept = draftFromIncident(base, '').measuredZones
    expect(madeFrom({ measuredZones: [...kept, ROW] }, base).measuredZones).toMatchObject([
      { kind: 'warm', lengthM: 300, bearingDeg: 180, at: '2026-07-14T10:05:42+08:00', by: '监测站' },
      { kind: 'hot', radiusM: 90 },
    ])
    expect(madeFrom({}, FULL)).not.toHaveProperty('measuredZones')
  })

  it.each([
    [{ measuredZones: [{ ...ROW, radiusM: '' }] }, 'measuredZones.0.radiusM zoneSize'],
    [{ measuredZones: [{ ...ROW, radiusM: '0' }] }, 'measuredZones.0.radiusM count'],
    [{ measuredZones: [{ ...ROW, by: '' }] }, 'measuredZones.0.by zoneBy'],
    [{ measuredZones: [{ ...ROW, at: '' }] }, 'measuredZones.0.at time'],
    [{ closedZones: [{ ...CLOSING, reason: '' }] }, 'closedZones.0.reason zoneReason'],
  ])('refuse %j', (part, fault) => {
    expect(faultsOf(part)).toContain(fault)
  })
})
