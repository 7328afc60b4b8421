import type { Assignment } from '../../domain/plan/force-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { makeFinding } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

const HIGH_VEHICLES: ReadonlySet<string> = new Set(['LADDER', 'PLATFORM'])

/** Share of the nominal height reached from a clear stand beside the building (design figure). */
const USABLE_SHARE = 0.9

/** Height of a storey where the building's own is not known, metres (design figure). */
const STOREY_M = 3

/** Says which floors with trapped people no ladder sent can reach: they are rescued from inside. */
export function ladderReach(problem: PlanningProblem, facts: FactSheet, assignments: readonly Assignment[]): Finding[] {
  if (facts.type !== 'fire_highrise') return []
  const sent = new Set(assignments.flatMap((entry) => entry.vehicles).map((vehicle) => vehicle.id))
  const reaches = problem.dataset.vehicles
    .filter((vehicle) => sent.has(vehicle.id) && HIGH_VEHICLES.has(vehicle.kind))
    .map((vehicle) => vehicle.reachM ?? 0)
  const reachM = Math.max(0, ...reaches)
  const highest = Math.floor((reachM * USABLE_SHARE) / storeyM(facts)) + (reachM > 0 ? 1 : 0)
  const floors = floorsOfConcern(problem, facts).filter((floor) => floor > highest)
  if (floors.length === 0) return []
  return [makeFinding('ladder-reach', 'warn', 'handlingPlan.evacuation', { reachM, highest, floors })]
}

function storeyM(facts: FactSheet): number {
  const heightM = worstOf(facts.facts.buildingHeightM)
  const { buildingFloors } = facts
  return heightM !== null && buildingFloors !== null && buildingFloors > 0 ? heightM / buildingFloors : STOREY_M
}

/** Floors of the trapped list; without a list the floor above the fire. */
function floorsOfConcern(problem: PlanningProblem, facts: FactSheet): number[] {
  const listed = (problem.incident.trappedList ?? []).flatMap((group) => group.floor ?? [])
  if (listed.length > 0) return [...new Set(listed)].sort((a, b) => a - b)
  const fireFloor = worstOf(facts.facts.fireFloor)
  return fireFloor === null ? [] : [fireFloor + 1]
}
