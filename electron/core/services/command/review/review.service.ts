import { afterActionOf } from '#shared/command/after-action/after-action.ts'
import { lessonsOf, type Lesson } from '#shared/command/after-action/lessons.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { LessonRow } from '#shared/contract/review.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { compareText } from '#shared/kernel/order.ts'
import { reviewDocument } from '#shared/text/review/review-document.ts'
import { readIncidents, type StoredIncident } from '../../../db/repositories/incident.repo.ts'
import { wallTimeOf } from '../../../replication/wall-time.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { unitOf } from '../unit-of.ts'
import { refuseStaleBasis } from '../stale-basis.ts'
import { readReview } from './review-source.ts'

/** Builds the service of after-action reviews. */
export function createReviewService(core: IncidentServiceParts): AppHandlers['review'] {
  return {
    get: ({ incidentId }) => {
      const { source, missingVersions } = readReview(core, incidentId)
      return { ...afterActionOf(source), missingVersions }
    },

    lessons: ({ incidentId, targetId, kind }) =>
      readIncidents(core.db)
        .filter((incident) => incidentId === undefined || incident.incidentId === incidentId)
        .flatMap((incident) =>
          lessonsOf(core.log.opsOf(incident.incidentId)).map((lesson) => lessonRow(incident, lesson)),
        )
        .filter((row) => targetId === undefined || row.targetId === targetId)
        .filter((row) => kind === undefined || row.kind === kind)
        .sort((a, b) => compareText(b.proposedAt, a.proposedAt) || compareText(a.lessonId, b.lessonId)),

    proposeLesson: (input, caller) => {
      const command = { channel: 'review.proposeLesson', input, output: appContract.review.proposeLesson.output }
      return answerOnce(core, command, ({ append }) => {
        const { commandId, incidentId, ...said } = input
        existingIncident(core.db, incidentId)
        if (said.kind !== 'training' && said.targetName === '') {
          throw new AppError('bad-input', '请写明要改的预案、参数或物资；只是训练上的结论请选“训练演练”', {
            path: 'targetName',
            value: '',
          })
        }
        refuseForeignEvidence(core, incidentId, said.evidence)
        // The caller's own id, so that the same lesson has one name however often it is sent.
        const lessonId = `lesson-${commandId}`
        append({
          kind: 'v1.lesson.proposed',
          incidentId,
          entity: `lesson:${lessonId}`,
          basis: [],
          by: authorOf(caller),
          body: { lessonId, ...said },
        })
        return { lessonId }
      })
    },

    settleLesson: (input, caller) => {
      const command = { channel: 'review.settleLesson', input, output: appContract.review.settleLesson.output }
      return answerOnce(core, command, ({ append }) => {
        const { incidentId, lessonId, verdict, note } = input
        existingIncident(core.db, incidentId)
        const lesson = lessonsOf(core.log.opsOf(incidentId)).find((one) => one.lessonId === lessonId)
        if (lesson === undefined) {
          throw new AppError('not-found', `没有编号为“${lessonId}”的改进建议；请刷新后重试`, {
            path: 'lessonId',
            value: lessonId,
          })
        }
        const standing = lesson.verdicts.map((one) => ({ officer: one.by.user, text: one.note }))
        refuseStaleBasis(input.basis, lesson.basis, standing)
        if (verdict === 'rejected' && note === '') {
          throw new AppError('bad-input', '不采纳请写明理由', { path: 'note', value: note })
        }
        append({
          kind: 'v1.lesson.settled',
          incidentId,
          entity: `lesson:${lessonId}`,
          basis: lesson.basis,
          by: authorOf(caller),
          body: { lessonId, verdict, note },
        })
        return {}
      })
    },

    document: ({ incidentId }) => {
      const { reported, source } = readReview(core, incidentId)
      const { summary, incident, ops } = reported
      return reviewDocument({
        ...{ number: summary.number, mode: incident.mode, address: summary.address, planVersion: summary.planVersion },
        title: summary.title === '' ? (source.town ?? summary.number) : summary.title,
        unit: unitOf(core.library.current().head.region),
        at: wallTimeOf(core.nowMs()),
        review: afterActionOf(source),
        lessons: lessonsOf(ops),
      })
    },
  }
}

/** Evidence is an entry of the same incident, so that whoever reads the lesson can look at it. */
function refuseForeignEvidence(core: IncidentServiceParts, incidentId: string, evidence: readonly string[]): void {
  const known = new Set<string>(core.log.opsOf(incidentId).map(({ id }) => id))
  const foreign = evidence.find((id) => !known.has(id))
  if (foreign === undefined) return
  throw new AppError('bad-input', `本事件没有编号为“${foreign}”的记录；请从时限或偏差的行上提出建议`, {
    path: 'evidence',
    value: foreign,
  })
}

function lessonRow({ incidentId, number, title, mode }: StoredIncident, lesson: Lesson): LessonRow {
  const { by, verdicts, evidence, ...rest } = lesson
  return {
    ...rest,
    ...{ incidentId, number, title, mode, who: by.user, evidence: [...evidence] },
    verdicts: verdicts.map(({ opId, verdict, note, by: author, at }) => ({
      opId,
      verdict,
      note,
      who: author.user,
      at,
    })),
  }
}
