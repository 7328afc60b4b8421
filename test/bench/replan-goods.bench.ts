import { join } from 'node:path'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { placeAgainst, type HeldFlow } from '#shared/planner/evacuation/place-against.ts'
import { placeAtLeastCost, type ArcFlow } from '#shared/planner/evacuation/transport-flow.ts'
import { pricedAgainst } from '#shared/planner/replan/supplies-in-force.ts'
import type { MilpSolver } from '#shared/planner/solver/milp-solver.ts'
import { isLawfulFlow, priceFlow } from '#shared/planner/supplies/evaluate-supplies.ts'
import { solveSupplies } from '#shared/planner/supplies/solve-supplies.ts'
import type { SupplyFlow, SupplyProblem } from '#shared/planner/supplies/supply-problem.ts'
import { ratioOf, round, type Bench, type BenchRow } from './bench-row.ts'
import { randomPlacing } from './evacuation.bench.ts'
import { median, processorTimeOf } from './measure.ts'
import { randomSupplies } from './supplies.bench.ts'

/** Stores, and shelters, of the version in force that are lost. */
const LOST = 3

/** All others take this much longer. */
const SLOWER = 1.2

const { supplies, evacuation } = loadReferences(join(import.meta.dirname, '../../resources')).parameters
const CHANGE_PRICE = supplies.changedLinePackS.value * 100
const CHANGE_S = evacuation.changedShelterS.value

/** G9 for supplies and shelters: three stores or shelters are lost and all ways slow down; against a fresh solve of the same. */
export const bench: Bench = {
  goals: ['G9'],
  run: async ({ quick, say }) => {
    const solver = await createHighsSolver()
    const seeds = quick ? 3 : 9
    const county = quick ? { stores: 40, places: 10, items: 5 } : { stores: 200, places: 50, items: 10 }
    const people = quick ? { points: 200, shelters: 40 } : { points: 2000, shelters: 300 }
    resupply(solver, randomSupplies(0, county)) // warms up
    const split = Array.from({ length: seeds }, (_, index) => {
      const row = resupply(solver, randomSupplies(index + 1, county))
      say(
        `G9 supplies seed ${index + 1}: ${round(row.oursMs, 0)} CPU ms, ${row.changes} lines (fresh ${row.freshChanges})`,
      )
      return row
    })
    const placed = Array.from({ length: seeds }, (_, index) => {
      const row = replace(randomPlacing(index + 1, people))
      say(
        `G9 shelters seed ${index + 1}: ${round(row.oursMs, 0)} CPU ms, ${row.changes} people (fresh ${row.freshChanges})`,
      )
      return row
    })
    return [
      ...report('supplies', split, {
        size: `${county.stores} stores x ${county.places} places x ${county.items} items, ${LOST} stores lost`,
        unit: 'lines',
        price: `price of a changed line ${supplies.changedLinePackS.value} s for one pack`,
      }),
      ...report('shelters', placed, {
        size: `${people.points} points x ${people.shelters} shelters, ${LOST} shelters lost`,
        unit: 'people',
        price: `price of a person moved ${CHANGE_S} s`,
      }),
    ]
  },
}

interface Again {
  readonly oursMs: number
  readonly freshMs: number
  readonly changes: number
  readonly freshChanges: number
  readonly cost: number
  readonly freshCost: number
}

function resupply(solver: MilpSolver, before: SupplyProblem): Again {
  const flow = solveSupplies(before, solver).flow
  const lost = new Set(
    before.stores.flatMap((_, store) => (givenBy(before, flow, store) > 0 ? [store] : [])).slice(0, LOST),
  )
  const isLost = (shelf: number): boolean => lost.has(before.shelves[shelf]?.store ?? -1)
  const now: SupplyProblem = {
    ...before,
    shelves: before.shelves.map((shelf, index) => (isLost(index) ? { ...shelf, packs: 0, lots: [] } : shelf)),
    ways: before.ways.map((way) => ({
      ...way,
      price: Math.round(way.price * SLOWER),
      etaS: Math.round(way.etaS * SLOWER),
    })),
  }
  const packs = flow.map((all, index) => (isLost(before.ways[index]?.shelf ?? -1) ? 0 : all))
  const isRelaxed = now.ways.length > supplies.pickingPairs.value
  const none = packs.map(() => 0)
  const against = pricedAgainst(now, { packs, fixed: none, changePrice: CHANGE_PRICE, isRelaxed })
  let ours: SupplyFlow = none
  let fresh: SupplyFlow = none
  const oursMs = processorTimeOf(() => (ours = solveSupplies(against, solver).flow))
  const freshMs = processorTimeOf(() => (fresh = solveSupplies(now, solver).flow))
  if (!isLawfulFlow(against, ours)) throw new Error('an unlawful split')
  const changed = (of: SupplyFlow): number => packs.filter((all, index) => all !== (of[index] ?? 0)).length
  return {
    oursMs,
    freshMs,
    changes: changed(ours),
    freshChanges: changed(fresh),
    cost: priceFlow(now, ours).objective,
    freshCost: priceFlow(now, fresh).objective,
  }
}

