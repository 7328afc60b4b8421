/** Stable codes of everything that can be wrong with a formula. */
type FormulaErrorCode =
  | 'formula-syntax'
  | 'formula-too-long'
  | 'formula-forbidden'
  | 'formula-unknown-name'
  | 'formula-wrong-kind'
  | 'formula-division-by-zero'
  | 'formula-out-of-range'

/** A formula of a parameter file or contingency plan that cannot be evaluated: a fault of the file, never of the incident. */
export class FormulaError extends Error {
  readonly code: FormulaErrorCode
  readonly formula: string

  constructor(code: FormulaErrorCode, formula: string, detail: string) {
    super(`${code}: ${detail} in "${formula.slice(0, 200)}"`)
    this.name = 'FormulaError'
    this.code = code
    this.formula = formula
  }
}
