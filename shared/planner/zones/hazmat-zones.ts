import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { circlePolygon, downwindSquare, normaliseDeg } from '../../kernel/geo.ts'
import { guideDistances } from '../hazmat/guide.ts'
import { releaseDistances, type ReleaseDistances } from '../hazmat/spill-distances.ts'
import type { FactSheet, HazmatSituation, PlanningProblem, WindFacts } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** Isolation circle, protective zone and, when on fire, the all-round fire isolation of a dangerous-goods release. */
export function drawHazmatZones(problem: PlanningProblem, facts: FactSheet, hazmat: HazmatSituation): Zone[] {
  const parameters = problem.parameters.zones
  const distances = releaseDistances(hazmat, { tables: problem.hazmat, parameters, facts })
  const { isolationM, basis, reasons } = distances
  const lost = distances.isolationLost ? [makeReason('zone-isolation-lost', { isolationM }, basis.source)] : []
  const isolation: Zone = {
    id: 'Z-isolation',
    kind: 'isolation',
    stage: 'initial',
    geometry: circlePolygon(facts.scene, isolationM),
    radiusM: isolationM,
    basis,
    reasons: [...reasons, ...lost],
  }
  return [isolation, ...protectiveZone(facts, distances), ...fireZone(problem, facts, hazmat)]
}

function protectiveZone(facts: FactSheet, distances: ReleaseDistances): Zone[] {
  const { protectiveM, atLeast, basis } = distances
  if (protectiveM === null) return []
  const reasons = [
    ...distances.reasons,
    ...(atLeast ? [makeReason('zone-at-least', { protectiveM }, basis.source)] : []),
  ]
  return [
    {
      id: 'Z-protective',
      kind: 'protective',
      stage: 'initial',
      ...downwindShape(facts, protectiveM, reasons),
      ...(atLeast ? { atLeast } : {}),
      basis,
    },
  ]
}

/**
 * A square downwind where the wind can be used, else a circle of the same distance and no bearing: without wind no side may
 * be called safe (design rule HZ13).
 */
export function downwindShape(
  { scene, wind }: Pick<FactSheet, 'scene' | 'wind'>,
  lengthM: number,
  reasons: Zone['reasons'],
): Pick<Zone, 'geometry' | 'radiusM' | 'lengthM' | 'bearingDeg' | 'reasons'> {
  const bearing = cloudBearing(wind)
  if (bearing === null) {
    const why = makeReason(
      'zone-wind-unusable',
      { windSpeedMs: wind.speedMs, windFromDeg: wind.fromDeg, lengthM },
      '设计规则 HZ13',
    )
    return { geometry: circlePolygon(scene, lengthM), radiusM: lengthM, lengthM, reasons: [...reasons, why] }
  }
  const why = makeReason('zone-downwind', { windFromDeg: wind.fromDeg, bearingDeg: bearing, lengthM }, 'ERG2024')
  return { geometry: downwindSquare(scene, bearing, lengthM), lengthM, bearingDeg: bearing, reasons: [...reasons, why] }
}

/** Where the cloud goes, degrees; null when the wind cannot be used. */
function cloudBearing({ usable, fromDeg }: WindFacts): number | null {
  return usable && fromDeg !== null ? Math.round(normaliseDeg(fromDeg + 180) * 10) / 10 : null
}

function fireZone({ parameters }: PlanningProblem, facts: FactSheet, hazmat: HazmatSituation): Zone[] {
  if (!hazmat.onFire || facts.type === 'pipeline') return [] // no tank in the fire: the pipe has a rule of its own
  const row = guideDistances(parameters.zones, hazmat.guide)
  if (row.tankInFireM === null) return []
  return [
    {
      id: 'Z-fire-isolation',
      kind: 'fireIsolation',
      stage: 'initial',
      geometry: circlePolygon(facts.scene, row.tankInFireM),
      radiusM: row.tankInFireM,
      basis: { source: `ERG2024 Guide ${hazmat.guide}`, row: `${hazmat.un ?? 'unknown'} guide ${hazmat.guide} fire` },
      reasons: [
        makeReason('zone-tank-fire', { guide: hazmat.guide, name: row.name, radiusM: row.tankInFireM }, row.source),
      ],
    },
  ]
}
