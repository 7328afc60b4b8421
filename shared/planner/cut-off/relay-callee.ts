import type { Headquarters } from '../../domain/taxonomy.ts'
import type { HeadquartersPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Callee } from '../people/agency-callee.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { contactTeam } from './ways-in.ts'

/** The street without contact that a person answers for; null = can be rung as usual. */
export function cutOffTownOf(
  personId: string,
  headquarters: Readonly<Record<Headquarters, HeadquartersPlan>>,
  { cutOffTowns }: Pick<FactSheet, 'cutOffTowns'>,
): string | null {
  const posts = [headquarters.administrative, headquarters.tactical].flatMap((plan) => plan.posts)
  const held = posts.filter((holder) => holder.personId === personId).map((holder) => holder.post)
  return (
    cutOffTowns.find(({ town, lost }) => lost.includes('network') && held.some((post) => post.endsWith(`:${town}`)))
      ?.town ?? null
  )
}

/** An order for a street without contact goes by the team that brings the radio, or by a bearer: never by the network. */
export function relayed(problem: PlanningProblem, facts: FactSheet, town: string, callee: Callee): Callee {
  const team = contactTeam(problem, facts, town)
  return {
    ...callee,
    call: team === null ? `派人送达${callee.call}` : `${team.name}（转${callee.call}）`,
    phone: team?.phone ?? '',
    nearness: `${callee.nearness}；${town}三断，公网电话不可靠，由通信组用电台、卫星电话转达或派人送达并登记签收`,
  }
}
