import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { DecisionCode } from '#shared/domain/plan/alternatives.ts'
import { DispatchPlan, type ParameterOverride } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { planStandingOf } from '#shared/command/plans/version-in-force.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { seatMarkOf, seatOfOp } from '#shared/replication/op.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import { readPlanHeads } from '../db/repositories/incident.repo.ts'
import {
  findLatestPlan,
  findPlanVersion,
  readHighestVersion,
  readPlanVersions,
  type StoredPlanVersion,
} from '../db/repositories/plan.repo.ts'
import { libraryAsOf, type PlanLibrarySource } from '../planning/plan-library-source.ts'
import type { Recorder } from '../replication/journal.ts'
import { libraryFindings } from './library-findings.ts'
import { readInForce } from './plan-in-force.ts'
import { answerOnce, findAnswer } from './answer-once.ts'
import { checkCoverWeight, COVER_WEIGHT, findCoverChoice, readCoverWeight, withCoverWeight } from './cover-weight.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from './incident.service.ts'
import { officerResponseOf } from './officer-response.ts'
import { createPlanDebate, takeDecision } from './plan-debate.ts'
import { createRunningPlans, type MadePlan, type RunningPlansParts } from './running-plans.ts'
import { createRunningTrials } from './running-trials.ts'

/** Dispatch plans of incidents. */
export type PlanService = AppHandlers['plan']

/** What the plan service works with. */
export type PlanServiceParts = IncidentServiceParts &
  RunningPlansParts & { readonly contingencyPlans: PlanLibrarySource }

type BuildAnswer = OutputOf<typeof appContract.plan.build>

/** Names of the seats for what is said of them in a plan. */
const HEADQUARTERS_NAMES = new Map<string, string>([
  ['administrative', '行政指挥部'],
  ['tactical', '战术指挥部'],
])

/** Builds the plan service. */
export function createPlanService(core: PlanServiceParts): PlanService {
  const plans = createRunningPlans(core)
  const trials = createRunningTrials(core)
  const debate = createPlanDebate({
    trials,
    incidentOf: (incidentId) => {
      const { summary, incident } = existingIncident(core.db, incidentId)
      return { incident, revision: summary.revision }
    },
    problemOf: (incidentId, incident) => ({
      ...stateProblem(core, incidentId, incident).problem,
      ...readInForce(core, { incidentId }).basis,
      ...libraryOf(core, latestOf(core, incidentId)),
    }),
    latestOf: (incidentId) => latestOf(core, incidentId),
  })
  return {
    ...debate,
    build: async (input, caller) => {
      const command = { channel: 'plan.build', input, output: appContract.plan.build.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      const { summary, incident } = existingIncident(core.db, input.incidentId)
      const { problem: stated, overrides } = stateProblem(core, summary.incidentId, incident)
      const inForce = readInForce(core, input)
      const usual = { ...withUnable(stated, inForce.unable), ...inForce.basis }
      const { decision } = input
      const problem = decision === undefined ? usual : decided(core, summary.incidentId, usual, decision)
      const previousPlan = inForce.basis.inForce?.plan ?? null
      const said = [...inForce.findings, ...libraryFindings(core.contingencyPlans.current(), previousPlan)]
      const request = {
        requestId: input.commandId,
        incidentId: summary.incidentId,
        incidentRevision: summary.revision,
        version: readHighestVersion(core.db, summary.incidentId) + 1,
      }
      const standing = planHeadsOf(core, summary.incidentId)
      const publish = ({ plan, elapsedMs }: MadePlan, recorder: Recorder): BuildAnswer => {
        const version = readHighestVersion(core.db, summary.incidentId) + 1
        // What came from another machine while this was being made was seen by nobody: it stays beside this version.
        const basis = planHeadsOf(core, summary.incidentId).filter(
          (opId) => standing.includes(opId) || seatOfOp(opId) === core.journal.seat,
        )
        recorder.append({
          kind: 'v1.plan.published',
          incidentId: summary.incidentId,
          entity: `plan:${summary.incidentId}`,
          basis,
          by: authorOf(caller),
          body: {
            version,
            // The facts it was made from, also when they were amended while it was being made.
            incidentRevision: summary.revision,
            level: plan.incident.level.value,
            findings: plan.findings.length,
            datasetVersion: plan.datasetVersion,
            elapsedMs,
            contentHash: recorder.keep(canonicalJson(plan)),
          },
        })
        return { version, elapsedMs, findings: plan.findings }
      }
      return plans.run(request, problem, (made) => {
        const finished = finish(made, overrides, said)
        return answerOnce(core, command, (recorder) => publish(finished, recorder))
      })
    },

    cancel: ({ requestId }, caller) =>
      trials.cancel(requestId)
        ? { cancelled: true, draftKept: false }
        : plans.cancel(requestId, HEADQUARTERS_NAMES.get(caller.role) ?? caller.seat),

    running: () => [...plans.all(), ...trials.all()],

    draft: ({ incidentId, requestId }) => {
      const draft = plans.draft(requestId)
      return draft?.incidentId === incidentId ? draft : null
    },

    coverWeight: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return readCoverWeight(core.db, core.references().parameters, incidentId)
    },

    setCoverWeight: (input, caller) => {
      const command = { channel: 'plan.setCoverWeight', input, output: appContract.plan.setCoverWeight.output }
      const { incidentId, valueS } = input
      existingIncident(core.db, incidentId)
      const { parameters } = core.references()
      checkCoverWeight(parameters, valueS)
      return answerOnce(core, command, (recorder) => {
        const previous = findCoverChoice(core.db, incidentId)
        const shipped = parameters.assignment.exposedTownPenaltyS.value
        recorder.append({
          kind: 'v1.plan.weighted',
          incidentId,
          entity: `plan-weight:${incidentId}`,
          basis: previous === null ? [] : [previous.op.id],
          by: authorOf(caller),
          body: { parameter: COVER_WEIGHT, value: valueS, shipped },
        })
        return { valueS: valueS ?? shipped }
      })
    },

    standing: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return planStandingOf(core.log.opsOf(incidentId))
    },

    latest: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return latestOf(core, incidentId)
    },

    version: ({ incidentId, version, opId }) => {
      existingIncident(core.db, incidentId)
      const stored = findPlanVersion(core.db, incidentId, { version, opId })
      if (stored !== null) return openVersion(core, incidentId, stored)
      throw new AppError('not-found', `没有第 ${version} 版方案；请从方案版本列表中选择`, {
        path: 'version',
        value: version,
      })
    },

    versions: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const heads = planHeadsOf(core, incidentId)
      return readPlanVersions(core.db, incidentId).map(({ version, createdAt, incidentRevision, findings, opId }) => ({
        ...{ version, createdAt, incidentRevision, findings, opId },
        mark: seatMarkOf(opId),
        isHead: heads.includes(opId),
      }))
    },
  }
}

