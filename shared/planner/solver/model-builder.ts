import type { MilpLimits, MilpModel } from './milp-solver.ts'

/** A column to add. Whole numbers unless it says otherwise. */
export interface NewColumn {
  readonly cost: number
  readonly lower?: number
  readonly upper: number
  readonly isContinuous?: boolean
}

/** Collects columns and rows in the order they are added; that order is the model. */
export class ModelBuilder {
  private readonly costs: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly integers: (0 | 1)[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly rowStarts: number[] = [0]
  private readonly columns: number[] = []
  private readonly values: number[] = []

  /** Returns the column's number. */
  addColumn({ cost, lower = 0, upper, isContinuous = false }: NewColumn): number {
    this.costs.push(cost)
    this.lower.push(lower)
    this.upper.push(upper)
    this.integers.push(isContinuous ? 0 : 1)
    return this.costs.length - 1
  }

  /** lower ≤ Σ factor × column ≤ upper. Each column at most once; zero factors and empty rows are left out. */
  addRow(lower: number, upper: number, entries: readonly (readonly [column: number, factor: number])[]): void {
    const used = entries.filter(([, factor]) => factor !== 0)
    if (used.length === 0) return
    for (const [column, factor] of used) {
      this.columns.push(column)
      this.values.push(factor)
    }
    this.rowStarts.push(this.columns.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
  }

  /** Adds to what a column costs. */
  addCost(column: number, cost: number): void {
    this.costs[column] = (this.costs[column] ?? 0) + cost
  }

  build(limits: MilpLimits, offset = 0): MilpModel {
    const { costs, lower, upper, integers, rowLower, rowUpper, rowStarts, columns, values } = this
    return { offset, costs, lower, upper, integers, rowLower, rowUpper, rowStarts, columns, values, limits }
  }
}
