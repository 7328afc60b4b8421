/** A number with its unit; money in 万元 and 亿元, as it is reported. */
export function amountText(amount: number, unit: string): string {
  if (unit === '元' && amount >= 100_000_000) return `${amount / 100_000_000}亿元`
  if (unit === '元' && amount >= 10_000) return `${amount / 10_000}万元`
  if (unit === '比例') return `${Math.round(amount * 1000) / 10}%`
  return `${amount}${unit}`
}
