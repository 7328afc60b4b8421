import type { Reason } from '../../domain/reason.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { distanceM } from '../../kernel/geo.ts'
import { localParts } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { distanceFromAreasM } from '../situation/own-areas.ts'
import type { GradingScopes } from './grading-scope.ts'
import { LEVEL_SIGNS, oneGraver } from './levels.ts'

/** Circumstances in which the officer may raise the event level by one; nothing is raised without the officer. */
export function offerUpgrades(
  problem: PlanningProblem,
  facts: FactSheet,
  given: { level: Level | null; scopes: GradingScopes },
): Reason[] {
  if (given.level === 'I') return []
  const to = LEVEL_SIGNS[oneGraver(given.level)]
  const byRule = problem.parameters.grading.upgradeOffers
    .filter((rule) => rule.types.includes(facts.type) && isTrue(rule.when, given.scopes.low))
    .map((rule) => makeReason('upgrade-rule', { rule: rule.id, name: rule.name, to }, rule.source))
  return [
    ...byRule,
    ...holidayOffer(problem, facts, to),
    ...targetOffers(problem, facts, to),
    ...borderOffer(problem, facts, to),
  ]
}

function holidayOffer({ parameters }: PlanningProblem, { nowS, offsetMin }: FactSheet, to: string): Reason[] {
  const { holidays } = parameters.grading
  const { date } = localParts(nowS, offsetMin)
  const isHoliday = holidays.dates.includes(date) || holidays.yearly.includes(date.slice(5))
  return isHoliday ? [makeReason('upgrade-holiday', { date, to }, holidays.source)] : []
}

/** The nearest school and the nearest hospital, when near enough. */
function targetOffers({ dataset, parameters }: PlanningProblem, { scene }: FactSheet, to: string): Reason[] {
  const within = parameters.grading.upgradeTargetWithin
  const schools = dataset.targets.filter((target) => target.kind === 'school')
  return [
    { kind: '学校', places: schools },
    { kind: '医院', places: dataset.hospitals },
  ].flatMap(({ kind, places }) => {
    const near = places.map((place) => ({
      id: place.id,
      name: place.name,
      metres: Math.round(distanceM(scene, place)),
    }))
    const [nearest] = sortedBy(near, (place) => [place.metres, place.id])
    if (nearest === undefined || nearest.metres > within.value) return []
    return [makeReason('upgrade-target', { kind, name: nearest.name, metres: nearest.metres, to }, within.source)]
  })
}

function borderOffer({ dataset, parameters }: PlanningProblem, { scene }: FactSheet, to: string): Reason[] {
  const within = parameters.grading.districtBorderWithin
  const near = sortedBy(
    dataset.areas.filter((area) => area.level === 'neighbour'),
    (area) => [area.code],
  ).find((area) => (distanceFromAreasM(scene, [area]) ?? Infinity) <= within.value)
  return near === undefined
    ? []
    : [makeReason('upgrade-border', { name: near.name, metres: within.value, to }, within.source)]
}
