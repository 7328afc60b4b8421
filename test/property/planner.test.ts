import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { CONTAINERS, KNOWN_FACTS, type Incident } from '#shared/domain/incident.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { gradingOf } from '#test/builders/situation-builders.ts'
import { blocksOf, exampleProblem } from '../scenarios/scenario-plan.ts'

const base = exampleProblem('ammonia-tanker-road')

/**
 * One incident of every type for every property, the same in each, so that its own plan is made once. The seed is fixed
 * so that a failure can be repeated.
 */
const RUNS = { seed: 20_261_122, numRuns: 1, endOnFailure: true } as const

/** The national plan for large power outages grades by the load and the households lost, not by lives. */
const UNGRADED_BY_DEATHS: ReadonlySet<string> = new Set(['power_outage'])

/** Each property makes dozens of whole plans: long enough for a slow machine that is busy. */
const PROPERTY_LIMIT_MS = 120_000

const anyFact = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 60 }),
  fc.record({ min: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ min: fc.integer({ min: 0, max: 5 }), max: fc.integer({ min: 5, max: 40 }) }),
)

const anyWeather = fc.oneof(
  fc.constant({}),
  fc.record({
    windFromDeg: fc.integer({ min: 0, max: 359 }),
    windSpeedMs: fc.integer({ min: 0, max: 30 }),
    signal: fc.constantFrom('blue', 'yellow', 'orange', 'red', null),
    signalKind: fc.constantFrom('typhoon', 'rain', null),
  }),
)

const anyHazmat = fc.record({
  un: fc.constantFrom('1005', '1017', '1075', '1093', '1203', '1053', '3480', null),
  container: fc.constantFrom(...CONTAINERS),
  spill: fc.constantFrom('small', 'large', 'unknown'),
  onFire: fc.constantFrom(true, false, null),
  vessel: fc.constantFrom('pressure', 'nonPressure', 'unknown'),
})

/** Everything of an incident but its type, as an operator could enter it on land in the district, with much or little known. */
const anyCircumstances = fc.record({
  place: fc.constantFrom(...base.dataset.populationPoints.map(({ lng, lat }) => ({ lng, lat }))),
  minute: fc.integer({ min: 0, max: 525_599 }),
  facts: fc.dictionary(fc.constantFrom(...KNOWN_FACTS.filter((key) => !key.endsWith('Share'))), anyFact, {
    maxKeys: 6,
  }),
  weather: anyWeather,
  hazmat: anyHazmat,
})

/** Any incident of a type. */
function anyIncidentOf(type: Incident['type']): fc.Arbitrary<Incident> {
  return anyCircumstances.map(({ place, minute, facts, weather, hazmat }) =>
    parseIncident({
      schema: 'incident/1',
      mode: 'tabletop',
      type,
      receivedAt: `${new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 19)}+08:00`,
      location: place,
      facts,
      weather,
      ...(type.startsWith('hazmat') || type === 'pipeline' ? { hazmat } : {}),
    }),
  )
}

/** Checks a property on an incident of every type. */
function holdsForEveryType(property: (incident: Incident) => void): void {
  for (const type of INCIDENT_TYPES) fc.assert(fc.property(anyIncidentOf(type), property), RUNS)
}

const planFor = (incident: Incident): DispatchPlan => planDispatch({ ...base, incident })

const ownPlans = new Map<string, DispatchPlan>()

/** The plan of an incident as it is, made once. */
function ownPlanFor(incident: Incident): DispatchPlan {
  const key = JSON.stringify(incident)
  const kept = ownPlans.get(key) ?? planFor(incident)
  ownPlans.set(key, kept)
  return kept
}

