import type { AssignmentProblem, SolverDemand } from '#shared/planner/forces/assignment-problem.ts'
import { PROVE_EXACTLY } from '#test/builders/assignment-builders.ts'

/** A set covering problem whose optimum is published: each row needs one of its columns. */
export interface Covering {
  readonly name: string
  readonly columns: number
  readonly rows: readonly (readonly number[])[]
  readonly optimum: number
}

/**
 * Points that meet every line of the affine space over three elements: the covering problem of Steiner triple systems
 * (Fulkerson, Nemhauser and Trotter 1974: A9 = 5, A27 = 18).
 */
export function steinerTriples(dimension: 2 | 3): Covering {
  const columns = 3 ** dimension
  const third = (a: number, b: number): number => {
    let [sum, scale] = [0, 1]
    for (let axis = 0; axis < dimension; axis += 1, scale *= 3)
      sum += scale * ((6 - (Math.floor(a / scale) % 3) - (Math.floor(b / scale) % 3)) % 3)
    return sum
  }
  const rows: number[][] = []
  for (let a = 0; a < columns; a += 1)
    for (let b = a + 1; b < columns; b += 1) if (third(a, b) > b) rows.push([a, b, third(a, b)])
  return { name: `A${columns}`, columns, rows, optimum: dimension === 2 ? 5 : 18 }
}

/** Fewest edges of a cube that meet every square of it: the CYC family of Grossman and Wool 1997 (Q6 = CYC6 = 60). */
export function cubeSquares(dimension: 3 | 4 | 5 | 6): Covering {
  const edges = new Map<string, number>()
  const edge = (from: number, axis: number): number => {
    const key = `${from & ~(1 << axis)}-${axis}`
    const known = edges.get(key) ?? edges.size
    edges.set(key, known)
    return known
  }
  const rows: number[][] = []
  for (let corner = 0; corner < 1 << dimension; corner += 1)
    for (let one = 0; one < dimension; one += 1)
      for (let other = one + 1; other < dimension; other += 1)
        if ((corner & (1 << one)) === 0 && (corner & (1 << other)) === 0)
          rows.push([
            edge(corner, one),
            edge(corner, other),
            edge(corner | (1 << one), other),
            edge(corner | (1 << other), one),
          ])
  // Squares left out of the cube's largest part without one (Emamy, Guan and Rivera 1992; Harborth and Nienborg 1994).
  return { name: `Q${dimension}`, columns: edges.size, rows, optimum: { 3: 3, 4: 8, 5: 24, 6: 60 }[dimension] }
}

/** The covering as a choice of teams: a column is a team on foot that can fill every row it is in, a row a demand. */
export function coveringProblem({ columns, rows }: Covering): AssignmentProblem {
  const demands = rows.map((_, row): SolverDemand => ({
    id: `row${String(row).padStart(4, '0')}`,
    capability: 'LIGHT',
    vehicleKind: null,
    quantity: 1,
    byS: 0,
  }))
  return {
    demands,
    teams: Array.from({ length: columns }, (_, column) => {
      const mine = demands.filter((_demand, row) => rows[row]?.includes(column))
      return {
        id: `column${String(column).padStart(4, '0')}`,
        etaS: 0,
        onDuty: 1,
        tierGroup: 0,
        isVolunteer: false,
        vehicles: [],
        riding: new Map([['LIGHT', mine.length]]),
        mayFill: new Set(mine.map(({ id }) => id)),
        alwaysSends: new Set(),
        engines: new Set(),
      }
    }),
    forced: new Set(),
    prices: {
      unmetS: 1000,
      lateWeight: 0,
      teamUseS: 1,
      vehicleUseS: 0,
      tierS: 0,
      volunteerS: 0,
      exposedTownS: 0,
    },
    lateToleranceS: 0,
    searchSteps: 400,
    towns: [],
    limits: PROVE_EXACTLY,
  }
}
