import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import {
  findLatestPlan,
  findPlanVersion,
  readPlanVersions,
  type StoredPlanVersion,
} from '../db/repositories/plan.repo.ts'
import { answerOnce, findAnswer } from './answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from './incident.service.ts'
import type { PlanDispatch } from './planning-port.ts'

/** Dispatch plans of incidents. */
export type PlanService = AppHandlers['plan']

/** What the plan service works with. */
export interface PlanServiceParts extends IncidentServiceParts {
  readonly planDispatch: PlanDispatch
  /** A clock that never jumps, milliseconds, to measure how long planning took. */
  readonly monotonicMs: () => number
}

/** Builds the plan service. */
export function createPlanService(core: PlanServiceParts): PlanService {
  return {
    build: async (input, caller) => {
      const command = { channel: 'plan.build', input, output: appContract.plan.build.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      const { summary, incident } = existingIncident(core.db, input.incidentId)
      const { plan, elapsedMs } = await measuredPlan(core, incident)
      return answerOnce(core, command, (recorder) => {
        const previous = findLatestPlan(core.db, summary.incidentId)
        const version = (previous?.version ?? 0) + 1
        recorder.append({
          kind: 'v1.plan.published',
          incidentId: summary.incidentId,
          entity: `plan:${summary.incidentId}`,
          basis: previous === null ? [] : [previous.opId],
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
      })
    },

    latest: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const stored = findLatestPlan(core.db, incidentId)
      return stored === null ? null : openVersion(core, incidentId, stored)
    },

    version: ({ incidentId, version }) => {
      existingIncident(core.db, incidentId)
      const stored = findPlanVersion(core.db, incidentId, version)
      if (stored !== null) return openVersion(core, incidentId, stored)
      throw new AppError('not-found', `没有第 ${version} 版方案；请从方案版本列表中选择`, {
        path: 'version',
        value: version,
      })
    },

    versions: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return readPlanVersions(core.db, incidentId).map(({ version, createdAt, incidentRevision, findings }) => ({
        version,
        createdAt,
        incidentRevision,
        findings,
      }))
    },
  }
}

/** A stored version with its plan. */
function openVersion(core: PlanServiceParts, incidentId: string, stored: StoredPlanVersion): PlanVersion {
  const content = findContent(core.db, stored.contentHash)
  invariant(content !== null, `content of plan ${incidentId} version ${stored.version} is kept`)
  const { version, incidentRevision, createdAt, elapsedMs } = stored
  return { incidentId, version, incidentRevision, createdAt, elapsedMs, plan: readPlan(content, version) }
}

async function measuredPlan(
  core: PlanServiceParts,
  incident: Incident,
): Promise<{ plan: DispatchPlan; elapsedMs: number }> {
  const { parameters, hazmat, library } = core.references()
  const dataset = core.library.current()
  const startMs = core.monotonicMs()
  const made = await core.planDispatch({ incident, dataset, parameters, hazmat, library })
  const elapsedMs = Math.round(core.monotonicMs() - startMs)
  DispatchPlan.parse(made) // a plan of another shape is a bug of the planner and is never kept
  // The planner is pure and leaves the clock to whoever runs it.
  const solver = { ...made.forcePlan.solver, elapsedMs }
  return { plan: { ...made, forcePlan: { ...made.forcePlan, solver } }, elapsedMs }
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
