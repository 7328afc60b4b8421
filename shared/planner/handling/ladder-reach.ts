import type { Assignment } from '../../domain/plan/force-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { makeFinding } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** Vehicles that carry people down; a monitor only throws water. */
export const LADDER_KINDS: ReadonlySet<string> = new Set(['LADDER', 'PLATFORM'])

/** Share of the nominal height reached from a clear stand beside the building (design figure). */
const USABLE_SHARE = 0.9

/** Height of a storey where the building's own is not known, metres (design figure). */
const STOREY_M = 3

/** Floors with people that no ladder sent can reach. */
export interface LadderGap {
  readonly reachM: number
  readonly highest: number
  readonly floors: number[]
}

/** The floors out of reach of the vehicles with these ids; null when every floor of concern is in reach. */
export function ladderGap(
  problem: PlanningProblem,
  facts: FactSheet,
  vehicleIds: ReadonlySet<string>,
): LadderGap | null {
  if (facts.type !== 'fire_highrise') return null
  const reaches = problem.dataset.vehicles
    .filter((vehicle) => vehicleIds.has(vehicle.id) && LADDER_KINDS.has(vehicle.kind))
    .map((vehicle) => vehicle.reachM ?? 0)
  const reachM = Math.max(0, ...reaches)
  const highest = highestFloor(reachM, facts)
  const floors = floorsOfConcern(problem, facts).filter((floor) => floor > highest)
  return floors.length === 0 ? null : { reachM, highest, floors }
}

/** The highest floor a ladder of this height reaches from a clear stand. */
export function highestFloor(reachM: number, facts: FactSheet): number {
  return Math.floor((reachM * USABLE_SHARE) / storeyM(facts)) + (reachM > 0 ? 1 : 0)
}

/** Says which floors with trapped people no ladder sent can reach: they are rescued from inside. */
export function ladderReach(problem: PlanningProblem, facts: FactSheet, assignments: readonly Assignment[]): Finding[] {
  const sent = new Set(assignments.flatMap((entry) => entry.vehicles).map((vehicle) => vehicle.id))
  const gap = ladderGap(problem, facts, sent)
  if (gap === null) return []
  return [makeFinding(gap.reachM > 0 ? 'ladder-reach' : 'ladder-none', 'warn', 'handlingPlan.evacuation', { ...gap })]
}

function storeyM(facts: FactSheet): number {
  const heightM = worstOf(facts.facts.buildingHeightM)
  const { buildingFloors } = facts
  return heightM !== null && buildingFloors !== null && buildingFloors > 0 ? heightM / buildingFloors : STOREY_M
}

/** Floors of the trapped list; without a list every floor above the fire, as far as the building is known. */
function floorsOfConcern(problem: PlanningProblem, facts: FactSheet): number[] {
  const listed = (problem.incident.trappedList ?? []).flatMap((group) => group.floor ?? [])
  if (listed.length > 0) return [...new Set(listed)].sort((a, b) => a - b)
  const fireFloor = worstOf(facts.facts.fireFloor)
  if (fireFloor === null) return []
  const top = Math.max(fireFloor + 1, facts.buildingFloors ?? 0)
  return Array.from({ length: top - fireFloor }, (_, index) => fireFloor + 1 + index)
}
