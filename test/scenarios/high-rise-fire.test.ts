import { describe, expect, it } from 'vitest'
import { actionsOf, assignedOf, planExample, exampleProblem } from './scenario-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'

/** T6: fire on the 16th of 28 floors (84 m), 12 trapped on floors 17 to 22, at night. */
describe('T6 high-rise fire', () => {
  const plan = planExample('high-rise-fire-xinqi')
  const words = actionsOf(plan)
    .map((action) => action.text)
    .join('\n')
  const forbidden = plan.handlingPlan.mustNot.map((entry) => entry.text).join('\n')

  it('is 险情 until someone is hurt, with fire grade four for 12 trapped', () => {
    expect(plan.incident.level.value).toBeNull()
    expect(plan.incident.alarm).toMatchObject({ kind: 'fire', grade: 4 })
    expect(plan.incident.night).toBe(true)
  })

  it('sends the three named stations and the temporary post', () => {
    const names = plan.forcePlan.assignments.map((entry) => entry.teamName).join()
    for (const station of ['新碶', '大碶', '戚家山', '小港']) expect(names).toContain(station)
  })

  it('takes a ladder, but states floors above its reach as a gap for inside rescue', () => {
    const ladders = plan.forcePlan.assignments
      .flatMap((entry) => entry.vehicles)
      .filter((vehicle) => vehicle.kind === 'LADDER')
    expect(ladders.length).toBeGreaterThan(0)
    const said = JSON.stringify([plan.forcePlan.shortfalls, plan.findings])
    expect(said).toMatch(/(内攻|够不到|超出.*高度|举高)/)
  })

  it('draws a cordon of 1.5 times the height: 126 m', () => {
    expect(
      plan.zones.filter((zone) => zone.kind === 'cordon' || zone.kind === 'collapse').map((zone) => zone.radiusM),
    ).toContain(126)
  })

  it('sends breathing air, smoke extraction and four ambulances, or admits the gap', () => {
    const kinds = plan.forcePlan.assignments.flatMap((entry) => entry.vehicles).map((vehicle) => vehicle.kind)
    const gaps = plan.forcePlan.shortfalls.map((shortfall) => shortfall.vehicleKind)
    for (const kind of ['AIR', 'SMOKE', 'AMB'] as const) expect(kinds.includes(kind) || gaps.includes(kind)).toBe(true)
    expect(assignedOf(plan, 'FIRE_HIGH')).toBeGreaterThan(0)
  })

  it('handles the trapped list by floor and room with a call-back', () => {
    expect(words + JSON.stringify(plan.handlingPlan)).toMatch(/1701/)
    expect(words).toMatch(/(回电|电话|通话)/)
    expect(words).toMatch(/(清点|逐层)/)
  })

  it('must not: ordinary lifts, reach promised over height, blocked ladder stand, counting without a list', () => {
    expect(forbidden).toMatch(/电梯/)
    expect(forbidden).toMatch(/(举高|云梯|登高)/)
    expect(forbidden).toMatch(/(占用|堵塞|阻挡|停放)/)
    expect(forbidden).toMatch(/(名单|核对|清点)/)
  })

  it('sends residents below the fire floor down and keeps the others behind shut doors, in the list and in the notice', () => {
    const { assignments } = plan.handlingPlan.evacuation
    const below = assignments.filter((line) => line.mode === 'evacuate')
    expect(below.length).toBeGreaterThan(0)
    for (const line of below) expect(line.fromName).toContain('着火层以下')
    expect(plan.handlingPlan.publicMessage.text).toMatch(/16层及以上住户关门.*16层以下住户走楼梯/)
    expect(words).toMatch(/B梯/)
  })

  it('states the floors above the ladder as a gap with inside rescue, and asks for a higher one', () => {
    const [gap] = plan.forcePlan.shortfalls.filter((row) => row.vehicleKind === 'LADDER')
    expect(gap?.missing).toBe(1)
    expect(gap?.reasons[0]).toMatchObject({
      code: 'shortfall-ladder-reach',
      facts: { reachM: 53, highest: 16 },
    })
    expect(gap?.reasons[0]?.facts['floors']).toEqual(expect.arrayContaining([17]))
    expect(gap?.remedies.map((remedy) => remedy.code)).toEqual(['remedy-inside-rescue', 'remedy-ask-higher-ladder'])
  })

  it('names the neighbour with a higher ladder, with its minutes and telephone', () => {
    const problem = exampleProblem('high-rise-fire-xinqi')
    const vehicles = problem.dataset.vehicles.map((row) =>
      row.id === 'nb-yinzhou-qiuai-v2' ? { ...row, reachM: 101 } : row,
    )
    const higher = planDispatch({ ...problem, dataset: { ...problem.dataset, vehicles } })
    const remedies = higher.forcePlan.shortfalls
      .filter((row) => row.vehicleKind === 'LADDER')
      .flatMap((row) => row.remedies)
    const [asked] = remedies.filter((remedy) => remedy.code === 'remedy-higher-ladder')
    expect(asked?.facts).toMatchObject({ reachM: 101 })
    expect(asked?.facts['minutes']).toBeGreaterThan(10)
    expect(asked?.text).toMatch(/电话\d/)
  })

  it('says nothing of ladders out of reach when the fire is on the fifth floor', () => {
    const low = planExample('high-rise-fire-xinqi', (incident) => ({
      ...incident,
      facts: { ...incident.facts, fireFloor: 5, trapped: 2 },
      trappedList: [{ floor: 6, people: 2 }],
    }))
    expect(low.findings.map((finding) => finding.code)).not.toContain('ladder-reach')
  })

  it('grades again when people die: three deaths are 较大', () => {
    const graver = planExample('high-rise-fire-xinqi', (incident) => ({
      ...incident,
      facts: { ...incident.facts, deaths: 3 },
    }))
    expect(graver.incident.level.value).toBe('III')
  })

  it('gives identical bytes in stages that do not read a changed fact', () => {
    const richer = planExample('high-rise-fire-xinqi', (incident) => ({
      ...incident,
      facts: { ...incident.facts, lossCny: 2_000_000 },
    }))
    expect(JSON.stringify(richer.forcePlan)).toBe(JSON.stringify(plan.forcePlan))
    expect(JSON.stringify(richer.movementPlan)).toBe(JSON.stringify(plan.movementPlan))
    expect(JSON.stringify(richer.zones)).toBe(JSON.stringify(plan.zones))
    expect(JSON.stringify(richer.handlingPlan)).toBe(JSON.stringify(plan.handlingPlan))
    expect(richer.incident.level.value).toBe('IV')
  })
})
