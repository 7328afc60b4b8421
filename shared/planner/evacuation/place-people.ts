import type { EvacuationParameters } from '../../domain/parameters/evacuation.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { EvacuationSolver } from '../../domain/plan/handling-plan.ts'
import { keepWhole } from './keep-whole.ts'
import { placeAtLeastCost, type FlowArc, type TransportSolver } from './transport-flow.ts'
import type { OpenShelter } from './shelters.ts'

/** A group to be placed, from where they set off. */
export interface Group {
  readonly id: string
  readonly people: number
  readonly from: LngLat
}

/** Part of a group in one shelter. */
export interface Placing {
  readonly groupId: string
  readonly people: number
  readonly shelter: OpenShelter
}

/** Who goes where, and how many of each group found no room. */
interface PlacingResult {
  readonly placings: readonly Placing[]
  readonly unplaced: ReadonlyMap<string, number>
  /** Person-seconds with the bound that proves them. */
  readonly solver: EvacuationSolver
}

/** Seconds of travel from a group's place to a shelter, or null when there is no way. */
type TravelSeconds = (group: Group, shelter: OpenShelter) => number | null

/**
 * Places groups, most urgent first, into shelters with room at the least total person-seconds, preferring standardised
 * shelters and those with video. Small groups stay together where a shelter has room for all. Only the nearest shelters are looked at first; when somebody finds no room, more are.
 */
export function placePeople(
  groups: readonly Group[],
  shelters: readonly OpenShelter[],
  seconds: TravelSeconds,
  parameters: EvacuationParameters,
  solve: TransportSolver = placeAtLeastCost,
): PlacingResult {
  for (let nearest = Math.max(1, parameters.shelterCandidates.value); ; nearest *= 2) {
    const arcs = groups.flatMap((group, source) => arcsOf(group, source, { shelters, nearest, seconds, parameters }))
    const supplies = groups.map((group) => group.people)
    const capacities = shelters.map((shelter) => shelter.room)
    const split = solve(supplies, capacities, arcs)
    const { flows, objective, bound } = keepWhole(split, { supplies, capacities, arcs }, parameters.keepWholeUpTo.value)
    const placings = flows.flatMap(({ arc, amount }): Placing[] => {
      const group = groups[arc.source]
      const shelter = shelters[arc.sink]
      return group === undefined || shelter === undefined ? [] : [{ groupId: group.id, people: amount, shelter }]
    })
    const unplaced = leftOver(groups, placings)
    if (unplaced.size === 0 || nearest >= shelters.length) {
      const gap = objective === bound ? 0 : Math.round(((objective - bound) / Math.max(1, objective)) * 1e6) / 1e6
      return {
        placings,
        unplaced,
        solver: { status: gap === 0 ? 'optimal' : 'feasible', objective, bound, gap, elapsedMs: 0, stop: 'proven' },
      }
    }
  }
}

function arcsOf(
  group: Group,
  source: number,
  choice: {
    readonly shelters: readonly OpenShelter[]
    readonly nearest: number
    readonly seconds: TravelSeconds
    readonly parameters: EvacuationParameters
  },
): FlowArc[] {
  const ranked = sortedBy(
    choice.shelters.map((shelter, sink) => ({
      shelter,
      sink,
      metres: Math.round(distanceM(group.from, shelter.location)),
    })),
    (entry) => [entry.metres, entry.shelter.row.id],
  )
  return ranked.slice(0, choice.nearest).flatMap(({ shelter, sink }) => {
    const travel = choice.seconds(group, shelter)
    if (travel === null) return []
    return [{ source, sink, cost: Math.round(travel + shelterPriceS(shelter, choice.parameters)) }]
  })
}

/** Seconds of travel a shelter must save to be preferred all the same: not standardised, without video. */
export function shelterPriceS(
  { row }: OpenShelter,
  { notStandardisedS, noVideoS }: Pick<EvacuationParameters, 'notStandardisedS' | 'noVideoS'>,
): number {
  return (row.standardised === 1 ? 0 : notStandardisedS.value) + (row.video === 1 ? 0 : noVideoS.value)
}

function leftOver(groups: readonly Group[], placings: readonly Placing[]): Map<string, number> {
  const left = new Map(groups.map((group) => [group.id, group.people]))
  for (const { groupId, people } of placings) left.set(groupId, (left.get(groupId) ?? 0) - people)
  return new Map([...left].filter(([, people]) => people > 0))
}
