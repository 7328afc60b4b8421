import jsep from 'jsep'
import { FormulaError } from './formula-error.ts'
import { requirePlainText } from './require-plain-text.ts'

/** A value inside a formula; null = unknown. */
export type FormulaValue = number | string | boolean | null

/** The functions a formula may call. */
const FORMULA_FUNCTIONS = ['min', 'max', 'ceil', 'floor', 'round', 'abs', 'sqrt', 'known'] as const
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number]

const UNARY = ['-', '+', '!'] as const
const BINARY = ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'] as const
type UnaryOperator = (typeof UNARY)[number]
export type BinaryOperator = (typeof BINARY)[number]

/** A formula after the whitelist: nothing else can be evaluated. */
export type FormulaNode =
  | { readonly kind: 'value'; readonly value: FormulaValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: FormulaNode
      readonly right: FormulaNode
    }
  | { readonly kind: 'choice'; readonly test: FormulaNode; readonly yes: FormulaNode; readonly no: FormulaNode }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly values: readonly FormulaNode[] }

/** Most parts of a formula; with no loops and no calls of its own, this bounds the work of evaluating it. */
const MAX_FORMULA_PARTS = 200

/**
 * Reads a formula such as `max(2, ceil(trapped / 4))`. Allowed: numbers, texts, true, false, names, + - * / %,
 * comparisons, && || !, ?: and the listed functions; no member access, arrays, assignments or other calls.
 * Throws `FormulaError`, and nothing else whatever the text.
 */
export function parseFormula(source: string): FormulaNode {
  requirePlainText(source)
  const node = convert(parseText(source), source)
  const parts = partsIn(node)
  if (parts > MAX_FORMULA_PARTS) throw new FormulaError('formula-too-long', source, `${parts} parts`)
  return node
}

/** Names a formula uses, each once, in order of first use. */
export function namesIn(node: FormulaNode): string[] {
  return node.kind === 'name' ? [node.name] : [...new Set(childrenOf(node).flatMap(namesIn))]
}

function partsIn(node: FormulaNode): number {
  return 1 + childrenOf(node).reduce((sum, child) => sum + partsIn(child), 0)
}

function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'value':
    case 'name':
      return []
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'choice':
      return [node.test, node.yes, node.no]
    case 'call':
      return node.values
  }
}

function parseText(source: string): jsep.Expression {
  try {
    return jsep(source)
  } catch (error) {
    throw new FormulaError('formula-syntax', source, error instanceof Error ? error.message : String(error))
  }
}

function convert(node: unknown, source: string): FormulaNode {
  const parts = partsOf(node, source)
  const child = (key: string): FormulaNode => convert(parts[key], source)
  switch (parts['type']) {
    case 'Literal':
      return { kind: 'value', value: literalOf(parts['value'], source) }
    case 'Identifier':
      return { kind: 'name', name: String(parts['name']) }
    case 'UnaryExpression':
      return { kind: 'unary', operator: pick(UNARY, parts['operator'], source), operand: child('argument') }
    case 'BinaryExpression':
      return {
        kind: 'binary',
        operator: pick(BINARY, parts['operator'], source),
        left: child('left'),
        right: child('right'),
      }
    case 'ConditionalExpression':
      return { kind: 'choice', test: child('test'), yes: child('consequent'), no: child('alternate') }
    case 'CallExpression':
      return convertCall(parts, source)
    default:
      throw new FormulaError('formula-forbidden', source, String(parts['type']))
  }
}

function convertCall(parts: Readonly<Record<string, unknown>>, source: string): FormulaNode {
  const callee = partsOf(parts['callee'], source)
  if (callee['type'] !== 'Identifier' || parts['optional'] === true)
    throw new FormulaError('formula-forbidden', source, 'call of a computed function')
  const values = Array.isArray(parts['arguments']) ? parts['arguments'] : []
  return {
    kind: 'call',
    name: pick(FORMULA_FUNCTIONS, callee['name'], source),
    values: values.map((value) => convert(value, source)),
  }
}

/** The fields of a parsed node as unknown values, so that each is checked before use. */
function partsOf(node: unknown, source: string): Readonly<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) throw new FormulaError('formula-syntax', source, 'missing part')
  return { ...node }
}

function literalOf(value: unknown, source: string): FormulaValue {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new FormulaError('formula-out-of-range', source, 'a number too large to hold')
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  throw new FormulaError('formula-forbidden', source, `literal ${String(value)}`)
}

function pick<const K extends string>(allowed: readonly K[], value: unknown, source: string): K {
  const found = allowed.find((entry) => entry === value)
  if (found === undefined) throw new FormulaError('formula-forbidden', source, `"${String(value)}"`)
  return found
}
