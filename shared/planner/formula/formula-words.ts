import { inputName } from '../../text/input-names.ts'
import { parseFormula, type BinaryOperator, type FormulaNode } from './parse-formula.ts'

const OPERATOR_WORDS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '&&': ' 且 ',
  '||': ' 或 ',
  '==': '为',
  '!=': '不为',
  '>=': '≥',
  '<=': '≤',
}

/** A condition in words for people who read no formulas: `停供时间（小时）≥48`. Throws `FormulaError`. */
export function formulaWords(source: string): string {
  return wordsOf(parseFormula(source))
}

function wordsOf(node: FormulaNode): string {
  switch (node.kind) {
    case 'value':
      return node.value === true ? '是' : node.value === false ? '否' : String(node.value)
    case 'name':
      return inputName(node.name)
    case 'unary':
      return node.operator === '!' ? `不满足“${wordsOf(node.operand)}”` : `${node.operator}${wordsOf(node.operand)}`
    case 'binary':
      return binaryWords(node)
    case 'choice':
      return `${wordsOf(node.test)}时${wordsOf(node.yes)}，否则${wordsOf(node.no)}`
    case 'call':
      return node.name === 'known'
        ? `${node.values.map(wordsOf).join('、')}已知`
        : `${node.name}(${node.values.map(wordsOf).join('、')})`
  }
}

/** `known(x) && x >= 3` says no more to a reader than `x ≥ 3`. */
function binaryWords({ operator, left, right }: FormulaNode & { kind: 'binary' }): string {
  const guard = operator === '&&' && left.kind === 'call' && left.name === 'known' ? left.values[0] : undefined
  if (guard?.kind === 'name' && wordsOf(right).includes(wordsOf(guard))) return wordsOf(right)
  return `${wordsOf(left)}${OPERATOR_WORDS[operator] ?? operator}${wordsOf(right)}`
}
