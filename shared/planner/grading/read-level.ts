import type { LevelReading } from '../../domain/plan/level-reading.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { evaluateFormula, inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { formulaWords } from '../formula/formula-words.ts'
import { CHINESE_FORMULAS } from '../../text/formula-wording.ts'
import { makeReason } from '../reason.ts'
import { amountText } from './amount-text.ts'
import type { GradingScopes } from './grading-scope.ts'
import { graver, LEVEL_SIGNS } from './levels.ts'
import type { MeasuredLevel } from './measure-level.ts'

type Bound = MeasuredLevel['measure']['bounds'][number]

/** One measure as a row for people: its bounds in words, which is reached, and what is missing to the next graver one. */
export function readLevel(entry: MeasuredLevel, scopes: GradingScopes): LevelReading {
  const { scale, measure, level } = entry
  return {
    scaleId: scale.id,
    scale: scale.name,
    source: scale.source,
    fact: measure.fact,
    name: measure.name,
    known: knownText(entry, scopes),
    reached: level,
    bounds: measure.bounds.map((bound) => ({
      level: bound.level,
      text: `${amountText(bound.atLeast, measure.unit)}以上${bound.when === undefined ? '' : `（${formulaWords(bound.when, CHINESE_FORMULAS)}）`}`,
      evidence: bound.evidence ?? scale.evidence,
      state: stateOf(bound, entry, scopes),
    })),
    next: nextText(entry, scopes),
  }
}

function stateOf(
  bound: Bound,
  entry: MeasuredLevel,
  { low, high }: GradingScopes,
): LevelReading['bounds'][number]['state'] {
  const { measure, value } = entry
  if (!isTrue(measure.when, low)) return 'not'
  if (holds(bound, value, low)) return 'reached'
  const highValue = valueAt(measure, high)
  if (holds(bound, highValue, high)) return 'mayBe'
  const isNumberOpen = value === null && highValue === null
  const isConditionOpen =
    value !== null && value >= bound.atLeast && bound.when !== undefined && hangsOnUnknown(bound.when, low)
  return isNumberOpen || isConditionOpen ? 'unknown' : 'not'
}

function holds(bound: Bound, value: number | null, scope: FormulaScope): boolean {
  return value !== null && value >= bound.atLeast && isTrue(bound.when, scope)
}

function nextText(entry: MeasuredLevel, scopes: GradingScopes): string {
  const { measure, value, level, highLevel } = entry
  if (!isTrue(measure.when, scopes.low))
    return makeReason('level-next-idle', { condition: formulaWords(measure.when ?? '', CHINESE_FORMULAS) }).text
  const next = measure.bounds.filter((bound) => isGraver(bound.level, level)).at(-1)
  if (next === undefined) return makeReason('level-next-highest').text
  const sign = LEVEL_SIGNS[next.level]
  if (highLevel !== null && isGraver(highLevel, level))
    return makeReason('level-next-range', { level: LEVEL_SIGNS[highLevel] }).text
  if (value === null)
    return makeReason('level-next-unknown', { atLeast: amountText(next.atLeast, measure.unit), level: sign }).text
  if (value < next.atLeast) {
    const more = Math.round((next.atLeast - value) * 10_000) / 10_000
    return makeReason('level-next-number', { more: amountText(more, measure.unit), level: sign }).text
  }
  return makeReason('level-next-condition', { condition: formulaWords(next.when ?? '', CHINESE_FORMULAS), level: sign })
    .text
}

function knownText({ measure, value }: MeasuredLevel, scopes: GradingScopes): string {
  const high = valueAt(measure, scopes.high)
  if (value === null) return high === null || high === Infinity ? '未知' : `不超过${amountText(high, measure.unit)}`
  if (high === Infinity) return `至少${amountText(value, measure.unit)}`
  if (high === null || high === value) return amountText(value, measure.unit)
  return `${amountText(value, measure.unit)}至${amountText(high, measure.unit)}`
}

function valueAt(measure: MeasuredLevel['measure'], scope: FormulaScope): number | null {
  const value = evaluateFormula(measure.measure ?? measure.fact, scope)
  return typeof value === 'number' ? value : null
}

function hangsOnUnknown(when: string, scope: FormulaScope): boolean {
  return Object.values(inputsOf(when, scope)).includes(null)
}

function isGraver(candidate: Level, level: Level | null): boolean {
  return candidate !== level && graver(candidate, level) === candidate
}
