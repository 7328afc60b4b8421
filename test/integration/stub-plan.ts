import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

/**
 * A small but valid dispatch plan that names one expert of the library: for tests of keeping and showing plans, where
 * what the planner decides does not matter and its speed would.
 */
export function stubPlan({ incident, dataset, parameters }: PlanningProblem): DispatchPlan {
  const expert = dataset.people.find((person) => person.isExpert === 1)
  const headquarters = { commander: null, posts: [], workGroups: [], actionIds: [] }
  return {
    schema: 'dispatch-plan/1',
    plannerVersion: 'stub',
    parametersVersion: parameters.version,
    datasetVersion: dataset.version,
    problemHash: 'sha256:stub',
    incident: {
      ...incident,
      plannedAt: incident.receivedAt ?? '',
      night: false,
      sunrise: null,
      sunset: null,
      town: null,
      level: { value: 'IV', criteria: [], upgradeOffers: [] },
      majorJeopardy: false,
      response: { value: 'IV', basis: [] },
      alarm: null,
    },
    contingencyPlans: [],
    zones: [],
    firstOrders: [],
    forcePlan: {
      demand: [],
      assignments: [],
      reserve: [],
      shortfalls: [],
      coverageLeft: [],
      experts: expert
        ? [{ personId: expert.id, name: expert.name, specialty: '危化', phone: expert.phone, reasons: [] }]
        : [],
      supplies: { demand: [], allocations: [], shortfalls: [] },
      solver: { status: 'greedy', objective: 0, bound: null, gap: null, elapsedMs: 0 },
    },
    movementPlan: {
      stagingAreas: [],
      stagingRefusals: [],
      blocked: [],
      movements: [],
      convoy: [],
      closures: [],
      roadData: { name: '示意路网', schematic: true },
    },
    handlingPlan: {
      phases: [],
      mustNot: [],
      decisionPoints: [],
      withdrawal: { signal: '', triggers: [], muster: '' },
      monitoring: [],
      communications: [],
      casualties: [],
      publicMessage: { area: '', villages: [], channels: [], text: '' },
      secondaries: [],
      evacuation: { population: [], assignments: [], shortfalls: [], note: '无人需要转移' },
    },
    headquarters: { administrative: headquarters, tactical: { ...headquarters, discretion: [] } },
    reports: [],
    unknowns: [],
    findings: [{ code: 'unchecked', severity: 'info', where: 'scene', text: '坡度未知', facts: {} }],
    trace: [],
  }
}
