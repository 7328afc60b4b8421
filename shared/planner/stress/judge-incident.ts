import type { AssignmentParameters } from '../../domain/parameters/assignment.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { ForcePlan } from '../../domain/plan/force-plan.ts'
import type { Incident } from '../../domain/incident.ts'
import type { PlainMiss, StressedIncident, StressMiss } from '../../domain/stress.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { plainMissName } from '../../text/stress-names.ts'

/** What a plan missed. `plan` null = the planner refused the incident, which is a miss of its own. */
export function judgeIncident(
  index: number,
  incident: Incident,
  plan: DispatchPlan | null,
  parameters: AssignmentParameters,
): StressedIncident {
  const { lng, lat } = incident.location
  const at = { index, type: incident.type, lng, lat, receivedAt: incident.receivedAt ?? '' }
  if (plan === null) {
    const misses = [plainMiss('refused', null)]
    return { ...at, town: null, night: false, misses, teams: [], alone: [], firstS: null, engineS: null }
  }
  const { assignments } = plan.forcePlan
  const town = plan.incident.town
  const firstS = earliest(assignments)
  const engineS = earliest(
    assignments.filter(({ vehicles }) => vehicles.some(({ kind }) => parameters.engineKinds.includes(kind))),
  )
  const times = timeMisses(plan, town, { firstS, engineS }, parameters)
  return {
    ...{ ...at, town, night: plan.incident.night, firstS, engineS },
    misses: sortedBy([...shortfalls(plan), ...times, ...careMisses(plan), ...blockMisses(plan)], ({ key }) => [key]),
    teams: assignments.map(({ teamId }) => teamId).sort(),
    alone: fillsAlone(plan.forcePlan),
  }
}

function plainMiss(key: PlainMiss, missing: number | null): StressMiss {
  return { key, name: plainMissName(key), missing, unit: '' }
}

function earliest(assignments: ForcePlan['assignments']): number | null {
  return assignments.length === 0 ? null : Math.min(...assignments.map(({ etaS }) => etaS))
}

/** Demands and goods that stayed unmet, one row a capability, kind of vehicle or item; several demands add up. */
function shortfalls({ forcePlan }: DispatchPlan): StressMiss[] {
  const force = forcePlan.shortfalls.map(({ capability, vehicleKind, missing }) => ({
    key: vehicleKind === undefined ? `capability:${capability ?? ''}` : `vehicle:${vehicleKind}`,
    name: nameOfNeed({ capability, vehicleKind }),
    ...{ missing, unit: '' },
  }))
  const goods = forcePlan.supplies.shortfalls.map(({ itemCode, item, missing, unit }) => ({
    ...{ key: `item:${itemCode}`, name: item, missing, unit },
  }))
  return [...groupBy([...force, ...goods], ({ key }) => key)].map(([key, rows]) => ({
    ...{ key, name: rows[0]?.name ?? key, unit: rows[0]?.unit ?? '' },
    missing: rows.reduce((sum, { missing }) => sum + missing, 0),
  }))
}

/**
 * The first team is asked of built-up streets ("135") but not at sea, the first engine wherever fire fighting is asked for or an alarm
 * grade was given; nothing of the kind is asked of an incident over a wide area without a scene.
 */
function timeMisses(
  { forcePlan, incident }: DispatchPlan,
  town: string | null,
  { firstS, engineS }: Pick<StressedIncident, 'firstS' | 'engineS'>,
  { builtUpTowns, builtUpCoverS, ruralCoverS, engineKinds }: AssignmentParameters,
): StressMiss[] {
  if (forcePlan.demand.length === 0) return []
  const isLate = (etaS: number | null, limitS: number): boolean => etaS === null || etaS > limitS
  const asksEngine = forcePlan.demand.some(
    ({ capability, vehicleKind }) =>
      (capability?.startsWith('FIRE_') ?? false) || (vehicleKind !== undefined && engineKinds.includes(vehicleKind)),
  )
  const isBuiltUp =
    town !== null && builtUpTowns.includes(town) && incident.alarm !== null && incident.type !== 'maritime'
  return [
    ...(isBuiltUp && isLate(firstS, builtUpCoverS.value) ? [plainMiss('firstAction', null)] : []),
    ...(asksEngine && isLate(engineS, ruralCoverS.value) ? [plainMiss('firstEngine', null)] : []),
  ]
}

/** Shortfalls that are an open question, not a gap: nobody has counted these people yet. */
const UNCOUNTED: ReadonlySet<string> = new Set(['people-unlisted', 'crowd-uncounted'])

/** People who are known and have no place or no way there. */
export function unhousedOf({
  evacuation,
}: DispatchPlan['handlingPlan']): DispatchPlan['handlingPlan']['evacuation']['shortfalls'] {
  return evacuation.shortfalls.filter(({ reasons }) => reasons.some(({ code }) => !UNCOUNTED.has(code)))
}

function careMisses({ handlingPlan }: DispatchPlan): StressMiss[] {
  const unhoused = unhousedOf(handlingPlan).reduce((sum, { people }) => sum + people, 0)
  const unbedded = (handlingPlan.casualtyGaps ?? []).reduce((sum, { patients }) => sum + patients, 0)
  return [
    ...(unhoused > 0 ? [plainMiss('shelter', unhoused)] : []),
    ...(unbedded > 0 ? [plainMiss('bed', unbedded)] : []),
  ]
}

function blockMisses({ movementPlan, findings }: DispatchPlan): StressMiss[] {
  const cut = movementPlan.blocked.filter(({ isWhole, replacedBy }) => isWhole && replacedBy.length === 0).length
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  return [...(cut > 0 ? [plainMiss('blocked', cut)] : []), ...(blocks > 0 ? [plainMiss('block', blocks)] : [])]
}

/** Teams that alone work on a demand. */
function fillsAlone({ assignments }: ForcePlan): string[] {
  const fills = assignments.flatMap(({ teamId, fills: own = [] }) => own.map(({ demandId }) => ({ teamId, demandId })))
  const alone = [...groupBy(fills, ({ demandId }) => demandId).values()].flatMap((rows) =>
    rows.length === 1 ? rows.map(({ teamId }) => teamId) : [],
  )
  return [...new Set(alone)].sort()
}
