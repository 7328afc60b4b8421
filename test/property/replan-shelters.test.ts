import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepWhole } from '#shared/planner/evacuation/keep-whole.ts'
import { placeAgainst, type HeldFlow, type PlacingNumbers } from '#shared/planner/evacuation/place-against.ts'
import { placeAtLeastCost, type ArcFlow } from '#shared/planner/evacuation/transport-flow.ts'

const CHANGE_S = 900

/** Three groups, four shelters; then a shelter may be shut and the ways take longer or less long. */
const cases = fc
  .record({
    supplies: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }),
    capacities: fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 4, maxLength: 4 }),
    before: fc.array(fc.integer({ min: 60, max: 3000 }), { minLength: 12, maxLength: 12 }),
    now: fc.array(fc.integer({ min: 60, max: 3000 }), { minLength: 12, maxLength: 12 }),
    shut: fc.integer({ min: -2, max: 3 }),
    underWay: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ supplies, capacities, before, now, shut, underWay }) => {
    const numbersOf = (costs: readonly number[], without: number): PlacingNumbers => ({
      supplies,
      capacities,
      arcs: costs.flatMap((cost, index) =>
        index % 4 === without ? [] : [{ source: Math.floor(index / 4), sink: index % 4, cost }],
      ),
    })
    return { first: numbersOf(before, -1), again: numbersOf(now, shut), underWay }
  })

const place = ({ supplies, capacities, arcs }: PlacingNumbers): readonly ArcFlow[] =>
  placeAtLeastCost(supplies, capacities, arcs).flows

/** A placing as the version in force, over the arcs that are left. */
function heldOf(flows: readonly ArcFlow[], { arcs }: PlacingNumbers, underWay?: readonly number[]): HeldFlow[] {
  return flows.flatMap(({ arc: { source, sink }, amount }) => {
    const arc = arcs.find((other) => other.source === source && other.sink === sink)
    const begun = underWay?.[source * 4 + sink] === 0 ? amount : 0
    return arc === undefined ? [] : [{ arc, people: amount, underWay: begun }]
  })
}

const overArc = (flows: readonly ArcFlow[], source: number, sink: number): number =>
  flows.filter(({ arc }) => arc.source === source && arc.sink === sink).reduce((all, { amount }) => all + amount, 0)
const movedOf = (flows: readonly ArcFlow[], held: readonly HeldFlow[]): number =>
  held.reduce((all, { arc, people }) => all + Math.max(0, people - overArc(flows, arc.source, arc.sink)), 0)
const travelOf = (flows: readonly ArcFlow[]): number =>
  flows.reduce((all, { arc, amount }) => all + arc.cost * amount, 0)
const peopleOf = (flows: readonly ArcFlow[]): number => flows.reduce((all, { amount }) => all + amount, 0)
const asWords = (flows: readonly ArcFlow[]): string[] =>
  flows.map(({ arc, amount }) => `${arc.source}>${arc.sink} ${amount}`).sort()

describe('placing people against the version in force', () => {
  it('moves no more people than a fresh placing, and costs at most the price of those it spares more', () => {
    let spared = 0
    fc.assert(
      fc.property(cases, ({ first, again }) => {
        const held = heldOf(place(first), again)
        const fresh = place(again)
        const ours = placeAgainst(again, { held, changeS: CHANGE_S }, 0)
        expect(peopleOf(ours.flows)).toBe(peopleOf(fresh))
        const [moved, freshMoved] = [movedOf(ours.flows, held), movedOf(fresh, held)]
        expect(moved).toBeLessThanOrEqual(freshMoved)
        expect(travelOf(ours.flows)).toBeLessThanOrEqual(travelOf(fresh) + CHANGE_S * (freshMoved - moved))
        expect(ours.objective).toBe(travelOf(ours.flows) + CHANGE_S * moved)
        if (peopleOf(fresh) === again.supplies.reduce((all, each) => all + each, 0))
          expect(ours.bound).toBe(ours.objective)
        spared += freshMoved - moved
      }),
      { numRuns: 200, seed: 20_261_122 },
    )
    expect(spared).toBeGreaterThan(500)
  })

  it('leaves everybody under way where they go, and fills no shelter beyond its room', () => {
    fc.assert(
      fc.property(cases, ({ first, again, underWay }) => {
        const held = heldOf(place(first), again, underWay)
        const { flows } = placeAgainst(again, { held, changeS: 0 }, 40)
        for (const { arc, underWay: begun } of held)
          expect(overArc(flows, arc.source, arc.sink)).toBeGreaterThanOrEqual(begun)
        again.capacities.forEach((room, sink) => {
          expect(peopleOf(flows.filter(({ arc }) => arc.sink === sink))).toBeLessThanOrEqual(room)
        })
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('repeats the version in force when nothing changed, small groups kept together or not', () => {
    fc.assert(
      fc.property(cases, ({ first }) => {
        const { flows } = keepWhole({ ...placeAtLeastCost(first.supplies, first.capacities, first.arcs) }, first, 20)
        const again = placeAgainst(first, { held: heldOf(flows, first), changeS: 3000 }, 20)
        expect(asWords(again.flows)).toEqual(asWords(flows))
        expect(again.gain).toBeUndefined()
      }),
      { numRuns: 200, seed: 6 },
    )
  })
})

/** Ten people at 30 minutes from the shelter in force; another opens at so many minutes. */
function withNewShelter(minutes: number, underWay = 0): ReturnType<typeof placeAgainst> {
  const arcs = [
    { source: 0, sink: 0, cost: 1800 },
    { source: 0, sink: 1, cost: minutes * 60 },
  ]
  const [arc = { source: 0, sink: 0, cost: 0 }] = arcs
  const held = [{ arc, people: 10, underWay }]
  return placeAgainst({ supplies: [10], capacities: [50, 50], arcs }, { held, changeS: CHANGE_S }, 40)
}

describe('a nearer shelter that opens after the version in force', () => {
  it('moves nobody when each saves less than the price, or as much', () => {
    expect(asWords(withNewShelter(16).flows)).toEqual(['0>0 10'])
    expect(asWords(withNewShelter(15).flows)).toEqual(['0>0 10'])
  })

  it('takes the group when it saves more, and says by how much', () => {
    const { flows, gain } = withNewShelter(10)
    expect(asWords(flows)).toEqual(['0>1 10'])
    expect(gain).toEqual({ savedS: 12_000, priceS: 9000, people: 10 })
  })

  it('does not take those who are on their way', () => {
    expect(asWords(withNewShelter(10, 4).flows)).toEqual(['0>0 4', '0>1 6'])
  })
})
