import { distanceToLineM, isInside } from '../../kernel/geo.ts'
import { makeFinding } from '../reason.ts'
import { roadCordonM } from '../rules/hard/road-cordon.ts'
import { isAreaIncident } from '../staging/choose-staging.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** A drawn circle of straight sides lies this share inside its radius at most. */
const DRAWN_SHARE = 0.99

/** The roads closed around a scene reach as far as the rule that drew them asks; an expressway is closed by its line. */
export const checkRoadCordon: PlanCheck = ({ plan, context, basis }) => {
  if (isAreaIncident({ incident: plan.incident, parameters: context.parameters })) return []
  const { facts, zones } = basis
  const requiredM = roadCordonM({ facts, zones, parameters: context.parameters.staging })
  const ordered = [...plan.movementPlan.closures.entries()].filter(([, { origin }]) => origin === 'ordered')
  if (requiredM === 0) return []
  if (ordered.length === 0) return [makeFinding('road-cordon-missing', 'warn', 'movementPlan.closures', { requiredM })]
  return ordered.flatMap(([index, { name, geometry }]): CheckFinding[] => {
    if (geometry?.type !== 'Polygon') return []
    const edgeM = Math.min(...geometry.coordinates.map((ring) => distanceToLineM(facts.scene, ring)))
    const statedM = isInside(facts.scene, geometry) ? Math.floor(edgeM) : 0
    return statedM >= requiredM * DRAWN_SHARE
      ? []
      : [
          makeFinding('road-cordon-small', 'block', `movementPlan.closures.${index}`, {
            closure: name,
            statedM,
            requiredM,
          }),
        ]
  })
}
