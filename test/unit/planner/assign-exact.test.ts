import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { planWithSolver } from '#electron/core/solver/plan-with-solver.ts'
import type { TeamRow, VehicleRow } from '#shared/domain/dataset/tables.ts'
import type { Demand } from '#shared/domain/plan/force-plan.ts'
import type { Capability } from '#shared/domain/taxonomy.ts'
import type { MilpSolution, MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { aDemand, aTeam, aVehicle, inOpenCountry, planForces, type Planned } from '#test/builders/force-builders.ts'
import { anIncident } from '#test/builders/situation-builders.ts'

const highs = await createHighsSolver()
const SCENE = { lng: 121.885, lat: 29.88 }
const CODES: readonly Capability[] = ['HAZ_PLUG', 'FOAM', 'PUMP_DRAIN', 'LIGHT']

interface Tables {
  readonly teams: readonly TeamRow[]
  readonly vehicles: readonly VehicleRow[]
}

function plan(
  { teams, vehicles }: Tables,
  demand: readonly Demand[],
  solver: MilpSolver | null,
  effort: 'draft' | 'exact' = 'exact',
): Planned {
  const problem = inOpenCountry(anIncident('structure_collapse', { location: SCENE }), {
    teams: [...teams],
    vehicles: [...vehicles],
  })
  return planForces(solver === null ? problem : { ...problem, solver, effort }, demand)
}

const demands = CODES.map((capability, index) =>
  aDemand({ id: `d${index}`, capability, quantity: index + 1, byS: 600 + 300 * index }),
)

const districts = fc
  .array(
    fc.record({
      lng: fc.integer({ min: 850, max: 1000 }),
      onDuty: fc.integer({ min: 3, max: 20 }),
      type: fc.constantFrom('GOV_FT', 'PRO', 'ENT_FT', 'SOCIAL'),
      tier: fc.constantFrom('street', 'district', 'neighbour', 'city'),
      units: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
      vehicles: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 6, maxLength: 14 },
  )
  .map((rows): Tables => ({
    teams: rows.map((row, index) =>
      aTeam({
        id: `t${String(index).padStart(2, '0')}`,
        type: row.type,
        tier: row.tier,
        onDuty: row.onDuty,
        lng: 121 + row.lng / 1000,
        lat: 29.9,
        capabilities: row.units.flatMap((quantity, code) =>
          quantity === 0 ? [] : [{ capability: CODES[code] ?? 'LIGHT', quantity: quantity + 1 }],
        ),
      }),
    ),
    vehicles: rows.flatMap((row, index) =>
      Array.from({ length: row.vehicles }, (_, number) =>
        aVehicle({
          id: `t${String(index).padStart(2, '0')}-${number}`,
          teamId: `t${String(index).padStart(2, '0')}`,
          capabilities: row.units.flatMap((quantity, code) =>
            quantity === 0 ? [] : [{ capability: CODES[code] ?? 'LIGHT', quantity: 1 }],
          ),
        }),
      ),
    ),
  }))

// Any two of three teams cover three demands; the bound of the draft sees one and a half.
const pairs: readonly (readonly Capability[])[] = [
  ['FOAM', 'LIGHT'],
  ['LIGHT', 'HAZ_PLUG'],
  ['FOAM', 'HAZ_PLUG'],
]
const three: Tables = {
  teams: pairs.map((codes, index) =>
    aTeam({
      id: `t${index}`,
      type: 'PRO',
      ...SCENE,
      capabilities: codes.map((capability) => ({ capability, quantity: 1 })),
    }),
  ),
  vehicles: [],
}
const wantedOfThree = (['FOAM', 'LIGHT', 'HAZ_PLUG'] as const).map((capability) =>
  aDemand({ id: capability, capability }),
)

describe('the exact choice of teams', () => {
  it.each([
    ['with the solver', highs],
    ['as a draft', null],
  ])('comes out byte for byte the same whatever the order of the records, %s', (_, solver) => {
    const shuffled = districts.chain((tables) =>
      fc.tuple(
        fc.constant(tables),
        fc.shuffledSubarray([...tables.teams], { minLength: tables.teams.length }),
        fc.shuffledSubarray([...tables.vehicles], { minLength: tables.vehicles.length }),
        fc.shuffledSubarray([...demands], { minLength: demands.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([tables, teams, vehicles, wanted]) => {
        const inOrder = plan(tables, demands, solver)
        const otherwise = plan({ teams, vehicles }, wanted, solver)
        expect(inWantedOrder(otherwise)).toBe(inWantedOrder(inOrder))
        expect(JSON.stringify(otherwise.value.movement)).toBe(JSON.stringify(inOrder.value.movement))
      }),
      { seed: 20_261_122, numRuns: 40 },
    )
  })

  it('is the draft alone when only a draft is asked for', () => {
    const broken: MilpSolver = { name: 'test', solve: () => ({ stop: 'failed', values: null, bound: null }) }
    const { value, findings } = plan(three, wantedOfThree, broken, 'draft')
    expect(value.force.solver).toEqual(plan(three, wantedOfThree, null).value.force.solver)
    expect(findings.map(({ code }) => code)).not.toContain('solver-failed')
    expect(plan(three, wantedOfThree, broken).findings.map(({ code }) => code)).toContain('solver-failed')
  })

  it('states objective, bound and gap, and is never dearer than the draft', () => {
    fc.assert(
      fc.property(districts, (tables) => {
        const { solver } = plan(tables, demands, highs).value.force
        const draft = plan(tables, demands, null).value.force.solver
        expect(draft.bound).toBeLessThanOrEqual(solver.objective)
        expect(draft.status).toBe(draft.bound === draft.objective ? 'optimal' : 'feasible')
        expect(solver).toMatchObject({ status: 'optimal', bound: solver.objective, gap: 0 })
        expect(solver.objective).toBeLessThanOrEqual(draft.objective)
      }),
      { seed: 3, numRuns: 40 },
    )
  })
})

/** The bytes of the force plan; demands and shortfalls stand as they were asked for, so they are put in order first. */
function inWantedOrder({ value }: Planned): string {
  const { demand, shortfalls, ...force } = value.force
  const byDemand = [...shortfalls].sort((a, b) => (a.demandId < b.demandId ? -1 : 1))
  return JSON.stringify({ ...force, byDemand, demanded: demand.map(({ id }) => id).sort() })
}

describe('a solver that does not help', () => {
  const answering = (answer: (columns: number) => MilpSolution): MilpSolver => ({
    name: 'test',
    solve: ({ costs }) => answer(costs.length),
  })
  const draft = plan(three, wantedOfThree, null).value.force

  it.each([
    ['finds nothing', answering(() => ({ stop: 'failed', values: null, bound: null }))],
    ['calls the model infeasible', answering(() => ({ stop: 'infeasible', values: null, bound: null }))],
    ['breaks the rules', answering((columns) => ({ stop: 'gap', values: Array(columns).fill(9), bound: 1 }))],
    ['claims a bound above a real choice', answering((n) => ({ stop: 'gap', values: Array(n).fill(0), bound: 1e9 }))],
  ])('that %s leaves the draft, says so and warns', (_, solver) => {
    const { value, findings } = plan(three, wantedOfThree, solver)
    expect(value.force.assignments).toEqual(draft.assignments)
    expect(value.force.solver).toEqual(draft.solver)
    expect(draft.solver).toMatchObject({ status: 'feasible', bound: draft.solver.objective - 150 })
    expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual(['solver-failed', 'warn'])
  })

  it('that runs out of time with nothing leaves the draft with the gap of its own bound', () => {
    const idle = answering(() => ({ stop: 'time', values: null, bound: 3 }))
    const { value, findings } = plan(three, wantedOfThree, idle)
    expect(value.force.assignments).toEqual(draft.assignments)
    expect(value.force.solver).toEqual(draft.solver)
    expect(findings.map(({ code }) => code)).toContain('solver-stopped-by-time')
  })

  it('that was stopped keeps the better plan with its gap, and says that a repeat may differ', () => {
    const stopped: MilpSolver = {
      name: 'test',
      solve: (model) => ({ ...highs.solve(model), stop: 'time', bound: draft.solver.objective - 100 }),
    }
    const { value, findings } = plan(three, wantedOfThree, stopped)
    expect(value.force.solver).toMatchObject({ status: 'feasible', objective: draft.solver.objective })
    expect(value.force.solver.bound).toBe(draft.solver.objective - 100)
    expect(findings.map(({ code }) => code)).toContain('solver-stopped-by-time')
  })

  it('that cannot be loaded is logged, and the plan is a draft', async () => {
    const bugs: string[] = []
    const { warmUp } = planWithSolver(
      (where) => bugs.push(where),
      () => Promise.reject(new Error('no WebAssembly')),
    )
    await warmUp()
    expect(bugs).toEqual(['solver.load'])
  })
})

describe('the tiers', () => {
  const can = (capability: Capability): TeamRow['capabilities'] => [{ capability, quantity: 1 }]
  const own = aTeam({ id: 'own', type: 'PRO', lng: 121.95, lat: 29.88, capabilities: can('FOAM') })
  const next = aTeam({ id: 'next', type: 'PRO', tier: 'neighbour', ...SCENE, capabilities: can('FOAM') })

  it('stay closed for a demand the district covers, also when another demand nobody can fill', () => {
    const wanted = [aDemand({ id: 'foam', capability: 'FOAM' }), aDemand({ id: 'lift', capability: 'LIFT' })]
    const { force } = plan({ teams: [own, next], vehicles: [] }, wanted, highs).value
    expect(force.assignments.map(({ teamId }) => teamId)).toEqual(['own'])
    expect(force.assignments[0]?.runnersUp[0]?.reasons[0]?.code).toBe('runner-farther-tier')
  })
})
