import type { ResponseLevel } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import type { FactSheet, OfficerResponse, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { GradingScopes } from './grading-scope.ts'
import { graver, LEVEL_SIGNS, oneGraver } from './levels.ts'

const SIGNAL_NAMES = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } as const

/**
 * The response level, apart from the event level: by warning signal for flood and typhoon, else by event level; 险情 starts
 * at Ⅳ. Higher responses are offered, never set; one that the administrative headquarters set goes before the computed one.
 */
export function setResponse(
  problem: PlanningProblem,
  facts: FactSheet,
  given: { level: Level | null; scopes: GradingScopes },
): ResponseLevel {
  const bySignal = responseBySignal(problem, facts)
  const byLevel = given.level === null ? [] : [makeReason('response-by-level', { level: LEVEL_SIGNS[given.level] })]
  const computed = graver(bySignal?.level ?? null, given.level) ?? 'IV'
  const { officerResponse } = problem
  const value = officerResponse?.value ?? computed
  const basis = [
    ...(officerResponse === undefined ? [] : [setByOfficer(officerResponse, computed)]),
    ...(bySignal === null ? [] : [bySignal.reason]),
    ...byLevel,
    ...missingSignal(problem, facts),
    ...readingsAboveSignal(problem, facts, given.scopes),
  ]
  if (bySignal === null && given.level === null) basis.push(makeReason('response-danger-only'))
  return { value, basis: [...basis, ...offerHigher(problem, facts, { value, scopes: given.scopes })] }
}

function setByOfficer({ value, by, at, reason }: OfficerResponse, computed: Level): Reason {
  return makeReason('response-set', {
    level: LEVEL_SIGNS[value],
    computed: LEVEL_SIGNS[computed],
    by,
    at: at.slice(5, 16).replace('T', ' '),
    reason,
  })
}

function responseBySignal({ parameters }: PlanningProblem, facts: FactSheet): { level: Level; reason: Reason } | null {
  const { types, levels, source } = parameters.grading.signalResponse
  if (facts.signal === null || !types.includes(facts.type)) return null
  const level = levels[facts.signal]
  return {
    level,
    reason: makeReason('response-by-signal', { signal: SIGNAL_NAMES[facts.signal], level: LEVEL_SIGNS[level] }, source),
  }
}

function missingSignal({ parameters }: PlanningProblem, facts: FactSheet): Reason[] {
  const bound = parameters.grading.signalResponse.types.includes(facts.type)
  return bound && facts.signal === null ? [makeReason('response-signal-unknown')] : []
}

/** Readings that meet a graver signal than the one that is known: to be checked with the weather office, never set by us. */
function readingsAboveSignal({ parameters }: PlanningProblem, facts: FactSheet, { low }: GradingScopes): Reason[] {
  const { levels } = parameters.grading.signalResponse
  const known = facts.signal === null ? null : levels[facts.signal]
  return parameters.grading.signalStandards
    .filter((rule) => rule.types.includes(facts.type) && isTrue(rule.when, low))
    .filter(({ signal }) => known !== levels[signal] && graver(known, levels[signal]) === levels[signal])
    .map(({ id, name, signal, source }) =>
      makeReason(
        'response-signal-standard',
        { rule: id, name, signal: SIGNAL_NAMES[signal], level: LEVEL_SIGNS[levels[signal]] },
        source,
      ),
    )
}

function offerHigher(
  { parameters }: PlanningProblem,
  facts: FactSheet,
  given: { value: Level; scopes: GradingScopes },
): Reason[] {
  if (given.value === 'I') return []
  const to = LEVEL_SIGNS[oneGraver(given.value)]
  return parameters.grading.responseOffers
    .filter((rule) => rule.types.includes(facts.type) && isTrue(rule.when, given.scopes.low))
    .map((rule) => makeReason('response-offer', { rule: rule.id, name: rule.name, to }, rule.source))
}
