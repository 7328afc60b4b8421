import { worstOf } from '../formula/fact-scope.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet } from '../problem.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'

/** People reported as having to move beyond those on the transfer list: nobody has their names, so they are a gap. */
export function addReportedPeople(plan: EvacuationDraft, { facts }: Pick<FactSheet, 'facts'>): EvacuationDraft {
  const reported = worstOf(facts.peopleToMove) ?? 0
  const listed = plan.population.reduce((sum, place) => sum + place.people, 0)
  if (reported <= listed) return plan
  const people = reported - listed
  return {
    ...plan,
    shortfalls: [
      ...plan.shortfalls,
      {
        fromId: 'reported',
        people,
        reasons: [makeReason('people-reported-unlisted', { reported, listed, people })],
        remedies: [makeReason('remedy-door-to-door'), makeReason('remedy-relatives')],
      },
    ],
    note: `${plan.note}另报需转移${reported}人，名单外${people}人由属地立即补名单。`,
  }
}
