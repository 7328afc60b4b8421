import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { REQUIREMENTS } from './requirements.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', '..', 'resources')
const references = loadReferences(RESOURCES)
const loaded = new Map<string, Dataset>()

/** An embedded data set, read once. */
function datasetNamed(name: 'beilun' | 'cixi'): Dataset {
  const known = loaded.get(name) ?? loadDatasetFolder(join(RESOURCES, 'datasets', name)).dataset
  loaded.set(name, known)
  return known
}

/** What a scenario says; everything else of the incident is left unknown. */
export interface Scenario {
  readonly type: IncidentType
  readonly at: string
  readonly place: { readonly lng: number; readonly lat: number; readonly address: string }
  readonly facts?: Readonly<Record<string, unknown>>
  readonly weather?: Readonly<Record<string, unknown>>
  readonly hazmat?: Readonly<Record<string, unknown>>
  readonly building?: Readonly<Record<string, unknown>>
  readonly unavailable?: readonly string[]
  readonly dataset?: 'beilun' | 'cixi'
}

/** A made plan with what it was made against, so that it can be checked again. */
export interface TypePlan {
  readonly plan: DispatchPlan
  readonly dataset: Dataset
}

/** Plans a scenario on an embedded data set. */
export function planScenario(scenario: Scenario): TypePlan {
  const { at, place, dataset: name, ...given } = scenario
  const incident = parseIncident({
    schema: 'incident/1',
    mode: 'drill',
    receivedAt: at,
    location: { ...place, uncertaintyM: 200 },
    ...given,
  })
  const dataset = datasetNamed(name ?? 'beilun')
  return { plan: planDispatch({ incident, dataset, ...references }), dataset }
}

/** Plans an example incident that ships with the product. */
export function planShipped(name: string, datasetName: 'beilun' | 'cixi' = 'beilun'): TypePlan {
  const incident = parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', `${name}.json`), 'utf8')))
  const dataset = datasetNamed(datasetName)
  return { plan: planDispatch({ incident, dataset, ...references }), dataset }
}

/** The same scenario with the teams gone that the plan would have sent for a capability: the best ones are not there. */
export function withoutBestTeam(scenario: Scenario, capability: string): Scenario {
  const { plan } = planScenario(scenario)
  const best = plan.forcePlan.assignments.find((entry) =>
    entry.capabilities.some((each) => each.capability === capability),
  )
  if (best === undefined) throw new Error(`no team was sent for ${capability}, so none can be taken away`)
  return { ...scenario, unavailable: [...(scenario.unavailable ?? []), `team:${best.teamId}`] }
}

/** Texts of all actions, one a line; of one headquarters when named. */
export function actionTexts(plan: DispatchPlan, hq?: 'administrative' | 'tactical'): string {
  return plan.handlingPlan.phases
    .flatMap((phase) => phase.actions)
    .filter((action) => hq === undefined || action.hq === hq)
    .map((action) => action.text)
    .join('\n')
}

/** Texts of everything that must not be done, one a line. */
export function mustNotTexts(plan: DispatchPlan): string {
  return plan.handlingPlan.mustNot.map((entry) => entry.text).join('\n')
}

/** Quantity the plan asks for of a capability or vehicle kind; 0 when it does not ask. */
export function demanded(plan: DispatchPlan, name: string): number {
  return plan.forcePlan.demand
    .filter((need) => need.capability === name || need.vehicleKind === name)
    .reduce((sum, need) => sum + need.quantity, 0)
}

/** Quantity of an item the plan asks for over all places. */
export function supplied(plan: DispatchPlan, itemCode: string): number {
  return plan.forcePlan.supplies.demand
    .filter((need) => need.itemCode === itemCode)
    .reduce((sum, need) => sum + need.quantity, 0)
}

/** Minute after planning by which an action is due; throws when the plan does not have it. */
export function dueMinute(plan: DispatchPlan, code: string): number {
  const action = plan.handlingPlan.phases.flatMap((phase) => phase.actions).find((each) => each.code === code)
  if (action === undefined) throw new Error(`the plan has no action ${code}`)
  return Math.round((Date.parse(action.dueAt) - Date.parse(plan.incident.plannedAt)) / 60_000)
}

/** What holds for every plan of every type: whole, issuable, each line with somebody to ring, and what its type demands. */
export function itIsSound({ plan, dataset }: TypePlan): void {
  it('has the contract shape and nothing that forbids issuing it', () => {
    expect(DispatchPlan.safeParse(plan).error?.issues ?? []).toEqual([])
    expect(plan.findings.filter((finding) => finding.severity === 'block')).toEqual([])
    const again = checkPlan(plan, { dataset, ...references })
    expect(again.filter((finding) => finding.severity === 'block')).toEqual([])
  })

  it('gives every action a person with a phone, and both headquarters work', () => {
    const actions = plan.handlingPlan.phases.flatMap((phase) => phase.actions)
    expect(actions.length).toBeGreaterThanOrEqual(12)
    for (const action of actions) {
      expect(action.assignee.phone).toMatch(/\d{7,}/)
      expect(action.basis.length).toBeGreaterThan(0)
      expect(action.text).not.toMatch(/[{}]|undefined|null|NaN/)
    }
    expect(actions.filter((action) => action.hq === 'administrative').length).toBeGreaterThanOrEqual(5)
    expect(actions.filter((action) => action.hq === 'tactical').length).toBeGreaterThanOrEqual(5)
  })

  const { required, mustNot } = REQUIREMENTS[plan.incident.type]

  it.each(required)('orders %s', (wanted) => {
    expect(actionTexts(plan)).toMatch(wanted)
  })

  it.each(mustNot)('forbids %s', (wanted) => {
    expect(mustNotTexts(plan)).toMatch(wanted)
  })

  it('has every part of a plan, or says why not', () => {
    const { forcePlan, handlingPlan, firstOrders, reports } = plan
    expect(handlingPlan.phases.length).toBeGreaterThanOrEqual(3)
    expect(handlingPlan.mustNot.length).toBeGreaterThanOrEqual(5)
    expect(handlingPlan.decisionPoints.length).toBeGreaterThanOrEqual(2)
    expect(handlingPlan.withdrawal.triggers.length).toBeGreaterThanOrEqual(2)
    expect(handlingPlan.monitoring.length).toBeGreaterThanOrEqual(2)
    expect(handlingPlan.communications.map((row) => row.use + row.fallback).join('')).toMatch(/断网/)
    expect(handlingPlan.secondaries.length).toBeGreaterThanOrEqual(2)
    expect(handlingPlan.publicMessage.text.length).toBeGreaterThan(20)
    expect(handlingPlan.evacuation.population.length > 0 || handlingPlan.evacuation.note.length > 10).toBe(true)
    expect(forcePlan.demand.length).toBeGreaterThanOrEqual(4)
    expect(forcePlan.supplies.demand.length).toBeGreaterThanOrEqual(1)
    expect(forcePlan.experts.length).toBeGreaterThanOrEqual(1)
    expect(firstOrders.length).toBeGreaterThanOrEqual(3)
    expect(reports.length).toBeGreaterThanOrEqual(2)
    for (const shortfall of forcePlan.shortfalls) expect(shortfall.remedies.length).toBeGreaterThan(0)
  })
}
