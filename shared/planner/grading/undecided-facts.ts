import type { Reason } from '../../domain/reason.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { FACT_KEYS, FACT_NAMES } from '../../text/fact-names.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import { namesIn, parseFormula } from '../formula/parse-formula.ts'
import { makeReason } from '../reason.ts'
import { amountText } from './amount-text.ts'
import type { GradingScopes } from './grading-scope.ts'
import { graver, LEVEL_ORDER, LEVEL_SIGNS } from './levels.ts'
import type { MeasuredLevel } from './measure-level.ts'

type Bound = MeasuredLevel['measure']['bounds'][number]

/**
 * The facts that would decide a graver level than the one that stands, the gravest first: known as a range only, not known
 * at all (with the number from which they would count), or waiting for a condition that is not known. One line a fact.
 */
export function undecidedFacts(
  measured: readonly MeasuredLevel[],
  level: Level | null,
  scopes: GradingScopes,
): Reason[] {
  const open = measured
    .filter((entry) => isTrue(entry.measure.when, scopes.low))
    .flatMap((entry) => openOf(entry, level, scopes))
  const first = new Map<string, Open>()
  for (const entry of open) {
    const known = first.get(entry.fact)
    if (known === undefined || isBetter(entry, known)) first.set(entry.fact, entry)
  }
  return sortedBy([...first.values()], (entry) => [LEVEL_ORDER.indexOf(entry.level), entry.fact]).map(
    (entry) => entry.reason,
  )
}

interface Open {
  readonly fact: string
  readonly level: Level
  /** A range may already be there; an unknown fact only might. */
  readonly isRange: boolean
  readonly reason: Reason
}

/** Of two scales with the same fact the one that may already hold, then the graver one. */
function isBetter(entry: Open, known: Open): boolean {
  if (entry.isRange !== known.isRange) return entry.isRange
  return LEVEL_ORDER.indexOf(entry.level) < LEVEL_ORDER.indexOf(known.level)
}

function openOf(entry: MeasuredLevel, level: Level | null, scopes: GradingScopes): Open[] {
  const { measure, value, highLevel, isRange } = entry
  const { fact, name } = measure
  if (isRange && highLevel !== null && isGraver(highLevel, level))
    return [
      {
        fact,
        level: highLevel,
        isRange,
        reason: makeReason('level-open-range', { name, level: LEVEL_SIGNS[highLevel] }),
      },
    ]
  const raising = measure.bounds.filter((bound) => isGraver(bound.level, level))
  if (value === null && !isRange) {
    const next = raising.at(-1)
    return next === undefined ? [] : [unknownFact(entry, next)]
  }
  const waiting = raising.find((bound) => value !== null && value >= bound.atLeast && unknownIn(bound, scopes) !== null)
  const missing = waiting === undefined ? null : unknownIn(waiting, scopes)
  if (waiting === undefined || missing === null) return []
  return [
    {
      fact: missing,
      level: waiting.level,
      isRange: false,
      reason: makeReason('level-open-condition', { missing, name, level: LEVEL_SIGNS[waiting.level] }),
    },
  ]
}

function unknownFact({ measure }: MeasuredLevel, next: Bound): Open {
  const { fact, name, unit } = measure
  const facts = { name, atLeast: amountText(next.atLeast, unit), level: LEVEL_SIGNS[next.level] }
  return { fact, level: next.level, isRange: false, reason: makeReason('level-open-unknown', facts) }
}

/** Chinese name of the first unknown fact in the condition of a bound; null when the condition hangs on nothing unknown. */
function unknownIn(bound: Bound, { low }: GradingScopes): string | null {
  if (bound.when === undefined || isTrue(bound.when, low)) return null
  const names = namesIn(parseFormula(bound.when))
  const open = FACT_KEYS.find((key) => names.includes(key) && low[key] === null)
  return open === undefined ? null : FACT_NAMES[open]
}

function isGraver(candidate: Level, level: Level | null): boolean {
  return candidate !== level && graver(candidate, level) === candidate
}
