import type { Level } from '../../domain/taxonomy.ts'

/** Levels from the gravest down. */
export const LEVEL_ORDER: readonly Level[] = ['I', 'II', 'III', 'IV']

/** Chinese numeral of a level, as written in plans. */
export const LEVEL_SIGNS: Readonly<Record<Level, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' }

/** The graver of two levels; null = no level. */
export function graver(a: Level | null, b: Level | null): Level | null {
  if (a === null) return b
  if (b === null) return a
  return LEVEL_ORDER.indexOf(a) <= LEVEL_ORDER.indexOf(b) ? a : b
}

/** One level graver; Ⅰ stays Ⅰ; no level becomes Ⅳ. */
export function oneGraver(level: Level | null): Level {
  if (level === null) return 'IV'
  return LEVEL_ORDER[Math.max(0, LEVEL_ORDER.indexOf(level) - 1)] ?? 'I'
}
