import type { EvacuationParameters } from '../../domain/parameters/evacuation.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { EvacuationSolver } from '../../domain/plan/handling-plan.ts'
import { keepWhole } from './keep-whole.ts'
import type { PlacesInForce } from '../replan/places-in-force.ts'
import { placeAgainst, type HeldFlow, type PlacedAgainst, type PlacingNumbers } from './place-against.ts'
import { placeAtLeastCost, type FlowArc } from './transport-flow.ts'
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
export interface PlacingResult {
  readonly placings: readonly Placing[]
  readonly unplaced: ReadonlyMap<string, number>
  /** Person-seconds with the bound that proves them. */
  readonly solver: EvacuationSolver
  /** What leaving shelters of the version in force saves; absent where everybody stays who can. */
  readonly gain?: PlacedAgainst['gain']
}

/** Seconds of travel from a group's place to a shelter, or null when there is no way. */
type TravelSeconds = (group: Group, shelter: OpenShelter) => number | null

/**
 * Places groups, most urgent first, into shelters with room at the least total person-seconds, preferring standardised
 * shelters and those with video, and the shelters of the version in force. Small groups stay together where a shelter has room for all. Only the nearest shelters are looked at first; when somebody finds no room, more are.
 */
export function placePeople(
  groups: readonly Group[],
  shelters: readonly OpenShelter[],
  seconds: TravelSeconds,
  parameters: EvacuationParameters,
  inForce?: PlacesInForce,
): PlacingResult {
  for (let nearest = Math.max(1, parameters.shelterCandidates.value); ; nearest *= 2) {
    const isHeld = heldPlaces(inForce)
    const arcs = groups.flatMap((group, source) =>
      arcsOf(group, source, { shelters, nearest, isHeld, seconds, parameters }),
    )
    const supplies = groups.map((group) => group.people)
    const capacities = shelters.map((shelter) => shelter.room)
    const numbers = { supplies, capacities, arcs }
    const keepWholeUpTo = parameters.keepWholeUpTo.value
    const { flows, objective, bound, gain } = place(numbers, keepWholeUpTo, heldFlows(groups, shelters, arcs, inForce))
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
        ...(gain === undefined ? {} : { gain }),
      }
    }
  }
}

interface Held {
  readonly held: readonly HeldFlow[]
  readonly changeS: number
}

function place(numbers: PlacingNumbers, keepWholeUpTo: number, inForce: Held | undefined): PlacedAgainst {
  if (inForce !== undefined) return placeAgainst(numbers, inForce, keepWholeUpTo)
  const { supplies, capacities, arcs } = numbers
  return keepWhole(placeAtLeastCost(supplies, capacities, arcs), numbers, keepWholeUpTo)
}

function heldPlaces(inForce: PlacesInForce | undefined): (groupId: string, shelterId: string) => boolean {
  const held = new Set((inForce?.places ?? []).map(({ groupId, shelterId }) => `${groupId}|${shelterId}`))
  return (groupId, shelterId) => held.has(`${groupId}|${shelterId}`)
}

/** The places of the version in force as flows, in its order; those to which no way leads any more are left out. */
function heldFlows(
  groups: readonly Group[],
  shelters: readonly OpenShelter[],
  arcs: readonly FlowArc[],
  inForce: PlacesInForce | undefined,
): Held | undefined {
  if (inForce === undefined) return undefined
  const byIds = new Map(arcs.map((arc) => [`${groups[arc.source]?.id}|${shelters[arc.sink]?.row.id}`, arc]))
  const held = inForce.places.flatMap(({ groupId, shelterId, people, underWay }): HeldFlow[] => {
    const arc = byIds.get(`${groupId}|${shelterId}`)
    return arc === undefined ? [] : [{ arc, people, underWay }]
  })
  return { held, changeS: inForce.changeS }
}

function arcsOf(
  group: Group,
  source: number,
  choice: {
    readonly shelters: readonly OpenShelter[]
    readonly nearest: number
    readonly isHeld: (groupId: string, shelterId: string) => boolean
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
  const compared = ranked.filter(
    ({ shelter }, rank) => rank < choice.nearest || choice.isHeld(group.id, shelter.row.id),
  )
  return compared.flatMap(({ shelter, sink }) => {
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
