import { describe, expect, it } from 'vitest'
import { formatInstant } from '#shared/kernel/instant.ts'
import { factScope } from '#shared/planner/formula/fact-scope.ts'
import { readFacts } from '#shared/planner/stages/read-facts.ts'
import { aSituation, anIncident, factsOf } from '#test/builders/situation-builders.ts'

describe('readFacts', () => {
  it('plans for asOf, else receivedAt, else occurredAt', () => {
    const times = {
      occurredAt: '2026-07-14T10:00:00+08:00',
      receivedAt: '2026-07-14T10:05:00+08:00',
      asOf: '2026-07-14T11:00:00+08:00',
    }
    const nowOf = (given: object): string =>
      formatInstant(factsOf(aSituation(anIncident('tunnel', { ...given }))).nowS, 480)
    expect(nowOf(times)).toBe('2026-07-14T11:00:00+08:00')
    expect(nowOf({ ...times, asOf: null })).toBe('2026-07-14T10:05:00+08:00')
    expect(nowOf({ ...times, asOf: null, receivedAt: null })).toBe('2026-07-14T10:00:00+08:00')
  })

  it.each([
    ['2026-07-14T10:20:00+08:00', false],
    ['2026-07-14T23:50:00+08:00', true],
    ['2026-07-14T04:00:00+08:00', true],
    ['2026-07-14T05:30:00+08:00', false],
    ['2026-07-14T19:20:00+08:00', true],
    ['2026-07-14T15:20:00Z', true],
  ])('knows whether %s is night in Beilun', (occurredAt, night) => {
    expect(factsOf(aSituation(anIncident('tunnel', { occurredAt }))).night).toBe(night)
  })

  it('gives sunrise and sunset of the local day', () => {
    const facts = factsOf(aSituation(anIncident('tunnel')))
    expect(formatInstant(facts.sunriseS ?? 0, 480)).toMatch(/^2026-07-14T0[45]:\d\d:00\+08:00$/)
    expect(formatInstant(facts.sunsetS ?? 0, 480)).toMatch(/^2026-07-14T1[89]:\d\d:00\+08:00$/)
  })

  it('finds the town by area', () => {
    expect(factsOf(aSituation(anIncident('tunnel'))).town).toBe('霞浦街道')
    expect(factsOf(aSituation(anIncident('tunnel', { location: { lng: 121.7, lat: 29.75 } }))).town).toBeNull()
  })

  it.each([
    [{ windFromDeg: 45, windSpeedMs: 4 }, true],
    [{ windFromDeg: 45, windSpeedMs: 1 }, true],
    [{ windFromDeg: 45, windSpeedMs: 0.9 }, false],
    [{ windFromDeg: 45 }, false],
    [{ windSpeedMs: 4 }, false],
    [undefined, false],
  ])('judges wind %j usable: %s', (weather, usable) => {
    const given = weather === undefined ? {} : { weather }
    expect(factsOf(aSituation(anIncident('hazmat_road', given))).wind.usable).toBe(usable)
  })

  it('keeps unknown facts unknown and ranges as ranges', () => {
    const { facts } = factsOf(
      aSituation(
        anIncident('tunnel', {
          facts: { deaths: 0, injured: null, trapped: { min: 2 }, missing: { min: 1, max: 3 }, lossCny: { value: 5 } },
        }),
      ),
    )
    expect(facts.deaths).toEqual({ min: 0, max: 0 })
    expect(facts.injured).toEqual({ min: null, max: null })
    expect(facts.trapped).toEqual({ min: 2, max: null })
    expect(facts.missing).toEqual({ min: 1, max: 3 })
    expect(facts.lossCny).toEqual({ min: 5, max: 5 })
  })

  it('counts listed trapped people as at least that many', () => {
    const { facts } = factsOf(
      aSituation(
        anIncident('fire_highrise', {
          trappedList: [
            { floor: 17, people: 2 },
            { floor: 18, people: 3 },
          ],
        }),
      ),
    )
    expect(facts.trapped).toEqual({ min: 5, max: null })
  })

  it('reports fact and weather keys it does not use', () => {
    const { findings } = readFacts(aSituation(anIncident('tunnel', { facts: { mood: 3 }, weather: { aurora: 'yes' } })))
    expect(findings.map((finding) => [finding.code, finding.where])).toEqual([
      ['fact-unused', 'incident.facts.mood'],
      ['fact-unused', 'incident.weather.aurora'],
    ])
  })

  describe('dangerous goods', () => {
    const hazmatOf = (hazmat: object | undefined, type: 'hazmat_road' | 'port' = 'hazmat_road') =>
      factsOf(aSituation(anIncident(type, hazmat === undefined ? {} : { hazmat }))).hazmat

    it('reads ammonia as toxic and not flammable', () => {
      expect(hazmatOf({ un: '1005', container: 'roadTanker', spill: 'large', quantityT: 25 })).toMatchObject({
        guide: '125',
        largeSpill: true,
        toxic: true,
        flammableGas: false,
        quantityT: 25,
        onFire: false,
      })
    })

    it('reads LPG as a liquefied flammable gas', () => {
      expect(hazmatOf({ un: '1075' })).toMatchObject({
        guide: '115',
        toxic: false,
        flammableGas: true,
        liquefiedFlammableGas: true,
      })
    })

    it('reads compressed natural gas as flammable and not liquefied', () => {
      expect(hazmatOf({ un: '1971' })).toMatchObject({ flammableGas: true, liquefiedFlammableGas: false })
    })

    it('takes guide 111 for an unknown substance and 117 in a pressure tank, and a large spill', () => {
      expect(hazmatOf(undefined)).toMatchObject({ substance: null, guide: '111', largeSpill: true, toxic: true })
      expect(hazmatOf({ un: null, vessel: 'pressure' })).toMatchObject({ guide: '117', liquefiedFlammableGas: true })
      expect(hazmatOf({ un: '1005', spill: 'unknown' })?.largeSpill).toBe(true)
    })

    it('has none where the type has nothing to do with dangerous goods', () => {
      expect(hazmatOf(undefined, 'port')).toBeNull()
    })
  })

  it('lists only the unknowns that matter for the type', () => {
    const unknowns = factsOf(aSituation(anIncident('hazmat_road'))).unknowns.map((entry) => entry.fact)
    expect(unknowns).toContain('hazmat.un')
    expect(unknowns).toContain('weather.windFromDeg')
    expect(unknowns).toContain('facts.trapped')
    expect(unknowns).not.toContain('facts.magnitude')
    expect(unknowns).not.toContain('facts.gridLoadMw')
    const known = factsOf(
      aSituation(
        anIncident('hazmat_road', {
          hazmat: { un: '1005', container: 'roadTanker', spill: 'large', onFire: false, quantityT: 25 },
          weather: { windFromDeg: 45, windSpeedMs: 4 },
        }),
      ),
    ).unknowns
    expect(known.filter((entry) => entry.fact.startsWith('hazmat') || entry.fact.startsWith('weather'))).toEqual([])
    expect(known.every((entry) => entry.wouldChange.length > 0)).toBe(true)
  })

  it('prepares formulas for the worst end of a range', () => {
    const scope = factScope(
      factsOf(aSituation(anIncident('tunnel', { facts: { trapped: { min: 2, max: 8 }, injured: { min: 3 } } }))),
    )
    expect(scope['trapped']).toBe(8)
    expect(scope['injured']).toBe(3)
    expect(scope['hurtOrTrapped']).toBe(11)
  })
})
