import { describe, expect, it } from 'vitest'
import { beilun, planExample } from './scenario-plan.ts'

/** People who need help by place, summed over the parts that go to different shelters. */
function helped(name: string): { byPlace: Map<string, number>; listed: Map<string, number>; split: number } {
  const { assignments } = planExample(name).handlingPlan.evacuation
  const byPlace = new Map<string, number>()
  const parts = new Map<string, number>()
  for (const { fromId, specialNeeds } of assignments) {
    byPlace.set(fromId, (byPlace.get(fromId) ?? 0) + specialNeeds)
    parts.set(fromId, (parts.get(fromId) ?? 0) + 1)
  }
  const listed = new Map(beilun.populationPoints.map((point) => [point.id, point.specialNeeds ?? 0]))
  return { byPlace, listed, split: [...parts.values()].filter((count) => count > 1).length }
}

describe('people who need help to leave, where one place goes to several shelters', () => {
  it.each(['typhoon-transfer', 'forest-fire-jiufengshan'])('are counted once in %s', (name) => {
    const { byPlace, listed, split } = helped(name)
    expect(split).toBeGreaterThan(0)
    for (const [id, people] of byPlace)
      if (listed.has(id)) expect({ id, people }).toEqual({ id, people: Math.min(people, listed.get(id) ?? 0) })
  })
})
