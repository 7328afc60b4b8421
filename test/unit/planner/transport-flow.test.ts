import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeAtLeastCost, type FlowArc } from '#shared/planner/evacuation/transport-flow.ts'

const priceOf = (flows: ReturnType<typeof placeAtLeastCost>): number =>
  flows.reduce((sum, { arc, amount }) => sum + arc.cost * amount, 0)

it('moves an earlier group on when that is cheaper for all', () => {
  const arcs: FlowArc[] = [
    { source: 0, sink: 0, cost: 1 },
    { source: 0, sink: 1, cost: 2 },
    { source: 1, sink: 0, cost: 1 },
    { source: 1, sink: 1, cost: 100 },
  ]
  expect(priceOf(placeAtLeastCost([10, 10], [10, 10], arcs))).toBe(30)
})

it('serves the first sources in full when room is short', () => {
  const flows = placeAtLeastCost(
    [5, 5],
    [6],
    [
      { source: 0, sink: 0, cost: 90 },
      { source: 1, sink: 0, cost: 1 },
    ],
  )
  expect(flows.map(({ arc, amount }) => [arc.source, amount])).toEqual([
    [0, 5],
    [1, 1],
  ])
})

/** Least price over all ways to place single units. */
function leastByTrial(units: readonly number[], room: number[], costs: readonly (readonly number[])[]): number {
  const [first, ...rest] = units
  if (first === undefined) return 0
  const tries = room.map((left, sink) => {
    if (left === 0) return Infinity
    const next = [...room]
    next[sink] = left - 1
    return (costs[first]?.[sink] ?? Infinity) + leastByTrial(rest, next, costs)
  })
  return Math.min(...tries)
}

it('finds the least price of all placings (checked against trying every one)', () => {
  const size = fc.integer({ min: 1, max: 2 })
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 3, maxLength: 3 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
      (supplies, costs) => {
        const arcs = costs.flatMap((row, source) => row.map((cost, sink) => ({ source, sink, cost })))
        const flows = placeAtLeastCost(supplies, [2, 2, 2], arcs)
        const units = supplies.flatMap((count, source) => Array.from({ length: count }, () => source))
        expect(flows.reduce((sum, { amount }) => sum + amount, 0)).toBe(units.length)
        expect(priceOf(flows)).toBe(leastByTrial(units, [2, 2, 2], costs))
      },
    ),
    { seed: 7, numRuns: 200 },
  )
})
