import { distanceToLineM, distanceToPolygonM, isInside, type Polygon } from '../../kernel/geo.ts'
import { makeFinding } from '../reason.ts'
import { roadCordonM, sidedDangerZones } from '../rules/hard/road-cordon.ts'
import { isAreaIncident } from '../staging/choose-staging.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** A drawn circle of straight sides lies this share inside its radius at most. */
const DRAWN_SHARE = 0.99

/** A corner this far inside the line still counts as covered, metres: drawn shapes are rounded. */
const DRAWN_M = 20

/**
 * The roads closed around a scene reach as far as the rule that drew them asks, and traffic is turned back at the edge of
 * every danger zone that reaches to one side; an expressway is closed by its line.
 */
export const checkRoadCordon: PlanCheck = ({ plan, context, basis }) => {
  if (isAreaIncident({ incident: plan.incident, parameters: context.parameters })) return []
  const { facts, zones } = basis
  const requiredM = roadCordonM({ facts, zones, parameters: context.parameters.staging })
  const ordered = [...plan.movementPlan.closures.entries()].filter(([, { origin }]) => origin === 'ordered')
  if (requiredM === 0) return []
  if (ordered.length === 0) return [makeFinding('road-cordon-missing', 'warn', 'movementPlan.closures', { requiredM })]
  const shapes = ordered.flatMap(([index, { name, geometry }]) =>
    geometry?.type === 'Polygon' ? [{ index, name, shape: geometry }] : [],
  )
  const sided = sidedDangerZones(zones)
  const around = shapes.filter(({ shape }) => !sided.some((zone) => isDrawnAs(shape, zone.geometry)))
  return [
    ...around.flatMap(({ index, name, shape }): CheckFinding[] => {
      const edgeM = Math.min(...shape.coordinates.map((ring) => distanceToLineM(facts.scene, ring)))
      const statedM = isInside(facts.scene, shape) ? Math.floor(edgeM) : 0
      return statedM >= requiredM * DRAWN_SHARE
        ? []
        : [
            makeFinding('road-cordon-small', 'block', `movementPlan.closures.${index}`, {
              closure: name,
              statedM,
              requiredM,
            }),
          ]
    }),
    ...sided
      .filter((zone) => !shapes.some(({ shape }) => covers(shape, zone.geometry)))
      .map((zone) =>
        makeFinding('road-cordon-zone-open', 'block', 'movementPlan.closures', {
          lengthM: Math.round(zone.lengthM ?? 0),
        }),
      ),
  ]
}

function isDrawnAs(shape: Polygon, zone: Polygon): boolean {
  return covers(shape, zone) && covers(zone, shape)
}

function covers(shape: Polygon, zone: Polygon): boolean {
  return zone.coordinates.every((ring) =>
    ring.every(([lng = 0, lat = 0]) => distanceToPolygonM({ lng, lat }, shape) <= DRAWN_M),
  )
}
