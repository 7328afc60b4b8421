import { FormulaError } from '../../planner/formula/formula-error.ts'
import { formulaWords } from '../../planner/formula/formula-words.ts'
import { CHINESE_FORMULAS } from '../formula-wording.ts'

/** A formula of the parameters in Chinese; as it is written where it has a fault. */
export function formulaText(source: string): string {
  try {
    return formulaWords(source, CHINESE_FORMULAS)
  } catch (error) {
    if (error instanceof FormulaError) return source
    throw error
  }
}
