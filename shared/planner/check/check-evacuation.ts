import type { PopulationPointRow, ShelterRow } from '../../domain/dataset/tables.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import { isInside } from '../../kernel/geo.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { groupBy } from '../../kernel/order.ts'
import { arrivedOfGroups } from '../evacuation/arrived-people.ts'
import { isInAny } from '../evacuation/zone-people.ts'
import { seaDistance } from '../evacuation/coast.ts'
import { CAUSE_NAMES, galeFromS, transferDeadline } from '../evacuation/transfer-deadline.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { makeFinding } from '../reason.ts'
import { isShelterUnusable, shelterRoom } from '../rules/hard/shelter-usable.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { CheckFinding, CheckSubject, PlanCheck } from './check-rule.ts'

/** Incident types that move the whole transfer list (a surge: its part near the coast); a slide moves its own site only. */
const WHOLE_LIST_TYPES = new Set(['typhoon', 'flood', 'storm_surge'])

/** Incident types that move people of the transfer list to shelters away from risk areas. */
const TRANSFER_TYPES = new Set(['typhoon', 'flood', 'storm_surge', 'geo_hazard'])

/** Nobody is lost, shelters hold what they are given and are safe, HZ12 holds, transfers are in before danger. */
export const checkEvacuation: PlanCheck = (subject) => [
  ...checkShelters(subject),
  ...checkHeads(subject),
  ...subject.plan.handlingPlan.evacuation.assignments.flatMap((line, index) =>
    checkLine(subject, line, `handlingPlan.evacuation.assignments.${index}`),
  ),
]

function checkShelters({ plan, context }: CheckSubject): CheckFinding[] {
  const shelters = new Map<string, ShelterRow>(context.dataset.shelters.map((shelter) => [shelter.id, shelter]))
  const { assignments, shortfalls } = plan.handlingPlan.evacuation
  const lines = assignments.filter((line) => line.shelterId !== null)
  const placed = [...lines, ...shortfalls].map(({ fromId }) => fromId)
  const arrived = arrivedOfGroups(context.dataset, placed)
  const findings: CheckFinding[] = []
  for (const [shelterId, group] of groupBy(lines, (line) => line.shelterId ?? '')) {
    const where = 'handlingPlan.evacuation.assignments'
    const shelter = shelters.get(shelterId)
    if (!shelter) {
      findings.push(makeFinding('shelter-unknown', 'block', where, { shelterId }))
      continue
    }
    const people = group.reduce((sum, line) => sum + line.people, 0)
    const room = shelterRoom(shelter, arrived.get(shelterId))
    const facts = { shelterId, shelter: shelter.name }
    if (people > room) findings.push(makeFinding('shelter-over-capacity', 'block', where, { ...facts, people, room }))
    if (isShelterUnusable(shelter, plan.incident)) {
      findings.push(makeFinding('shelter-unavailable', 'block', where, facts))
    }
    if (isShelterInHazard({ plan, context }, shelter))
      findings.push(makeFinding('shelter-in-hazard', 'block', where, facts))
  }
  return findings
}

function isShelterInHazard({ plan, context }: Pick<CheckSubject, 'plan' | 'context'>, shelter: ShelterRow): boolean {
  if (shelter.notFor.includes(plan.incident.type)) return true
  const place = { lng: shelter.lng, lat: shelter.lat }
  const kept = new Set(['isolation', 'protective', 'fireIsolation', 'flood', 'collapse', 'burnt'])
  if (plan.zones.some((zone) => kept.has(zone.kind) && isInside(place, zone.geometry))) return true
  if (!TRANSFER_TYPES.has(plan.incident.type)) return false
  return context.dataset.riskAreas.some(
    (area) => area.rings !== null && isInside(place, { type: 'Polygon', coordinates: area.rings }),
  )
}

