import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import type { AssignmentProblem, AssignmentSolution } from '#shared/planner/forces/assignment-problem.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { placeAtLeastCost } from '#shared/planner/evacuation/transport-flow.ts'
import { isLawfulFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import { solveSupplies } from '#shared/planner/supplies/solve-supplies.ts'
import type { SupplyProblem, SupplySolution } from '#shared/planner/supplies/supply-problem.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { randomDistrict } from './districts.ts'
import { randomPlacing, solveAsLp } from './evacuation.bench.ts'
import { isInstalled } from './full/installed.ts'
import { createProgramSolver, type Program, type ProgramSolver } from './full/program-solver.ts'
import { median, processorTimeOf, quantile } from './measure.ts'
import { randomSupplies } from './supplies.bench.ts'

/**
 * G5, G6, G7 against native CBC and GLPK on the same models, in turn. Both stand behind the solver's port, so the neutral
 * evaluator judges their answers; where both prove the optimum the prices must be equal. Their time is the program's
 * own, ours includes the draft and building the model.
 */
export const bench: Bench = {
  goals: ['G5', 'G6', 'G7'],
  run: async (options) => {
    if (!options.full) {
      options.say('CBC and GLPK: only with --full')
      return []
    }
    const ours = await createHighsSolver()
    return [
      ...withProgram('cbc', options, (program) => [
        ...compareChoice(ours, program, 'light (10 % of what there is)', 0.1, options),
        ...compareChoice(ours, program, 'heavy (35 %)', 0.35, options),
        compareSupplies(ours, program, options),
      ]),
      ...withProgram('glpsol', options, (program) => [
        compareSupplies(ours, program, options),
        comparePlacing(program, options),
      ]),
    ]
  },
}

function withProgram(
  program: Program,
  { say }: BenchOptions,
  compare: (solver: ProgramSolver) => BenchRow[],
): BenchRow[] {
  if (isInstalled(program, program === 'cbc' ? '-quit' : '--version')) return compare(createProgramSolver(program))
  say(`${program} is not installed: its rows are left out`)
  return []
}

interface Pair {
  readonly ours: { readonly ms: number; readonly solution: AssignmentSolution }
  readonly theirs: { readonly ms: number; readonly solution: AssignmentSolution }
}

function compareChoice(
  highs: MilpSolver,
  program: ProgramSolver,
  kind: string,
  share: number,
  { quick, say }: BenchOptions,
): BenchRow[] {
  const teams = quick ? 60 : 500
  const seeds = quick ? 2 : 10
  const solveBoth = (problem: AssignmentProblem): Pair => {
    const first = timed(highs, problem)
    const other = timed(program, problem)
    return { ours: first, theirs: { ...other, ms: program.lastCpuMs() } }
  }
  return [
    { name: 'to a gap of 1 %', relativeGap: 0.01 },
    { name: 'to the optimum', relativeGap: 0 },
  ].map(({ name, relativeGap }) => {
    const pairs = Array.from({ length: seeds + 1 }, (_, seed) => {
      const district = randomDistrict(seed, { teams, towns: quick ? 10 : 60, share })
      const pair = solveBoth({ ...district, limits: { ...district.limits, relativeGap } })
      checkPair(pair, relativeGap)
      say(`${name}, ${kind}, seed ${seed}: ${round(pair.ours.ms, 0)} and ${round(pair.theirs.ms, 0)} CPU ms`)
      return pair
    }).slice(1)
    return timesRow(
      {
        name: `G5 choice ${name} against ${program.name}`,
        size: `${teams} teams, ${kind}, ${seeds} seeds`,
        program,
        note: `proven by ours ${countProven(pairs.map((pair) => pair.ours))}, by ${program.name} ${countProven(pairs.map((pair) => pair.theirs))} of ${seeds}`,
      },
      pairs.map((pair) => pair.ours.ms),
      pairs.map((pair) => pair.theirs.ms),
    )
  })
}

function timed(solver: MilpSolver, problem: AssignmentProblem): Pair['ours'] {
  const solve = solveExactly(solver)
  const solutions: AssignmentSolution[] = []
  const ms = processorTimeOf(() => solutions.push(solve(problem)))
  const solution = solutions[0]
  if (solution === undefined) throw new Error(`${solver.name} answered nothing`)
  return { ms, solution }
}

/** Two proven answers are within the gap of each other; a contradiction is an error of one of them. */
function checkPair({ ours, theirs }: Pair, relativeGap: number): void {
  const [one, other] = [ours.solution, theirs.solution]
  if ([one.stop, other.stop].some((stop) => stop === 'contradicted' || stop === 'failed'))
    throw new Error(`stopped: ours ${one.stop}, theirs ${other.stop}`)
  if (one.stop !== 'proven' || other.stop !== 'proven') return
  const apart = Math.abs(one.objective - other.objective)
  if (apart > relativeGap * Math.max(one.objective, other.objective))
    throw new Error(`ours ${one.objective} and theirs ${other.objective} cannot both be proven`)
}

function countProven(answers: readonly Pair['ours'][]): number {
  return answers.filter(({ solution }) => solution.stop === 'proven').length
}

function compareSupplies(highs: MilpSolver, program: ProgramSolver, { quick, say }: BenchOptions): BenchRow {
  const size = quick ? { stores: 40, places: 10, items: 5 } : { stores: 200, places: 50, items: 10 }
  const seeds = quick ? 2 : 5
  const rows = Array.from({ length: seeds + 1 }, (_, seed) => {
    const problem = randomSupplies(seed, size)
    let ours = solveSupplies(problem, undefined)
    const oursMs = processorTimeOf(() => {
      ours = solveSupplies(problem, highs)
    })
    const theirs = solveSupplies(problem, program)
    checkSupplies(problem, ours, theirs)
    say(`supplies seed ${seed}: ${round(oursMs, 0)} and ${round(program.lastCpuMs(), 0)} CPU ms`)
    const apart = Math.abs(ours.objective - theirs.objective) / ours.objective
    return { oursMs, theirsMs: program.lastCpuMs(), apart, isDone: theirs.stop !== 'time' }
  }).slice(1)
  const done = rows.filter(({ isDone }) => isDone)
  const apart = `after whole packs the prices are at most ${round(1e6 * Math.max(0, ...done.map((row) => row.apart)), 1)} millionths apart`
  return timesRow(
    {
      name: `G6 supplies against ${program.name}, equal bounds`,
      size: `${size.stores} stores x ${size.places} places x ${size.items} items, ${seeds} seeds`,
      program,
      note: `finished within the time limit: ${done.length} of ${seeds}; ${apart}`,
    },
    rows.map(({ oursMs }) => oursMs),
    rows.map(({ theirsMs }) => theirsMs),
  )
}

/** Equally good answers of the relaxation may come apart by some packs when they are made whole; its bound may not. */
function checkSupplies(problem: SupplyProblem, ours: SupplySolution, theirs: SupplySolution): void {
  if (theirs.stop === 'time') return
  const isLawful = [ours, theirs].every(({ flow }) => isLawfulFlow(problem, flow))
  const [one, other] = [ours.bound ?? 0, theirs.bound ?? 0]
  if (isLawful && Math.abs(one - other) <= Math.max(1, one * 1e-8)) return
  throw new Error(`supplies: bounds ${one} (${ours.stop}) and ${other} (${theirs.stop}), lawful: ${String(isLawful)}`)
}

function comparePlacing(program: ProgramSolver, { quick, say }: BenchOptions): BenchRow {
  // GLPK needs more than a minute for 2 000 points and 300 shelters.
  const size = quick ? { points: 200, shelters: 40 } : { points: 500, shelters: 100 }
  const seeds = quick ? 2 : 5
  const rows = Array.from({ length: seeds + 1 }, (_, seed) => {
    const placing = randomPlacing(seed, size)
    let ours = placeAtLeastCost([], [], [])
    const oursMs = processorTimeOf(() => {
      ours = placeAtLeastCost(placing.people, placing.room, placing.arcs)
    })
    const least = solveAsLp(program, placing)
    // GLPK writes its objective with nine digits.
    if (Math.abs(least - ours.objective) > Math.max(1, ours.objective * 1e-8))
      throw new Error(`placing: ours ${ours.objective}, ${program.name} ${least}`)
    say(`placing seed ${seed}: ${round(oursMs, 0)} and ${round(program.lastCpuMs(), 0)} CPU ms`)
    return { oursMs, theirsMs: program.lastCpuMs() }
  }).slice(1)
  return timesRow(
    {
      name: `G7 placing of people against ${program.name}, equal cost`,
      size: `${size.points} points x ${size.shelters} shelters, ${seeds} seeds`,
      program,
      note: '',
    },
    rows.map(({ oursMs }) => oursMs),
    rows.map(({ theirsMs }) => theirsMs),
  )
}

function timesRow(
  row: { readonly name: string; readonly size: string; readonly program: ProgramSolver; readonly note: string },
  ours: readonly number[],
  theirs: readonly number[],
): BenchRow {
  return {
    name: row.name,
    size: row.size,
    ours: round(median(ours), 0),
    baseline: round(median(theirs), 0),
    baselineName: `${row.program.name}, native`,
    ratio: ratioOf(median(ours), median(theirs)),
    unit: 'CPU ms',
    runs: ours.length,
    p95: round(quantile(ours, 0.95), 0),
    ...(row.note === '' ? {} : { note: row.note }),
  }
}
