import { sortedBy } from '../../kernel/order.ts'
import type { SupplyFlow, SupplyInForce, SupplyProblem, SupplyWay } from './supply-problem.ts'
import { SupplyRoom } from './supply-room.ts'

interface RankedWay {
  readonly way: SupplyWay
  readonly index: number
}

/**
 * A quick lawful split: needs in their order, each nearest first by tier while that takes few stores; otherwise one store
 * that gives the whole need, in time when there is one, else the fewest stores that together suffice.
 */
export function draftSupplies(problem: SupplyProblem): SupplyFlow {
  return draftOnto(problem, [problem.inForce?.fixed ?? []])
}

/** The version in force as far as stock, room and needs still allow, what then lacks as in a draft. */
export function keepSupplies(problem: SupplyProblem, { fixed, packs }: SupplyInForce): SupplyFlow {
  return draftOnto(problem, [fixed, packs.map((all, index) => Math.max(0, all - (fixed[index] ?? 0)))])
}

/** A draft on top of what is sent first, one list after the other. */
function draftOnto(problem: SupplyProblem, first: readonly (readonly number[])[]): SupplyFlow {
  const room = new SupplyRoom(problem)
  for (const list of first) {
    list.forEach((packs, index) => {
      room.send(index, packs)
    })
  }
  const byNeed = waysByNeed(problem)
  problem.needs.forEach((_, need) => {
    const ranked = sortedBy(byNeed[need] ?? [], ({ way, index }) => [way.rank, way.etaS, index])
    for (const { index } of preferFewStores(problem, room, { ranked, need })) room.send(index, Infinity)
  })
  return room.flow
}

/** The ways of each need, in the order of the ways. */
export function waysByNeed({ needs, ways }: SupplyProblem): readonly (readonly RankedWay[])[] {
  const byNeed = needs.map((): RankedWay[] => [])
  ways.forEach((way, index) => byNeed[way.need]?.push({ way, index }))
  return byNeed
}

function preferFewStores(
  { storesPerNeed, wantedS }: SupplyProblem,
  room: SupplyRoom,
  { ranked, need }: { ranked: readonly RankedWay[]; need: number },
): readonly RankedWay[] {
  const packs = room.lacking(need)
  const giving = ({ way }: RankedWay): number => room.givable(way)
  if (storesUsed(ranked, packs, giving) <= storesPerNeed) return ranked
  const inTime = ranked.filter(({ way }) => way.etaS <= (wantedS[need] ?? Infinity))
  for (const pool of [inTime, ranked]) {
    const whole = pool.find((entry) => giving(entry) >= packs)
    if (whole !== undefined) return [whole]
    if (pool.reduce((sum, entry) => sum + giving(entry), 0) >= packs)
      return withRest(fewestOf(pool, packs, giving), ranked)
  }
  return ranked
}

/** How many stores the order takes until the need is met or nothing is left. */
function storesUsed(ranked: readonly RankedWay[], packs: number, giving: (entry: RankedWay) => number): number {
  let left = packs
  let stores = 0
  for (const entry of ranked) {
    if (left <= 0) break
    const given = giving(entry)
    if (given <= 0) continue
    left -= given
    stores += 1
  }
  return stores
}

/** The fewest stores that suffice: most first; the last one is the nearest that covers what is left. */
function fewestOf(
  pool: readonly RankedWay[],
  packs: number,
  giving: (entry: RankedWay) => number,
): readonly RankedWay[] {
  const byAmount = sortedBy(
    pool.map((entry, place) => ({ entry, place, given: giving(entry) })),
    ({ given, place }) => [-given, place],
  )
  const chosen = new Set<RankedWay>()
  let left = packs
  for (const { entry } of byAmount) {
    if (left <= 0) break
    const next = pool.find((other) => !chosen.has(other) && giving(other) >= left) ?? entry
    if (chosen.has(next)) continue
    chosen.add(next)
    left -= giving(next)
  }
  return pool.filter((entry) => chosen.has(entry))
}

function withRest(chosen: readonly RankedWay[], ranked: readonly RankedWay[]): readonly RankedWay[] {
  const first = new Set(chosen)
  return [...chosen, ...ranked.filter((entry) => !first.has(entry))]
}
