import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Text } from './text.ts'

type StagedZone = Pick<DispatchPlan['zones'][number], 'stage' | 'closed'>

/** Stage of a zone in words, with the remark that a person closed it. */
export function zoneStageWords({ stage, closed }: StagedZone, text: Text): string {
  return closed === undefined ? text(`zoneStage.${stage}`) : `${text(`zoneStage.${stage}`)} ${text('measured.closed')}`
}

/** Stage of a zone as one character before its letter on the map. */
export function zoneStageLetter({ stage, closed }: StagedZone, text: Text): string {
  return text(`measured.letter.${closed === undefined ? stage : 'closed'}`)
}
