import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { bearingDeg, distanceM, isInside, normaliseDeg } from '../../kernel/geo.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { clocksOf } from './clocks.ts'
import { leaveOrStay, type Decision } from './leave-or-stay.ts'
import { readPeople, type KnownPeople, type PeopleSource } from './people-source.ts'
import { placePeople } from './place-people.ts'
import { openShelters } from './shelters.ts'
import { stayRow, walkOutRow } from './walk-out-row.ts'
import { coveredKm2, isInAny, wayOut, type WayOut } from './zone-people.ts'

interface Judged {
  readonly source: PeopleSource
  readonly way: WayOut
  readonly cloudArrivesS: number | null
  readonly walkOutS: number
  readonly decision: Decision
}

/**
 * Everyone inside the zones leaves on foot or stays indoors (design rule HZ12). Buses meet people outside the zones only.
 * `withCloud` false = a danger without a cloud (collapse, cordon): everybody leaves. `adjust` may change or drop a source.
 */
export function evacuateZones(
  problem: PlanningProblem,
  facts: FactSheet,
  zones: readonly Zone[],
  {
    withCloud,
    adjust = (source) => source,
  }: { withCloud: boolean; adjust?: (source: PeopleSource) => PeopleSource | null },
): EvacuationPlan {
  const known = readPeople(problem, facts)
  const inside = known.sources
    .filter((source) => isInAny(source.location, zones))
    .flatMap((source) => adjust(source) ?? [])
  const judged = inside.map((source) => judge(problem, facts, { source, zones, withCloud }))
  const leaving = judged.filter((entry) => entry.decision.mode === 'evacuate')
  const { assignments, shortfalls } = shelterLeavers(problem, facts, { leaving, zones })
  const staying = judged.filter((entry) => entry.decision.mode === 'shelterInPlace')
  const stays = staying.map(({ source, decision, ...clocks }) =>
    stayRow(facts, { source, people: source.people, ...clocks, reasons: decision.reasons }),
  )
  const counted = inside.reduce((sum, source) => sum + source.people, 0)
  const unlisted = unlistedPeople(problem, zones, counted)
  return {
    population: inside.map(({ id, name, people, location, kind }) => ({
      id,
      name,
      people,
      reason: `${zoneNames(location, zones)}内${KIND_NAMES[kind]}`,
      location,
    })),
    assignments: [...assignments, ...stays],
    shortfalls: [...shortfalls, ...unlisted.shortfalls, ...uncountedPlaces(known, zones)],
    note: noteOf(counted, inside.length, unlisted.people),
  }
}

const KIND_NAMES: Readonly<Record<PeopleSource['kind'], string>> = {
  resident: '居民点',
  visitor: '游客点',
  transfer: '转移名单点（可能与居民点重复，宁多勿漏）',
  plant: '企业',
  target: '防护目标',
}

const ZONE_NAMES: Readonly<Partial<Record<Zone['kind'], string>>> = {
  isolation: '初始隔离区',
  protective: '下风向防护区',
  fireIsolation: '火灾爆炸隔离区',
  collapse: '倒塌危险区',
  cordon: '警戒区',
  hot: '重危区',
  warm: '轻危区',
}

function zoneNames(location: PeopleSource['location'], zones: readonly Zone[]): string {
  const names = zones
    .filter((zone) => isInside(location, zone.geometry))
    .map((zone) => ZONE_NAMES[zone.kind] ?? '危险区')
  return [...new Set(names)].join('、')
}

function judge(
  problem: PlanningProblem,
  facts: FactSheet,
  { source, zones, withCloud }: { source: PeopleSource; zones: readonly Zone[]; withCloud: boolean },
): Judged {
  const way = wayOut(
    source.location,
    bearingsOut(facts, source, withCloud),
    zones,
    problem.parameters.evacuation.zoneMarginM.value,
  )
  const clocks = clocksOf(problem, facts, source.location, way.distanceM)
  const { walkOutS } = clocks
  if (!withCloud)
    return {
      source,
      way,
      cloudArrivesS: null,
      walkOutS,
      decision: { mode: 'evacuate', reasons: [makeReason('leave-zone', { walkOutS })] },
    }
  const decision = leaveOrStay(source.location, clocks, zones, facts)
  const clockReason = makeReason(clocks.cloudSpeedMeasured ? 'clocks-measured' : 'clocks-assumed', {
    distanceM: Math.round(distanceM(facts.scene, source.location)),
    speedMs: clocks.cloudSpeedMs,
    cloudArrivesS: clocks.cloudArrivesS,
    alarmS: problem.parameters.evacuation.alarmS.value,
    wakeS: clocks.wakeS,
    walkM: Math.round(way.distanceM),
    walkOutS,
  })
  return {
    source,
    way,
    cloudArrivesS: clocks.cloudArrivesS,
    walkOutS,
    decision: { mode: decision.mode, reasons: [...decision.reasons, clockReason] },
  }
}

