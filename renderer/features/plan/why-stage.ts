import type { InfluencedKind } from '#shared/domain/plan/influence.ts'
import { INFLUENCED_KINDS } from '#shared/domain/plan/influence.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { readNames } from '#shared/text/read-names.ts'
import type { RowKind } from '../../app/view-store.ts'

/** The stage of the planner that writes a kind of row. */
const STAGE_OF: Readonly<Record<RowKind, string>> = {
  assignment: 'assign-and-move',
  shortfall: 'assign-and-move',
  reserve: 'assign-and-move',
  staging: 'assign-and-move',
  refusal: 'assign-and-move',
  movement: 'assign-and-move',
  closure: 'assign-and-move',
  demand: 'derive-demand',
  expert: 'select-experts',
  supplyDemand: 'plan-supplies',
  supply: 'plan-supplies',
  supplyShortfall: 'plan-supplies',
  zone: 'draw-zones',
  mustNot: 'plan-handling',
  decision: 'plan-handling',
  action: 'plan-handling',
  withdrawal: 'plan-handling',
  monitoring: 'plan-handling',
  casualty: 'plan-handling',
  casualtyGap: 'plan-handling',
  evacuation: 'plan-evacuation',
  evacuationGap: 'plan-evacuation',
  firstOrder: 'prepare-first-orders',
  finding: 'check-plan',
  report: 'plan-reports',
  clearance: 'plan-evacuation',
  evacuationPlace: 'plan-evacuation',
  supplyRun: 'plan-supplies',
}

/** What a row rests on: the data its stage read, in words. */
export function restsOn(plan: DispatchPlan, kind: RowKind): string[] {
  const read = plan.trace.find(({ stage }) => stage === STAGE_OF[kind])?.read ?? []
  return readNames(read)
}

/** The kind of line an unknown may change, for a kind of row; null when rows of that kind are not compared. */
export function influencedKind(kind: RowKind): InfluencedKind | null {
  return INFLUENCED_KINDS.find((known) => known === kind) ?? null
}

/** Kinds of rows that follow from a table or a formula: nothing was chosen, so nothing was left out. */
const WITHOUT_CHOICE: ReadonlySet<RowKind> = new Set<RowKind>([
  'zone',
  'demand',
  'supplyDemand',
  'mustNot',
  'withdrawal',
])

/** True when a row was not chosen among others. */
export function isWithoutChoice(kind: RowKind): boolean {
  return WITHOUT_CHOICE.has(kind)
}
