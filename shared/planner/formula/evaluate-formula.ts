import { FormulaError } from './formula-error.ts'
import { namesIn, parseFormula, type BinaryOperator, type FormulaNode, type FormulaValue } from './parse-formula.ts'

/** Named values a formula may use; null = unknown. Names outside the scope are a fault of the formula. */
export type FormulaScope = Readonly<Record<string, FormulaValue>>

/**
 * Evaluates a formula. Unknown values stay unknown: arithmetic and comparisons with null give null, `&&` and `||` follow
 * three-valued logic, an unknown condition of `?:` gives null, and only `known(x)` turns unknown into false.
 * Throws `FormulaError`.
 */
export function evaluateFormula(source: string, scope: FormulaScope): FormulaValue {
  return evaluate(parseFormula(source), { source, scope })
}

/** True only when a condition certainly holds; unknown is not true. An absent condition always holds. */
export function isTrue(source: string | undefined, scope: FormulaScope): boolean {
  return source === undefined || evaluateFormula(source, scope) === true
}

/** The values of exactly the names a formula uses, for the `inputs` of a demand. */
export function inputsOf(source: string, scope: FormulaScope): Record<string, FormulaValue> {
  const names = namesIn(parseFormula(source))
  return Object.fromEntries(names.map((name) => [name, lookUp(name, { source, scope })]))
}

interface Context {
  readonly source: string
  readonly scope: FormulaScope
}

function evaluate(node: FormulaNode, context: Context): FormulaValue {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'name':
      return lookUp(node.name, context)
    case 'unary':
      return applyUnary(node, context)
    case 'binary':
      return applyBinary(node, context)
    case 'choice':
      return choose(node, context)
    case 'call':
      return call(node, context)
  }
}

function lookUp(name: string, { source, scope }: Context): FormulaValue {
  const value = Object.hasOwn(scope, name) ? scope[name] : undefined
  if (value === undefined) throw new FormulaError('formula-unknown-name', source, `"${name}"`)
  return Number.isNaN(value) ? null : value
}

function choose(node: FormulaNode & { kind: 'choice' }, context: Context): FormulaValue {
  const test = truthOf(evaluate(node.test, context), context)
  if (test === null) return null
  return evaluate(test ? node.yes : node.no, context)
}

function applyUnary(node: FormulaNode & { kind: 'unary' }, context: Context): FormulaValue {
  const value = evaluate(node.operand, context)
  if (value === null) return null
  if (node.operator === '!') return !truthOf(value, context)
  return node.operator === '-' ? -numberOf(value, context) : numberOf(value, context)
}

function applyBinary(node: FormulaNode & { kind: 'binary' }, context: Context): FormulaValue {
  if (node.operator === '&&' || node.operator === '||') return applyLogic(node, context)
  const left = evaluate(node.left, context)
  const right = evaluate(node.right, context)
  if (left === null || right === null) return null
  if (node.operator === '==') return left === right
  if (node.operator === '!=') return left !== right
  return calculate(node.operator, { left: numberOf(left, context), right: numberOf(right, context) }, context)
}

function applyLogic(node: FormulaNode & { kind: 'binary' }, context: Context): boolean | null {
  const decisive = node.operator === '||'
  const left = truthOf(evaluate(node.left, context), context)
  if (left === decisive) return decisive
  const right = truthOf(evaluate(node.right, context), context)
  if (right === decisive) return decisive
  return left === null || right === null ? null : !decisive
}

function calculate(
  operator: BinaryOperator,
  { left, right }: { left: number; right: number },
  context: Context,
): FormulaValue {
  if ((operator === '/' || operator === '%') && right === 0) {
    throw new FormulaError('formula-division-by-zero', context.source, operator)
  }
  const given = [left, right]
  switch (operator) {
    case '+':
      return inRange(left + right, given, context)
    case '-':
      return inRange(left - right, given, context)
    case '*':
      return inRange(left * right, given, context)
    case '/':
      return inRange(left / right, given, context)
    case '%':
      return inRange(left % right, given, context)
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    default:
      throw new FormulaError('formula-forbidden', context.source, operator)
  }
}

function call(node: FormulaNode & { kind: 'call' }, context: Context): FormulaValue {
  const values = node.values.map((value) => evaluate(value, context))
  const [first = null] = values
  if (node.name === 'known') return requireCount(values, 1, context) && first !== null
  const numbers = values.flatMap((value) => (value === null ? [] : [numberOf(value, context)]))
  if (numbers.length < values.length) return null
  if (node.name === 'min' || node.name === 'max') {
    requireCount(values, Math.max(1, values.length), context)
    return Math[node.name](...numbers)
  }
  requireCount(values, 1, context)
  const value = numberOf(first, context)
  return inRange(Math[node.name](value), [value], context)
}

/**
 * A computed number. A fact known as "at least" has no upper end (infinite); what cannot be said of it is unknown. Without
 * such a fact a number that overflows, or is none (the root of -1), is a fault of the formula.
 */
function inRange(value: number, given: readonly number[], context: Context): number | null {
  if (Number.isFinite(value)) return value
  if (given.every((operand) => Number.isFinite(operand)))
    throw new FormulaError('formula-out-of-range', context.source, String(value))
  return Number.isNaN(value) ? null : value
}

function requireCount(values: readonly FormulaValue[], wanted: number, context: Context): true {
  if (values.length !== wanted)
    throw new FormulaError('formula-wrong-kind', context.source, `${values.length} values given, ${wanted} wanted`)
  return true
}

function numberOf(value: FormulaValue, context: Context): number {
  if (typeof value !== 'number')
    throw new FormulaError('formula-wrong-kind', context.source, `${String(value)} is not a number`)
  return value
}

function truthOf(value: FormulaValue, context: Context): boolean | null {
  if (value === null || typeof value === 'boolean') return value
  throw new FormulaError('formula-wrong-kind', context.source, `${String(value)} is not true or false`)
}
