import { join } from 'node:path'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import type { AssignmentProblem, AssignmentSolution } from '#shared/planner/forces/assignment-problem.ts'
import { evaluateLoads } from '#shared/planner/forces/evaluate-assignment.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { ratioOf, round, type Bench, type BenchRow } from './bench-row.ts'
import { randomDistrict } from './districts.ts'
import { median, processorTimeOf, quantile } from './measure.ts'

/** Teams of the plan in force that are lost. */
const LOST = 3

/** All others come this much later. */
const SLOWER = 1.2

/** Price of a change as shipped, seconds. */
const CHANGE_S = loadReferences(join(import.meta.dirname, '../../resources')).parameters.assignment.changePenaltyS.value

/** G9: a plan in force loses three teams and all others slow down; against a fresh solve of the same problem. */
export const bench: Bench = {
  goals: ['G9'],
  run: async ({ quick, say }) => {
    const solver = await createHighsSolver()
    const teams = quick ? 60 : 500
    const seeds = quick ? 5 : 12
    replan(solver, 0, teams) // warms up
    const rows = Array.from({ length: seeds }, (_, index) => {
      const row = replan(solver, index + 1, teams)
      say(`G9 seed ${index + 1}: ${round(row.oursMs, 0)} CPU ms, ${row.changes} changes (fresh ${row.freshChanges})`)
      return row
    })
    return report(rows, `${teams} teams, about ${Math.round(median(rows.map((row) => row.sent)))} sent, ${seeds} seeds`)
  },
}

interface Replanned {
  readonly sent: number
  readonly oursMs: number
  readonly freshMs: number
  readonly changes: number
  readonly freshChanges: number
  readonly cost: number
  readonly freshCost: number
}

function replan(solver: MilpSolver, seed: number, teams: number): Replanned {
  const solve = solveExactly(solver)
  const before = randomDistrict(seed, { teams, towns: teams > 100 ? 60 : 10, share: 0.1 })
  const base = { ...before, limits: { ...before.limits, relativeGap: 0.01 } }
  const inForce = [...solve(base).loads.keys()].sort()
  const lost = new Set(inForce.filter((_, index) => index % Math.ceil(inForce.length / LOST) === 0).slice(0, LOST))
  const changed: AssignmentProblem = {
    ...base,
    teams: base.teams
      .filter(({ id }) => !lost.has(id))
      .map((team) => ({ ...team, etaS: Math.round(team.etaS * SLOWER) })),
    towns: base.towns.filter(({ stationIds }) => stationIds.every((id) => !lost.has(id))),
  }
  const kept = new Set(inForce.filter((id) => !lost.has(id)))
  const against = { ...changed, inForce: { teamIds: kept, fills: new Map(), changeS: CHANGE_S } }
  let ours: AssignmentSolution | null = null
  let fresh: AssignmentSolution | null = null
  const oursMs = processorTimeOf(() => (ours = solve(against)))
  const freshMs = processorTimeOf(() => (fresh = solve(changed)))
  const figures = (found: AssignmentSolution | null): { changes: number; cost: number } => {
    const loads: AssignmentSolution['loads'] = found?.loads ?? new Map()
    const added = [...loads.keys()].filter((id) => !kept.has(id)).length
    const dropped = [...kept].filter((id) => !loads.has(id)).length
    return { changes: added + dropped, cost: evaluateLoads(changed, loads).objective }
  }
  const [mine, theirs] = [figures(ours), figures(fresh)]
  return {
    sent: inForce.length,
    oursMs,
    freshMs,
    changes: mine.changes,
    freshChanges: theirs.changes,
    cost: mine.cost,
    freshCost: theirs.cost,
  }
}

function report(rows: readonly Replanned[], size: string): BenchRow[] {
  const of = (pick: (row: Replanned) => number): number[] => rows.map(pick)
  const common = { size, runs: rows.length, baselineName: 'fresh solve of the same problem' }
  const ours = median(of((row) => row.oursMs))
  const fresh = median(of((row) => row.freshMs))
  const changes = median(of((row) => row.changes))
  const freshChanges = median(of((row) => row.freshChanges))
  const dearer = of((row) => row.cost / row.freshCost)
  return [
    {
      ...common,
      name: 'G9 re-plan after a loss, time to a 1 % gap',
      ours: round(ours, 0),
      baseline: round(fresh, 0),
      ratio: ratioOf(ours, fresh),
      unit: 'CPU ms',
      p95: round(
        quantile(
          of((row) => row.oursMs),
          0.95,
        ),
        0,
      ),
      note: `slowest ${round(Math.max(...of((row) => row.oursMs)), 0)} CPU ms`,
    },
    {
      ...common,
      name: 'G9 teams changed besides the lost',
      ours: changes,
      baseline: freshChanges,
      ratio: ratioOf(changes, freshChanges),
      unit: 'changes',
      note: `price of a change ${CHANGE_S} s`,
    },
    {
      ...common,
      name: 'G9 cost without the price of changes',
      ours: round(median(of((row) => row.cost)), 0),
      baseline: round(median(of((row) => row.freshCost)), 0),
      ratio: round(median(dearer), 4),
      unit: 'cost',
      note: `median of the ratios; worst ${round(Math.max(...dearer), 4)}`,
    },
  ]
}
