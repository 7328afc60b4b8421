import { evaluateFormula, type FormulaScope } from '#shared/planner/formula/evaluate-formula.ts'
import { FormulaError } from '#shared/planner/formula/formula-error.ts'
import type { FormulaValue } from '#shared/planner/formula/parse-formula.ts'
import { formulaFaultWords } from '#shared/planner/library/plan-faults.ts'
import { unknownScope, type FormulaPlace } from '#shared/planner/library/unknown-scope.ts'

/** What a formula gives with some facts. */
export type TrialOutcome =
  { readonly kind: 'value'; readonly value: FormulaValue } | { readonly kind: 'fault'; readonly message: string }

/** Works a formula out with facts as they were typed; an empty one is unknown. `words` are the words for yes and no. */
export function tryFormula(
  formula: string,
  place: FormulaPlace,
  facts: Readonly<Record<string, string>>,
  words: { readonly yes: string; readonly no: string },
): TrialOutcome {
  // Everything about hazardous goods is unknown rather than absent: whoever tries it says what is known.
  const nothing = Object.keys(unknownScope('hazmat_road', place))
  const scope: FormulaScope = Object.fromEntries(nothing.map((name) => [name, entered(facts[name] ?? '', words)]))
  try {
    return { kind: 'value', value: evaluateFormula(formula, scope) }
  } catch (error) {
    if (error instanceof FormulaError) return { kind: 'fault', message: formulaFaultWords(error) }
    throw error
  }
}

function entered(typed: string, words: { readonly yes: string; readonly no: string }): FormulaValue {
  const value = typed.trim()
  if (value === '') return null
  if (value === words.yes || value === 'true') return true
  if (value === words.no || value === 'false') return false
  const number = Number(value)
  return Number.isFinite(number) ? number : value
}
