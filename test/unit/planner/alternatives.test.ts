import { describe, expect, it } from 'vitest'
import type { PlanCriteria } from '#shared/domain/plan/alternatives.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { CAPABILITIES, INCIDENT_TYPES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import { angleBetweenDeg } from '#shared/kernel/geo.ts'
import { isDominated, isSame, standingOf } from '#shared/planner/alternatives/compare-plans.ts'
import { decideOtherwise, listDecisions } from '#shared/planner/alternatives/list-decisions.ts'
import { measurePlan } from '#shared/planner/alternatives/measure-plan.ts'
import { planAlternatives } from '#shared/planner/alternatives/plan-alternatives.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { leaveOrStay } from '#shared/planner/evacuation/leave-or-stay.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { readFacts } from '#shared/planner/stages/read-facts.ts'
import { exampleProblem } from '../../scenarios/scenario-plan.ts'

const CHLORINE = 'chlorine-plant-night'
const EARTHQUAKE = 'earthquake-meishan'
const TYPHOON = 'typhoon-transfer'
const { alternatives: parameters } = exampleProblem(CHLORINE).parameters

/** The earthquake with little weight on the cover left at home: the plan then lays one street more bare. */
function earthquakeWithLittleCover(): PlanningProblem {
  const problem = exampleProblem(EARTHQUAKE)
  const { assignment } = problem.parameters
  const exposedTownPenaltyS = { ...assignment.exposedTownPenaltyS, value: 600 }
  return { ...problem, parameters: { ...problem.parameters, assignment: { ...assignment, exposedTownPenaltyS } } }
}

const plansMade = new Map<string, DispatchPlan>()

/** The plan of a problem on the shipped data set, made once for all tests that look at it. */
function planOnce(problem: PlanningProblem): DispatchPlan {
  const { incident, decision, effort, parameters } = problem
  const key = JSON.stringify({ incident, decision, effort, parameters })
  const plan = plansMade.get(key) ?? planDispatch(problem)
  plansMade.set(key, plan)
  return plan
}

const criteria = (changes: Partial<PlanCriteria>): PlanCriteria => ({
  firstActionS: 600,
  firstActionNeeds: ['堵漏'],
  exposedPersonS: 100_000,
  townsOver: 3,
  coverOverS: 200,
  teams: 10,
  outsideTeams: 0,
  unitsMissing: 0,
  lateS: 0,
  ...changes,
})

describe('comparing two plans', () => {
  it('calls a minute sooner better, and less than a minute no difference', () => {
    expect(standingOf(criteria({ firstActionS: 540 }), criteria({}), parameters).action).toBe(1)
    expect(standingOf(criteria({ firstActionS: 541 }), criteria({}), parameters).action).toBe(0)
    expect(standingOf(criteria({ firstActionS: null }), criteria({}), parameters).action).toBe(-1)
  })

  it('counts one street more without cover before any seconds', () => {
    const standing = standingOf(criteria({ townsOver: 4, coverOverS: 0 }), criteria({}), parameters)
    expect(standing.cover).toBe(-1)
    expect(isDominated(standing)).toBe(true)
  })

  it('keeps a plan that is sooner but leaves less cover: that is for the commander to decide', () => {
    const standing = standingOf(criteria({ firstActionS: 300, townsOver: 5 }), criteria({}), parameters)
    expect(isDominated(standing)).toBe(false)
    expect(isSame(standing)).toBe(false)
  })
})

describe('the three figures of a plan', () => {
  it('count the way on from the waiting place to the scene at 8 m/s', () => {
    const plan = planOnce(exampleProblem(CHLORINE))
    const before = measurePlan(plan, parameters)
    const farther = structuredClone(plan)
    for (const area of farther.movementPlan.stagingAreas) area.distanceM += 800
    expect((measurePlan(farther, parameters).firstActionS ?? 0) - (before.firstActionS ?? 0)).toBe(100)
  })

  it('are null for the first action, never 0, when nobody brings what the work begins with', () => {
    const plan = structuredClone(planOnce(exampleProblem(CHLORINE)))
    plan.forcePlan.assignments = plan.forcePlan.assignments.filter(
      ({ capabilities }) => !capabilities.some(({ capability }) => capability === 'HAZ_PLUG'),
    )
    const measured = measurePlan(plan, parameters)
    expect(measured.firstActionS).toBeNull()
    expect(measured.firstActionNeeds).toContain('堵漏')
  })

  it('count people whose walk takes longer than the cloud for just that time', () => {
    const plan = structuredClone(planOnce(exampleProblem(CHLORINE)))
    const line = plan.handlingPlan.evacuation.assignments.find(({ mode }) => mode === 'evacuate')
    if (line === undefined) throw new Error('somebody leaves in the example')
    Object.assign(line, { people: 100, cloudArrivesS: 1000, walkOutS: 900 })
    const before = measurePlan(plan, parameters).exposedPersonS
    Object.assign(line, { cloudArrivesS: 500 })
    expect(measurePlan(plan, parameters).exposedPersonS - before).toBe(100 * 400)
  })

  it('know for every type of incident what begins the work', () => {
    const named = parameters.starts.flatMap(({ types }) => types)
    expect(INCIDENT_TYPES.filter((type) => !named.includes(type))).toEqual([])
    const needs = parameters.starts.flatMap((start): string[] => start.needs)
    expect(needs.filter((need) => ![...CAPABILITIES, ...VEHICLE_KINDS].some((known) => known === need))).toEqual([])
  })
})

