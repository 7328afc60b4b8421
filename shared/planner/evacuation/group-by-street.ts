import type { PlaceInGroup } from '../../domain/plan/handling-plan.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { compassWord } from '../people/compass.ts'
import { readRoster } from '../people/roster.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { Judged } from './judge-place.ts'
import { inCharge } from './people-source.ts'

/** Places named in the reason of a row that speaks for a street. */
const NAMED = 6

/**
 * Places that do the same in the same street become one row when there are more than the parameter allows; the street's
 * duty officer answers for it and every place keeps its people, clocks and person in charge. Places for which
 * `alone` holds (the isolation circle) are never grouped. The row carries the clocks of the place with the least time.
 */
export function groupByStreet(
  problem: PlanningProblem,
  facts: FactSheet,
  judged: readonly Judged[],
  alone: (entry: Judged) => boolean,
): Judged[] {
  if (judged.length <= problem.parameters.evacuation.groupAbovePlaces.value) return [...judged]
  const single = judged.filter(alone)
  const groups = groupBy(
    judged.filter((entry) => !alone(entry)),
    groupKey,
  )
  return [
    ...single,
    ...[...groups].flatMap(([key, members]) =>
      members.length === 1 ? members : [oneRow(problem, facts, key, members)],
    ),
  ]
}

/** Street, what to do, and for those who leave the direction. */
function groupKey({ source, decision, way }: Judged): string {
  const side = decision.mode === 'evacuate' ? compassWord(way.bearingDeg) : '就地'
  return `${source.town || '街道待核'}|${side}`
}

function oneRow(problem: PlanningProblem, facts: FactSheet, key: string, given: readonly Judged[]): Judged {
  const members = sortedBy(given, (entry) => [spareS(entry), entry.source.id])
  const [first] = members
  if (first === undefined) throw new Error('a group of places needs at least one place')
  const [town, side] = key.split('|')
  const people = sumOf(members, (entry) => entry.source.people)
  const names = members.slice(0, NAMED).map(({ source }) => `${source.name}${source.people}人`)
  return {
    ...first,
    source: {
      ...first.source,
      id: `group-${key.replace('|', '-')}`,
      name: `${town ?? ''}${members.length}处村社和单位`,
      people,
      specialNeeds: sumOf(members, (entry) => entry.source.specialNeeds),
      ...inCharge({ name: '', phone: '' }, first.source.town, readRoster(problem, facts)),
    },
    decision: {
      mode: first.decision.mode,
      reasons: [
        ...first.decision.reasons,
        makeReason(first.decision.mode === 'evacuate' ? 'group-leaves' : 'group-stays', {
          places: members.length,
          people,
          names,
          more: members.length > names.length ? '等' : '',
          side: side ?? '',
        }),
      ],
    },
    members,
  }
}

/** Seconds between the cloud and the end of the walk: the smaller, the more urgent. */
function spareS({ cloudArrivesS, walkOutS }: Judged): number {
  return cloudArrivesS === null ? walkOutS : cloudArrivesS - walkOutS
}

function sumOf(members: readonly Judged[], numberOf: (entry: Judged) => number): number {
  return members.reduce((sum, entry) => sum + numberOf(entry), 0)
}

/** The places a row speaks for, each with its own clocks and person in charge; absent for a single place. */
export function placesOf({ members }: Judged): { places: PlaceInGroup[] } | Record<string, never> {
  if (members === undefined) return {}
  return {
    places: members.map(({ source, cloudArrivesS, walkOutS }) => ({
      id: source.id,
      name: source.name,
      people: source.people,
      cloudArrivesS,
      walkOutS,
      personInCharge: source.personInCharge,
      phone: source.phone,
    })),
  }
}