describe('any plan', { timeout: PROPERTY_LIMIT_MS }, () => {
  it('has the contract shape, forbids nothing in itself, names people for every action and uses nothing twice', () => {
    holdsForEveryType((incident) => {
      const plan = ownPlanFor(incident)
      expect(DispatchPlan.safeParse(plan).error?.issues ?? []).toEqual([])
      expect(blocksOf(plan)).toEqual([])
      const actions = plan.handlingPlan.phases.flatMap((phase) => phase.actions)
      expect(actions.length).toBeGreaterThan(5)
      expect(actions.filter((action) => action.assignee.phone === '')).toEqual([])
      nothingTwice(plan)
    })
  })

  it('never sends a team that is not available nor drives a closed road, and still says what is missing', () => {
    holdsForEveryType((incident) => {
      const { forcePlan, movementPlan } = ownPlanFor(incident)
      const away = forcePlan.assignments.slice(0, 3).map((line) => line.teamId)
      // A road of a team that still drives; the one of a team that is away would be left out anyhow.
      const road = movementPlan.movements
        .filter((line) => !away.includes(line.teamId))
        .flatMap((line) => line.roads.map(({ name }) => name))
        .find((name) => name !== '')
      const closures = road === undefined ? [] : [{ road, reason: '塌方' }]
      const again = planFor({ ...incident, unavailable: away.map((id) => `team:${id}`), closures })
      for (const line of again.forcePlan.assignments) expect(away).not.toContain(line.teamId)
      for (const line of again.movementPlan.movements) expect(line.roads.map(({ name }) => name)).not.toContain(road)
      for (const gap of again.forcePlan.shortfalls) {
        expect(gap.reasons.length).toBeGreaterThan(0)
        expect(gap.remedies.length).toBeGreaterThan(0)
      }
    })
  })

  it('never reads unknown as zero: a grave fact withheld may lower the level, never the stated range', () => {
    holdsForEveryType((incident) => {
      if (UNGRADED_BY_DEATHS.has(incident.type)) return
      const problem = { ...base, incident: { ...incident, facts: { deaths: { min: 3 } } } }
      const { level } = gradingOf(problem)
      expect(level.criteria.some((entry) => entry.fact === 'deaths')).toBe(true)
    })
  })

  it('is never worse off with one more team of what is needed', () => {
    holdsForEveryType((incident) => {
      const plan = ownPlanFor(incident)
      const wanted = plan.forcePlan.demand.filter((row) => row.capability !== undefined && !row.hotZone)
      const need = wanted[wanted.length >> 1]
      const [model] = base.dataset.teams.filter((team) => team.type === 'PRO')
      if (need?.capability === undefined || model === undefined) return
      const capabilities = [{ capability: need.capability, quantity: 1 }]
      const extra = { ...model, id: 'zz-more', name: '新增队', capabilities, phone: '0574-86000000' }
      const dataset = { ...base.dataset, teams: [...base.dataset.teams, extra] }
      const more = planDispatch({ ...base, dataset, incident })
      expect(missingUnits(more)).toBeLessThanOrEqual(missingUnits(plan))
    })
  })
})

describe('the order of the rows', { timeout: PROPERTY_LIMIT_MS }, () => {
  const { dataset } = base
  const turned = {
    ...dataset,
    teams: dataset.teams.toReversed(),
    vehicles: dataset.vehicles.toReversed(),
    people: dataset.people.toReversed(),
    rosters: dataset.rosters.toReversed(),
    stock: dataset.stock.toReversed(),
    stores: dataset.stores.toReversed(),
    shelters: dataset.shelters.toReversed(),
    hospitals: dataset.hospitals.toReversed(),
    carriers: dataset.carriers.toReversed(),
    plants: dataset.plants.toReversed(),
    organisations: dataset.organisations.toReversed(),
    populationPoints: dataset.populationPoints.toReversed(),
  }

  it('changes not one byte of a plan, and neither does making it again', () => {
    holdsForEveryType((incident) => {
      const other = planDispatch({ ...base, dataset: turned, incident: structuredClone(incident) })
      const own = ownPlanFor(incident)
      expect(other.forcePlan).toEqual(own.forcePlan)
      expect(JSON.stringify(other)).toBe(JSON.stringify(own))
    })
  })
})

/** No team, vehicle, action or expert stands in a plan twice, and no more of a lot is taken than lies in the store. */
function nothingTwice({ forcePlan, handlingPlan }: DispatchPlan): void {
  expectOnce(forcePlan.assignments.map((line) => line.teamId))
  expectOnce(forcePlan.assignments.flatMap((line) => line.vehicles.map((vehicle) => vehicle.id)))
  expectOnce(forcePlan.experts.map((line) => line.personId))
  expectOnce(handlingPlan.phases.flatMap((phase) => phase.actions.map((action) => action.code)))
  const sent = new Set(forcePlan.assignments.map((line) => line.teamId))
  expect(forcePlan.reserve.filter((line) => sent.has(line.teamId))).toEqual([])
  const taken = new Map<string, number>()
  for (const { lotId, quantity } of forcePlan.supplies.allocations) taken.set(lotId, (taken.get(lotId) ?? 0) + quantity)
  for (const [lotId, quantity] of taken) {
    const held = base.dataset.stock.find((lot) => lot.lotId === lotId)?.quantity ?? 0
    expect(quantity).toBeLessThanOrEqual(held)
  }
}

/** Fails when an entry stands in a list twice. */
function expectOnce(entries: readonly string[]): void {
  expect(entries.filter((entry, index) => entries.indexOf(entry) !== index)).toEqual([])
}

/** Units the plan says are missing. */
function missingUnits(plan: DispatchPlan): number {
  return plan.forcePlan.shortfalls.reduce((sum, row) => sum + row.missing, 0)
}
