import { groupBy, sortedBy } from '../../kernel/order.ts'
import { keepWhole } from './keep-whole.ts'
import { placeAtLeastCost, type ArcFlow, type FlowArc, type PlacedFlow } from './transport-flow.ts'

/** People to be placed and room, as numbers. */
export interface PlacingNumbers {
  readonly supplies: readonly number[]
  readonly capacities: readonly number[]
  readonly arcs: readonly FlowArc[]
}

/** People of a source whom the version in force sends over an arc; those under way are not placed anew. */
export interface HeldFlow {
  readonly arc: FlowArc
  readonly people: number
  readonly underWay: number
}

/** How a placing stands to the version in force. */
export interface PlacedAgainst extends PlacedFlow {
  /** Where people go elsewhere though they could stay: person-seconds saved, and the price of those people. */
  readonly gain?: { readonly savedS: number; readonly priceS: number; readonly people: number }
}

interface Offer {
  readonly flows: readonly ArcFlow[]
  readonly placed: number
  readonly travelS: number
  /** People who go elsewhere than by the version in force. */
  readonly moved: number
}

/**
 * A placing against the version in force: everybody under way stays; everybody else goes where it says unless a shelter
 * elsewhere saves more than `changeS` a person (design rule). Exact but for groups kept together; staying wins a tie.
 * Whoever has no arc to the shelter in force any more moves free of charge.
 */
export function placeAgainst(
  numbers: PlacingNumbers,
  { held, changeS }: { readonly held: readonly HeldFlow[]; readonly changeS: number },
  keepWholeUpTo: number,
): PlacedAgainst {
  const begun = fitIn(
    numbers,
    held.map(({ arc, underWay }) => ({ arc, amount: underWay })),
  )
  const rest = without(numbers, begun)
  const stay = fitIn(
    { ...rest, capacities: rest.capacities.map(() => Infinity) },
    held.map(({ arc, people, underWay }) => ({ arc, amount: Math.max(0, people - underWay) })),
  )
  const order = new Map(numbers.arcs.map((arc, index) => [keyOf(arc), index]))
  const offerOf = (flows: readonly ArcFlow[]): Offer => {
    const over = new Map(merged(flows).map(({ arc, amount }) => [keyOf(arc), amount]))
    return {
      flows: sortedBy(merged([...begun, ...flows]), ({ arc }) => [order.get(keyOf(arc)) ?? 0]),
      placed: sum(flows.map(({ amount }) => amount)),
      travelS: sum([...begun, ...flows].map(({ arc, amount }) => arc.cost * amount)),
      moved: sum(stay.map(({ arc, amount }) => Math.max(0, amount - (over.get(keyOf(arc)) ?? 0)))),
    }
  }
  const parted = solveParts(rest, stay, changeS)
  const whole = keepWhole(
    { ...parted, flows: merged(parted.flows) },
    { ...rest, arcs: pricedArcs(rest.arcs, stay, changeS) },
    keepWholeUpTo,
  )
  const moving = offerOf(bare(whole.flows, rest.arcs))
  const kept = fitIn(rest, stay)
  const after = without(rest, kept)
  const staying = offerOf([
    ...kept,
    ...keepWhole(placeAtLeastCost(after.supplies, after.capacities, after.arcs), after, keepWholeUpTo).flows,
  ])
  const priceOf = ({ travelS, moved }: Offer): number => travelS + changeS * moved
  const stays =
    staying.placed > moving.placed || (staying.placed === moving.placed && priceOf(staying) <= priceOf(moving))
  const best = stays ? staying : moving
  const objective = priceOf(best)
  const bound = parted.bound + sum(begun.map(({ arc, amount }) => arc.cost * amount))
  const people = moving.moved - staying.moved
  return {
    flows: best.flows,
    objective,
    bound: Math.min(objective, bound),
    ...(stays || people <= 0
      ? {}
      : { gain: { savedS: staying.travelS - moving.travelS, priceS: changeS * people, people } }),
  }
}