/** Cross-wind to either side; without a usable wind straight away from the source. */
function bearingsOut(facts: FactSheet, source: PeopleSource, withCloud: boolean): number[] {
  if (withCloud && facts.wind.usable && facts.wind.fromDeg !== null) {
    return [normaliseDeg(facts.wind.fromDeg + 90), normaliseDeg(facts.wind.fromDeg - 90)]
  }
  return [Math.round(bearingDeg(facts.scene, source.location))]
}

function shelterLeavers(
  problem: PlanningProblem,
  facts: FactSheet,
  { leaving, zones }: { leaving: readonly Judged[]; zones: readonly Zone[] },
): Pick<EvacuationPlan, 'assignments' | 'shortfalls'> {
  const { open, refused } = openShelters(problem, facts, zones)
  const groups = leaving.map(({ source, way }) => ({ id: source.id, people: source.people, from: way.point }))
  const straight = (group: { from: WayOut['point'] }, shelter: { location: WayOut['point'] }): number =>
    Math.round(distanceM(group.from, shelter.location) / STRAIGHT_MS)
  const { placings, unplaced } = placePeople(groups, open, straight, problem.parameters.evacuation)
  const rows: EvacuationAssignment[] = []
  const shortfalls: EvacuationPlan['shortfalls'] = []
  for (const entry of leaving) {
    const { source, way, cloudArrivesS, walkOutS, decision } = entry
    const walk = { source, way, cloudArrivesS, walkOutS, reasons: decision.reasons }
    const parts = placings.filter((placing) => placing.groupId === source.id)
    const left = unplaced.get(source.id) ?? 0
    rows.push(
      ...parts.map((part) => walkOutRow(problem, facts, { ...walk, people: part.people, shelter: part.shelter })),
    )
    if (left === 0) continue
    rows.push(walkOutRow(problem, facts, { ...walk, people: left, shelter: null }))
    shortfalls.push({
      fromId: source.id,
      people: left,
      reasons: [makeReason('shelter-none-left', { ...refused })],
      remedies: shelterRemedies(),
    })
  }
  return { assignments: numberParts(rows), shortfalls }
}

/** Straight-line speed that ranks shelters from a pick-up point (bus on urban roads, about 22 km/h). */
const STRAIGHT_MS = 6

function shelterRemedies(): Reason[] {
  return [
    makeReason('remedy-open-public-buildings'),
    makeReason('remedy-relatives'),
    makeReason('remedy-neighbour-shelters'),
  ]
}

/** Ids of groups that were split over several shelters get the part's number. */
export function numberParts(rows: readonly EvacuationAssignment[]): EvacuationAssignment[] {
  const total = new Map<string, number>()
  return rows.map((row) => {
    const part = (total.get(row.fromId) ?? 0) + 1
    total.set(row.fromId, part)
    return part === 1 ? row : { ...row, id: `${row.id}-${part}` }
  })
}

/** People the density says should be there but no list names. */
function unlistedPeople(
  problem: PlanningProblem,
  zones: readonly Zone[],
  counted: number,
): { people: number; shortfalls: EvacuationPlan['shortfalls'] } {
  const areaKm2 = Math.round(coveredKm2(zones) * 100) / 100
  const density = problem.parameters.evacuation.densityPerKm2
  const people = Math.max(0, Math.round(areaKm2 * density.value) - counted)
  if (people === 0) return { people, shortfalls: [] }
  const reason = makeReason('people-unlisted', { areaKm2, density: density.value, counted, people }, density.source)
  return {
    people,
    shortfalls: [
      {
        fromId: 'unlisted',
        people,
        reasons: [reason],
        remedies: [makeReason('remedy-door-to-door'), makeReason('remedy-broadcast')],
      },
    ],
  }
}

function uncountedPlaces(known: KnownPeople, zones: readonly Zone[]): EvacuationPlan['shortfalls'] {
  return known.uncounted
    .filter((place) => isInAny(place.location, zones))
    .map(({ id, name, phone }) => ({
      fromId: id,
      people: 1,
      reasons: [makeReason('people-uncounted', { name })],
      remedies: [makeReason('remedy-ask-head-count', { name, phone: phone === '' ? null : phone })],
    }))
}

function noteOf(counted: number, places: number, unlisted: number): string {
  const estimate =
    unlisted > 0
      ? `名单外另按人口密度估算约${unlisted}人，须挨户和广播通知。`
      : '按人口密度估算无名单外人员，仍须广播核对。'
  if (places === 0) return `危险区内没有登记的居民点、企业或防护目标。${estimate}`
  return `危险区内登记${places}处、${counted}人。${estimate}`
}
