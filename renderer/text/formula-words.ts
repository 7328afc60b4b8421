import { FormulaError } from '#shared/planner/formula/formula-error.ts'
import { namesIn, parseFormula, type BinaryOperator, type FormulaNode } from '#shared/planner/formula/parse-formula.ts'
import { KNOWN_FACTS } from '#shared/domain/incident.ts'
import type { Text } from './text.ts'
import { zhCN } from './zh-CN.ts'

/** A formula in words, or null when it has a fault. */
export function formulaWords(source: string, text: Text): string | null {
  try {
    return wordsOf(parseFormula(source), text)
  } catch (error) {
    if (error instanceof FormulaError) return null
    throw error
  }
}

/** Names a formula uses; none when it has a fault. */
export function formulaNames(source: string): readonly string[] {
  try {
    return namesIn(parseFormula(source))
  } catch (error) {
    if (error instanceof FormulaError) return []
    throw error
  }
}

/** What a name of a formula is called on the screen; an unknown name stands as it is written. */
export function formulaName(name: string, text: Text): string {
  const fact = KNOWN_FACTS.find((known) => known === name)
  if (fact !== undefined) return text(`fact.${fact}`)
  return isNamed(name) ? text(`factName.${name}`) : name
}

function isNamed(name: string): name is keyof typeof zhCN.factName {
  return Object.hasOwn(zhCN.factName, name)
}

const SIGNS: Readonly<Record<Exclude<BinaryOperator, '&&' | '||'>, string>> = {
  ...{ '+': '+', '-': '−', '*': '×', '/': '÷', '%': '%' },
  ...{ '==': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' },
}

/** How tightly an operator binds: a looser one inside a tighter one stands in brackets. */
const RANK: Readonly<Record<BinaryOperator, number>> = {
  ...{ '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 },
}

function wordsOf(node: FormulaNode, text: Text): string {
  switch (node.kind) {
    case 'value':
      return typeof node.value === 'boolean'
        ? text(node.value ? 'formulaWords.yes' : 'formulaWords.no')
        : `${node.value}`
    case 'name':
      return formulaName(node.name, text)
    case 'unary':
      return unaryWords(node, text)
    case 'binary':
      return binaryWords(node, text)
    case 'choice':
      return text('formulaWords.choice', {
        test: wordsOf(node.test, text),
        yes: wordsOf(node.yes, text),
        no: wordsOf(node.no, text),
      })
    case 'call':
      return callWords(node, text)
  }
}

function unaryWords(node: FormulaNode & { kind: 'unary' }, text: Text): string {
  const { operand, operator } = node
  if (operator !== '!') return `${operator === '-' ? '−' : ''}${bracketed(operand, 7, text)}`
  if (operand.kind === 'call' && operand.name === 'known')
    return text('formulaWords.unknown', { name: valuesOf(operand, text) })
  return text('formulaWords.not', { inner: wordsOf(operand, text) })
}

function binaryWords({ operator, left, right }: FormulaNode & { kind: 'binary' }, text: Text): string {
  const rank = RANK[operator]
  const first = bracketed(left, rank, text)
  const second = bracketed(right, rank + 1, text)
  if (operator === '&&') return `${first} ${text('formulaWords.and')} ${second}`
  if (operator === '||') return `${first} ${text('formulaWords.or')} ${second}`
  return `${first} ${SIGNS[operator]} ${second}`
}

function callWords(node: FormulaNode & { kind: 'call' }, text: Text): string {
  const values = valuesOf(node, text)
  return node.name === 'known'
    ? text('formulaWords.known', { name: values })
    : text(`formulaWords.${node.name}`, { values })
}

function valuesOf({ values }: FormulaNode & { kind: 'call' }, text: Text): string {
  return values.map((value) => wordsOf(value, text)).join(text('formulaWords.listMark'))
}

function bracketed(node: FormulaNode, rank: number, text: Text): string {
  const words = wordsOf(node, text)
  const loose = node.kind === 'choice' || (node.kind === 'binary' && RANK[node.operator] < rank)
  return loose ? `(${words})` : words
}
