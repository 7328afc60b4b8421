import type { Reason } from '../../domain/reason.ts'
import type { TeamRow } from '../../domain/dataset/tables.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { galeFromS } from '../evacuation/transfer-deadline.ts'
import { nearestTeams } from '../people/nearest-team.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { isRoadLost, type CutOffTownFacts } from './read-cut-off.ts'
import { townPoint } from './town-point.ts'

/** The nearest team that brings radio relay and satellite phones, from outside the street; null = none can be rung. */
export function contactTeam(problem: PlanningProblem, facts: FactSheet, town: string): TeamRow | null {
  const lost = new Set(facts.cutOffTowns.map((entry) => entry.town))
  const scene = townPoint(problem.dataset, town) ?? facts.scene
  return nearestTeams(problem, { scene }, 'COMMS').find(({ team }) => !lost.has(team.town))?.team ?? null
}

/**
 * How somebody gets into a street without contact: by car where the road is not known to be cut, else by boat (never at
 * wind force 8), by helicopter within its wind limit, and on foot; what is ruled out says why.
 */
export function waysInto(problem: PlanningProblem, facts: FactSheet, entry: CutOffTownFacts): Reason[] {
  if (!isRoadLost(entry)) return [makeReason('cut-off-by-car')]
  return [
    boatWay(problem, facts, entry.town),
    helicopterWay(problem, facts, entry.town),
    footWay(problem, facts, entry),
  ]
}

function boatWay(problem: PlanningProblem, facts: FactSheet, town: string): Reason {
  const { dataset, incident, parameters } = problem
  const galeS = galeFromS(problem)
  if ((facts.wind.speedMs ?? 0) >= parameters.evacuation.galeMs.value || (galeS !== null && galeS <= facts.nowS))
    return makeReason('cut-off-no-boat', { why: '风力8级以上' })
  const away = unavailableIds(incident, 'carrier')
  const at = townPoint(dataset, town) ?? facts.scene
  const boats = dataset.carriers.filter((row) => row.kind === 'boat' && row.count > 0 && !away.has(row.id))
  const [nearest] = sortedBy(boats, (row) => [Math.round(distanceM(row, at)), row.id])
  if (nearest === undefined) return makeReason('cut-off-no-boat', { why: '运力名录中没有可用的船' })
  return makeReason('cut-off-by-boat', {
    carrier: nearest.name,
    count: nearest.count,
    phone: nearest.phone === '' ? null : nearest.phone,
  })
}

function helicopterWay({ dataset, parameters }: PlanningProblem, facts: FactSheet, town: string): Reason {
  const limitMs = parameters.assignment.helicopterWindMs.value
  const { speedMs } = facts.wind
  if (speedMs !== null && speedMs > limitMs) return makeReason('cut-off-no-helicopter', { speedMs, limitMs })
  const at = townPoint(dataset, town) ?? facts.scene
  const pads = dataset.helipads.filter((row) => row.town === town)
  const [pad] = sortedBy(pads, (row) => [Math.round(distanceM(row, at)), row.id])
  return pad === undefined
    ? makeReason('cut-off-helicopter-no-pad', { limitMs })
    : makeReason('cut-off-by-helicopter', { pad: pad.name, limitMs })
}

function footWay(problem: PlanningProblem, facts: FactSheet, { town }: CutOffTownFacts): Reason {
  const team = contactTeam(problem, facts, town)
  const at = townPoint(problem.dataset, town)
  if (team === null || at === null) return makeReason('cut-off-on-foot-unknown')
  const metres = distanceM(team, at)
  const hours = Math.ceil(metres / problem.parameters.evacuation.walkSpeedMs.value / 360) / 10
  return makeReason('cut-off-on-foot', { km: Math.round(metres / 100) / 10, hours })
}
