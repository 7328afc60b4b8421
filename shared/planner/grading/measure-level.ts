import type { Scale, ScaleMeasure } from '../../domain/parameters/grading.ts'
import type { EvidenceMark, Level } from '../../domain/taxonomy.ts'
import { evaluateFormula, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { namesIn, parseFormula } from '../formula/parse-formula.ts'
import type { FactSheet } from '../problem.ts'
import { graver } from './levels.ts'
import type { GradingScopes } from './grading-scope.ts'

/** One measure of one scale at both ends of the facts. */
export interface MeasuredLevel {
  readonly scale: Scale
  readonly measure: ScaleMeasure
  /** Low-end value, null when unknown. */
  readonly value: number | null
  readonly level: Level | null
  readonly highLevel: Level | null
  readonly evidence: EvidenceMark
  /** True when a fact of the measure is known as a range only. */
  readonly isRange: boolean
}

/** Applies every scale bound to the type. Unknown facts count for nothing. */
export function measureLevels(scales: readonly Scale[], facts: FactSheet, scopes: GradingScopes): MeasuredLevel[] {
  return scales
    .filter((scale) => scale.types.includes(facts.type) && isTrue(scale.when, scopes.low))
    .flatMap((scale) => scale.measures.map((measure) => measureOne(scale, measure, facts, scopes)))
}

/** The gravest level of a list, at the low or the high ends. */
export function gravestOf(levels: readonly (Level | null)[]): Level | null {
  return levels.reduce<Level | null>((found, level) => graver(found, level), null)
}

function measureOne(scale: Scale, measure: ScaleMeasure, facts: FactSheet, scopes: GradingScopes): MeasuredLevel {
  const low = boundReached(measure, scopes.low)
  const high = boundReached(measure, scopes.high)
  return {
    scale,
    measure,
    value: valueOf(measure, scopes.low),
    level: low?.level ?? null,
    highLevel: graver(low?.level ?? null, high?.level ?? null),
    evidence: low?.evidence ?? scale.evidence,
    isRange: usesRange(measure, facts),
  }
}

function boundReached(measure: ScaleMeasure, scope: FormulaScope): ScaleMeasure['bounds'][number] | undefined {
  const value = valueOf(measure, scope)
  if (value === null || !isTrue(measure.when, scope)) return undefined
  return measure.bounds.find((bound) => value >= bound.atLeast && isTrue(bound.when, scope))
}

function valueOf(measure: ScaleMeasure, scope: FormulaScope): number | null {
  const value = evaluateFormula(measure.measure ?? measure.fact, scope)
  return typeof value === 'number' ? value : null
}

function usesRange(measure: ScaleMeasure, { facts }: FactSheet): boolean {
  const names = namesIn(parseFormula(measure.measure ?? measure.fact))
  return Object.entries(facts).some(([key, range]) => names.includes(key) && range.min !== range.max)
}
