import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { beilun, exampleProblem, planExample } from './scenario-plan.ts'

const EXAMPLES = readdirSync(join(import.meta.dirname, '../../resources/incidents'))
  .filter((file) => !file.includes('cixi'))
  .map((file) => file.replace('.json', ''))
  .sort()

/** Held back by a hard rule: the base of the environment station lies inside the chlorine zone of that plant. */
const KEPT_BACK: Readonly<Record<string, string[]>> = { 'chlorine-plant-night': ['env-station'] }

describe('teams rung in the first five minutes', () => {
  it.each(EXAMPLES)('are all in the force plan of %s, so that nobody rolls unseen', (name) => {
    const plan = planExample(name)
    const sent = new Set(plan.forcePlan.assignments.map((row) => row.teamId))
    const rung = plan.firstOrders.flatMap((order) => order.teamId ?? [])
    expect(rung.length).toBeGreaterThan(0)
    const kept = KEPT_BACK[name] ?? []
    expect(rung.filter((id) => !sent.has(id))).toEqual(kept)
    expect(plan.findings.filter((finding) => finding.code.startsWith('called-'))).toHaveLength(kept.length)
  })

  it('bring at least one vehicle that has what they were rung for', () => {
    const plan = planExample('ammonia-tanker-road')
    for (const order of plan.firstOrders) {
      if (order.teamId === undefined || order.capability === undefined) continue
      const row = plan.forcePlan.assignments.find((each) => each.teamId === order.teamId)
      const owned = beilun.vehicles.filter((vehicle) => vehicle.teamId === order.teamId)
      const able = owned.filter((vehicle) =>
        vehicle.capabilities.some(({ capability }) => capability === order.capability),
      )
      if (able.length === 0) continue
      expect(row?.vehicles.map((vehicle) => vehicle.id)).toEqual(
        expect.arrayContaining([expect.toSatisfy((id: string) => able.some((vehicle) => vehicle.id === id))]),
      )
    }
  })

  it('are named as called and not sent when no road reaches them', () => {
    const problem = exampleProblem('ammonia-tanker-road')
    const first = planDispatch(problem).firstOrders.flatMap((order) => order.teamId ?? [])[0] ?? ''
    const home = beilun.teams.find((team) => team.id === first)
    const roads = beilun.roads.map((road) => ({ ...road, maxHeightM: 0.6 }))
    const plan = planDispatch({ ...problem, dataset: { ...beilun, roads } })
    const finding = plan.findings.find(({ code }) => code === 'called-cut-off')
    expect(finding?.facts['teams']).toContain(home?.name)
  })
})
