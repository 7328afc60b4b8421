import { evaluateFormula, type FormulaScope } from '../formula/evaluate-formula.ts'

/** Words for the evidence of a figure. */
export const EVIDENCE_NAMES = {
  seed: '规划原文',
  found: '公开资料',
  derived: '由已知数推算',
  design: '设计取值',
  unverified: '未核实，可在参数中修改',
} as const

/** A quantity is a number by construction of the file; an unknown one is a fault of the formula. */
export function supplyQuantity(formula: string, scope: FormulaScope): number {
  const value = evaluateFormula(formula, scope)
  if (typeof value !== 'number') throw new Error(`supply formula gives no number: ${formula}`)
  return Math.round(value * 100) / 100
}
