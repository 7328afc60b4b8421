import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import { REQUIREMENTS } from './requirements.ts'
import { actionTexts, itIsSound, planScenario, type Scenario, type TypePlan } from './type-plan.ts'

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

  it.each(INCIDENT_TYPES)('%s is held to at least eight orders and four must-nots, each said once', (type) => {
    const { required, mustNot } = REQUIREMENTS[type]
    expect(new Set(required.map(String)).size).toBe(required.length)
    expect(new Set(mustNot.map(String)).size).toBe(mustNot.length)
    expect(required.length).toBeGreaterThanOrEqual(8)
    expect(mustNot.length).toBeGreaterThanOrEqual(4)
  })

  it.each(INCIDENT_TYPES)('what %s must order is met by no plan of another type', (type) => {
    const met = INCIDENT_TYPES.filter((other) => other !== type).filter((other) => {
      const plan = PLANS.get(other)?.plan
      const texts = plan === undefined ? '' : actionTexts(plan)
      return REQUIREMENTS[type].required.every((wanted) => wanted.test(texts))
    })
    expect(met).toEqual([])
  })

  it('holds three scenarios of every type to them: small, large and awkward', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'))
    const held = files.map((name) => {
      const source = readFileSync(join(import.meta.dirname, name), 'utf8')
      return source.split('itIsSound(').length - 1
    })
    expect(held.filter((count) => count === 3)).toHaveLength(INCIDENT_TYPES.length)
  })

  describe.each([...PLANS])('a complete plan for %s', (_, made) => {
    itIsSound(made)
  })
})
