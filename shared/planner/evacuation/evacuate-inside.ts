import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { readRoster } from '../people/roster.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { inCharge } from './people-source.ts'

/** How people leave a place whose cordon keeps others out, but empties no homes. */
interface InsidePlace {
  readonly name: string
  readonly answerable: string
  readonly reason: 'inside-tunnel' | 'inside-mine' | 'inside-road' | 'inside-shaft'
  /** True when there are always people inside, so that an unknown number is a gap to be asked. */
  readonly neverEmpty: boolean
  readonly note: string
}

const PLACES: Partial<Record<IncidentType, InsidePlace>> = {
  tunnel: {
    name: '隧道内人员',
    answerable: '隧道监控中心',
    reason: 'inside-tunnel',
    neverEmpty: true,
    note: '不疏散隧道周边居民；洞内人员弃车经人行横洞到另一洞或上风洞口，出洞即登记车牌和同车人。',
  },
  mine: {
    name: '井下（采场）人员',
    answerable: '矿调度室',
    reason: 'inside-mine',
    neverEmpty: true,
    note: '不作成片疏散；井下和采场人员按避灾路线升井、撤到井口集合点，边坡下方和排土场影响区住户由属地逐户核对。',
  },
  road_traffic: {
    name: '滞留车辆人员',
    answerable: '交警现场指挥',
    reason: 'inside-road',
    neverEmpty: false,
    note: '警戒范围用于断交通，不疏散沿线居民；事故车和滞留车辆人员撤到护栏外等候转运。',
  },
  special_equipment: {
    name: '设备周边人员',
    answerable: '使用单位负责人',
    reason: 'inside-shaft',
    neverEmpty: false,
    note: '不作成片疏散；坠落区、承压设备泄放方向内的操作人员和围观者退到线外点名。电梯困人不划警戒区，被困人在轿厢内等候，由持证人员逐台救出并登记。',
  },
  confined_space: {
    name: '同区作业人员',
    answerable: '作业单位负责人',
    reason: 'inside-shaft',
    neverEmpty: false,
    note: '不作成片疏散；警戒区内工友和围观人员退到上风警戒线外，相连井室作业一并停止撤人；硫化氢外溢读数超标时由战术指挥部划定疏散范围。',
  },
}

/** True for types whose cordon keeps people out of a road, a shaft or a tunnel and does not empty the homes around. */
export function hasInside(type: IncidentType): boolean {
  return PLACES[type] !== undefined
}

/**
 * People inside a tunnel, a mine, on a blocked road or at a shaft: those the caller counted (`affected`) leave on foot; an
 * uncounted tunnel or mine is listed as a gap with whom to ask. Those trapped are the rescue's task and stand elsewhere.
 */
export function evacuateInside(problem: PlanningProblem, facts: FactSheet): EvacuationPlan {
  const place = PLACES[facts.type]
  if (place === undefined) return { population: [], assignments: [], shortfalls: [], note: '' }
  const people = Math.ceil(worstOf(facts.facts.affected) ?? 0)
  const { note } = place
  if (people > 0) {
    return {
      population: [
        { id: INSIDE, name: place.name, people, reason: `${place.name}须撤出`, location: { ...facts.scene } },
      ],
      assignments: [insideRow(problem, facts, { place, people })],
      shortfalls: [],
      note,
    }
  }
  const asked = makeReason('remedy-ask-head-count', { name: place.answerable, phone: null })
  return {
    population: [],
    assignments: [],
    shortfalls: place.neverEmpty
      ? [
          {
            fromId: INSIDE,
            people: 1,
            reasons: [makeReason('people-uncounted', { name: place.name })],
            remedies: [asked],
          },
        ]
      : [],
    note,
  }
}

/** Two evacuation plans of the same incident as one. */
export function joinEvacuations(first: EvacuationPlan, second: EvacuationDraft): EvacuationDraft {
  return {
    population: [...first.population, ...second.population],
    assignments: [...first.assignments, ...second.assignments],
    shortfalls: [...first.shortfalls, ...second.shortfalls],
    ...(second.whyChanged === undefined ? {} : { whyChanged: second.whyChanged }),
    ...(second.unlisted === undefined ? {} : { unlisted: second.unlisted }),
    note: `${first.note}${second.note}`,
  }
}

const INSIDE = 'inside'

/** Latest end of the way out where its length is unknown, seconds (design figure). */
const WAY_OUT_S = 1800

function insideRow(
  problem: PlanningProblem,
  facts: FactSheet,
  { place, people }: { place: InsidePlace; people: number },
): EvacuationAssignment {
  const { alarmS, walkSpeedMs } = problem.parameters.evacuation
  const lengthM = worstOf(facts.facts.tunnelLengthM)
  const halfM = lengthM === null ? null : Math.ceil(lengthM / 2)
  const walkOutS = halfM === null ? null : Math.ceil(alarmS.value + halfM / walkSpeedMs.value)
  const contact = inCharge({ name: place.answerable, phone: '' }, facts.town ?? '', readRoster(problem, facts))
  return {
    id: `E-${INSIDE}`,
    fromId: INSIDE,
    fromName: place.name,
    people,
    mode: 'evacuate',
    shelterId: null,
    shelterName: null,
    means: 'walk',
    carrierId: null,
    trips: 0,
    pickUp: null,
    geometry: null,
    ...contact,
    specialNeeds: 0,
    cloudArrivesS: null,
    walkOutS,
    startBy: formatInstant(facts.nowS, facts.offsetMin),
    doneBy: formatInstant(facts.nowS + (walkOutS ?? WAY_OUT_S), facts.offsetMin),
    distanceM: halfM,
    reasons: [makeReason(place.reason, { people })],
  }
}
