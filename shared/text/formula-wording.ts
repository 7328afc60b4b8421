import type { FormulaPhrase, FormulaVocabulary } from '../planner/formula/formula-words.ts'
import { inputName } from './input-names.ts'
import { fillWording } from './wording.ts'

/** What formulas say in Chinese, with the value names of `FormulaVocabulary.say`. */
export const FORMULA_WORDING = {
  yes: '是',
  no: '否',
  known: '{name}已知',
  unknown: '{name}未知',
  not: '不满足（{inner}）',
  and: '且',
  or: '或',
  choice: '若 {test}：{yes}，否则：{no}',
  listMark: '、',
  max: '取大（{values}）',
  min: '取小（{values}）',
  ceil: '进一取整（{values}）',
  floor: '去尾取整（{values}）',
  round: '四舍五入（{values}）',
  abs: '绝对值（{values}）',
  sqrt: '平方根（{values}）',
} as const satisfies Record<FormulaPhrase, string>

/** Formulas in Chinese for who only reads them. */
export const CHINESE_FORMULAS: FormulaVocabulary = {
  nameOf: inputName,
  say: (phrase, values = {}) => fillWording(FORMULA_WORDING[phrase], values),
  hidesGuards: true,
}
