import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { evaluateFormula, isTrue } from '../formula/evaluate-formula.ts'
import { FormulaError } from '../formula/formula-error.ts'
import type { FormulaValue } from '../formula/parse-formula.ts'
import { formulasOf, type PlanFormula, type PlanPath } from './plan-formulas.ts'
import { unknownPlaceholders } from './plan-placeholders.ts'
import { knownScope, unknownScope } from './unknown-scope.ts'

/** Something in a plan that would break planning with it; `message` names what is wrong and what to do. */
export interface PlanFault {
  readonly code: 'plan-invalid' | 'plan-formula-invalid'
  readonly path: PlanPath
  readonly value: string
  readonly message: string
}

/**
 * What a whole, well-formed plan can still have wrong: one name used twice, a mark in braces that nothing fills, or a
 * formula that cannot be worked out.
 */
export function planFaults(plan: ContingencyPlan): PlanFault[] {
  return [
    ...repeatedNames(plan),
    ...unfilledMarks(plan),
    ...formulasOf(plan).flatMap((formula) => faultOf(formula, plan.types)),
  ]
}

function unfilledMarks(plan: ContingencyPlan): PlanFault[] {
  return unknownPlaceholders(plan).map(({ path, mark, allowed }) => {
    const usable = allowed.map((name) => `{${name}}`).join('、')
    const message = `花括号里的“${mark.slice(0, 40)}”没有可填的内容，不能下令；请删去，或改用 ${usable} 之一`
    return { code: 'plan-invalid', path, value: mark.slice(0, 40), message }
  })
}

interface Named {
  readonly name: string
  readonly path: PlanPath
}

function repeatedNames(plan: ContingencyPlan): PlanFault[] {
  const named = <T>(path: PlanPath, items: readonly T[], key: string, nameOf: (item: T) => string): Named[] =>
    items.map((item, index) => ({ name: nameOf(item), path: [...path, index, key] }))
  const chapters = plan.chapters.flatMap((chapter, index) => {
    const path = ['chapters', index]
    return [
      chapter.phases.flatMap(({ actions }, phase) =>
        named([...path, 'phases', phase, 'actions'], actions, 'code', ({ code }) => code),
      ),
      named([...path, 'phases'], chapter.phases, 'id', ({ id }) => id),
      named([...path, 'mustNot'], chapter.mustNot, 'code', ({ code }) => code),
      named([...path, 'decisionPoints'], chapter.decisionPoints, 'id', ({ id }) => id),
      named([...path, 'withdrawal', 'triggers'], chapter.withdrawal.triggers, 'code', ({ code }) => code),
      named([...path, 'firstOrders'], chapter.firstOrders, 'id', ({ id }) => id),
    ]
  })
  const lists = [
    named(['startConditions'], plan.startConditions, 'code', ({ code }) => code),
    named(['responseLevels'], plan.responseLevels, 'level', ({ level }) => level),
    named(['posts'], plan.posts, 'post', ({ post, hq }) => `${post} ${hq}`),
    named(['workGroups'], plan.workGroups, 'code', ({ code, hq }) => `${code} ${hq}`),
    named(['demands'], plan.demands, 'id', ({ id }) => id),
    named(['reporting'], plan.reporting, 'code', ({ code }) => code),
    named(['chapters'], plan.chapters, 'id', ({ id }) => id),
    ...chapters,
  ]
  return lists.flatMap(repeatedIn)
}

function repeatedIn(list: readonly Named[]): PlanFault[] {
  const seen = new Set<string>()
  return list.flatMap(({ name, path }) => {
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const message = `“${name}”重复；同一处每个编号只能用一次，请改名或删去一条`
    return [{ code: 'plan-invalid', path, value: name, message }]
  })
}

/** A formula is tried for every type of the plan, with nothing known and with everything known. */
function faultOf(formula: PlanFormula, types: readonly IncidentType[]): PlanFault[] {
  const { source, path, place } = formula
  for (const type of types) {
    const nothing = unknownScope(type, place)
    for (const scope of [nothing, knownScope(type, place)]) {
      const reason = reasonOf(formula, scope, scope === nothing)
      if (reason !== null) return [{ code: 'plan-formula-invalid', path, value: source.slice(0, 200), message: reason }]
    }
  }
  return []
}

function reasonOf(formula: PlanFormula, scope: Parameters<typeof isTrue>[1], nothingKnown: boolean): string | null {
  try {
    const value = evaluateFormula(formula.source, scope)
    return isFit(formula, value, nothingKnown && isTrue(formula.onlyWhen, scope))
      ? null
      : '公式的结果不对：条件应得出真假，数量应得出数字（事实全部未知时也要有数），请改写'
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    // A sample value may well be 0 under a fraction; whether that can happen is the writer's to say.
    if (error.code === 'formula-division-by-zero' && !nothingKnown) return null
    return formulaFaultWords(error)
  }
}

/** A fault of a formula in words, with what to do about it. */
export function formulaFaultWords(error: FormulaError): string {
  return `${REASONS[error.code]}（${error.message.slice(0, 160)}）`
}

function isFit({ wants }: PlanFormula, value: FormulaValue, mustCount: boolean): boolean {
  if (wants === 'truth') return value === null || typeof value === 'boolean'
  return (typeof value === 'number' && Number.isFinite(value)) || (value === null && !mustCount)
}

const REASONS: Readonly<Record<FormulaError['code'], string>> = {
  'formula-syntax': '公式写法有误，请检查括号、引号和运算符',
  'formula-too-long': '公式太长，请拆成几条',
  'formula-forbidden': '公式里有不允许的写法；只能用事实名、数字、文字、四则、比较、逻辑、?: 和列出的函数',
  'formula-unknown-name': '公式里有不认识的名称，请改用可用的事实名',
  'formula-wrong-kind': '公式把数字、文字或真假混用，请改写',
  'formula-division-by-zero': '公式会除以零，请改写',
  'formula-out-of-range': '公式算出的数超出范围，请改写',
}
