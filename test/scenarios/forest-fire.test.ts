import { describe, expect, it } from 'vitest'
import { angleBetweenDeg } from '#shared/kernel/geo.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { actionsOf, admittedGap, assignedOf, exampleProblem, planExample } from './scenario-plan.ts'

/** T5: forest fire on a north slope, wind from 315° at 7 m/s, two hamlets to the south-east. */
describe('T5 forest fire', () => {
  const plan = planExample('forest-fire-jiufengshan')

  it('grades three hectares as 较大, from burnt area marked "at least"', () => {
    expect(plan.incident.level.value).toBe('III')
    expect(plan.incident.level.criteria.some((entry) => entry.source.includes('森林防火条例'))).toBe(true)
  })

  it('approaches from the rear or the flanks, never ahead of the head', () => {
    expect(plan.movementPlan.stagingAreas.length).toBeGreaterThan(0)
    for (const area of plan.movementPlan.stagingAreas) {
      expect(angleBetweenDeg(area.bearingFromIncidentDeg, 315)).toBeLessThanOrEqual(90)
    }
  })

  it('sends forest teams with water, drone and medical cover', () => {
    expect(assignedOf(plan, 'FIRE_FOREST')).toBeGreaterThan(2)
    expect(
      plan.forcePlan.assignments.some((entry) => entry.teamName.includes('大碶') && entry.teamName.includes('森林')),
    ).toBe(true)
    expect(assignedOf(plan, 'WATER_SUPPLY') + admittedGap(plan, 'WATER_SUPPLY')).toBeGreaterThan(0)
    expect(assignedOf(plan, 'UAV') + admittedGap(plan, 'UAV')).toBeGreaterThan(0)
  })

  it('moves the two hamlets (140 people) and the visitors, cross-wind', () => {
    const people = plan.handlingPlan.evacuation.assignments.reduce((sum, line) => sum + line.people, 0)
    expect(people).toBeGreaterThanOrEqual(140)
  })

  it('requests a helicopter through the city and cuts the power line', () => {
    const words = actionsOf(plan)
      .map((action) => action.text)
      .join('\n')
    expect(words).toMatch(/(直升机|航空)/)
    expect(words).toMatch(/(断电|停电|线路)/)
    expect(words).toMatch(/(看守|余火)/)
  })

  it('flies the provincial helicopter to the hill landing ground, on request, and puts no road under it', () => {
    const movement = plan.movementPlan.movements.find(({ teamId }) => teamId === 'province-air')
    expect(movement).toMatchObject({ mode: 'air', approximate: true, roads: [], distanceM: 34_170, durationS: 616 })
    expect(movement?.geometry.coordinates.at(-1)).toEqual([121.81511, 29.8582])
    const assignment = plan.forcePlan.assignments.find(({ teamId }) => teamId === 'province-air')
    expect(assignment).toMatchObject({ authority: 'request', etaS: 60 + 3600 + 616 })
    expect(plan.findings.filter(({ severity }) => severity === 'block')).toEqual([])
  })

  it('blocks the same flight put off until it lands after sunset', () => {
    const movements = plan.movementPlan.movements.map((movement) =>
      movement.mode === 'air' ? { ...movement, arriveAt: '2026-04-04T18:30:00+08:00' } : movement,
    )
    const late = { ...plan, movementPlan: { ...plan.movementPlan, movements } }
    const found = checkPlan(late, exampleProblem('forest-fire-jiufengshan')).map(({ code }) => code)
    expect(found).toContain('helicopter-grounded')
  })

  it('must not: vulnerable people, head attack in gullies, single persons, closing at flame-out', () => {
    const words = plan.handlingPlan.mustNot.map((entry) => entry.text).join('\n')
    expect(words).toMatch(/(孕妇|未成年)/)
    expect(words).toMatch(/(火头|沟|鞍部)/)
    expect(words).toMatch(/(单人|单独|一人)/)
    expect(words).toMatch(/(看守|明火)/)
  })
})
