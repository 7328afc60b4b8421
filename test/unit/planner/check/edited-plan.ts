import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { PopulationPointRow } from '#shared/domain/dataset/tables.ts'
import type { CutOffTown, Incident } from '#shared/domain/incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import type { CheckCode } from '#shared/text/findings/check-findings.ts'
import { beilun, exampleProblem, planExample } from '../../../scenarios/scenario-plan.ts'

/** Plans that are edited; each is made once. */
const PLANS = {
  road: ['ammonia-tanker-road'],
  chlorine: ['chlorine-plant-night'],
  typhoon: ['typhoon-transfer'],
  forest: ['forest-fire-jiufengshan'],
  burningGas: ['chlorine-plant-night', { un: '1972', container: 'fixedTank', spill: 'large', onFire: true }],
  unknownSubstance: ['ammonia-tanker-road', { un: null }],
  cutOff: ['typhoon-transfer', undefined, [{ town: '白峰街道', since: '2026-08-25T01:00:00+08:00' }]],
} as const satisfies Record<string, readonly [string, Incident['hazmat']?, (readonly CutOffTown[])?]>

type PlanName = keyof typeof PLANS

/** Changes a plan by hand, or gives the tables of the data set that changed under it. */
export type Edit = (plan: DispatchPlan) => Partial<Dataset> | undefined

/** One rule of the plan check: an edit that breaks it, and its twin, the nearest edit that does not. */
export interface RuleCase {
  readonly code: CheckCode
  /** What is wrong. */
  readonly says: string
  readonly plan: PlanName
  readonly breaks: Edit
  readonly twin: Edit
  /** Path of the finding inside the plan. */
  readonly at: string
  /** Words of the finding that carry its figures or names. */
  readonly shows: string
}

/** Names of the plans that are edited. */
export const PLAN_NAMES: readonly PlanName[] = [
  'road',
  'chlorine',
  'typhoon',
  'forest',
  'burningGas',
  'unknownSubstance',
  'cutOff',
]

const made = new Map<PlanName, DispatchPlan>()

/** A plan as the planner made it. */
export function planOf(name: PlanName): DispatchPlan {
  const [example, hazmat, cutOffTowns] = PLANS[name]
  const plan =
    made.get(name) ??
    planExample(example, (incident) => ({
      ...incident,
      ...(hazmat === undefined ? {} : { hazmat: { ...incident.hazmat, ...hazmat } }),
      ...(cutOffTowns === undefined ? {} : { cutOffTowns: [...cutOffTowns] }),
    }))
  made.set(name, plan)
  return plan
}

/** What the check finds by this code in a fresh copy of the plan after the edit. */
export function findingsAfter({ code, plan: name }: Pick<RuleCase, 'code' | 'plan'>, edit: Edit): Finding[] {
  const plan = structuredClone(planOf(name))
  const problem = exampleProblem(PLANS[name][0])
  const dataset = { ...problem.dataset, ...edit(plan) }
  return checkPlan(plan, { ...problem, dataset }).filter((finding) => finding.code === code)
}

/** Leaves the plan as it was made. */
export const untouched: Edit = () => undefined

/** The first entry that fits; a plan without one cannot be edited in the way a case wants. */
export function first<T>(list: readonly T[], fits: (entry: T) => boolean = () => true): T {
  const found = list.find(fits)
  if (found === undefined) throw new Error('the example plan has nothing to edit here')
  return found
}

/** The rows with one of them changed. */
export function changed<T extends { readonly id: string }>(rows: readonly T[], id: string, change: Partial<T>): T[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row))
}

/** An instant some seconds later, in the zone of the examples. */
export function later(instant: string, seconds: number): string {
  return formatInstant((parseInstant(instant)?.epochS ?? 0) + seconds, 480)
}

/** The data set with one more point of seven people, so far from the scene. */
export const pointAt =
  (bearing: number, metres: number, change: Partial<PopulationPointRow> = {}): Edit =>
  (plan) => {
    const { lng, lat } = destinationOf(plan.incident.location, bearing, metres)
    const added = {
      ...first(beilun.populationPoints),
      id: 'pop-new',
      name: '新增点',
      people: 7,
      peopleNight: 7,
      lng,
      lat,
      ...change,
    }
    return { populationPoints: [...beilun.populationPoints, added] }
  }

/** The incident reports one thing as not available. */
export const reportedAway =
  (entry: string): Edit =>
  (plan) => {
    plan.incident.unavailable = [entry]
    return undefined
  }
