import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { placeAtLeastCost, type FlowArc } from '#shared/planner/evacuation/transport-flow.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { ModelBuilder } from '#shared/planner/solver/model-builder.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { median, processorTimeOf, quantile } from './measure.ts'

/** G7: everybody placed at least person-seconds, against the nearest shelter with room and the same problem as an LP. */
export const bench: Bench = {
  goals: ['G7'],
  run: async (options) => compare(await createHighsSolver(), options),
}

export interface Placing {
  readonly people: readonly number[]
  readonly room: readonly number[]
  readonly arcs: readonly FlowArc[]
  readonly from: readonly Spot[]
  readonly to: readonly Spot[]
}

interface Spot {
  readonly x: number
  readonly y: number
}

function compare(solver: MilpSolver, { quick, say }: BenchOptions): BenchRow[] {
  const size = quick ? { points: 200, shelters: 40 } : { points: 2000, shelters: 300 }
  const seeds = quick ? 3 : 9
  solveAsLp(solver, randomPlacing(0, size)) // warms up
  const rows = Array.from({ length: seeds }, (_, index) => {
    const placing = randomPlacing(index + 1, size)
    let ours = placeAtLeastCost([], [], [])
    const oursMs = processorTimeOf(() => {
      ours = placeAtLeastCost(placing.people, placing.room, placing.arcs)
    })
    let least = 0
    const lpMs = processorTimeOf(() => {
      least = solveAsLp(solver, placing)
    })
    const nearest = nearestWithRoom(placing)
    const listed = nearestWithRoom(placing, NEAREST)
    const total = sum(placing.people)
    const unplaced = total - ours.flows.reduce((all, { amount }) => all + amount, 0)
    if (Math.abs(least - ours.objective) > 1) throw new Error(`LP ${least} against ours ${ours.objective}`)
    say(`seed ${index + 1}: ${round(oursMs)} CPU ms, LP ${round(lpMs)} CPU ms, ${unplaced} unplaced`)
    return { oursMs, lpMs, objective: ours.objective, bound: ours.bound, unplaced, nearest, listed }
  })
  const times = rows.map((row) => row.oursMs)
  const lpTimes = rows.map((row) => row.lpMs)
  const common = {
    size: `${size.points} points x ${size.shelters} shelters, ${NEAREST} nearest, 92 % of all room wanted`,
    runs: seeds,
  }
  const ours = median(rows.map((row) => row.objective / 60))
  const theirs = median(rows.map((row) => row.nearest.seconds / 60))
  const listed = median(rows.map((row) => (row.listed.seconds + row.listed.unplaced * UNPLACED_S) / 60))
  return [
    {
      ...common,
      name: 'G7 evacuation, time to the proven least cost',
      ours: round(median(times)),
      baseline: round(median(lpTimes)),
      baselineName: `${solver.name}, the same as an LP, equal objective`,
      ratio: ratioOf(median(times), median(lpTimes)),
      unit: 'CPU ms',
      p95: round(quantile(times, 0.95)),
      note: `people unplaced: most ${Math.max(...rows.map((row) => row.unplaced))}; bound equals objective in ${rows.filter((row) => row.bound === row.objective).length} of ${seeds}`,
    },
    {
      ...common,
      name: 'G7 evacuation, person-minutes',
      ours: round(ours, 0),
      baseline: round(theirs, 0),
      baselineName: 'nearest shelter with room, in list order (any shelter)',
      ratio: ratioOf(ours, theirs),
      unit: 'person minutes',
      note: `nearest leaves ${median(rows.map((row) => row.nearest.unplaced))} people unplaced (median)`,
    },
    {
      ...common,
      name: 'G7 evacuation, person-minutes with the unplaced priced',
      ours: round(ours, 0),
      baseline: round(listed, 0),
      baselineName: `nearest of the same ${NEAREST} shelters with room, in list order`,
      ratio: ratioOf(ours, listed),
      unit: 'person minutes',
      note: `it leaves ${median(rows.map((row) => row.listed.unplaced))} people unplaced (median), each priced at ${UNPLACED_S / 60} min; placed alone ${round(median(rows.map((row) => row.listed.seconds / 60)), 0)}`,
    },
  ]
}

const NEAREST = 14

/** Price of a person whom the nearest-first way leaves without a shelter. */
const UNPLACED_S = 4 * 3600

/** Least person-seconds of the same problem by a linear program; everybody must be placed. */
export function solveAsLp(solver: MilpSolver, { people, room, arcs }: Placing): number {
  const builder = new ModelBuilder()
  const bySource = people.map((): [number, number][] => [])
  const bySink = room.map((): [number, number][] => [])
  for (const { source, sink, cost } of arcs) {
    const column = builder.addColumn({ cost, upper: people[source] ?? 0, isContinuous: true })
    bySource[source]?.push([column, 1])
    bySink[sink]?.push([column, 1])
  }
  people.forEach((count, source) => {
    builder.addRow(count, count, bySource[source] ?? [])
  })
  room.forEach((count, sink) => {
    builder.addRow(-Infinity, count, bySink[sink] ?? [])
  })
  const answer = solver.solve(builder.build({ relativeGap: 0, absoluteGap: 0, maxNodes: 1, guardMs: 60_000 }))
  if (answer.bound === null) throw new Error(`the LP stopped by ${answer.stop}`)
  return answer.bound
}

/** Points in their order, each into the nearest shelters with room, parted when one is full; of all or of the `most` nearest. */
function nearestWithRoom({ people, room, from, to }: Placing, most = to.length): { seconds: number; unplaced: number } {
  const left = [...room]
  let seconds = 0
  let unplaced = 0
  people.forEach((count, source) => {
    let open = count
    for (const { sink, cost } of arcsOf(from[source], source, to).slice(0, most)) {
      const placed = Math.min(open, left[sink] ?? 0)
      left[sink] = (left[sink] ?? 0) - placed
      open -= placed
      seconds += placed * cost
    }
    unplaced += open
  })
  return { seconds, unplaced }
}

/** A county of 40 by 25 km, points and shelters spread evenly; crowded towns are harder for both contenders. */
export function randomPlacing(seed: number, { points, shelters }: { points: number; shelters: number }): Placing {
  const chance = createChance(seed)
  const spot = (): Spot => ({ x: chance() * 40, y: chance() * 25 })
  const from = Array.from({ length: points }, spot)
  const to = Array.from({ length: shelters }, spot)
  const people = from.map(() => 10 + Math.floor(chance() * 180))
  const sizes = to.map(() => 0.3 + 1.4 * chance())
  const room = sizes.map((part) => Math.ceil((1.087 * sum(people) * part) / sum(sizes)))
  let nearest = NEAREST
  for (;;) {
    const arcs = from.flatMap((point, source) => arcsOf(point, source, to).slice(0, nearest))
    const { flows } = placeAtLeastCost(people, room, arcs)
    if (nearest >= shelters || flows.reduce((all, { amount }) => all + amount, 0) === sum(people)) {
      return { people, room, arcs, from, to }
    }
    nearest *= 2
  }
}

/** Ways of one point to all shelters, nearest first, at 28 km/h on the straight line. */
function arcsOf(point: Spot | undefined, source: number, to: readonly Spot[]): FlowArc[] {
  if (point === undefined) return []
  return to
    .map((shelter, sink) => ({
      source,
      sink,
      cost: Math.round(Math.hypot(point.x - shelter.x, point.y - shelter.y) * 130),
    }))
    .sort((a, b) => a.cost - b.cost || a.sink - b.sink)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
