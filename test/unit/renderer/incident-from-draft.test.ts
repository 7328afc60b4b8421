import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Incident } from '#shared/domain/incident.ts'
import { draftFromIncident, emptyDraft, type IntakeDraft } from '../../../renderer/features/intake/draft.ts'
import { incidentFromDraft } from '../../../renderer/features/intake/incident-from-draft.ts'
import { searchTypes } from '../../../renderer/features/intake/type-search.ts'

const NOW_S = Date.UTC(2026, 6, 14, 2, 20, 0) / 1000
const SAMPLES = [
  'ammonia-tanker-road',
  'typhoon-transfer',
  'high-rise-fire-xinqi',
  'forest-fire-jiufengshan',
  'chlorine-plant-night',
]

function aDraft(part: Partial<IntakeDraft> = {}): IntakeDraft {
  return { ...emptyDraft(NOW_S), mode: 'drill', type: 'road_traffic', placeText: '121.885,29.88', ...part }
}

function faultsOf(part: Partial<IntakeDraft>): string[] {
  const outcome = incidentFromDraft(aDraft(part), null, NOW_S)
  return outcome.ok ? [] : outcome.faults.map((fault) => `${fault.field} ${fault.fault}`)
}

function sample(name: string): Incident {
  const path = new URL(`../../../resources/incidents/${name}.json`, import.meta.url)
  return Incident.parse(JSON.parse(readFileSync(path, 'utf8')))
}

describe('the intake form', () => {
  it('gives an incident that the contract accepts, with unknown facts as null', () => {
    const outcome = incidentFromDraft(aDraft({ facts: { trapped: '1-3', deaths: '?' } }), null, NOW_S)
    expect(outcome.ok).toBe(true)
    if (!outcome.ok) return
    expect(Incident.parse(outcome.incident)).toMatchObject({
      type: 'road_traffic',
      facts: { trapped: { min: 1, max: 3 }, deaths: null },
      receivedAt: '2026-07-14T10:20:00+08:00',
    })
  })

  it('names every field that is wrong at once', () => {
    expect(faultsOf({ type: null, placeText: '29.88,121.885', receivedAt: 'soon', facts: { deaths: 'many' } })).toEqual(
      ['place swapped', 'type type', 'receivedAt time'],
    )
    expect(faultsOf({ facts: { deaths: 'many' } })).toEqual(['fact.deaths fact'])
  })

  it('wants a statement on the substance for dangerous goods, and takes "unknown" for one', () => {
    expect(faultsOf({ type: 'hazmat_road' })).toEqual(['substance substance'])
    const outcome = incidentFromDraft(aDraft({ type: 'hazmat_road', substanceText: '?' }), null, NOW_S)
    expect(outcome).toMatchObject({ ok: true, incident: { hazmat: { un: null } } })
  })

  it('refuses a real call from the future and an occurrence after the call', () => {
    expect(faultsOf({ mode: 'real', receivedAt: '2026-07-14 11:20', occurredAt: '' })).toEqual(['receivedAt future'])
    expect(faultsOf({ occurredAt: '2026-07-14 10:40' })).toEqual(['occurredAt future'])
  })

  it('refuses unavailable resources without a kind', () => {
    expect(faultsOf({ unavailable: 'team:gov-daqi\ngov-daqi' })).toEqual(['unavailable unavailable'])
  })

  it.each(SAMPLES)('changes nothing when the facts of %s are opened and saved untouched', (name) => {
    const incident = sample(name)
    const outcome = incidentFromDraft(draftFromIncident(incident, ''), incident, NOW_S + 365 * 86_400)
    expect(outcome.ok).toBe(true)
    if (!outcome.ok) return
    const { facts, location, hazmat, receivedAt, occurredAt, typhoon } = incident
    expect(outcome.incident).toMatchObject({
      facts,
      location,
      receivedAt,
      occurredAt,
      ...(hazmat ? { hazmat } : {}),
      ...(typhoon ? { typhoon } : {}),
    })
  })
})

describe('the search of incident types', () => {
  it.each([
    ['whp', 'hazmat_fixed'],
    ['slhz', 'forest_fire'],
    ['台风', 'typhoon'],
    ['taifeng', 'typhoon'],
    ['high', 'fire_highrise'],
  ])('finds by %j', (text, type) => {
    expect(searchTypes(text, (key) => key)).toContain(type)
  })

  it('puts what begins with the text first', () => {
    expect(searchTypes('gceh', () => '')[0] ?? searchTypes('gcjz', () => '')[0]).toBe('fire_highrise')
  })
})
