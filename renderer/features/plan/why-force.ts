import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { RowChoice } from '../../app/view-store.ts'
import type { Text } from '../../text/text.ts'
import { clockText, distanceText, durationText } from '../../text/time-text.ts'
import { capabilitiesText, needName, vehiclesText } from './cells.tsx'
import { supplyRuns } from './supply-runs.ts'
import { inputsText, othersOf, type Why } from './why.ts'

/** Why a team, a demand, a gap, a reserve or an expert stands in the force plan. */
export function forceWhy(plan: DispatchPlan, { kind, id }: RowChoice, text: Text): Why | null {
  const force = plan.forcePlan
  if (kind === 'assignment') {
    const row = force.assignments.find((entry) => entry.id === id)
    if (!row) return null
    return {
      title: row.teamName,
      facts: [
        [text('plan.task'), row.role],
        [text('plan.capability'), capabilitiesText(row.capabilities, text)],
        [text('plan.vehicles'), vehiclesText(row.vehicles, text)],
        [text('plan.depart'), clockText(row.departAt)],
        [
          text('plan.arrive'),
          `${clockText(row.arriveAt)}（${durationText(row.etaS)}，${distanceText(row.distanceM)}）`,
        ],
        [text('plan.authority'), `${text(`authority.${row.authority}`)} ${row.phone}`],
      ],
      reasons: row.reasons,
      runnersUp: row.runnersUp.map((other) => ({
        id: other.teamId,
        name: other.teamName,
        eta: other.etaS === null ? text('why.noEta') : durationText(other.etaS),
        reasons: other.reasons,
      })),
    }
  }
  if (kind === 'demand') {
    const row = force.demand.find((entry) => entry.id === id)
    if (!row) return null
    const gap = force.shortfalls.find((entry) => entry.demandId === id)
    return {
      title: `${needName(row, text)} ×${row.quantity}`,
      facts: [
        [text('plan.task'), row.role],
        [text('plan.by'), durationText(row.byS)],
      ],
      formula: row.formula,
      inputs: inputsText(row.inputs, text),
      reasons: row.basis,
      ...(gap === undefined ? {} : { remedies: gap.remedies }),
    }
  }
  if (kind === 'shortfall') {
    const row = force.shortfalls.find((entry) => entry.demandId === id)
    if (!row) return null
    const demand = force.demand.find((entry) => entry.id === id)
    return {
      title: `${needName(row, text)} ${text('plan.missing')} ${row.missing}`,
      facts:
        demand === undefined
          ? []
          : [
              [text('plan.needed'), String(demand.quantity)],
              [text('plan.by'), durationText(demand.byS)],
            ],
      ...(demand === undefined ? {} : { formula: demand.formula, inputs: inputsText(demand.inputs, text) }),
      reasons: row.reasons,
      remedies: row.remedies,
    }
  }
  if (kind === 'reserve') {
    const row = force.reserve.find((entry) => entry.teamId === id)
    return row
      ? {
          title: row.teamName,
          facts: [
            [text('plan.eta'), durationText(row.etaS)],
            [text('plan.phone'), row.phone],
          ],
          reasons: row.reasons,
        }
      : null
  }
  if (kind === 'expert') {
    const row = force.experts.find((entry) => entry.personId === id)
    return row
      ? {
          title: row.name,
          facts: [
            [text('plan.specialty'), row.specialty],
            [text('plan.phone'), row.phone],
          ],
          reasons: row.reasons,
          ...othersOf(row.runnersUp),
        }
      : null
  }
  return null
}

/** Why supplies are needed, come from a lot, or are missing. */
export function supplyWhy(plan: DispatchPlan, { kind, id }: RowChoice, text: Text): Why | null {
  const { supplies } = plan.forcePlan
  if (kind === 'supplyDemand') {
    const row = supplies.demand.find((entry) => entry.id === id)
    if (!row) return null
    return {
      title: `${row.item} ${row.quantity} ${row.unit}`,
      facts: [[text('plan.to'), row.toName]],
      formula: row.formula,
      inputs: inputsText(row.inputs, text),
      reasons: row.basis,
    }
  }
  if (kind === 'supply') {
    const row = supplies.allocations.find((entry) => `${entry.lotId} ${entry.toId}` === id)
    if (!row) return null
    return {
      title: `${row.item} ${row.quantity} ${row.unit}`,
      facts: [
        [text('plan.store'), row.storeName],
        [text('plan.lot'), row.lotId],
        [text('plan.expires'), row.expiresOn ?? '—'],
        [text('plan.eta'), `${durationText(row.etaS)}，${distanceText(row.distanceM)}`],
        [text('plan.keeper'), `${row.keeper} ${row.phone}`],
      ],
      reasons: row.reasons,
      // The list stands on the first line of the item and place.
      ...othersOf(
        supplies.allocations.find(({ itemCode, toId }) => itemCode === row.itemCode && toId === row.toId)?.runnersUp,
      ),
    }
  }
  if (kind === 'supplyRun') {
    const row = supplyRuns(supplies).find((entry) => entry.id === id)
    return row
      ? {
          title: `${row.stops[0]?.name ?? ''} → ${row.stops.at(-1)?.name ?? ''}`,
          facts: [
            ...row.stops.map((stop): [string, string] => [
              text(stop.kind === 'load' ? 'plan.loadAt' : 'plan.unloadAt', { time: durationText(stop.atS) }),
              stop.name,
            ]),
            [text('plan.phone'), row.phone],
          ],
          reasons: row.reasons,
        }
      : null
  }
  if (kind === 'supplyShortfall') {
    const row = supplies.shortfalls.find((entry) => `${entry.itemCode} ${entry.toId}` === id)
    return row
      ? {
          title: `${row.item} ${text('plan.missing')} ${row.missing} ${row.unit}`,
          facts: [],
          reasons: row.reasons,
          remedies: row.remedies,
        }
      : null
  }
  return null
}
