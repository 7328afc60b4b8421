import type { StreetCover } from '#shared/domain/readiness.ts'

/** What is said of a street and a circle: a street without a centre was not measured, whatever is asked of it. */
export function verdictOf(
  street: StreetCover,
  circle: 'meets135' | 'meetsFireCircle',
): 'met' | 'missed' | 'notAsked' | 'notMeasured' {
  if (street.centre === null) return 'notMeasured'
  const met = street[circle]
  if (met === null) return 'notAsked'
  return met ? 'met' : 'missed'
}
