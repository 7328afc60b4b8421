import type { ContingencyPlan } from '../../domain/contingency-plan.ts'

/** One place of a plan with the words that stand there. */
export interface PlanLine {
  /** Dotted path, e.g. `chapters.0.phases.1.actions.3`; empty for the head. */
  readonly path: string
  readonly text: string
}

/** Keys whose values are no words for people. */
const NOT_WORDS = new Set(['schema', 'hq', 'evidence', 'when', 'appliesWhen', 'quantity', 'leads', 'form', 'level'])

/** Every place of a plan that holds words, in the order of its text: the words of one entry stand together with its basis. */
export function planLines(plan: ContingencyPlan): PlanLine[] {
  return linesOf(plan, [])
}

function linesOf(value: unknown, path: readonly string[]): PlanLine[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (Array.isArray(value)) return entries.flatMap(([index, item]) => linesOf(item, [...path, index]))
  const words = entries.flatMap(([key, part]) => wordsOf(key, part))
  const own = words.length === 0 ? [] : [{ path: path.join('.'), text: words.join(' · ') }]
  const inside = entries.flatMap(([key, part]) => (key === 'basis' ? [] : linesOf(part, [...path, key])))
  return [...own, ...inside]
}

function wordsOf(key: string, part: unknown): string[] {
  if (NOT_WORDS.has(key)) return []
  if (typeof part === 'string') return part === '' ? [] : [part]
  if (Array.isArray(part)) return part.filter((item) => typeof item === 'string')
  if (key !== 'basis' || typeof part !== 'object' || part === null || !('source' in part)) return []
  return typeof part.source === 'string' ? [part.source] : []
}
