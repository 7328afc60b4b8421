import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM, isInside } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { explainShelters } from '../replan/explain-shelters.ts'
import { placesInForce, type PlacesInForce } from '../replan/places-in-force.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { groupByStreet, placesOf } from './group-by-street.ts'
import { judgePlace, type Judged } from './judge-place.ts'
import { readPeople, type KnownPeople, type PeopleSource } from './people-source.ts'
import { placePeople } from './place-people.ts'
import { withShelterRunnersUp } from './shelter-runners-up.ts'
import { isBehindZones, largestShelters, sheltersForCrowd, straightS } from './shelters-for-crowd.ts'
import { openShelters, type OpenShelter } from './shelters.ts'
import { shareHelp } from './share-help.ts'
import { stayRow, walkOutRow } from './walk-out-row.ts'
import { estimateUnlisted, unlistedGaps, unlistedWords } from './unlisted-people.ts'
import { groundOf, isInAny, type WayOut } from './zone-people.ts'

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
): EvacuationDraft {
  const known = readPeople(problem, facts)
  const inside = withoutRepeats(known.sources.filter((source) => isInAny(source.location, zones))).flatMap(
    (source) => adjust(source) ?? [],
  )
  const judged = inside.map((source) => judgePlace(problem, facts, { source, zones, withCloud }))
  const rows = byDanger(
    facts,
    groupByStreet(problem, facts, judged, (entry) => mustClear(entry, zones)),
    zones,
  )
  const { assignments, shortfalls, whyChanged } = shelterLeavers(problem, facts, {
    rows,
    zones,
    isLarge: rows.length < judged.length,
  })
  const counted = inside.reduce((sum, source) => sum + source.people, 0)
  const unlisted = estimateUnlisted(problem, facts, { ground: groundOf(zones), inside })
  return {
    population: rows.map((entry) => ({
      id: entry.source.id,
      name: entry.source.name,
      people: entry.source.people,
      reason: `${zoneNames(entry.source.location, zones)}内${entry.members === undefined ? KIND_NAMES[entry.source.kind] : '村社和单位（按街道合并）'}`,
      location: entry.source.location,
      ...placesOf(entry),
    })),
    assignments,
    ...(whyChanged === undefined ? {} : { whyChanged }),
    shortfalls: [...shortfalls, ...unlistedGaps(problem, facts, unlisted), ...uncountedPlaces(known, zones)],
    unlisted: [...unlisted.streets],
    note: noteOf(facts, inside, { counted, estimate: unlistedWords(unlisted), rows: rows.length }),
  }
}

/** People on the transfer list live in the village that is counted already; they are told with it, not twice. */
function withoutRepeats(inside: readonly PeopleSource[]): PeopleSource[] {
  const villages = new Set(inside.filter(({ kind, village }) => kind === 'resident' && village !== '').map(villageKey))
  return inside.filter((source) => source.kind !== 'transfer' || !villages.has(villageKey(source)))
}

function villageKey({ town, village }: PeopleSource): string {
  return `${town}|${village}`
}

/** Inside the isolation or the fire circle: out at once, told place by place. */
function mustClear({ source }: Judged, zones: readonly Zone[]): boolean {
  return zones.some((zone) => zone.kind === 'isolation' && isInside(source.location, zone.geometry))
}

