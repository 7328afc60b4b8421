import type { Incident } from '../../domain/incident.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { circlePolygon, downwindSquare } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet } from '../problem.ts'
import { makeReason } from '../reason.ts'

type MeasuredZone = NonNullable<Incident['measuredZones']>[number]

/**
 * The zones people measured, beside the initial ones and never instead of them: a circle, or a square downwind where a
 * length and its direction were given. A length without direction is drawn all round.
 */
export function drawMeasuredZones(
  incident: Pick<Incident, 'measuredZones'>,
  { scene }: Pick<FactSheet, 'scene'>,
): Zone[] {
  const measured = sortedBy(incident.measuredZones ?? [], (zone) => [
    zone.at,
    zone.kind,
    zone.radiusM ?? 0,
    zone.lengthM ?? 0,
    zone.bearingDeg ?? -1,
    zone.by,
    zone.reading ?? '',
  ])
  const counts = new Map<string, number>()
  return measured.map((zone) => {
    const number = (counts.get(zone.kind) ?? 0) + 1
    counts.set(zone.kind, number)
    return {
      id: `Z-measured-${zone.kind}-${number}`,
      kind: zone.kind,
      stage: 'measured',
      ...shapeOf(zone, scene),
      basis: { source: `实测 ${zone.by}`, row: zone.at },
      reasons: [
        makeReason('zone-measured', { by: zone.by, at: zone.at, reading: zone.reading ?? '未填' }, `实测 ${zone.by}`),
        makeReason('zone-measured-union', {}, '设计规则 HZ13'),
      ],
    }
  })
}

function shapeOf(
  zone: MeasuredZone,
  scene: FactSheet['scene'],
): Pick<Zone, 'geometry' | 'radiusM' | 'lengthM' | 'bearingDeg'> {
  const { radiusM, lengthM, bearingDeg } = zone
  if (lengthM !== undefined && bearingDeg !== undefined)
    return { geometry: downwindSquare(scene, bearingDeg, lengthM), lengthM, bearingDeg }
  // Both written without a direction: the larger one, all round.
  const reachM = Math.max(radiusM ?? 0, lengthM ?? 0)
  return { geometry: circlePolygon(scene, reachM), radiusM: reachM }
}

/** Marks the initial zones that a person closed; they stay in the plan and on the map (design rule HZ13). */
export function closeInitialZones(
  zones: readonly Zone[],
  { closedInitialZones = [] }: Pick<Incident, 'closedInitialZones'>,
): Zone[] {
  return zones.map((zone) => {
    const [closing] = sortedBy(
      closedInitialZones.filter((entry) => entry.kind === zone.kind && zone.stage === 'initial'),
      (entry) => [entry.at, entry.by, entry.reason],
    )
    if (closing === undefined) return zone
    const { by, at, reason } = closing
    return {
      ...zone,
      closed: { by, at, reason },
      reasons: [...zone.reasons, makeReason('zone-closed', { by, at, reason }, '设计规则 HZ13')],
    }
  })
}
