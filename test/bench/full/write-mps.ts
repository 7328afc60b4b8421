import type { MilpModel } from '#shared/planner/solver/milp-solver.ts'

/**
 * A model as free MPS, which both CBC and GLPK read: columns `c0, c1, …`, rows `r0, r1, …`. The constant part of the
 * objective is left out; whoever reads the answer adds it again.
 */
export function writeMps(model: MilpModel): string {
  const rows = model.rowLower.map((lower, row) => describeRow(row, lower, model.rowUpper[row] ?? Infinity))
  const entries = model.costs.map((): string[] => [])
  rows.forEach((_, row) => {
    for (let at = model.rowStarts[row] ?? 0; at < (model.rowStarts[row + 1] ?? 0); at += 1) {
      const column = model.columns[at] ?? 0
      entries[column]?.push(` c${column} r${row} ${model.values[at] ?? 0}`)
    }
  })
  const isWhole = (column: number): boolean => model.integers[column] === 1
  const columns = model.costs.flatMap((cost, column) => [
    ...(isWhole(column) && !(column > 0 && isWhole(column - 1)) ? [` M${column} 'MARKER' 'INTORG'`] : []),
    ` c${column} cost ${cost}`,
    ...(entries[column] ?? []),
    ...(isWhole(column) && !isWhole(column + 1) ? [` N${column} 'MARKER' 'INTEND'`] : []),
  ])
  const bounds = model.lower.flatMap((lower, column) => describeBounds(column, lower, model.upper[column] ?? Infinity))
  return [
    'NAME model FREE',
    'ROWS',
    ' N cost',
    ...rows.map(({ sense, row }) => ` ${sense} r${row}`),
    'COLUMNS',
    ...columns,
    'RHS',
    ...rows.map(({ right, row }) => ` right r${row} ${right}`),
    'RANGES',
    ...rows.flatMap(({ range, row }) => (range === null ? [] : [` range r${row} ${range}`])),
    'BOUNDS',
    ...bounds,
    'ENDATA',
    '',
  ].join('\n')
}

interface RowText {
  readonly row: number
  readonly sense: 'E' | 'L' | 'G' | 'N'
  readonly right: number
  readonly range: number | null
}

function describeRow(row: number, lower: number, upper: number): RowText {
  if (lower === upper) return { row, sense: 'E', right: lower, range: null }
  if (lower === -Infinity) return { row, sense: upper === Infinity ? 'N' : 'L', right: finite(upper), range: null }
  if (upper === Infinity) return { row, sense: 'G', right: lower, range: null }
  return { row, sense: 'L', right: upper, range: upper - lower }
}

function describeBounds(column: number, lower: number, upper: number): string[] {
  if (lower === upper) return [` FX bound c${column} ${lower}`]
  return [
    lower === -Infinity ? ` MI bound c${column}` : ` LO bound c${column} ${lower}`,
    upper === Infinity ? ` PL bound c${column}` : ` UP bound c${column} ${upper}`,
  ]
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
