import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Parameters as PlannerParameters } from '../../domain/parameters/parameters.ts'
import type { ReadinessReport } from '../../domain/readiness.ts'
import { READINESS_KINDS } from '../../domain/taxonomy.ts'
import { sortedBy } from '../../kernel/order.ts'
import { measureRoadQuality } from '../roads/measure-road-quality.ts'
import { checkCapabilities, checkTowns } from './check-capabilities.ts'
import { checkKit, checkShelterStates } from './check-kit.ts'
import { checkLending } from './check-lending.ts'
import { checkPhones } from './check-phones.ts'
import { checkPlanReviews } from './check-plan-reviews.ts'
import { checkRosters } from './check-rosters.ts'
import { checkLots, checkShelterStock } from './check-stock.ts'
import { checkStreetCover } from './check-street-cover.ts'
import { checkVehicles } from './check-vehicles.ts'
import { measureStreetCover } from './measure-street-cover.ts'

/** Data set, contingency plans of the library, parameters, day. */
export type ReadinessQuestion = Parameters<typeof readinessSteps>

const GRAVEST_FIRST = ['block', 'warn', 'info']

/**
 * What a district is not ready for on a day (`YYYY-MM-DD`): one truth for the command and the screen. The gravest come
 * first, then by what they are about, then by day; independent of the order of rows.
 */
export function reportReadiness(...given: ReadinessQuestion): ReadinessReport {
  const steps = readinessSteps(...given)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** The same report in short steps, for a process that must answer others in between. */
export function* readinessSteps(
  dataset: Dataset,
  plans: readonly ContingencyPlan[],
  parameters: PlannerParameters,
  today: string,
): Generator<void, ReadinessReport> {
  const { head, roadsSchematic } = dataset
  const { assignment, readiness } = parameters
  const streets = yield* measureStreetCover(dataset, parameters, today)
  yield
  const roadQuality = measureRoadQuality(dataset, parameters.travel)
  yield
  const limits = {
    turnOutS: readiness.turnOutLimitS.value,
    actionS: assignment.builtUpCoverS.value,
    fireCircleS: assignment.ruralCoverS.value,
  }
  const findings = [
    ...checkRosters(dataset, today, readiness),
    ...checkLots(dataset, today, readiness),
    ...checkPhones(dataset),
    ...checkCapabilities(dataset),
    ...checkTowns(dataset),
    ...checkVehicles(dataset, assignment),
    ...checkLending(dataset, today),
    ...checkKit(dataset, today, readiness),
    ...checkShelterStates(dataset),
    ...checkShelterStock(dataset, today, readiness),
    ...checkPlanReviews(plans, head, today, readiness),
    ...checkStreetCover(streets, limits),
  ]
  return {
    dataset: { id: head.id, name: head.name, asOf: head.asOf, isDemo: head.isDemo },
    ...{ asOf: today, roadsSchematic, roadQuality, ready: findings.every(({ severity }) => severity === 'info') },
    findings: sortedBy(findings, (finding) => [
      GRAVEST_FIRST.indexOf(finding.severity),
      READINESS_KINDS.indexOf(finding.kind),
      finding.since ?? finding.until ?? '',
      finding.code,
      finding.where,
      finding.name,
    ]),
    streets,
    limits,
  }
}
