import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { evaluateTeams, type Allocation } from '#shared/planner/forces/evaluate-assignment.ts'
import { countExposedTowns } from '#shared/planner/forces/exposed-towns.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { nearestUseful, randomCoverForm, type CoverForm } from './cover-form.ts'
import { mean, median, processorTimeOf, quantile } from './measure.ts'

const KINDS = [
  { kind: 'light (10 %)', share: 0.1, zonePriceS: 600 },
  { kind: 'heavy (35 %)', share: 0.35, zonePriceS: 600 },
  { kind: 'light (10 %)', share: 0.1, zonePriceS: 3600 },
  { kind: 'heavy (35 %)', share: 0.35, zonePriceS: 3600 },
]

/** G4 in its covering form: the draft and nearest-first against the best choice, all priced by the neutral evaluator. */
export const bench: Bench = {
  goals: ['G4'],
  run: async (options) => {
    const solver = await createHighsSolver()
    return KINDS.flatMap((each) => compare(solver, each, options))
  },
}

interface Parts {
  readonly price: number
  readonly teams: number
  readonly minutes: number
  readonly missing: number
  readonly uncovered: number
}

function compare(
  solver: MilpSolver,
  { kind, share, zonePriceS }: (typeof KINDS)[number],
  { quick, say }: BenchOptions,
): BenchRow[] {
  const size = quick ? { teams: 60, zones: 10 } : { teams: 500, zones: 60 }
  const seeds = quick ? 2 : 7
  const rows = Array.from({ length: seeds }, (_, index) => {
    const form = randomCoverForm(index + 1, { ...size, share, zonePriceS })
    // Near enough to the optimum to tell how far the others are: 0.5 % unless the nodes run out.
    const problem = { ...form.problem, limits: { ...form.problem.limits, relativeGap: 0.005, maxNodes: 2000 } }
    let draft = solveGreedily(problem)
    const draftMs = processorTimeOf(() => (draft = solveGreedily(problem)))
    const best = solveExactly(solver)(problem)
    const nearest = evaluateTeams(problem, nearestUseful(form))
    say(
      `covering, ${kind}, ${zonePriceS} s, seed ${index + 1}: gap ${String(best.gap)}, draft ${round(draftMs, 0)} CPU ms`,
    )
    return {
      draftMs,
      gap: best.gap ?? 1,
      best: partsOf(form, best),
      draft: partsOf(form, draft),
      nearest: partsOf(form, nearest),
    }
  })
  const common = {
    size: `${size.teams} teams that go whole, 12 capabilities, ${size.zones} zones at ${zonePriceS} s, ${kind}, ${seeds} seeds`,
    runs: seeds,
    unit: 'cost',
  }
  const proof = `optimum within ${round(100 * Math.max(...rows.map(({ gap }) => gap)), 1)} % at worst; best: ${describe(rows.map(({ best }) => best))}`
  const row = (name: string, parts: readonly Parts[], more: string): BenchRow => {
    const ratios = parts.map(({ price }, index) => price / (rows[index]?.best.price ?? price))
    return {
      ...common,
      name,
      ours: round(mean(parts.map(({ price }) => price)), 0),
      baseline: round(mean(rows.map(({ best }) => best.price)), 0),
      baselineName: 'best choice found',
      ratio: ratioOf(mean(ratios), 1),
      note: `mean of the ratios; median ${round(median(ratios), 3)}, worst ${round(Math.max(...ratios), 3)}; ${describe(parts)}; ${more}`,
    }
  }
  const times = rows.map(({ draftMs }) => draftMs)
  return [
    row(
      'G4 covering form, draft against the optimum',
      rows.map(({ draft }) => draft),
      `draft ${round(median(times), 0)} CPU ms, p95 ${round(quantile(times, 0.95), 0)}`,
    ),
    row(
      'G4 covering form, nearest-first against the optimum',
      rows.map(({ nearest }) => nearest),
      proof,
    ),
  ]
}

function partsOf({ problem, etaS }: CoverForm, { loads, missing, objective }: Allocation): Parts {
  return {
    price: objective,
    teams: loads.size,
    minutes: [...loads.keys()].reduce((sum, id) => sum + (etaS.get(id) ?? 0), 0) / 60,
    missing: [...missing.values()].reduce((sum, units) => sum + units, 0),
    uncovered: countExposedTowns(problem, loads),
  }
}

function describe(rows: readonly Parts[]): string {
  const of = (pick: (parts: Parts) => number): number => round(mean(rows.map(pick)), 1)
  return `${of(({ teams }) => teams)} teams, ${of(({ minutes }) => minutes)} team minutes, ${of(({ missing }) => missing)} units missing, ${of(({ uncovered }) => uncovered)} zones uncovered`
}
