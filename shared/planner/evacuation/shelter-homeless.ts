import { worstOf } from '../formula/fact-scope.ts'
import type { TravelService } from '../graph/travel.ts'
import { readRoster } from '../people/roster.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { explainShelters } from '../replan/explain-shelters.ts'
import { placesInForce } from '../replan/places-in-force.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { createBusFleet } from './bus-fleet.ts'
import { inCharge, type PeopleSource } from './people-source.ts'
import { placePeople, type Group } from './place-people.ts'
import { withShelterRunnersUp } from './shelter-runners-up.ts'
import { openShelters, type OpenShelter } from './shelters.ts'
import { transferDeadline } from './transfer-deadline.ts'
import { transferRow } from './transfer-row.ts'

/**
 * After an earthquake those whose houses fell camp on the open ground of the shelters; no building is entered before it
 * has been judged. Without a count the number follows from the fallen houses and says so. Null when neither is known.
 */
export function shelterHomeless(
  problem: PlanningProblem,
  facts: FactSheet,
  travel: TravelService,
): EvacuationDraft | null {
  const count = homelessCount(problem, facts)
  if (count === null) return null
  const { evacuation } = problem.parameters
  const source = sourceOf(problem, facts, count)
  const { open, out, refused } = openShelters(problem, facts, [])
  const reach = travel.reachFrom(facts.scene, travel.profileOf('bus'))
  const groups = [{ id: source.id, people: source.people, from: facts.scene }]
  const seconds = (_: Group, shelter: OpenShelter): number | null => reach.durationS(shelter.location)
  const { placings, unplaced, gain } = placePeople(groups, open, seconds, evacuation, placesInForce(problem))
  const fleet = createBusFleet(problem, facts.nowS)
  const context = { problem, facts, deadline: transferDeadline(problem, facts), fleet, travel }
  const rows = placings.map((placing, index) => {
    const row = transferRow(source, placing, reach.route(placing.shelter.location), context)
    const { name } = placing.shelter.row
    const assignment = {
      ...row.assignment,
      id: `E-${source.id}-${index + 1}`,
      shelterName: `${name}室外场地`,
      reasons: [...row.assignment.reasons, makeReason('open-ground-only', { shelter: name })],
    }
    return { assignment, shortfalls: row.shortfall === undefined ? [] : [row.shortfall] }
  })
  const isReached = open.length === 0 || open.some((shelter) => reach.durationS(shelter.location) !== null)
  const assignments = rows.map((row) => row.assignment)
  const placing = { groups, placings, opened: open, open, out, seconds, parameters: evacuation }
  const homeless = [...unplaced].map(([fromId, people]) => ({
    fromId,
    people,
    ...(isReached
      ? {
          reasons: [makeReason('shelter-none-left', { ...refused })],
          remedies: [makeReason('remedy-relatives'), makeReason('remedy-neighbour-shelters')],
        }
      : {
          reasons: [makeReason('transfer-cut-off', { from: source.name })],
          remedies: [
            makeReason('remedy-high-ground-call', { name: source.personInCharge, phone: source.phone }),
            makeReason('remedy-open-road'),
            ...(problem.dataset.helipads.length > 0 ? [makeReason('remedy-helicopter-people')] : []),
          ],
        }),
  }))
  return {
    population: [
      { id: source.id, name: source.name, people: source.people, reason: count.said, location: { ...facts.scene } },
    ],
    assignments: withShelterRunnersUp(assignments, placing),
    whyChanged: explainShelters(problem, assignments, { ...placing, gain }),
    shortfalls: [...homeless, ...rows.flatMap((row) => row.shortfalls)],
    note: `${count.said}，全部安置在室外空旷场地搭帐篷；建筑经安全鉴定后才可入内。其他群众就近到空地，不返回室内。`,
  }
}

interface HomelessCount {
  readonly people: number
  readonly said: string
}

function homelessCount({ parameters }: PlanningProblem, { facts }: FactSheet): HomelessCount | null {
  const reported = worstOf(facts.peopleToMove)
  if (reported !== null && reported > 0) return { people: reported, said: `报需安置${reported}人` }
  const houses = worstOf(facts.collapsedBuildings)
  if (houses === null || houses === 0) return null
  const each = parameters.evacuation.homelessPerBuilding.value
  const people = Math.ceil(houses * each)
  return { people, said: `倒房${houses}栋，连同邻近危房按每栋${each}人估算需安置${people}人（估算，待街道核报）` }
}

function sourceOf(problem: PlanningProblem, facts: FactSheet, { people }: HomelessCount): PeopleSource {
  return {
    id: 'homeless',
    name: '倒房和危房住户',
    location: facts.scene,
    town: facts.town ?? '',
    village: '',
    people,
    specialNeeds: 0,
    ...inCharge({ name: '', phone: '' }, facts.town ?? '', readRoster(problem, facts)),
    kind: 'resident',
    hazard: '',
    code: '',
  }
}
