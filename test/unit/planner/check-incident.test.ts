import { describe, expect, it } from 'vitest'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { HAZMAT, aSituationDataset, anIncident } from '#test/builders/situation-builders.ts'

const valid = {
  schema: 'incident/1',
  type: 'hazmat_road',
  occurredAt: '2026-07-14T10:20:00+08:00',
  location: { lng: 121.885, lat: 29.88 },
}

describe('parseIncident', () => {
  it('accepts a minimal incident', () => {
    expect(parseIncident(valid)).toMatchObject({ type: 'hazmat_road', mode: 'real', facts: {} })
  })

  it.each([
    [{ ...valid, type: 'meteor' }, 'unknown-type', 'type'],
    [{ ...valid, type: undefined }, 'bad-input', 'type'],
    [{ ...valid, location: { lng: 29.88, lat: 121.885 } }, 'coordinates-swapped', 'location'],
    [{ ...valid, location: { lng: 500, lat: 29 } }, 'bad-input', 'location.lng'],
    [{ ...valid, hazmat: { quantityT: -3 } }, 'negative-count', 'hazmat.quantityT'],
    [{ ...valid, hazmat: { container: 'bucket' } }, 'bad-input', 'hazmat.container'],
    [{ ...valid, facts: { deaths: 'three' } }, 'bad-input', 'facts.deaths'],
    [{ ...valid, weather: { windFromDeg: 'NE' } }, 'bad-input', 'weather.windFromDeg'],
    [{ ...valid, unavailable: ['x'] }, 'bad-input', 'unavailable.0'],
    [[], 'bad-input', ''],
    [null, 'bad-input', ''],
  ])('refuses case %# by code and path', (input, code, path) => {
    expect(() => parseIncident(input)).toThrow(expect.objectContaining({ code, path }))
  })

  it('names field, value and remedy in Chinese', () => {
    expect(() => parseIncident({ ...valid, location: { lng: 500, lat: 29 } })).toThrow(
      '字段 location.lng 的值“500”不正确：不能大于 180，请改正。',
    )
  })
})

describe('checkIncident', () => {
  const dataset = aSituationDataset()
  const check = (given: Readonly<Record<string, unknown>>): void => {
    checkIncident(anIncident('hazmat_road', given), dataset, HAZMAT)
  }

  it('accepts a scene in the area and one 15 km outside', () => {
    expect(() => check({ hazmat: { un: '1005' } })).not.toThrow()
    expect(() => check({ location: { lng: 121.885, lat: 30.13 } })).not.toThrow()
  })

  it.each([
    [{ occurredAt: '2026-07-14T10:20:00' }, 'bad-time', 'occurredAt'],
    [{ occurredAt: '2026-02-30T10:20:00+08:00' }, 'bad-time', 'occurredAt'],
    [{ occurredAt: null }, 'bad-time', 'receivedAt'],
    [{ weather: { asOf: 'noon' } }, 'bad-time', 'weather.asOf'],
    [{ closures: [{ road: '泰山路', from: '10:00' }] }, 'bad-time', 'closures.0.from'],
    [{ location: { lng: 29.88, lat: 89 } }, 'place-out-of-area', 'location'],
    [{ location: { lng: 121.246, lat: 30.176 } }, 'place-out-of-area', 'location'],
    [{ location: { lng: 0, lat: 0 } }, 'place-out-of-area', 'location'],
    [{ facts: { deaths: -1 } }, 'negative-count', 'facts.deaths'],
    [{ facts: { injured: { min: -2 } } }, 'negative-count', 'facts.injured.min'],
    [{ facts: { injured: { min: 5, max: 2 } } }, 'bad-input', 'facts.injured'],
    [{ facts: { trapped: 1.5 } }, 'bad-input', 'facts.trapped'],
    [{ facts: { usersOutShare: 72 } }, 'bad-input', 'facts.usersOutShare'],
    [{ cutOffTowns: [{ town: '不存在镇' }] }, 'bad-input', 'cutOffTowns.0.town'],
    [{ cutOffTowns: [{ town: '霞浦街道' }, { town: '霞浦街道' }] }, 'bad-input', 'cutOffTowns.1.town'],
    [{ cutOffTowns: [{ town: '霞浦街道', since: '10:00' }] }, 'bad-time', 'cutOffTowns.0.since'],
    [{ cutOffTowns: [{ town: '霞浦街道', since: '2030-01-01T00:00:00+08:00' }] }, 'bad-time', 'cutOffTowns.0.since'],
    [{ hazmat: { un: '9999' } }, 'unknown-un-number', 'hazmat.un'],
    [{ hazmat: { un: 'ammonia' } }, 'unknown-un-number', 'hazmat.un'],
  ])('refuses %j', (given, code, path) => {
    expect(() => check(given)).toThrow(expect.objectContaining({ code, path }))
  })

  it('finds swapped coordinates where both numbers are possible', () => {
    const equator = aSituationDataset({
      areas: [
        {
          code: '1',
          name: '甲',
          level: 'district',
          polygons: [
            [
              [
                [10, 50],
                [11, 50],
                [11, 51],
                [10, 51],
                [10, 50],
              ],
            ],
          ],
        },
      ],
    })
    const incident = anIncident('hazmat_road', { location: { lng: 50.5, lat: 10.5 } })
    expect(() => checkIncident(incident, equator, HAZMAT)).toThrow(
      expect.objectContaining({ code: 'coordinates-swapped', path: 'location' }),
    )
  })
})
