import { describe, expect, it } from 'vitest'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { planDispatch as planFromProblem } from '#shared/planner/plan-dispatch.ts'
import { actionsOf, beilun, blocksOf, exampleProblem, planExample } from './scenario-plan.ts'

const EXAMPLES = [
  'ammonia-tanker-road',
  'chlorine-plant-night',
  'typhoon-transfer',
  'forest-fire-jiufengshan',
  'high-rise-fire-xinqi',
  'urban-waterlogging',
  'earthquake-meishan',
]

describe.each(EXAMPLES)('the plan for %s', (name) => {
  const plan = planExample(name)

  it('has the contract shape', () => {
    expect(DispatchPlan.safeParse(plan).error?.issues ?? []).toEqual([])
  })

  it('is made without anything that forbids issuing it', () => {
    expect(blocksOf(plan)).toEqual([])
  })

  it('is judged the same by the check alone', () => {
    const context = exampleProblem(name)
    expect(checkPlan(plan, context).filter((finding) => finding.severity === 'block')).toEqual([])
  })

  it('comes out byte for byte the same again, whatever the order of the records', () => {
    const problem = exampleProblem(name)
    const shuffled = {
      ...problem,
      dataset: {
        ...beilun,
        teams: [...beilun.teams].reverse(),
        vehicles: [...beilun.vehicles].reverse(),
        stock: [...beilun.stock].reverse(),
        shelters: [...beilun.shelters].reverse(),
        populationPoints: [...beilun.populationPoints].reverse(),
        rosters: [...beilun.rosters].reverse(),
        people: [...beilun.people].reverse(),
        roads: [...beilun.roads].reverse(),
      },
    }
    expect(JSON.stringify(planFromProblem(shuffled))).toBe(JSON.stringify(plan))
  })

  it('names a rostered person with a phone for every action, and both headquarters have work', () => {
    const people = new Map(beilun.people.map((person) => [person.id, person]))
    const rostered = new Set(beilun.rosters.map((row) => row.personId))
    for (const action of actionsOf(plan)) {
      expect(people.get(action.assignee.personId)?.phone).toBe(action.assignee.phone)
      expect(action.assignee.phone).toMatch(/\d{7,}/)
      expect(rostered.has(action.assignee.personId)).toBe(true)
      expect(action.basis.length).toBeGreaterThan(0)
    }
    expect(plan.headquarters.administrative.actionIds.length).toBeGreaterThan(2)
    expect(plan.headquarters.tactical.actionIds.length).toBeGreaterThan(2)
  })

  it('shows formula and inputs for every demand and a reason for every line', () => {
    expect(plan.forcePlan.demand.length).toBeGreaterThan(3)
    for (const demand of plan.forcePlan.demand) {
      expect(demand.formula).not.toBe('')
      expect(demand.basis.length).toBeGreaterThan(0)
    }
    for (const assignment of plan.forcePlan.assignments) expect(assignment.reasons.length).toBeGreaterThan(0)
    for (const shortfall of plan.forcePlan.shortfalls) {
      expect(shortfall.reasons.length).toBeGreaterThan(0)
      expect(shortfall.remedies.length).toBeGreaterThan(0)
    }
  })

  it('has first orders with a number to ring, due within five minutes', () => {
    expect(plan.firstOrders.length).toBeGreaterThanOrEqual(3)
    const now = Date.parse(plan.incident.plannedAt)
    for (const order of plan.firstOrders) {
      expect(order.phone).toMatch(/\d{3,}/)
      expect(order.words.length).toBeGreaterThan(4)
      expect(Date.parse(order.dueAt) - now).toBeLessThanOrEqual(5 * 60_000)
    }
  })

  it('keeps the arithmetic of the clocks', () => {
    const turnout = new Map(beilun.teams.map((team) => [team.id, team.turnoutS]))
    const now = Date.parse(plan.incident.plannedAt)
    for (const assignment of plan.forcePlan.assignments.filter((entry) => entry.authority !== 'selfDispatched')) {
      expect(Date.parse(assignment.departAt)).toBe(now + (60 + (turnout.get(assignment.teamId) ?? Number.NaN)) * 1000)
      expect(assignment.etaS * 1000).toBe(Date.parse(assignment.arriveAt) - now)
    }
  })

  it('says what it rests on: the schematic network', () => {
    expect(plan.movementPlan.roadData.name).toContain('示意')
    expect(plan.movementPlan.roadData.schematic).toBe(true)
  })
})
