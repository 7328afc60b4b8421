import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepWhole } from '#shared/planner/evacuation/keep-whole.ts'
import { placeAtLeastCost, type FlowArc } from '#shared/planner/evacuation/transport-flow.ts'

const priceOf = ({ flows }: ReturnType<typeof placeAtLeastCost>): number =>
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
  const { flows } = placeAtLeastCost(
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
        const placed = placeAtLeastCost(supplies, [2, 2, 2], arcs)
        const { flows } = placed
        const units = supplies.flatMap((count, source) => Array.from({ length: count }, () => source))
        expect(flows.reduce((sum, { amount }) => sum + amount, 0)).toBe(units.length)
        expect(priceOf(placed)).toBe(leastByTrial(units, [2, 2, 2], costs))
      },
    ),
    { seed: 7, numRuns: 200 },
  )
})

it('proves its price: the bound from the node prices is the price itself, with room short or not', () => {
  const cost = fc.integer({ min: 0, max: 500 })
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ people: fc.integer({ min: 0, max: 30 }), costs: fc.array(cost, { minLength: 5, maxLength: 5 }) }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (groups, room, reach) => {
        const arcs = groups.flatMap(({ costs }, source) =>
          costs.slice(0, reach).map((each, sink): FlowArc => ({ source, sink, cost: each })),
        )
        const placed = placeAtLeastCost(
          groups.map((group) => group.people),
          room,
          arcs,
        )
        expect(placed.bound).toBe(placed.objective)
        expect(priceOf(placed)).toBe(placed.objective)
        const open = room.slice(0, reach).reduce((sum, each) => sum + each, 0)
        const people = groups.reduce((sum, group) => sum + group.people, 0)
        expect(placed.flows.reduce((sum, { amount }) => sum + amount, 0)).toBe(Math.min(open, people))
      },
    ),
    { numRuns: 300, seed: 5 },
  )
})

describe('keeping small groups whole', () => {
  // Two places of 30; the near shelter holds 40, the far one 60: the cheapest placing parts the second group.
  const supplies = [30, 30]
  const capacities = [40, 60]
  const arcs: FlowArc[] = [0, 1].flatMap((source) => [
    { source, sink: 0, cost: 10 },
    { source, sink: 1, cost: 20 },
  ])
  const split = placeAtLeastCost(supplies, capacities, arcs)

  it('brings a parted group together where one shelter has room, and says what that costs above the bound', () => {
    expect(split.flows.length).toBe(3)
    const whole = keepWhole(split, { supplies, capacities, arcs }, 30)
    expect(whole.flows.map(({ amount }) => amount)).toEqual([30, 30])
    expect([whole.objective, whole.bound]).toEqual([900, 800])
  })

  it('leaves groups above the limit parted, and those that no shelter holds', () => {
    expect(keepWhole(split, { supplies, capacities, arcs }, 29)).toEqual(split)
    const tight = placeAtLeastCost([30], [20, 20], arcs.slice(0, 2))
    expect(keepWhole(tight, { supplies: [30], capacities: [20, 20], arcs: arcs.slice(0, 2) }, 30)).toEqual(tight)
  })
})