describe('alternatives', () => {
  it('for the typhoon send the water rescue sooner at once, as a whole lawful plan', async () => {
    const problem = exampleProblem(TYPHOON)
    const plan = planOnce(problem)
    const { alternatives, criteria: own } = await planAlternatives(problem, plan, 3, planOnce)
    expect(alternatives.map(({ decision }) => decision)).toEqual(['fastestForce'])
    const [fast] = alternatives
    expect((own.firstActionS ?? 0) - (fast?.criteria.firstActionS ?? 0)).toBeGreaterThanOrEqual(60)
    expect(fast?.plan.decision?.code).toBe('fastestForce')
    expect(fast?.plan.problemHash).not.toBe(plan.problemHash)
    expect(fast?.reasons.map(({ code }) => code)).toEqual(['alternative-sooner', 'alternative-effort'])
    const blocks = fast ? checkPlan(fast.plan, problem).filter(({ severity }) => severity === 'block') : []
    expect(blocks).toEqual([])
  })

  it('for the earthquake keep a street covered that a plan with little weight on cover lays bare', async () => {
    const problem = earthquakeWithLittleCover()
    const { alternatives, criteria: own } = await planAlternatives(problem, planOnce(problem), 3, planOnce)
    expect(alternatives.map(({ decision }) => decision)).toEqual(['keepCover'])
    expect(alternatives[0]?.criteria.townsOver).toBe(own.townsOver - 1)
  })

  it('say "no real alternative" with everything that was tried and why, when there is none', async () => {
    const problem = exampleProblem(CHLORINE)
    const { alternatives, tried, verdict } = await planAlternatives(problem, planOnce(problem), 3, planOnce)
    expect(alternatives).toEqual([])
    expect(verdict?.text).toContain('无真正备选方案')
    expect(tried).toHaveLength(7)
    expect(tried.every(({ reasons }) => reasons.length > 0)).toBe(true)
    expect(tried.find(({ code }) => code === 'stayIndoors')).toMatchObject({ outcome: 'dominated' })
    expect(tried.find(({ code }) => code === 'posture')).toMatchObject({ outcome: 'notApplicable', criteria: null })
  })

  it('for the earthquake have nothing to add to the cover that the plan keeps by itself', async () => {
    const problem = exampleProblem(EARTHQUAKE)
    const { alternatives } = await planAlternatives(problem, planOnce(problem), 3, planOnce)
    expect(alternatives.map(({ decision }) => decision)).not.toContain('keepCover')
  })

  it('give no more than asked for and name the one left out', async () => {
    const problem = earthquakeWithLittleCover()
    const answer = await planAlternatives(problem, planOnce(problem), 0, planOnce)
    expect(answer.alternatives).toEqual([])
    expect(answer.tried.find(({ code }) => code === 'keepCover')).toMatchObject({ outcome: 'overCount' })
    expect(answer.verdict).toBeNull()
  })

  it('refuse a candidate that breaks a rule, whatever its figures', async () => {
    const problem = exampleProblem(TYPHOON)
    const plan = planOnce(problem)
    const { alternatives, tried } = await planAlternatives(problem, plan, 3, (asked) => {
      const made = structuredClone(planOnce(asked))
      made.handlingPlan.mustNot = []
      return made
    })
    expect(alternatives).toEqual([])
    expect(tried.find(({ code }) => code === 'fastestForce')).toMatchObject({ outcome: 'unlawful' })
  })

  it('stop when making a candidate is cancelled', async () => {
    const problem = exampleProblem(TYPHOON)
    const plan = planOnce(problem)
    let made = 0
    const cancel = (): never => {
      made += 1
      throw new Error('cancelled')
    }
    await expect(planAlternatives(problem, plan, 3, cancel)).rejects.toThrow('cancelled')
    expect(made).toBe(1)
  })

  it('are the same twice', async () => {
    const problem = exampleProblem(EARTHQUAKE)
    const plan = planOnce(problem)
    const once = await planAlternatives(problem, plan, 3, planOnce)
    expect(await planAlternatives(problem, planDispatch(problem), 3, planDispatch)).toEqual(once)
  })
})

describe('a decision taken otherwise', () => {
  it('brings the waiting place to another side, 45° or more from the usual one, still lawful', () => {
    const problem = exampleProblem('forest-fire-jiufengshan')
    const plan = planOnce(problem)
    const question = listDecisions(plan).find(({ code }) => code === 'otherSide')
    if (!question?.decision) throw new Error('the forest fire has a side')
    const made = planOnce(decideOtherwise(problem, question.decision))
    const usual = plan.movementPlan.stagingAreas.find(({ kind }) => kind === 'staging')?.bearingFromIncidentDeg ?? 0
    const other = made.movementPlan.stagingAreas.find(({ kind }) => kind === 'staging')?.bearingFromIncidentDeg
    expect(other).toBeDefined()
    expect(angleBetweenDeg(usual, other ?? usual)).toBeGreaterThanOrEqual(45)
    expect(made.findings.filter(({ severity }) => severity === 'block')).toEqual([])
  })

  it('keeps people indoors who could have left, but never inside the isolation circle', () => {
    const problem = exampleProblem(CHLORINE)
    const made = planOnce(decideOtherwise(problem, { code: 'stayIndoors' }))
    const codes = made.handlingPlan.evacuation.assignments.flatMap(({ mode, reasons }) =>
      reasons.map(({ code }) => `${mode} ${code}`),
    )
    expect(codes).toContain('shelterInPlace hz12-chosen-indoors')
    expect(codes).not.toContain('evacuate hz12-time-to-walk')
    const inside = { location: made.incident.location, people: 10, specialNeeds: 0 }
    const clocks = { cloudArrivesS: 900, walkOutS: 600, cloudSpeedMs: 1, cloudSpeedMeasured: true, wakeS: 0 }
    const { hazmat } = readFacts(problem).value
    const facts = { hazmat, prefersIndoors: true }
    expect(leaveOrStay(inside, clocks, made.zones, facts).mode).toBe('evacuate')
  })
})
