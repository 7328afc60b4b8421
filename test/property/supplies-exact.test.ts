import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { isLawfulFlow, priceFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import { solveSupplies } from '#shared/planner/supplies/solve-supplies.ts'
import type { SupplyProblem } from '#shared/planner/supplies/supply-problem.ts'
import { aSupplyProblem, leastPriceByTrial } from '#test/builders/supply-builders.ts'

const solver = await createHighsSolver()

/** Up to three stores with one item each and two needs: every split can be tried. */
const small: fc.Arbitrary<SupplyProblem> = fc
  .record({
    stock: fc.array(
      fc.record({
        item: fc.integer({ min: 0, max: 1 }),
        lots: fc.array(fc.record({ packs: fc.integer({ min: 1, max: 2 }), price: fc.integer({ min: 0, max: 90 }) }), {
          minLength: 1,
          maxLength: 2,
        }),
        keptBack: fc.integer({ min: 0, max: 1 }),
        openingPrice: fc.constantFrom(0, 0, 200_000, 900_000),
        loadable: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    needs: fc.array(fc.record({ item: fc.integer({ min: 0, max: 1 }), packs: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    minutes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 6 }),
    pickingPrice: fc.constantFrom(0, 0, 150_000),
    fleetTime: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  })
  .map(({ stock, needs, minutes, fleetTime, pickingPrice }) =>
    aSupplyProblem({
      stores: stock.map(({ openingPrice, loadable }) => ({ openingPrice, loadable })),
      stock: stock.map(({ item, lots, keptBack }, store) => ({
        store,
        item,
        keptBack,
        lots: [...lots].sort((a, b) => a.price - b.price),
      })),
      needs,
      pickingPrice,
      minutes: (store, need) => minutes[store * 2 + need] ?? 1,
      ...(fleetTime === undefined ? {} : { fleetTime }),
    }),
  )

describe('the split of supplies', () => {
  it('is as cheap as the best of all splits, or says by how much it may not be', () => {
    let whole = 0
    fc.assert(
      fc.property(small, (problem) => {
        const least = leastPriceByTrial(problem)
        const found = solveSupplies(problem, solver)
        expect(isLawfulFlow(problem, found.flow)).toBe(true)
        expect(found.objective).toBe(priceFlow(problem, found.flow).objective)
        expect(found.bound).not.toBeNull()
        expect(found.bound ?? Infinity).toBeLessThanOrEqual(least)
        expect(found.objective).toBeGreaterThanOrEqual(least)
        if (found.status === 'optimal') {
          expect(found.objective).toBe(least)
          whole += 1
        }
      }),
      { numRuns: 300, seed: 11 },
    )
    // Only lorry time, which is shared by all stores, can make the linear model split a pack.
    expect(whole).toBeGreaterThan(250)
  })

  it('is never dearer than the draft, and the draft is lawful', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const draft = solveSupplies(problem, undefined)
        expect(draft).toMatchObject({ status: 'greedy', bound: null, stop: 'draft' })
        expect(isLawfulFlow(problem, draft.flow)).toBe(true)
        expect(solveSupplies(problem, solver).objective).toBeLessThanOrEqual(draft.objective)
      }),
      { numRuns: 150, seed: 12 },
    )
  })
})

describe('a solver that cannot be believed', () => {
  const problem = aSupplyProblem({
    stores: [{ openingPrice: 0, loadable: 10 }],
    stock: [{ store: 0, item: 0, lots: [{ packs: 4, price: 0 }], keptBack: 0 }],
    needs: [{ item: 0, packs: 3 }],
    minutes: () => 10,
  })

  it('that claims a bound above a lawful split is contradicted and the draft stays', () => {
    const liar = { name: 'liar', solve: () => ({ stop: 'gap' as const, values: [3, 0, 3], bound: 9e9 }) }
    expect(solveSupplies(problem, liar)).toMatchObject({ stop: 'contradicted', status: 'greedy', flow: [3] })
  })

  it('that gives more than there is is cut to what there is', () => {
    const generous = { name: 'generous', solve: () => ({ stop: 'gap' as const, values: [99, 0, 99], bound: 0 }) }
    expect(solveSupplies(problem, generous).flow).toEqual([3])
  })

  it('that finds nothing leaves the draft and its own word', () => {
    const idle = { name: 'idle', solve: () => ({ stop: 'time' as const, values: null, bound: null }) }
    expect(solveSupplies(problem, idle)).toMatchObject({ stop: 'time', status: 'greedy', flow: [3] })
  })
})
