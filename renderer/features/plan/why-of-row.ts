import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { RowChoice } from '../../app/view-store.ts'
import { kindName } from '../../text/kind-name.ts'
import { zoneStageWords } from '../../text/zone-stage.ts'
import type { Text } from '../../text/text.ts'
import { clockText, distanceText, durationText } from '../../text/time-text.ts'
import { forceWhy, supplyWhy } from './why-force.ts'
import { othersOf, type Why } from './why.ts'

/** The explanation of a chosen row; null when the row is not in this version of the plan. */
export function whyOfRow(plan: DispatchPlan, row: RowChoice, text: Text): Why | null {
  return (
    forceWhy(plan, row, text) ??
    supplyWhy(plan, row, text) ??
    movementWhy(plan, row, text) ??
    handlingWhy(plan, row, text)
  )
}

function movementWhy(plan: DispatchPlan, { kind, id }: RowChoice, text: Text): Why | null {
  const { movementPlan } = plan
  if (kind === 'staging') {
    const row = movementPlan.stagingAreas.find((entry) => entry.id === id)
    if (!row) return null
    return {
      title: `${text(`staging.${row.kind}`)} ${row.name}`,
      facts: [
        [text('intake.place'), `${row.location.lng.toFixed(5)}, ${row.location.lat.toFixed(5)}`],
        [text('plan.bearing'), `${Math.round(row.bearingFromIncidentDeg)}°，${distanceText(row.distanceM)}`],
        [text('plan.offUpwind'), row.offUpwindDeg === null ? '—' : `${Math.round(row.offUpwindDeg)}°`],
      ],
      reasons: row.basis,
      ...othersOf(row.runnersUp),
    }
  }
  if (kind === 'refusal') {
    const row = movementPlan.stagingRefusals.find((entry) => entry.name === id)
    return row
      ? {
          title: row.name,
          facts: [[text('intake.place'), `${row.location.lng.toFixed(5)}, ${row.location.lat.toFixed(5)}`]],
          reasons: row.reasons,
        }
      : null
  }
  if (kind === 'movement') {
    const row = movementPlan.movements.find((entry) => entry.teamId === id)
    if (!row) return null
    const assignment = plan.forcePlan.assignments.find((entry) => entry.teamId === id)
    return {
      title: row.teamName,
      facts: [
        [text('plan.callSign'), row.callSign],
        [text('plan.channel'), row.channel],
        [
          text('plan.roads'),
          row.roads.map((road) => `${road.name} ${distanceText(road.distanceM)}`).join(' → ') || '—',
        ],
        [text('plan.avoided'), row.avoided.map((entry) => `${entry.what}：${entry.reason}`).join('；') || '—'],
        [text('plan.column'), text('plan.columnOf', { count: row.vehicles, m: row.columnM })],
        [text('plan.reliefDue'), clockText(row.reliefDueAt)],
      ],
      reasons: [...row.remarks, ...(assignment?.reasons ?? [])],
    }
  }
  if (kind === 'closure') {
    const row = movementPlan.closures.find((entry) => entry.id === id)
    return row
      ? {
          title: row.name,
          facts: [
            [text('plan.detour'), row.detour || '—'],
            [text('plan.executor'), row.by || '—'],
          ],
          reasons: row.reasons,
        }
      : null
  }
  if (kind === 'zone') {
    const row = plan.zones.find((entry) => entry.id === id)
    return row
      ? {
          title: `${text(`zone.${row.kind}`)}（${zoneStageWords(row, text)}）`,
          facts: [[text('plan.basis'), `${row.basis.source} ${row.basis.row}`]],
          reasons: row.reasons,
        }
      : null
  }
  return null
}

function handlingWhy(plan: DispatchPlan, { kind, id }: RowChoice, text: Text): Why | null {
  const handling = plan.handlingPlan
  const { evacuation } = handling
  switch (kind) {
    case 'mustNot': {
      const row = handling.mustNot.find((entry) => entry.code === id)
      return row ? { title: row.text, code: row.code, facts: [], reasons: row.basis } : null
    }
    case 'decision': {
      const row = handling.decisionPoints.find((entry) => entry.id === id)
      return row ? { title: row.question, facts: [[text('plan.trigger'), row.trigger]], reasons: row.basis } : null
    }
    case 'action': {
      const row = handling.phases.flatMap((phase) => phase.actions).find((entry) => entry.id === id)
      return row
        ? {
            title: row.text,
            code: row.code,
            facts: [[text('plan.person'), `${row.assignee.name} ${row.assignee.phone}`]],
            reasons: row.basis,
          }
        : null
    }
    case 'evacuation': {
      const row = evacuation.assignments.find((entry) => entry.id === id)
      if (!row) return null
      return {
        title: `${row.fromName} ${text('plan.people2', { count: row.people })}`,
        facts: [
          [text('plan.mode'), `${text(`evacuationMode.${row.mode}`)} ${text(`means.${row.means}`)}`],
          [text('plan.shelter'), row.shelterName ?? '—'],
          [text('plan.cloud'), row.cloudArrivesS === null ? '—' : durationText(row.cloudArrivesS)],
          [text('plan.startBy'), clockText(row.startBy)],
          [text('plan.doneBy'), clockText(row.doneBy)],
          [text('plan.walkOut'), row.walkOutS === null ? '—' : durationText(row.walkOutS)],
          [text('plan.distance'), row.distanceM === null ? '—' : distanceText(row.distanceM)],
        ],
        reasons: row.reasons,
        // The list stands on the first row of a group that is parted.
        ...othersOf(evacuation.assignments.find(({ fromId }) => fromId === row.fromId)?.runnersUp),
      }
    }
    case 'evacuationGap': {
      const row = evacuation.shortfalls.find((entry) => entry.fromId === id)
      return row
        ? {
            title: text('plan.people2', { count: row.people }),
            facts: [],
            reasons: row.reasons,
            remedies: row.remedies,
          }
        : null
    }
    case 'casualty': {
      const row = handling.casualties.find((entry) => `${entry.hospitalId} ${entry.kind}` === id)
      return row
        ? {
            title: row.hospitalName,
            facts: [[text('plan.patients'), String(row.patients)]],
            reasons: row.reasons,
            runnersUp: (row.runnersUp ?? []).map(({ hospitalId, hospitalName, reasons }) => ({
              id: hospitalId,
              name: hospitalName,
              eta: '',
              reasons,
            })),
          }
        : null
    }
    case 'casualtyGap': {
      const row = handling.casualtyGaps?.find((entry) => entry.kind === id)
      return row
        ? {
            title: `${kindName(row.kind, text)} ${text('plan.people2', { count: row.patients })}`,
            facts: [],
            reasons: row.reasons,
            remedies: row.remedies,
          }
        : null
    }
    case 'withdrawal': {
      const row = handling.withdrawal.triggers.find((entry) => entry.code === id)
      return row
        ? { title: row.text, facts: [[text('plan.signal'), handling.withdrawal.signal]], reasons: [row] }
        : null
    }
    case 'monitoring': {
      const row = handling.monitoring.find((entry) => `${entry.what} ${entry.where}` === id)
      return row ? { title: row.what, facts: [[text('plan.where'), row.where]], reasons: row.basis } : null
    }
    case 'firstOrder': {
      const row = plan.firstOrders.find((entry) => entry.id === id)
      return row
        ? {
            title: `${row.call} ${row.phone}`,
            facts: [
              [text('plan.words'), row.words],
              [text('plan.why'), row.why],
            ],
            reasons: [],
          }
        : null
    }
    default:
      return null
  }
}
