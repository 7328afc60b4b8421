import { describe, expect, it } from 'vitest'
import { planExample } from '#test/scenarios/scenario-plan.ts'
import { planFeatures } from '../../../renderer/map/plan-features.ts'

describe('the ways of teams on the map', () => {
  it('show the helicopter as a flight with its word and every other team as a route', () => {
    const plan = planExample('forest-fire-jiufengshan')
    const { lines } = planFeatures(plan, null, new Map(), (key: string): string => `[${key}]`)
    const ways = lines.filter(({ properties }) => properties.rowKind === 'movement')
    const flights = ways.filter(({ properties }) => properties.kind === 'flight')
    expect(flights.map(({ properties }) => [properties.rowId, properties.letter])).toEqual([
      ['province-air', '[map.flightMark]'],
    ])
    expect(ways.filter(({ properties }) => properties.kind === 'route').length).toBe(
      plan.movementPlan.movements.length - 1,
    )
  })
})
