import type { DemandRule } from '../../domain/demand-rule.ts'
import type { Demand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { FACT_KEYS, FACT_NAMES } from '../../text/fact-names.ts'
import { describeInput } from '../../text/input-names.ts'
import { evaluateFormula, inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { FormulaError } from '../formula/formula-error.ts'
import type { FormulaValue } from '../formula/parse-formula.ts'
import { TYPE_NAMES } from '../people/type-names.ts'
import type { FactSheet } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** The demand of one rule; null when its condition does not hold or nothing is needed. Throws `FormulaError`. */
export function demandOfRule(rule: DemandRule, facts: FactSheet, scope: FormulaScope): Demand | null {
  if (!isTrue(rule.when, scope)) return null
  const value = evaluateFormula(rule.quantity, scope)
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new FormulaError(
      'formula-wrong-kind',
      rule.quantity,
      `demand rule "${rule.id}" gave ${String(value)}, a number is wanted`,
    )
  }
  const quantity = Math.ceil(value)
  if (quantity <= 0) return null
  const inputs = inputsOf(rule.quantity, scope)
  const secondary = rule.secondary?.[facts.type]
  const what = rule.capability === undefined ? {} : { capability: rule.capability }
  return {
    id: `D-${rule.id}`,
    ...what,
    ...(rule.vehicleKind === undefined ? {} : { vehicleKind: rule.vehicleKind }),
    quantity,
    byS: rule.byS,
    formula: rule.quantity,
    inputs,
    hq: rule.hq,
    role: rule.role,
    hotZone: rule.hotZone,
    ...(secondary === undefined ? {} : { secondary }),
    basis: basisOf(rule, facts, { quantity, inputs }),
  }
}

function basisOf(
  rule: DemandRule,
  facts: FactSheet,
  given: { quantity: number; inputs: Record<string, FormulaValue> },
): Reason[] {
  const secondary = rule.secondary?.[facts.type]
  const keys = FACT_KEYS.filter((key) => key in given.inputs)
  const ranged = keys.filter((key) => facts.facts[key].min !== facts.facts[key].max).map((key) => FACT_NAMES[key])
  const unknown = keys.filter((key) => given.inputs[key] === null).map((key) => FACT_NAMES[key])
  const inputs = Object.entries(given.inputs).map(([key, value]) => describeInput(key, value))
  return [
    makeReason(
      inputs.length === 0 ? 'demand-rule-fixed' : 'demand-rule',
      {
        role: rule.role,
        quantity: given.quantity,
        formula: rule.quantity,
        inputs,
        byMin: Math.round(rule.byS / 60),
        evidence: rule.evidence,
      },
      rule.source,
    ),
    ...(secondary === undefined ? [] : [makeReason('demand-secondary', { hazard: TYPE_NAMES[secondary] })]),
    ...(ranged.length > 0 ? [makeReason('demand-range-worst', { names: ranged })] : []),
    ...(unknown.length > 0 ? [makeReason('demand-unknown-default', { names: unknown })] : []),
  ]
}