/** Every listed point is covered by assignments and shortfalls together; the transfer list is complete. */
function checkHeads({ plan, context, basis }: CheckSubject): CheckFinding[] {
  const { evacuation } = plan.handlingPlan
  const covered = new Map<string, number>()
  for (const line of [...evacuation.assignments, ...evacuation.shortfalls]) {
    covered.set(line.fromId, (covered.get(line.fromId) ?? 0) + line.people)
  }
  const findings: CheckFinding[] = []
  const toSea = plan.incident.type === 'storm_surge' ? seaDistance(context) : null
  const isInland = (point: PopulationPointRow): boolean =>
    toSea !== null && toSea(point) > context.parameters.evacuation.surgeReachM.value
  for (const [index, point] of evacuation.population.entries()) {
    const count = covered.get(point.id) ?? 0
    if (count >= point.people) continue
    findings.push(
      makeFinding('people-unaccounted', 'block', `handlingPlan.evacuation.population.${index}`, {
        from: point.name,
        people: point.people,
        covered: count,
      }),
    )
  }
  const listed = new Set(
    evacuation.population.flatMap((point) => [point.id, ...(point.places ?? []).map((place) => place.id)]),
  )
  for (const point of WHOLE_LIST_TYPES.has(plan.incident.type) ? context.dataset.populationPoints : []) {
    if (!belongsToTransferList(point) || listed.has(point.id) || isInland(point)) continue
    findings.push(
      makeFinding('transfer-list-incomplete', 'block', 'handlingPlan.evacuation.population', {
        from: point.name,
        people: point.people,
      }),
    )
  }
  for (const point of context.dataset.populationPoints) {
    const inside = basis.zones.some(
      (zone) => (zone.kind === 'isolation' || zone.kind === 'protective') && isInside(point, zone.geometry),
    )
    if (!inside || peopleNow(point, basis.facts.night) === 0 || listed.has(point.id) || belongsToTransferList(point))
      continue
    findings.push(
      makeFinding('people-unaccounted', 'block', 'handlingPlan.evacuation.population', {
        from: point.name,
        people: point.people,
        covered: 0,
      }),
    )
  }
  return findings
}

/** Heads at a point at this hour; visitors are gone by night. */
function peopleNow(point: PopulationPointRow, night: boolean): number {
  return night ? (point.peopleNight ?? point.people) : point.people
}

function belongsToTransferList(point: PopulationPointRow): boolean {
  return point.list === 'transfer' || (point.list === '' && point.hazard !== '')
}

function checkLine({ plan, basis, context }: CheckSubject, line: EvacuationAssignment, where: string): CheckFinding[] {
  const findings: CheckFinding[] = []
  const broken = (why: string): void => {
    findings.push(makeFinding('HZ12', 'block', where, { from: line.fromName, why }))
  }
  const point = plan.handlingPlan.evacuation.population.find((entry) => entry.id === line.fromId)
  const inZone = (kind: string): boolean =>
    point !== undefined && plan.zones.some((zone) => zone.kind === kind && isInside(point.location, zone.geometry))
  if (line.mode === 'shelterInPlace' && (inZone('isolation') || inZone('fireIsolation')))
    broken('初始隔离区内必须撤出，不得就地躲避')
  if (line.mode === 'shelterInPlace' && basis.facts.hazmat?.flammableGas === true && inZone('protective')) {
    broken('易燃气体扩散区内不得就地躲避')
  }
  const cloudFirst = line.cloudArrivesS !== null && line.walkOutS !== null && line.cloudArrivesS < line.walkOutS
  const toxicOnly = basis.facts.hazmat?.toxic === true && !basis.facts.hazmat.flammableGas
  if (line.mode === 'evacuate' && cloudFirst && toxicOnly && !inZone('isolation') && !inZone('fireIsolation')) {
    broken('毒气云先到，应就地关闭门窗躲避')
  }
  const { pickUp } = line
  const isMetByBus = line.means === 'bus' || line.carrierId !== null
  if (isMetByBus && pickUp !== null && isInAny(pickUp, plan.zones.filter(isDangerZone)))
    broken('客车不得进入危险区，上客点须在区外')
  if (line.carrierId !== null && !context.dataset.carriers.some((carrier) => carrier.id === line.carrierId)) {
    findings.push(makeFinding('carrier-unknown', 'block', where, { carrierId: line.carrierId }))
  }
  if (line.carrierId !== null && unavailableIds(plan.incident, 'carrier').has(line.carrierId))
    findings.push(makeFinding('carrier-unavailable', 'block', where, { carrierId: line.carrierId }))
  return [...findings, ...checkDeadline({ plan, basis, context }, line, where)]
}

/**
 * Transferred people are in before gale force 8, because nobody may be on the road then; before any other limit (dusk,
 * flooded or closing road) too, unless the plan says in a gap that they are late.
 */
function checkDeadline(
  { plan, basis, context }: CheckSubject,
  line: EvacuationAssignment,
  where: string,
): CheckFinding[] {
  const done = parseInstant(line.doneBy)
  if (line.mode !== 'transfer' || !done) return []
  const problem = { ...context, incident: plan.incident }
  const galeS = galeFromS(problem)
  const inGale = galeS !== null && galeS >= basis.facts.nowS && done.epochS > galeS
  const { atS, cause } = transferDeadline(problem, basis.facts)
  const isAdmitted = plan.handlingPlan.evacuation.shortfalls.some((gap) => gap.fromId === line.fromId)
  if (!inGale && (isAdmitted || done.epochS <= atS || atS < basis.facts.nowS)) return []
  const limitS = inGale ? galeS : atS
  return [
    makeFinding('transfer-too-late', 'block', where, {
      from: line.fromName,
      doneBy: line.doneBy,
      deadline: formatInstant(limitS, basis.facts.offsetMin),
      why: CAUSE_NAMES[inGale ? 'gale' : cause],
    }),
  ]
}
