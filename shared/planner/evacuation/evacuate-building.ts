import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { distanceM } from '../../kernel/geo.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { readRoster } from '../people/roster.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { evacuateZones } from './evacuate-zones.ts'
import { inCharge, readPeople, type PeopleSource } from './people-source.ts'

interface TrappedPeople {
  readonly id: string
  readonly name: string
  readonly people: number
  readonly floor: number | null
  readonly callBack: string
}

/**
 * People inside a burning building: those at or above the fire floor stay behind shut, sealed doors until crews reach
 * them; those below go down the stairs. Neighbours inside the cordon leave.
 */
export function evacuateBuilding(problem: PlanningProblem, facts: FactSheet, zones: readonly Zone[]): EvacuationDraft {
  const trapped = trappedPeople(problem, facts)
  const people = trapped.reduce((sum, group) => sum + group.people, 0)
  const neighbours = evacuateZones(problem, facts, zones, {
    withCloud: false,
    adjust: (source) => withoutTrapped(source, people, facts),
  })
  const upper = upperResidents(problem, facts, people)
  const said =
    trapped.length === 0 ? '没有被困人员报告，须逐层核对；' : `报告被困${trapped.length}组、${people}人，逐组保持联系；`
  return {
    population: [
      ...trapped.map((group) => ({
        id: group.id,
        name: group.name,
        people: group.people,
        reason: '楼内被困',
        location: { ...facts.scene },
      })),
      ...upper.map((group) => ({
        id: group.id,
        name: group.name,
        people: group.people,
        reason: '着火层及以上住户（按层均分估算）',
        location: { ...facts.scene },
      })),
      ...neighbours.population,
    ],
    assignments: [...trapped, ...upper]
      .map((group) => trappedRow(problem, facts, group))
      .concat(neighbours.assignments),
    shortfalls: neighbours.shortfalls,
    ...(neighbours.whyChanged === undefined ? {} : { whyChanged: neighbours.whyChanged }),
    ...(neighbours.unlisted === undefined ? {} : { unlisted: neighbours.unlisted }),
    note: `${said}楼内其他住户人数未报，由物业和各层搜救组按层点名。${neighbours.note}`,
  }
}

/** A building this near to the scene is taken as the burning one. */
const SAME_BUILDING_M = 60

/**
 * The burning building's own count holds the trapped as well: they are not counted twice. Of the others only those below
 * the fire floor are sent down; the rest stay behind shut doors (`upperResidents`).
 */
function withoutTrapped(source: PeopleSource, trapped: number, facts: FactSheet): PeopleSource | null {
  if (source.kind !== 'target' || distanceM(source.location, facts.scene) > SAME_BUILDING_M) return source
  const others = source.people - trapped
  const people = others - aboveCount(others, facts)
  const whom = people < others ? '着火层以下住户（按层均分估算）' : '其余住户（由消防控制室按层分批广播疏散）'
  return people > 0 ? { ...source, name: `${source.name}${whom}`, people } : null
}

/** People at the fire floor and above by equal shares of the floors; 0 when floors are not known. */
function aboveCount(others: number, facts: FactSheet): number {
  const fireFloor = worstOf(facts.facts.fireFloor)
  const floors = facts.buildingFloors
  if (fireFloor === null || floors === null || floors < fireFloor || others <= 0) return 0
  return Math.round((others * (floors - fireFloor + 1)) / floors)
}

/** Residents of the burning building at the fire floor and above, who are not on the trapped list. */
function upperResidents(problem: PlanningProblem, facts: FactSheet, trapped: number): TrappedPeople[] {
  return readPeople(problem, facts)
    .sources.filter((source) => source.kind === 'target' && distanceM(source.location, facts.scene) <= SAME_BUILDING_M)
    .flatMap((source) => {
      const people = aboveCount(source.people - trapped, facts)
      const name = `${source.name}着火层及以上其余住户（按层均分估算）`
      return people > 0
        ? [{ id: `${source.id}-upper`, name, people, floor: worstOf(facts.facts.fireFloor), callBack: '' }]
        : []
    })
}

function trappedPeople(problem: PlanningProblem, facts: FactSheet): TrappedPeople[] {
  const groups = (problem.incident.trappedList ?? []).map((group, index): TrappedPeople => ({
    id: `trapped-${index + 1}`,
    name: `${group.floor === undefined ? '楼层待核' : `${group.floor}层`}${group.room ?? ''}`,
    people: Math.max(1, group.people ?? 1),
    floor: group.floor ?? null,
    callBack: group.callBack ?? '',
  }))
  const listed = groups.reduce((sum, group) => sum + group.people, 0)
  const reported = worstOf(facts.facts.trapped) ?? 0
  if (reported <= listed) return groups
  return [
    ...groups,
    { id: 'trapped-unlisted', name: '被困人员（楼层房号待核）', people: reported - listed, floor: null, callBack: '' },
  ]
}

function trappedRow(problem: PlanningProblem, facts: FactSheet, group: TrappedPeople): EvacuationAssignment {
  const fireFloor = worstOf(facts.facts.fireFloor)
  const below = group.floor !== null && fireFloor !== null && group.floor < fireFloor
  const controlRoom = problem.incident.building?.controlRoomPhone ?? ''
  const contact = inCharge({ name: '消防控制室', phone: controlRoom }, facts.town ?? '', readRoster(problem, facts))
  const walkOutS = below ? problem.parameters.evacuation.alarmS.value + (group.floor ?? 0) * STAIR_S : null
  const now = formatInstant(facts.nowS, facts.offsetMin)
  return {
    id: `E-${group.id}`,
    fromId: group.id,
    fromName: group.name,
    people: group.people,
    mode: below ? 'evacuate' : 'shelterInPlace',
    shelterId: null,
    shelterName: null,
    means: below ? 'walk' : 'none',
    carrierId: null,
    trips: 0,
    pickUp: null,
    geometry: null,
    ...contact,
    specialNeeds: 0,
    cloudArrivesS: null,
    walkOutS,
    startBy: now,
    doneBy: walkOutS === null ? now : formatInstant(facts.nowS + walkOutS, facts.offsetMin),
    distanceM: null,
    reasons: [
      group.floor === null || fireFloor === null
        ? makeReason('floor-unknown')
        : makeReason(below ? 'floor-below' : 'floor-stay', { floor: group.floor, fireFloor }),
      makeReason('call-back', { callBack: group.callBack === '' ? null : group.callBack }),
    ],
  }
}

/** Seconds down one storey by the stairs in a stream of people (design figure). */
const STAIR_S = 20
