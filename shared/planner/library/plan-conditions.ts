import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { describeInput } from '../../text/input-names.ts'
import { evaluateFormula, inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { LEVEL_ORDER, LEVEL_SIGNS } from '../grading/levels.ts'
import { makeReason } from '../reason.ts'

/** What stands against a plan by its own condition; null when it holds or there is none. Unknown counts as not met, and says so. */
export function conditionAgainst({ appliesWhen, title }: ContingencyPlan, scope: FormulaScope): Reason | null {
  if (appliesWhen === undefined) return null
  const fault = faultOf({ text: title, when: appliesWhen }, scope)
  if (fault !== null) return fault
  if (isTrue(appliesWhen, scope)) return null
  const missing = unknownIn(appliesWhen, scope)
  const facts = { condition: appliesWhen, inputs: wordsOf(appliesWhen, scope) }
  return missing.length === 0
    ? makeReason('plan-condition-false', facts)
    : makeReason('plan-condition-open', { ...facts, missing })
}

/** The condition, start conditions and response level of a plan that the facts meet, and which of them are still open. */
export function conditionsFor(plan: ContingencyPlan, scope: FormulaScope): Reason[] {
  return [
    ...(plan.appliesWhen === undefined
      ? []
      : [
          makeReason('plan-condition-true', {
            condition: plan.appliesWhen,
            inputs: wordsOf(plan.appliesWhen, scope, true),
          }),
        ]),
    ...startReasons(plan, scope),
    ...levelReasons(plan, scope),
  ]
}

function startReasons({ startConditions }: ContingencyPlan, scope: FormulaScope): Reason[] {
  const { sound, faults } = withoutFaults(startConditions, scope)
  const formulas = sound.flatMap(({ code, text, when, basis }) =>
    when === undefined ? [] : [{ code, text, when, basis }],
  )
  const met = formulas.filter(({ when }) => isTrue(when, scope))
  const open = formulas.filter(({ when }) => !isTrue(when, scope) && unknownIn(when, scope).length > 0)
  const judged = startConditions.filter(({ when }) => when === undefined)
  return [
    ...met.map(({ code, text, when, basis }) =>
      makeReason('plan-start-met', { code, text, condition: when, inputs: wordsOf(when, scope, true) }, basis.source),
    ),
    ...(open.length === 0
      ? []
      : [
          makeReason('plan-start-open', {
            texts: open.map(({ text, when }) => `${text}（${unknownIn(when, scope).join('、')}）`),
          }),
        ]),
    ...(judged.length === 0 || met.length > 0
      ? []
      : [makeReason('plan-start-judged', { texts: judged.map(({ text }) => text) })]),
    ...faults,
  ]
}

/** The gravest response level of the plan whose numbers the facts reach: a suggestion to who decides it. */
function levelReasons({ responseLevels }: ContingencyPlan, scope: FormulaScope): Reason[] {
  const { sound, faults } = withoutFaults(responseLevels, scope)
  const reached = sound.filter(({ when }) => when !== undefined && isTrue(when, scope))
  const gravest = LEVEL_ORDER.flatMap((level) => reached.find((step) => step.level === level) ?? [])[0]
  if (gravest?.when === undefined) return faults
  const { level, text, decidedBy, when, basis } = gravest
  const facts = { level: LEVEL_SIGNS[level], text, decidedBy, condition: when, inputs: wordsOf(when, scope, true) }
  return [makeReason('plan-level-reached', facts, basis.source), ...faults]
}

interface Conditional {
  readonly text: string
  readonly when?: string | undefined
}

/** Parts whose formula can be judged, and what is wrong with the others: one faulty line must not cost the whole plan. */
function withoutFaults<T extends Conditional>(
  parts: readonly T[],
  scope: FormulaScope,
): { sound: T[]; faults: Reason[] } {
  const judged = parts.map((part) => ({ part, fault: faultOf(part, scope) }))
  return {
    sound: judged.flatMap(({ part, fault }) => (fault === null ? [part] : [])),
    faults: judged.flatMap(({ fault }) => fault ?? []),
  }
}

function faultOf({ text, when }: Conditional, scope: FormulaScope): Reason | null {
  if (when === undefined) return null
  try {
    inputsOf(when, scope)
    evaluateFormula(when, scope)
    return null
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return makeReason('plan-formula-fault', { text, condition: when, fault: error.code })
  }
}

/** The inputs of a formula in words; `knownOnly` leaves out what is unknown. */
function wordsOf(formula: string, scope: FormulaScope, knownOnly = false): string[] {
  return Object.entries(inputsOf(formula, scope))
    .filter(([, value]) => !knownOnly || value !== null)
    .map(([name, value]) => describeInput(name, value))
}

/** Names, in words, of the unknown inputs of a formula, when one of them alone could make it hold. */
function unknownIn(formula: string, scope: FormulaScope): string[] {
  return evaluateFormula(formula, scope) === true
    ? []
    : Object.entries(inputsOf(formula, scope))
        .filter(([, value]) => value === null)
        .map(([name]) => describeInput(name, null))
}
