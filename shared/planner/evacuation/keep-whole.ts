import type { FlowArc, PlacedFlow } from './transport-flow.ts'

/**
 * Brings small groups that were split back together where one shelter has room for all of them, the cheapest one. The price
 * may rise; the bound of the split placing stays, so that the rise can be said. Room is never exceeded.
 */
export function keepWhole(
  { flows, bound }: PlacedFlow,
  {
    supplies,
    capacities,
    arcs,
  }: { supplies: readonly number[]; capacities: readonly number[]; arcs: readonly FlowArc[] },
  upTo: number,
): PlacedFlow {
  const room = [...capacities]
  for (const { arc, amount } of flows) room[arc.sink] = (room[arc.sink] ?? 0) - amount
  let kept = [...flows]
  supplies.forEach((people, source) => {
    const parts = kept.filter(({ arc }) => arc.source === source)
    const placed = parts.reduce((sum, { amount }) => sum + amount, 0)
    if (parts.length < 2 || people > upTo) return
    const free = new Map(parts.map(({ arc, amount }) => [arc.sink, amount]))
    const fitting = arcs.filter(
      (arc) => arc.source === source && (room[arc.sink] ?? 0) + (free.get(arc.sink) ?? 0) >= placed,
    )
    const [first, ...rest] = fitting
    if (first === undefined) return
    const best = rest.reduce((least, arc) => (arc.cost < least.cost ? arc : least), first)
    for (const { arc, amount } of parts) room[arc.sink] = (room[arc.sink] ?? 0) + amount
    room[best.sink] = (room[best.sink] ?? 0) - placed
    kept = [...kept.filter(({ arc }) => arc.source !== source), { arc: best, amount: placed }]
  })
  return { flows: kept, objective: kept.reduce((sum, { arc, amount }) => sum + arc.cost * amount, 0), bound }
}
