import type { TraceEntry } from '../domain/plan/dispatch-plan.ts'
import type { PlanStage } from '../domain/plan/plan-stages.ts'
import type { Finding } from '../domain/reason.ts'
import type { Reason } from '../domain/reason.ts'
import type { PlanningProblem, StageResult, StageValues, WhyChanged } from './problem.ts'
import { calledNotSent } from './handling/called-not-sent.ts'
import { assignAndMove } from './stages/assign-and-move.ts'
import { buildTravel } from './stages/build-travel.ts'
import { deriveDemand } from './stages/derive-demand.ts'
import { drawZones } from './stages/draw-zones.ts'
import { grade } from './stages/grade.ts'
import { matchContingencyPlans } from './stages/match-contingency-plans.ts'
import { planEvacuation } from './stages/plan-evacuation.ts'
import { planHandling } from './stages/plan-handling.ts'
import { planReports } from './stages/plan-reports.ts'
import { planSupplies } from './stages/plan-supplies.ts'
import { prepareFirstOrders } from './stages/prepare-first-orders.ts'
import { readFacts } from './stages/read-facts.ts'
import { selectExperts } from './stages/select-experts.ts'
import { staffHeadquarters } from './stages/staff-headquarters.ts'

/** All stage values with the trace of what each stage read. */
export interface StageRun {
  readonly values: StageValues
  readonly findings: readonly Finding[]
  readonly trace: readonly TraceEntry[]
  readonly whyChanged: WhyChanged
}

/** Told each stage just before it runs; what it does with it changes no plan. */
export type StageObserver = (stage: PlanStage) => void

/** The order of the stages and nothing else. First orders are ready before anything is solved. */
export function runStages(problem: PlanningProblem, onStage: StageObserver): StageRun {
  const findings: Finding[] = []
  const trace: TraceEntry[] = []
  const whyChanged = new Map<string, readonly Reason[]>()
  const keep = <T>(stage: PlanStage, run: () => StageResult<T>): T => {
    onStage(stage)
    const result = run()
    findings.push(...result.findings)
    for (const [change, reasons] of result.whyChanged ?? []) whyChanged.set(change, reasons)
    trace.push({ stage, read: [...result.read], notes: [...result.notes] })
    return result.value
  }

  const facts = keep('read-facts', () => readFacts(problem))
  const grading = keep('grade', () => grade(problem, { facts }))
  const contingencyPlans = keep('match-contingency-plans', () => matchContingencyPlans(problem, { facts, grading }))
  const headquarters = keep('staff-headquarters', () => staffHeadquarters(problem, { facts, contingencyPlans }))
  const firstOrders = keep('prepare-first-orders', () =>
    prepareFirstOrders(problem, { facts, headquarters, contingencyPlans }),
  )
  const zones = keep('draw-zones', () => drawZones(problem, { facts }))
  const demand = keep('derive-demand', () => deriveDemand(problem, { facts, grading, zones, contingencyPlans }))
  const travel = keep('build-travel', () => buildTravel(problem, { facts }))
  const forces = keep('assign-and-move', () =>
    assignAndMove(problem, { facts, grading, zones, demand, travel, firstOrders }),
  )
  const evacuation = keep('plan-evacuation', () => planEvacuation(problem, { facts, zones, travel }))
  const supplies = keep('plan-supplies', () =>
    planSupplies(problem, { facts, grading, zones, evacuation, forces, travel }),
  )
  const experts = keep('select-experts', () => selectExperts(problem, { facts, contingencyPlans }))
  const handling = keep('plan-handling', () =>
    planHandling(problem, { facts, grading, zones, contingencyPlans, headquarters, forces, evacuation, travel }),
  )
  findings.push(...calledNotSent(problem, firstOrders, { forces, zones }))
  const reports = keep('plan-reports', () => planReports(problem, { facts, grading }))
  const values: StageValues = {
    facts,
    grading,
    contingencyPlans,
    zones,
    demand,
    forces,
    evacuation,
    supplies,
    experts,
    headquarters,
    handling,
    firstOrders,
    reports,
  }
  return { values, findings, trace, whyChanged }
}