/** The flows one after the other, each as far as people and room are left. */
function fitIn({ supplies, capacities }: PlacingNumbers, flows: readonly ArcFlow[]): ArcFlow[] {
  const [people, room] = [[...supplies], [...capacities]]
  return flows.flatMap(({ arc, amount }) => {
    const fits = Math.min(amount, people[arc.source] ?? 0, room[arc.sink] ?? 0)
    if (fits <= 0) return []
    people[arc.source] = (people[arc.source] ?? 0) - fits
    room[arc.sink] = (room[arc.sink] ?? 0) - fits
    return [{ arc, amount: fits }]
  })
}

function without({ supplies, capacities, arcs }: PlacingNumbers, flows: readonly ArcFlow[]): PlacingNumbers {
  const [people, room] = [[...supplies], [...capacities]]
  for (const { arc, amount } of flows) {
    people[arc.source] = (people[arc.source] ?? 0) - amount
    room[arc.sink] = (room[arc.sink] ?? 0) - amount
  }
  return { supplies: people, capacities: room, arcs }
}

/** Each group as one source for each shelter it holds, which pays for going elsewhere, and one for the rest. */
function solveParts(
  { supplies, capacities, arcs }: PlacingNumbers,
  stay: readonly ArcFlow[],
  changeS: number,
): PlacedFlow {
  const staying = groupBy(stay, ({ arc }) => String(arc.source))
  const parts = supplies.flatMap((people, source) => {
    const own = staying.get(String(source)) ?? []
    const rest = people - sum(own.map(({ amount }) => amount))
    const holding = own.map(({ arc, amount }) => ({ source, sink: arc.sink, people: amount }))
    return rest > 0 || own.length === 0 ? [...holding, { source, sink: null, people: rest }] : holding
  })
  const bySource = groupBy(arcs, ({ source }) => String(source))
  const split = parts.flatMap(({ source, sink }, part) =>
    (bySource.get(String(source)) ?? []).map((arc) => ({
      arc,
      priced: {
        source: part,
        sink: arc.sink,
        cost: arc.cost + (sink === null || sink === arc.sink ? 0 : changeS),
      },
    })),
  )
  const groupArc = new Map(split.map(({ arc, priced }) => [priced, arc]))
  const { flows, objective, bound } = placeAtLeastCost(
    parts.map(({ people }) => people),
    capacities,
    split.map(({ priced }) => priced),
  )
  return {
    flows: flows.flatMap(({ arc, amount }) => {
      const own = groupArc.get(arc)
      return own === undefined ? [] : [{ arc: own, amount }]
    }),
    objective,
    bound,
  }
}

/** Arcs of groups as they are compared when a group is brought together. */
function pricedArcs(arcs: readonly FlowArc[], stay: readonly ArcFlow[], changeS: number): FlowArc[] {
  const held = new Set(stay.map(({ arc }) => keyOf(arc)))
  return arcs.map((arc) => (held.has(keyOf(arc)) ? arc : { ...arc, cost: arc.cost + changeS }))
}

/** The flows over the arcs as they were before prices were put on them. */
function bare(flows: readonly ArcFlow[], arcs: readonly FlowArc[]): ArcFlow[] {
  const byKey = new Map(arcs.map((arc) => [keyOf(arc), arc]))
  return flows.map(({ arc, amount }) => ({ arc: byKey.get(keyOf(arc)) ?? arc, amount }))
}

/** One flow an arc, in the order in which the arcs come first. */
function merged(flows: readonly ArcFlow[]): ArcFlow[] {
  const byArc = new Map<string, ArcFlow>()
  for (const { arc, amount } of flows)
    byArc.set(keyOf(arc), { arc, amount: amount + (byArc.get(keyOf(arc))?.amount ?? 0) })
  return [...byArc.values()]
}

function keyOf({ source, sink }: FlowArc): string {
  return `${source}|${sink}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
