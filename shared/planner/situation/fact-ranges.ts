import type { FactValue, Incident, KnownFact } from '../../domain/incident.ts'
import { FACT_KEYS } from '../../text/fact-names.ts'
import type { FactRange } from '../problem.ts'

/**
 * Every known fact as a range. A plain value has min = max; `{min}` alone has no upper end; absent or null has neither.
 * Trapped people not stated but listed by floor count as "at least" the listed number.
 */
export function readFactRanges(incident: Pick<Incident, 'facts' | 'trappedList'>): Record<KnownFact, FactRange> {
  const ranges = Object.fromEntries(FACT_KEYS.map((key) => [key, rangeOf(incident.facts[key])])) as Record<
    KnownFact,
    FactRange
  > // built from all keys
  const listed = (incident.trappedList ?? []).reduce((sum, group) => sum + (group.people ?? 0), 0)
  const { min, max } = ranges.trapped
  if (listed > 0 && min === null && max === null) return { ...ranges, trapped: { min: listed, max: null } }
  return ranges
}

function rangeOf(fact: FactValue | undefined): FactRange {
  if (fact === undefined || fact === null) return { min: null, max: null }
  if (typeof fact === 'number') return { min: fact, max: fact }
  return { min: fact.min ?? fact.value ?? null, max: fact.max ?? fact.value ?? null }
}

/** True when neither end is known. */
export function isUnknown(range: FactRange): boolean {
  return range.min === null && range.max === null
}