/** The plans of an incident that no other replaced. */
function planHeadsOf({ db }: PlanServiceParts, incidentId: string): string[] {
  return readPlanHeads(db, incidentId).map(({ opId }) => opId)
}

/** A stored version with its plan. */
function openVersion(core: PlanServiceParts, incidentId: string, stored: StoredPlanVersion): PlanVersion {
  const content = findContent(core.db, stored.contentHash)
  invariant(content !== null, `content of plan ${incidentId} version ${stored.version} is kept`)
  const { version, incidentRevision, createdAt, elapsedMs } = stored
  return { incidentId, version, incidentRevision, createdAt, elapsedMs, plan: readPlan(content, version) }
}

/** Teams that answered an order with "cannot" are not asked again by the next plan. */
function withUnable(problem: PlanningProblem, unable: readonly string[]): PlanningProblem {
  if (unable.length === 0) return problem
  const { incident } = problem
  const unavailable = [...new Set([...(incident.unavailable ?? []), ...unable.map((teamId) => `team:${teamId}`)])]
  return { ...problem, incident: { ...incident, unavailable } }
}

/** What the plan of an incident is made from now. */
function stateProblem(
  core: PlanServiceParts,
  incidentId: string,
  incident: Incident,
): { problem: PlanningProblem; overrides: ParameterOverride[] } {
  const { parameters: shipped, hazmat, library } = core.references()
  const { valueS } = readCoverWeight(core.db, shipped, incidentId)
  const { parameters, overrides } = withCoverWeight(shipped, valueS)
  const problem = { incident, dataset: core.library.current(), parameters, hazmat, library }
  return { problem: { ...problem, ...officerResponseOf(core.db, incidentId) }, overrides }
}

/** The problem with the decision a commander took about the version in force. */
function decided(
  core: PlanServiceParts,
  incidentId: string,
  usual: PlanningProblem,
  decision: DecisionCode,
): PlanningProblem {
  const latest = latestOf(core, incidentId)
  return takeDecision({ ...usual, ...libraryOf(core, latest) }, latest?.plan ?? null, decision)
}

/** What is debated about a version is debated with the contingency plans it was made with. */
function libraryOf(core: PlanServiceParts, latest: PlanVersion | null): Pick<PlanningProblem, 'library'> {
  const { contingencyPlans } = core
  return { library: latest === null ? contingencyPlans.current().library : libraryAsOf(contingencyPlans, latest.plan) }
}

/** The plan in force, or null before the first. */
function latestOf(core: PlanServiceParts, incidentId: string): PlanVersion | null {
  const stored = findLatestPlan(core.db, incidentId)
  return stored === null ? null : openVersion(core, incidentId, stored)
}

/** The plan as it is kept: its shape checked, with the time it took and the parameters somebody chose. */
function finish(
  { plan: made, elapsedMs }: MadePlan,
  overrides: ParameterOverride[],
  findings: readonly Finding[],
): MadePlan {
  DispatchPlan.parse(made) // a plan of another shape is a bug of the planner and is never kept
  // The planner is pure and leaves the clock to whoever runs it.
  const solver = { ...made.forcePlan.solver, elapsedMs }
  const plan = { ...made, forcePlan: { ...made.forcePlan, solver }, findings: [...made.findings, ...findings] }
  return { plan: overrides.length === 0 ? plan : { ...plan, parameterOverrides: overrides }, elapsedMs }
}

/** A kept plan stays as it was made; one that this version cannot show is made again from the same facts. */
function readPlan(content: string, version: number): DispatchPlan {
  const result = DispatchPlan.safeParse(JSON.parse(content))
  if (result.success) return result.data
  const path = result.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new AppError(
    'database-damaged',
    `第 ${version} 版方案由别的版本生成，本版本无法显示（${path}）；原文仍完整保存，请重新生成三案`,
    {
      path: `plan.${path}`,
      value: version,
    },
  )
}
