import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { buildAssignmentModel } from '#shared/planner/forces/assignment-model.ts'
import type { AssignmentProblem, AssignmentSolution } from '#shared/planner/forces/assignment-problem.ts'
import { chooseNearest } from '#shared/planner/forces/choose-nearest.ts'
import { evaluateTeams } from '#shared/planner/forces/evaluate-assignment.ts'
import { countExposedTowns } from '#shared/planner/forces/exposed-towns.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { randomDistrict } from './districts.ts'
import { mean, median, processorTimeOf, quantile } from './measure.ts'

/** G4: the draft against nearest-first and the optimum. G5: the proof of a 1 % gap. */
export const bench: Bench = {
  goals: ['G4', 'G5'],
  run: async (options) => {
    const solver = await createHighsSolver()
    const kinds = [
      { kind: 'light (10 % of what there is)', share: 0.1 },
      { kind: 'heavy (35 %)', share: 0.35 },
    ]
    return [
      ...kinds.flatMap(({ kind, share }) => compare(solver, kind, share, options)),
      ...kinds.map(({ kind, share }) => draftManyVehicles(kind, share, options)),
    ]
  },
}

/** The draft where a team has ten vehicles on average. */
function draftManyVehicles(kind: string, share: number, { quick, say }: BenchOptions): BenchRow {
  const teams = quick ? 60 : 500
  const seeds = quick ? 2 : 7
  const districts = Array.from({ length: seeds + 1 }, (_, seed) =>
    randomDistrict(seed, { teams, towns: quick ? 10 : 60, share, mostVehicles: 19 }),
  )
  const rows = districts.map((district, seed) => {
    const drafts: AssignmentSolution[] = []
    const ms = processorTimeOf(() => drafts.push(solveGreedily(district)))
    say(`many vehicles, ${kind}, seed ${seed}: ${round(ms)} CPU ms`)
    return { ms, gap: drafts[0]?.gap ?? 1 }
  })
  const measured = rows.slice(1) // the first warms up
  const times = measured.map(({ ms }) => ms)
  const vehicles = mean(districts.map((each) => each.teams.reduce((sum, team) => sum + team.vehicles.length, 0)))
  return {
    name: 'G4 draft with its bound, many vehicles',
    size: `${teams} teams, about ${round(vehicles, 0)} vehicles, ${kind}, ${seeds} seeds`,
    ours: round(median(times)),
    baseline: null,
    baselineName: 'none',
    ratio: null,
    unit: 'CPU ms',
    runs: seeds,
    p95: round(quantile(times, 0.95)),
    note: `gap of the draft to its own bound: median ${percent(median(measured.map(({ gap }) => gap)))}`,
  }
}

/** What a choice consists of, apart from its prices. */
interface Parts {
  readonly teams: number
  readonly vehicles: number
  readonly lateUnitHours: number
  readonly missing: number
  readonly exposed: number
}

interface Measured {
  readonly draftMs: number
  readonly nearest: number
  readonly draft: number
  readonly draftBound: number
  readonly parts: { readonly nearest: Parts; readonly exact: Parts }
  readonly proveMs: number
  readonly isProven: boolean
  readonly exactMs: number
  readonly exact: number
  readonly isOptimal: boolean
}

