import { describe, expect, it } from 'vitest'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import { itIsSound, planScenario, type Scenario, type TypePlan } from './type-plan.ts'

/** A forest burns on a hill, everything else happens in town. */
function placeFor(type: IncidentType): Scenario['place'] {
  return type === 'forest_fire'
    ? { lng: 121.89, lat: 29.815, address: '九峰山' }
    : { lng: 121.853, lat: 29.9, address: '新碶街道' }
}

/** One plain incident of every type, so that what differs is the type alone. */
const PLANS: ReadonlyMap<IncidentType, TypePlan> = new Map(
  INCIDENT_TYPES.map((type) => [
    type,
    planScenario({
      type,
      at: '2026-05-12T10:00:00+08:00',
      place: placeFor(type),
      facts: { deaths: 0, injured: 2, trapped: 1 },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    }),
  ]),
)

/** Codes and texts of the actions of a type. */
function actionsOf(type: IncidentType): { codes: Set<string>; texts: Set<string> } {
  const actions = PLANS.get(type)?.plan.handlingPlan.phases.flatMap((phase) => phase.actions) ?? []
  return { codes: new Set(actions.map((action) => action.code)), texts: new Set(actions.map((action) => action.text)) }
}

/** How much of the shorter list stands in the other one too, 0 to 1. */
function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((entry) => other.has(entry)).length
  return both / Math.max(1, Math.min(one.size, other.size))
}

describe('plans of all types', () => {
  it('covers the 27 types of incident', () => {
    expect(INCIDENT_TYPES).toHaveLength(27)
  })

  it.each(INCIDENT_TYPES)('%s shares at most half of its actions with any other type', (type) => {
    const own = actionsOf(type)
    const tooClose = INCIDENT_TYPES.filter((other) => other !== type).flatMap((other) => {
      const theirs = actionsOf(other)
      const share = Math.max(sharedShare(own.codes, theirs.codes), sharedShare(own.texts, theirs.texts))
      return share > 0.5 ? [`${other} ${share.toFixed(2)}`] : []
    })
    expect(tooClose).toEqual([])
  })

  describe.each([...PLANS])('a complete plan for %s', (_, made) => {
    itIsSound(made)
  })
})
