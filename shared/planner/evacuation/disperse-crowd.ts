import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { readRoster } from '../people/roster.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { inCharge } from './people-source.ts'

/**
 * A crowd walks away through every exit, from its edge inwards. It needs no shelter, and those who live around the place
 * stay at home so that the ways out remain free. A crowd nobody has counted is a gap, not an empty place.
 */
export function disperseCrowd(problem: PlanningProblem, facts: FactSheet): EvacuationPlan {
  const people = worstOf(facts.facts.affected)
  const contact = inCharge({ name: '', phone: '' }, facts.town ?? '', readRoster(problem, facts))
  if (people === null || people === 0)
    return {
      population: [],
      assignments: [],
      shortfalls: [
        {
          fromId: CROWD_ID,
          people: 1,
          reasons: [makeReason('crowd-uncounted')],
          remedies: [makeReason('remedy-ask-organiser', { name: contact.personInCharge, phone: contact.phone })],
        },
      ],
      note: '在场人数未报，不按0计：先停止入场、开全部出口、从人群边缘向外疏导；周边居民不疏散，让出通道。',
    }
  const { alarmS, crowdFlowPerS } = problem.parameters.evacuation
  const walkOutS = Math.round(alarmS.value + people / crowdFlowPerS.value)
  return {
    population: [
      {
        id: CROWD_ID,
        name: '活动现场人群',
        people,
        reason: '在场人群，分区分批疏散',
        location: { ...facts.scene },
      },
    ],
    assignments: [
      {
        id: `E-${CROWD_ID}`,
        fromId: CROWD_ID,
        fromName: '活动现场人群',
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
        doneBy: formatInstant(facts.nowS + walkOutS, facts.offsetMin),
        distanceM: null,
        reasons: [
          makeReason('crowd-edge-first', { people, perSecond: crowdFlowPerS.value, walkOutS }, crowdFlowPerS.source),
        ],
      },
    ],
    shortfalls: [],
    note: `在场约${people}人：停止入场，开全部出口，从边缘向外单向疏散，约${Math.ceil(walkOutS / 60)}分钟走完；周边居民不疏散，让出通道。`,
  }
}

const CROWD_ID = 'crowd'
