/** 97.5th percentile of the normal distribution: two-sided 95 %. */
const Z = 1.959964

/**
 * 95 % interval of a share seen `part` times of `of` (Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference"); three decimals. Null bounds where nothing was seen.
 */
export function wilson(part: number, of: number): { low: number | null; high: number | null } {
  if (of === 0) return { low: null, high: null }
  const share = part / of
  const weight = 1 + (Z * Z) / of
  const middle = (share + (Z * Z) / (2 * of)) / weight
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
  return { low: round(middle - half), high: round(middle + half) }
}