function givenBy({ ways, shelves }: SupplyProblem, flow: SupplyFlow, store: number): number {
  return ways.reduce((sum, way, index) => (shelves[way.shelf]?.store === store ? sum + (flow[index] ?? 0) : sum), 0)
}

function replace({ people, room, arcs }: ReturnType<typeof randomPlacing>): Again {
  const first = placeAtLeastCost(people, room, arcs).flows
  const capacities = room.map((places, sink) => (sink < LOST ? 0 : places))
  const slower = arcs.filter(({ sink }) => sink >= LOST).map((arc) => ({ ...arc, cost: Math.round(arc.cost * SLOWER) }))
  const byKey = new Map(slower.map((arc) => [`${arc.source}|${arc.sink}`, arc]))
  const held = first.flatMap(({ arc, amount }): HeldFlow[] => {
    const same = byKey.get(`${arc.source}|${arc.sink}`)
    return same === undefined ? [] : [{ arc: same, people: amount, underWay: 0 }]
  })
  const numbers = { supplies: people, capacities, arcs: slower }
  let ours: readonly ArcFlow[] = []
  let fresh: readonly ArcFlow[] = []
  const oursMs = processorTimeOf(() => (ours = placeAgainst(numbers, { held, changeS: CHANGE_S }, 0).flows))
  const freshMs = processorTimeOf(() => (fresh = placeAtLeastCost(people, capacities, slower).flows))
  const moved = (flows: readonly ArcFlow[]): number => {
    const over = new Map(flows.map(({ arc, amount }) => [`${arc.source}|${arc.sink}`, amount]))
    return held.reduce(
      (sum, { arc, people: all }) => sum + Math.max(0, all - (over.get(`${arc.source}|${arc.sink}`) ?? 0)),
      0,
    )
  }
  const travelS = (flows: readonly ArcFlow[]): number =>
    flows.reduce((sum, { arc, amount }) => sum + arc.cost * amount, 0)
  return {
    oursMs,
    freshMs,
    changes: moved(ours),
    freshChanges: moved(fresh),
    cost: travelS(ours),
    freshCost: travelS(fresh),
  }
}

function report(
  what: string,
  rows: readonly Again[],
  { size, unit, price }: { readonly size: string; readonly unit: string; readonly price: string },
): BenchRow[] {
  const of = (pick: (row: Again) => number): number => median(rows.map(pick))
  const common = { size, runs: rows.length, baselineName: 'fresh solve of the same problem' }
  const [ours, fresh] = [of((row) => row.oursMs), of((row) => row.freshMs)]
  const [changes, freshChanges] = [of((row) => row.changes), of((row) => row.freshChanges)]
  return [
    {
      ...common,
      name: `G9 ${what} again, time`,
      ours: round(ours, 0),
      baseline: round(fresh, 0),
      ratio: ratioOf(ours, fresh),
      unit: 'CPU ms',
      note: `slowest ${round(Math.max(...rows.map((row) => row.oursMs)), 0)} CPU ms`,
    },
    {
      ...common,
      name: `G9 ${what} changed besides the lost`,
      ours: changes,
      baseline: freshChanges,
      ratio: ratioOf(changes, freshChanges),
      unit,
      note: price,
    },
    {
      ...common,
      name: `G9 ${what}, cost without the price of changes`,
      ours: round(
        of((row) => row.cost),
        0,
      ),
      baseline: round(
        of((row) => row.freshCost),
        0,
      ),
      ratio: round(
        of((row) => row.cost / row.freshCost),
        4,
      ),
      unit: 'cost',
      note: `median of the ratios; worst ${round(Math.max(...rows.map((row) => row.cost / row.freshCost)), 4)}`,
    },
  ]
}
