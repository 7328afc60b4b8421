import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { SceneZoneRule } from '../../domain/parameters/zones.ts'
import { circlePolygon, distanceToLineM } from '../../kernel/geo.ts'
import { describeInput } from '../../text/input-names.ts'
import { evaluateFormula, inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { downwindShape } from './hazmat-zones.ts'

/** Cordons, collapse, burnt and flooded areas around the scene, from the rules of the parameter file. */
export function drawSceneZones(problem: PlanningProblem, facts: FactSheet): Zone[] {
  const rules = problem.parameters.zones.sceneZones.filter((rule) => rule.types.includes(facts.type))
  if (rules.length === 0) return []
  const scope = { ...factScope(facts), onExpressway: isOnExpressway(problem, facts) }
  return rules.filter((rule) => isTrue(rule.when, scope)).flatMap((rule) => zoneOf(rule, facts, scope))
}

/** True when the address names an expressway (高速) or an expressway line runs close by. */
function isOnExpressway({ incident, dataset, parameters }: PlanningProblem, { scene }: FactSheet): boolean {
  if (incident.location.address?.includes('高速') === true) return true
  const within = parameters.zones.expresswayWithin.value
  return dataset.roads.some((road) => road.class === 'motorway' && distanceToLineM(scene, road.coordinates) <= within)
}

function zoneOf(rule: SceneZoneRule, facts: FactSheet, scope: FormulaScope): Zone[] {
  const formula = rule.radiusM ?? rule.areaHa ?? rule.downwindM
  const size = formula === undefined ? null : evaluateFormula(formula, scope)
  if (formula === undefined || typeof size !== 'number' || size <= 0) return []
  const radiusM = rule.areaHa === undefined ? Math.round(size) : Math.round(Math.sqrt((size * 10_000) / Math.PI))
  const inputs = Object.entries(inputsOf(formula, scope)).map(([key, value]) => describeInput(key, value))
  const reasons = [
    makeReason(
      inputs.length === 0 ? 'zone-rule-fixed' : 'zone-rule',
      { rule: rule.id, name: rule.name, radiusM, formula, inputs },
      rule.source,
    ),
  ]
  const shape =
    rule.downwindM === undefined
      ? { geometry: circlePolygon(facts.scene, radiusM), radiusM, reasons }
      : downwindShape(facts, radiusM, reasons)
  return [
    {
      id: `Z-${rule.kind}-${rule.id}`,
      kind: rule.kind,
      stage: 'initial',
      ...shape,
      basis: { source: rule.source, row: rule.id },
    },
  ]
}
