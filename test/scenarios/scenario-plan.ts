import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import type { Incident } from '#shared/domain/incident.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const references = loadReferences(RESOURCES)
const solver = await createHighsSolver()

/** The embedded Beilun data set. */
export const beilun: Dataset = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun')).dataset

/** Changes applied to an example incident before planning. */
export type Changes = (incident: Incident) => Incident

/** One of the example incidents that ship with the product. */
export function exampleIncident(name: string): Incident {
  return parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', `${name}.json`), 'utf8')))
}

/** The planning problem of an example incident on the real data set. */
export function exampleProblem(name: string, changes: Changes = (incident) => incident): PlanningProblem {
  return { incident: changes(exampleIncident(name)), dataset: beilun, ...references, solver }
}

/** The whole plan of an example incident on the real data set. */
export function planExample(name: string, changes?: Changes): DispatchPlan {
  return planDispatch(exampleProblem(name, changes))
}

/** All actions of a plan. */
export function actionsOf(plan: DispatchPlan): DispatchPlan['handlingPlan']['phases'][number]['actions'] {
  return plan.handlingPlan.phases.flatMap((phase) => phase.actions)
}

/** Findings that forbid issuing the plan. */
export function blocksOf(plan: DispatchPlan): string[] {
  return plan.findings
    .filter((finding) => finding.severity === 'block')
    .map((finding) => `${finding.code}: ${finding.text}`)
}

/** Total of one capability over all assignments. */
export function assignedOf(plan: DispatchPlan, capability: string): number {
  return plan.forcePlan.assignments
    .flatMap((assignment) => assignment.capabilities)
    .filter((entry) => entry.capability === capability)
    .reduce((sum, entry) => sum + entry.quantity, 0)
}

/** Missing quantity the plan admits for a capability or vehicle kind. */
export function admittedGap(plan: DispatchPlan, name: string): number {
  return plan.forcePlan.shortfalls
    .filter((shortfall) => shortfall.capability === name || shortfall.vehicleKind === name)
    .reduce((sum, shortfall) => sum + shortfall.missing, 0)
}
