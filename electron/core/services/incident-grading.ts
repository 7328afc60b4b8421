import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { findIncident } from '../db/repositories/incident.repo.ts'
import { readOverrides, readRises, readSeen } from '../db/repositories/level-record.repo.ts'
import { requireRight } from '#shared/command/headquarters/rights.ts'
import { headquartersOf } from './command/caller-headquarters.ts'
import type { CommandParts } from './command/command-parts.ts'
import { findAnswer, answerOnce } from './answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from './incident.service.ts'
import { computedLevel, gradeIncident } from './level-rises.ts'

/** The part of the incident service that is about levels. */
export type IncidentGrading = Pick<AppHandlers['incident'], 'grading' | 'setLevel' | 'levelRises' | 'acknowledgeRise'>

/** Levels by the scales, what officers set beside them, and rises that wait to be acknowledged. */
export function createIncidentGrading(core: IncidentServiceParts & Pick<CommandParts, 'rights'>): IncidentGrading {
  const openRises = (role: string): ReturnType<typeof readRises> => {
    const seen = new Set(
      readSeen(core.db)
        .filter((entry) => entry.role === role)
        .map(({ rise }) => rise),
    )
    return readRises(core.db).filter(({ opId }) => !seen.has(opId))
  }
  return {
    grading: ({ incidentId }) => {
      const { summary, incident } = existingIncident(core.db, incidentId)
      const { level, response } = gradeIncident(core, incident)
      const overrides = readOverrides(core.db, incidentId).map(
        ({ at, who, role, of, value, withdrawn, computed, revision, reason }) => ({
          at,
          who,
          role,
          of,
          value,
          withdrawn,
          computed,
          revision,
          reason,
        }),
      )
      return { revision: summary.revision, event: level, response, overrides }
    },

    setLevel: (input, caller) => {
      const command = { channel: 'incident.setLevel', input, output: appContract.incident.setLevel.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      if (input.of === 'response') requireRight(core.rights(), headquartersOf(caller), 'responseLevel')
      if (input.of === 'response' && input.value === null && !input.withdrawn) {
        throw new AppError('bad-input', '响应级别须为Ⅰ至Ⅳ级之一', { path: 'value', value: null })
      }
      const { summary, incident } = existingIncident(core.db, input.incidentId)
      if (summary.revision !== input.expectedRevision) {
        throw new AppError(
          'conflict',
          `事件 ${summary.number} 已更新到第 ${summary.revision} 次修订，本次未保存；请对照最新定级后再提交`,
          { path: 'expectedRevision', value: summary.revision },
        )
      }
      const computed = computedLevel(gradeIncident(core, incident), input.of)
      return answerOnce(core, command, (recorder) => {
        const { of, value, withdrawn, reason } = input
        recorder.append({
          kind: 'v1.incident.graded',
          incidentId: summary.incidentId,
          entity: `level:${of}:${summary.incidentId}`,
          basis: readOverrides(core.db, summary.incidentId)
            .filter((entry) => entry.of === of)
            .slice(-1)
            .map(({ opId }) => opId),
          by: authorOf(caller),
          body: { of, value: withdrawn ? null : value, withdrawn, computed, revision: summary.revision, reason },
        })
        return { computed }
      })
    },

    levelRises: (_, caller) =>
      openRises(caller.role).flatMap(({ opId, incidentId, at, of, from, to, revision, text }) => {
        // What another machine wrote may stand here before the opening of its incident does.
        const found = findIncident(core.db, incidentId)
        if (found === null) return []
        const { number, title } = found.summary
        return [{ riseId: opId, incidentId, number, title, at, of, from, to, revision, text }]
      }),

    acknowledgeRise: (input, caller) => {
      const command = {
        channel: 'incident.acknowledgeRise',
        input,
        output: appContract.incident.acknowledgeRise.output,
      }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      return answerOnce(core, command, (recorder) => {
        const rise = readRises(core.db).find(({ opId }) => opId === input.riseId)
        if (rise === undefined)
          throw new AppError('not-found', `没有编号为“${input.riseId}”的升级提示；请刷新后重试`, {
            path: 'riseId',
            value: input.riseId,
          })
        recorder.append({
          kind: 'v1.incident.riseSeen',
          incidentId: rise.incidentId,
          entity: `rise:${rise.opId}`,
          basis: [rise.opId],
          by: authorOf(caller),
          body: { rise: rise.opId },
        })
        return {}
      })
    },
  }
}