/** The isolation circle first, then whoever the cloud reaches first, else whoever is nearest. */
function byDanger(facts: FactSheet, rows: readonly Judged[], zones: readonly Zone[]): Judged[] {
  return sortedBy(rows, (entry) => [
    mustClear(entry, zones) ? 0 : 1,
    entry.cloudArrivesS ?? Math.round(distanceM(facts.scene, entry.source.location)),
    entry.source.id,
  ])
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

/** Rows in the given order; those who leave are placed in shelters, the most endangered first. */
function shelterLeavers(
  problem: PlanningProblem,
  facts: FactSheet,
  { rows, zones, isLarge }: { rows: readonly Judged[]; zones: readonly Zone[]; isLarge: boolean },
): Pick<EvacuationDraft, 'assignments' | 'shortfalls' | 'whyChanged'> {
  const leaving = rows.filter((entry) => entry.decision.mode === 'evacuate')
  const ids = leaving.map(({ source }) => source.id)
  const { open, out, refused } = openShelters(problem, facts, zones, ids)
  const people = leaving.reduce((sum, entry) => sum + entry.source.people, 0)
  const inForce = placesInForce(problem)
  const used = withHeld(
    open,
    isLarge ? largestShelters(open, problem.parameters.evacuation.massShelters.value) : sheltersForCrowd(open, people),
    inForce,
  )
  const groups = leaving.map(({ source, way }) => ({ id: source.id, people: source.people, from: way.point }))
  const seconds = (group: { from: WayOut['point'] }, shelter: OpenShelter): number | null => {
    if (isLarge && isBehindZones(group.from, shelter.location, zones)) return null
    return straightS(group.from, shelter.location)
  }
  const { placings, unplaced, gain } = placePeople(groups, used, seconds, problem.parameters.evacuation, inForce)
  const shortfalls: EvacuationPlan['shortfalls'] = []
  const moves = rows.flatMap((entry): EvacuationAssignment[] => {
    const { source, way, cloudArrivesS, walkOutS, decision } = entry
    const { reasons } = decision
    if (decision.mode === 'shelterInPlace')
      return [stayRow(facts, { source, people: source.people, cloudArrivesS, walkOutS, reasons })]
    const walk = { source, way, cloudArrivesS, walkOutS, reasons }
    const parts = placings.filter((placing) => placing.groupId === source.id)
    const left = unplaced.get(source.id) ?? 0
    if (left > 0)
      shortfalls.push({
        fromId: source.id,
        people: left,
        reasons: [
          isLarge
            ? makeReason('shelter-largest-only', { shelters: used.length, open: open.length, zone: refused.zone })
            : makeReason('shelter-none-left', { ...refused }),
        ],
        remedies: isLarge ? massRemedies() : shelterRemedies(),
      })
    const groups = [...parts, ...(left > 0 ? [{ people: left, shelter: null }] : [])]
    return shareHelp(source, groups).map(({ part: { people, shelter }, source: own }) =>
      walkOutRow(problem, facts, { ...walk, source: own, people, shelter }),
    )
  })
  const placing = { groups, placings, opened: used, open, out, seconds, parameters: problem.parameters.evacuation }
  const assignments = numberParts(moves)
  return {
    assignments: withShelterRunnersUp(assignments, placing),
    shortfalls,
    whyChanged: explainShelters(problem, assignments, { ...placing, gain }),
  }
}

/** The chosen shelters and those of the version in force that may still be used; by id. */
function withHeld(
  open: readonly OpenShelter[],
  chosen: readonly OpenShelter[],
  inForce: PlacesInForce | undefined,
): readonly OpenShelter[] {
  const kept = new Set([
    ...chosen.map(({ row }) => row.id),
    ...(inForce?.places ?? []).map(({ shelterId }) => shelterId),
  ])
  return inForce === undefined ? chosen : open.filter(({ row }) => kept.has(row.id))
}

/** What can be done for tens of thousands who are out of the danger but have no bed. */
function massRemedies(): Reason[] {
  return [
    makeReason('remedy-city-shelters'),
    makeReason('remedy-assembly-outside'),
    makeReason('remedy-small-shelters'),
    makeReason('remedy-relatives'),
  ]
}

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

/** What the numbers rest on, and what they leave out. */
function noteOf(
  facts: FactSheet,
  inside: readonly PeopleSource[],
  { counted, estimate, rows }: { counted: number; estimate: string; rows: number },
): string {
  if (inside.length === 0) return `危险区内没有登记的居民点、企业或防护目标。${estimate}`
  const count = (kinds: readonly PeopleSource['kind'][]): number =>
    inside.filter((source) => kinds.includes(source.kind)).length
  const basis = [
    [count(['resident', 'transfer', 'visitor']), '居民点'],
    [count(['plant']), '企业'],
    [count(['target']), '医院、养老院、高层等重点场所'],
  ]
    .filter(([places]) => places !== 0)
    .map(([places, name]) => `${name}${places}处`)
    .join('、')
  const merged = rows < inside.length ? `为便于指挥按街道合并为${rows}行，各处人数、时钟、责任人见明细。` : ''
  return `危险区内登记${inside.length}处、${counted}人（${basis}，按${facts.night ? '夜间' : '白天'}登记口径，转移名单与所在村重复的不另计）。${merged}${estimate}`
}