function compare(solver: MilpSolver, kind: string, share: number, { quick, say }: BenchOptions): BenchRow[] {
  const teams = quick ? 60 : 500
  const seeds = quick ? 5 : 10
  const first = randomDistrict(0, { teams, towns: quick ? 10 : 60, share })
  measure(solver, first) // warms up
  const { model } = buildAssignmentModel(first)
  const size = `${teams} teams, ${kind}, ${seeds} seeds; model about ${model.costs.length} x ${model.rowLower.length}`
  const rows = Array.from({ length: seeds }, (_, index) => {
    const measured = measure(solver, randomDistrict(index + 1, { teams, towns: quick ? 10 : 60, share }))
    say(`${kind} seed ${index + 1}: draft ${round(measured.draftMs)} CPU ms, 1 % ${round(measured.proveMs)} CPU ms`)
    return measured
  })
  const of = (pick: (row: Measured) => number): number[] => rows.map(pick)
  const solved = rows.filter(({ isOptimal }) => isOptimal)
  const common = { size, runs: seeds }
  const toOptimum = solved.map((row) => row.draft / row.exact)
  const toNearest = rows.map((row) => row.nearest / row.exact)
  return [
    {
      ...common,
      name: 'G4 draft with its bound, time',
      ours: round(median(of((row) => row.draftMs))),
      baseline: round(median(of((row) => row.exactMs))),
      baselineName: 'HiGHS to the optimum (or its node limit)',
      ratio: ratioOf(median(of((row) => row.draftMs)), median(of((row) => row.exactMs))),
      unit: 'CPU ms',
      p95: round(
        quantile(
          of((row) => row.draftMs),
          0.95,
        ),
      ),
      note: `bound below the optimum: median ${percent(median(rows.map((row) => 1 - row.draftBound / row.exact)))}`,
    },
    {
      ...common,
      name: 'G4 cost of the draft against the optimum',
      ours: round(mean(solved.map((row) => row.draft)), 0),
      baseline: round(mean(solved.map((row) => row.exact)), 0),
      baselineName: 'proven optimum, neutral evaluator',
      ratio: round(mean(toOptimum), 4),
      unit: 'cost',
      runs: solved.length,
      note: `mean of the ratios; worst ${round(Math.max(...toOptimum), 4)}`,
    },
    {
      ...common,
      name: 'G4 cost of the exact plan against nearest-first',
      ours: round(mean(of((row) => row.exact)), 0),
      baseline: round(mean(of((row) => row.nearest)), 0),
      baselineName: 'nearest useful team again and again',
      ratio: ratioOf(1, median(toNearest)),
      unit: 'cost',
      note: `nearest-first is ${round(median(toNearest))} times dearer (median), worst ${round(Math.max(...toNearest))}; exact: ${describeParts(rows.map(({ parts }) => parts.exact))}; nearest-first: ${describeParts(rows.map(({ parts }) => parts.nearest))}`,
    },
    {
      ...common,
      name: 'G5 proven gap of 1 %',
      ours: round(median(of((row) => row.proveMs)), 0),
      baseline: round(median(of((row) => row.exactMs)), 0),
      baselineName: 'HiGHS to the optimum (or its node limit)',
      ratio: ratioOf(median(of((row) => row.proveMs)), median(of((row) => row.exactMs))),
      unit: 'CPU ms',
      p95: round(
        quantile(
          of((row) => row.proveMs),
          0.95,
        ),
        0,
      ),
      note: `proven ${rows.filter(({ isProven }) => isProven).length} of ${seeds} (optimal ${solved.length}); slowest ${round(Math.max(...of((row) => row.proveMs)), 0)} CPU ms`,
    },
  ]
}

function measure(solver: MilpSolver, problem: AssignmentProblem): Measured {
  let drafted = solveGreedily(problem)
  const draftMs = processorTimeOf(() => (drafted = solveGreedily(problem)))
  const nearest = evaluateTeams(problem, chooseNearest(problem, problem.teams))
  const solveTo = (
    relativeGap: number,
    maxNodes: number,
  ): { ms: number; solution: AssignmentSolution; objective: number; gap: number } => {
    let solution: AssignmentSolution = drafted
    const limited = { ...problem, limits: { ...problem.limits, relativeGap, maxNodes } }
    const ms = processorTimeOf(() => (solution = solveExactly(solver)(limited)))
    return { ms, solution, objective: solution.objective, gap: solution.gap ?? 1 }
  }
  const proof = solveTo(0.01, 20_000)
  const exact = solveTo(0, 2_000)
  return {
    draftMs,
    nearest: nearest.objective,
    draft: drafted.objective,
    draftBound: drafted.bound ?? 0,
    parts: { nearest: partsOf(problem, nearest), exact: partsOf(problem, exact.solution) },
    proveMs: proof.ms,
    isProven: proof.gap <= 0.01,
    exactMs: exact.ms,
    exact: exact.objective,
    isOptimal: exact.gap === 0,
  }
}

function partsOf(problem: AssignmentProblem, { loads, missing }: Pick<AssignmentSolution, 'loads' | 'missing'>): Parts {
  const wanted = new Map(problem.demands.map((demand) => [demand.id, demand.byS]))
  let [late, vehicles] = [0, 0]
  for (const team of problem.teams) {
    const load = loads.get(team.id)
    vehicles += load?.vehicles.length ?? 0
    for (const [id, units] of load?.takes ?? []) late += units * Math.max(0, team.etaS - (wanted.get(id) ?? 0))
  }
  return {
    teams: loads.size,
    vehicles,
    lateUnitHours: late / 3600,
    missing: [...missing.values()].reduce((sum, units) => sum + units, 0),
    exposed: countExposedTowns(problem, loads),
  }
}

function describeParts(rows: readonly Parts[]): string {
  const of = (pick: (parts: Parts) => number): number => round(mean(rows.map(pick)), 1)
  return `${of(({ teams }) => teams)} teams, ${of(({ vehicles }) => vehicles)} vehicles, ${of(({ lateUnitHours }) => lateUnitHours)} unit hours late, ${of(({ missing }) => missing)} units missing, ${of(({ exposed }) => exposed)} towns exposed`
}

function percent(share: number): string {
  return `${round(share * 100)} %`
}
