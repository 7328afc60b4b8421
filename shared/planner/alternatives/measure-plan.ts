import type { PlanCriteria } from '../../domain/plan/alternatives.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Assignment, Demand } from '../../domain/plan/force-plan.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import type { AlternativeParameters } from '../../domain/parameters/alternatives.ts'
import type { FactValue } from '../../domain/incident.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'

/** The three figures of a plan: first effective action, people exposed, cover left (all design rules of our own). */
export function measurePlan(plan: DispatchPlan, parameters: AlternativeParameters): PlanCriteria {
  const opening = openingDemands(plan, parameters)
  const firstActionS = firstAction(plan, opening, parameters)
  const over = plan.forcePlan.coverageLeft.filter(({ met }) => !met)
  return {
    firstActionS,
    firstActionNeeds: opening.map(nameOfNeed),
    exposedPersonS: exposure(plan, firstActionS, parameters),
    townsOver: over.length,
    coverOverS: over.reduce(
      (sum, { afterS, targetS }) => sum + Math.max(0, (afterS ?? parameters.noCoverS.value) - targetS),
      0,
    ),
    ...effortOf(plan),
  }
}

function effortOf({
  forcePlan,
}: DispatchPlan): Pick<PlanCriteria, 'teams' | 'outsideTeams' | 'unitsMissing' | 'lateS'> {
  const { assignments, demand, shortfalls } = forcePlan
  const lateness = demand.map((row) =>
    Math.max(0, ...assignments.filter((line) => fills(line, row)).map(({ etaS }) => etaS - row.byS)),
  )
  return {
    teams: assignments.length,
    outsideTeams: assignments.filter(({ tier }) => tier !== 'street' && tier !== 'district').length,
    unitsMissing: shortfalls.reduce((sum, { missing }) => sum + missing, 0),
    lateS: lateness.reduce((sum, lateS) => sum + lateS, 0),
  }
}

/** Demand rows that begin the work: those named for the type, else the most urgent tactical one. */
function openingDemands({ incident, forcePlan }: DispatchPlan, { starts }: AlternativeParameters): Demand[] {
  const needs = new Set(
    starts.filter(({ types }) => types.includes(incident.type)).flatMap((start): string[] => start.needs),
  )
  const named = forcePlan.demand.filter(({ capability, vehicleKind }) => needs.has(capability ?? vehicleKind ?? ''))
  if (named.length > 0) return named
  const urgent = forcePlan.demand.filter(({ hq }) => hq === 'tactical')
  const rows = urgent.length > 0 ? urgent : forcePlan.demand
  return [...rows].sort((a, b) => a.byS - b.byS || (a.id < b.id ? -1 : 1)).slice(0, 1)
}

/** Seconds until the last of the opening demands has its first unit at the scene itself; null when one has none. */
function firstAction(
  { forcePlan, movementPlan }: DispatchPlan,
  opening: readonly Demand[],
  { forwardSpeedMs }: AlternativeParameters,
): number | null {
  const areas = new Map(movementPlan.stagingAreas.map((area) => [area.id, area]))
  const atScene = ({ etaS, stagingAreaId }: Assignment): number =>
    etaS + Math.round((areas.get(stagingAreaId ?? '')?.distanceM ?? 0) / forwardSpeedMs.value)
  const firsts = opening.map((demand) =>
    Math.min(...forcePlan.assignments.filter((line) => fills(line, demand)).map(atScene)),
  )
  const last = Math.max(...firsts)
  return firsts.length > 0 && Number.isFinite(last) ? last : null
}

function fills(line: Assignment, { capability, vehicleKind }: Demand): boolean {
  if (vehicleKind !== undefined) return line.vehicles.some(({ kind }) => kind === vehicleKind)
  return line.capabilities.some((entry) => entry.capability === capability)
}

/** Person-seconds in danger: trapped people until the work begins, the others until they are out or indoors. */
function exposure(plan: DispatchPlan, firstActionS: number | null, parameters: AlternativeParameters): number {
  const { evacuation } = plan.handlingPlan
  const horizonS = parameters.exposureHorizonS.value
  const nowS = parseInstant(plan.incident.plannedAt)?.epochS ?? 0
  const moved = evacuation.assignments.reduce((sum, row) => sum + row.people * exposedS(row, nowS, parameters), 0)
  const listed = new Map(evacuation.population.map(({ id, people }) => [id, people]))
  const placed = (fromId: string): number =>
    evacuation.assignments.filter((row) => row.fromId === fromId).reduce((sum, row) => sum + row.people, 0)
  // A shortfall of beds is no exposure when the people leave all the same.
  const left = evacuation.shortfalls.reduce(
    (sum, { fromId, people }) =>
      sum + Math.min(people, Math.max(0, (listed.get(fromId) ?? people) - placed(fromId))) * horizonS,
    0,
  )
  const trapped = worstCount(plan.incident.facts['trapped']) ?? 0
  return Math.round(moved + left + trapped * (firstActionS ?? horizonS))
}

function exposedS(
  { mode, cloudArrivesS, walkOutS, doneBy }: EvacuationAssignment,
  nowS: number,
  { exposureHorizonS, indoorShare }: AlternativeParameters,
): number {
  if (mode === 'shelterInPlace') return indoorShare.value * Math.max(0, exposureHorizonS.value - (cloudArrivesS ?? 0))
  if (cloudArrivesS !== null && walkOutS !== null) return Math.max(0, walkOutS - cloudArrivesS)
  if (walkOutS !== null) return walkOutS
  return Math.max(0, (parseInstant(doneBy)?.epochS ?? nowS) - nowS)
}

/** The most the fact may be; null = unknown. */
function worstCount(fact: FactValue | undefined): number | null {
  if (fact === undefined || fact === null) return null
  if (typeof fact === 'number') return fact
  return fact.value ?? fact.max ?? fact.min ?? null
}
