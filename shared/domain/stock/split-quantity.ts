/** Quantities are counted in thousandths of their unit, so that parts add up to the whole exactly. */
const THOUSANDTHS = 1000

/** A quantity in thousandths, or null when it is finer than that. */
export function thousandthsOf(quantity: number): number | null {
  const whole = Math.round(quantity * THOUSANDTHS)
  return Math.abs(whole / THOUSANDTHS - quantity) <= Number.EPSILON * Math.abs(quantity) ? whole : null
}

/** The quantity of a number of thousandths. */
export function quantityOf(thousandths: number): number {
  return thousandths / THOUSANDTHS
}

/** The sum of quantities, exact to the thousandth. */
export function sumOf(quantities: readonly number[]): number {
  return quantityOf(quantities.reduce((sum, quantity) => sum + Math.round(quantity * THOUSANDTHS), 0))
}

/** What is left of a lot without a part of it; null when lot or part is finer than a thousandth. */
export function restOf(quantity: number, part: number): number | null {
  const [whole, taken] = [thousandthsOf(quantity), thousandthsOf(part)]
  return whole === null || taken === null ? null : quantityOf(whole - taken)
}
