import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { gainOfLeaving } from '#shared/planner/replan/gain-of-leaving.ts'
import { pricedAgainst } from '#shared/planner/replan/supplies-in-force.ts'
import { changedWays, isLawfulFlow, priceFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import { solveSupplies } from '#shared/planner/supplies/solve-supplies.ts'
import type { SupplyFlow, SupplyProblem } from '#shared/planner/supplies/supply-problem.ts'
import { aSupplyProblem, leastPriceByTrial } from '#test/builders/supply-builders.ts'

const solver = await createHighsSolver()

/** Lorries of 1 pack; half an hour of one pack for each changed line. */
const CHANGE = 180_000

/** Three stores, two needs; then some stock is gone and some ways take longer or less long. */
const cases = fc
  .record({
    stock: fc.array(
      fc.record({
        item: fc.constantFrom(0, 0, 0, 1),
        packs: fc.integer({ min: 2, max: 5 }),
        left: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    needs: fc.array(fc.record({ item: fc.constantFrom(0, 0, 0, 1), packs: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    minutes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 6 }),
    minutesNow: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 6 }),
    begun: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }),
    openingPrice: fc.constantFrom(0, 200_000),
  })
  .map(({ stock, needs, minutes, minutesNow, begun, openingPrice }) => {
    const problemOf = (packsOf: (row: (typeof stock)[number]) => number, byWay: readonly number[]): SupplyProblem =>
      aSupplyProblem({
        stores: stock.map(() => ({ openingPrice, loadable: 100 })),
        stock: stock.map((row, store) => ({
          store,
          item: row.item,
          keptBack: 0,
          lots: [{ packs: packsOf(row), price: 0 }],
        })),
        needs,
        minutes: (store, need) => byWay[store * 2 + need] ?? 1,
      })
    return {
      before: problemOf((row) => row.packs, minutes),
      now: problemOf((row) => Math.min(row.packs, row.left), minutesNow),
      begun,
    }
  })

describe('a split of supplies against the version in force', () => {
  it('changes no more lines than a fresh split, and costs at most the price of those it spares more', () => {
    let spared = 0
    fc.assert(
      fc.property(cases, ({ before, now, begun }) => {
        const packs = solveSupplies(before, solver).flow
        const fixed = packs.map((all, index) =>
          begun[index] === 0 ? Math.min(all, now.shelves[now.ways[index]?.shelf ?? 0]?.packs ?? 0) : 0,
        )
        const lawful = isLawfulFlow(now, fixed) ? fixed : packs.map(() => 0)
        const against = pricedAgainst(now, { packs, fixed: lawful, changePrice: CHANGE, isRelaxed: false })
        const [ours, fresh] = [solveSupplies(against, solver), solveSupplies(now, solver)]
        expect(isLawfulFlow(against, ours.flow)).toBe(true)
        expect(ours.objective).toBe(leastPriceByTrial(against))
        if (!isLawfulFlow(against, fresh.flow)) return // What has begun forbids the fresh split.
        const [changes, freshChanges] = [changedWays(against, ours.flow), changedWays(against, fresh.flow)]
        const [cost, freshCost] = [priceFlow(now, ours.flow).objective, priceFlow(now, fresh.flow).objective]
        expect(changes).toBeLessThanOrEqual(freshChanges)
        expect(cost).toBeLessThanOrEqual(freshCost + CHANGE * (freshChanges - changes))
        spared += freshChanges - changes
      }),
      { numRuns: 200, seed: 20_261_122 },
    )
    expect(spared).toBeGreaterThan(60)
  })

  it('counts parts of changes only as a bound where there are too many to prove, and never gives more than is priced', () => {
    fc.assert(
      fc.property(cases, ({ before, now }) => {
        const packs = solveSupplies(before, solver).flow
        const against = pricedAgainst(now, { packs, fixed: packs.map(() => 0), changePrice: CHANGE, isRelaxed: true })
        const found = solveSupplies(against, solver)
        const least = leastPriceByTrial(against)
        expect(found.bound ?? Infinity).toBeLessThanOrEqual(least)
        expect(found.objective).toBe(priceFlow(against, found.flow).objective)
        expect(found.objective).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('repeats the version in force when nothing changed, also as a draft', () => {
    fc.assert(
      fc.property(cases, ({ before }) => {
        for (const by of [solver, undefined]) {
          const packs = solveSupplies(before, by).flow
          const against = pricedAgainst(before, { packs, fixed: packs, changePrice: CHANGE, isRelaxed: false })
          expect(solveSupplies(against, by).flow).toEqual(packs)
        }
      }),
      { numRuns: 100, seed: 8 },
    )
  })
})

/** Ten packs wanted; store 0 gave them at 60 minutes, store 1 opens at so many minutes. */
function withNewStore(minutes: number, inForce: SupplyFlow = [10, 0], fixed: SupplyFlow = [0, 0]): SupplyProblem {
  const problem = aSupplyProblem({
    stores: [
      { openingPrice: 0, loadable: 100 },
      { openingPrice: 0, loadable: 100 },
    ],
    stock: [0, 1].map((store) => ({ store, item: 0, keptBack: 0, lots: [{ packs: 20, price: 0 }] })),
    needs: [{ item: 0, packs: 10 }],
    minutes: (store) => (store === 0 ? 60 : minutes),
  })
  return pricedAgainst(problem, { packs: inForce, fixed, changePrice: CHANGE, isRelaxed: false })
}

describe('a nearer store that appears after the version in force', () => {
  // Two changed lines of 30 pack minutes: 10 packs must each save more than 6 minutes.
  it('moves nothing when it saves less than the price of the change, or as much', () => {
    expect(solveSupplies(withNewStore(55), solver)).toMatchObject({ flow: [10, 0], status: 'optimal' })
    expect(solveSupplies(withNewStore(54), solver).flow).toEqual([10, 0])
  })

  it('takes over when it saves more, and both figures are told', () => {
    const problem = withNewStore(40)
    const solution = solveSupplies(problem, solver)
    expect(solution.flow).toEqual([0, 10])
    // 10 packs x 20 minutes against 2 lines x 30 pack minutes.
    expect(gainOfLeaving(problem, solution)).toEqual({ saved: 200, price: 60, lines: 2 })
  })

  it('does not take over what is loaded already, only the rest where that pays', () => {
    expect(solveSupplies(withNewStore(40, [10, 0], [10, 0]), solver).flow).toEqual([10, 0])
    expect(solveSupplies(withNewStore(40, [10, 0], [4, 0]), solver).flow).toEqual([4, 6])
  })
})
