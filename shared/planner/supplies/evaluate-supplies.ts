import type { SupplyFlow, SupplyPrice, SupplyProblem } from './supply-problem.ts'

/** The neutral price of a flow, whoever made it: ways, lots first expiring first, stores called out, packs missing, lines changed. */
export function priceFlow(problem: SupplyProblem, flow: SupplyFlow): SupplyPrice {
  const { given, met, opened } = totalsOf(problem, flow)
  const ways = sum(problem.ways, (way, index) => {
    const packs = flow[index] ?? 0
    return way.price * packs + (packs > 0 ? way.pickingPrice : 0)
  })
  const lots = sum(problem.shelves, ({ lots }, shelf) => {
    let left = given[shelf] ?? 0
    return sum(lots, ({ packs, price }) => {
      const taken = Math.min(left, packs)
      left -= taken
      return taken * price
    })
  })
  const missing = sum(problem.needs, (need, index) => need.missingPrice * (need.packs - (met[index] ?? 0)))
  const openings = sum(problem.stores, (store, index) => ((opened[index] ?? 0) > 0 ? store.openingPrice : 0))
  const { inForce } = problem
  const changes = sum(inForce?.packs ?? [], (packs, index) =>
    packs > 0 && packs !== (flow[index] ?? 0) ? (inForce?.changePrice ?? 0) : 0,
  )
  return { objective: ways + lots + missing + openings + changes, missing, openings, changes }
}

/** Ways that give more or less than by the version in force, new ways with them; 0 for a first plan. */
export function changedWays({ ways, inForce }: SupplyProblem, flow: SupplyFlow): number {
  return inForce === undefined
    ? 0
    : sum(ways, (_, index) => ((flow[index] ?? 0) === (inForce.packs[index] ?? 0) ? 0 : 1))
}

/** What of a flow's price is the price of its changes, hundredths of a second. */
export function priceOfChanges({ ways, inForce }: SupplyProblem, flow: SupplyFlow): number {
  if (inForce === undefined) return 0
  return sum(ways, (_, index) => {
    const [was, is] = [inForce.packs[index] ?? 0, flow[index] ?? 0]
    return was === is || (was === 0 && inForce.isRelaxed) ? 0 : inForce.changePrice
  })
}

/** True when a flow is whole, gives nobody too much and keeps to shelves, loading, lorry time and what is under way. */
export function isLawfulFlow(problem: SupplyProblem, flow: SupplyFlow): boolean {
  if (flow.length !== problem.ways.length || flow.some((packs) => packs < 0 || !Number.isInteger(packs))) return false
  const { given, met, loaded, lorryTime } = totalsOf(problem, flow)
  return (
    problem.shelves.every((shelf, index) => (given[index] ?? 0) <= shelf.packs) &&
    problem.needs.every((need, index) => (met[index] ?? 0) <= need.packs) &&
    problem.stores.every((store, index) => (loaded[index] ?? 0) <= store.loadable) &&
    (problem.fleetTime === null || lorryTime <= problem.fleetTime) &&
    (problem.inForce?.fixed ?? []).every((packs, index) => (flow[index] ?? 0) >= packs)
  )
}

function totalsOf(
  { stores, shelves, needs, ways }: SupplyProblem,
  flow: SupplyFlow,
): { given: number[]; met: number[]; loaded: number[]; opened: number[]; lorryTime: number } {
  const totals = {
    given: shelves.map(() => 0),
    met: needs.map(() => 0),
    loaded: stores.map(() => 0),
    opened: stores.map(() => 0),
    lorryTime: 0,
  }
  ways.forEach((way, index) => {
    const packs = flow[index] ?? 0
    const store = shelves[way.shelf]?.store ?? 0
    totals.given[way.shelf] = (totals.given[way.shelf] ?? 0) + packs
    totals.met[way.need] = (totals.met[way.need] ?? 0) + packs
    totals.loaded[store] = (totals.loaded[store] ?? 0) + packs * way.load
    totals.opened[store] = (totals.opened[store] ?? 0) + packs
    totals.lorryTime += packs * way.lorryTime
  })
  return totals
}

function sum<T>(items: readonly T[], numberOf: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + numberOf(item, index), 0)
}
