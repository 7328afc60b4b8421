import { parseFormula, type BinaryOperator, type FormulaFunction, type FormulaNode } from './parse-formula.ts'

/** Everything a formula says besides names, numbers and signs. */
export type FormulaPhrase = FormulaFunction | 'unknown' | 'not' | 'and' | 'or' | 'yes' | 'no' | 'choice' | 'listMark'

/** One language for formulas. */
export interface FormulaVocabulary {
  readonly nameOf: (name: string) => string
  /** Values by phrase: `name` (known, unknown), `inner` (not), `test`, `yes`, `no` (choice), `values` (calls). */
  readonly say: (phrase: FormulaPhrase, values?: Readonly<Record<string, string>>) => string
  /** Leaves out `known(x)` before a comparison of `x`: it says no more to who only reads. */
  readonly hidesGuards: boolean
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
const TIGHTEST = 7

/** A formula in words for people who read no formulas: `停供时间（小时） ≥ 48`. Throws `FormulaError`. */
export function formulaWords(source: string, vocabulary: FormulaVocabulary): string {
  return wordsOf(parseFormula(source), vocabulary)
}

function wordsOf(node: FormulaNode, words: FormulaVocabulary): string {
  switch (node.kind) {
    case 'value':
      return typeof node.value === 'boolean' ? words.say(node.value ? 'yes' : 'no') : String(node.value)
    case 'name':
      return words.nameOf(node.name)
    case 'unary':
      return unaryWords(node, words)
    case 'binary':
      return binaryWords(node, words)
    case 'choice': {
      const { test, yes, no } = node
      return words.say('choice', { test: wordsOf(test, words), yes: wordsOf(yes, words), no: wordsOf(no, words) })
    }
    case 'call':
      return callWords(node, words)
  }
}

function unaryWords({ operand, operator }: FormulaNode & { kind: 'unary' }, words: FormulaVocabulary): string {
  if (operator !== '!') return `${operator === '-' ? '−' : ''}${bracketed(operand, TIGHTEST, words)}`
  return operand.kind === 'call' && operand.name === 'known'
    ? words.say('unknown', { name: valuesOf(operand, words) })
    : words.say('not', { inner: wordsOf(operand, words) })
}

function binaryWords({ operator, left, right }: FormulaNode & { kind: 'binary' }, words: FormulaVocabulary): string {
  if (words.hidesGuards && operator === '&&' && isGuardOf(left, right, words)) return wordsOf(right, words)
  const first = bracketed(left, RANK[operator], words)
  const second = bracketed(right, RANK[operator] + 1, words)
  if (operator === '&&') return `${first} ${words.say('and')} ${second}`
  if (operator === '||') return `${first} ${words.say('or')} ${second}`
  return `${first} ${SIGNS[operator]} ${second}`
}

function isGuardOf(left: FormulaNode, right: FormulaNode, words: FormulaVocabulary): boolean {
  const guarded = left.kind === 'call' && left.name === 'known' ? left.values[0] : undefined
  return guarded?.kind === 'name' && wordsOf(right, words).includes(wordsOf(guarded, words))
}

function callWords(node: FormulaNode & { kind: 'call' }, words: FormulaVocabulary): string {
  const values = valuesOf(node, words)
  return node.name === 'known' ? words.say('known', { name: values }) : words.say(node.name, { values })
}

function valuesOf({ values }: FormulaNode & { kind: 'call' }, words: FormulaVocabulary): string {
  return values.map((value) => wordsOf(value, words)).join(words.say('listMark'))
}

function bracketed(node: FormulaNode, rank: number, words: FormulaVocabulary): string {
  const isLoose = node.kind === 'choice' || (node.kind === 'binary' && RANK[node.operator] < rank)
  return isLoose ? `(${wordsOf(node, words)})` : wordsOf(node, words)
}
