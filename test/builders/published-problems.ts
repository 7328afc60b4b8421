import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModelBuilder } from '#shared/planner/solver/model-builder.ts'
import type { MilpModel } from '#shared/planner/solver/milp-solver.ts'
import { PROVE_EXACTLY } from './assignment-builders.ts'

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'or-library')

/** A problem whose best value is published, stated for the solver's port (to be made as small as possible). */
export interface PublishedProblem {
  readonly name: string
  readonly model: MilpModel
  readonly optimum: number
}

/** The generalised assignment problems of `gap1.txt`: profit is made large, so its negative is made small. */
export function generalisedAssignments(): PublishedProblem[] {
  const next = numbersOf('gap1.txt')
  const optima = [336, 327, 339, 341, 326]
  const problems = next()
  return Array.from({ length: problems }, (_, index) => {
    const [agents, jobs] = [next(), next()]
    const table = (): number[][] => Array.from({ length: agents }, () => Array.from({ length: jobs }, next))
    const [profit, room] = [table(), table()]
    const limits = Array.from({ length: agents }, next)
    const builder = new ModelBuilder()
    const columns = profit.map((row) => row.map((value) => builder.addColumn({ cost: -value, upper: 1 })))
    for (let job = 0; job < jobs; job += 1)
      builder.addRow(
        1,
        1,
        columns.map((row) => [row[job] ?? 0, 1] as const),
      )
    for (const [agent, limit] of limits.entries())
      builder.addRow(
        -Infinity,
        limit,
        (columns[agent] ?? []).map((column, job) => [column, room[agent]?.[job] ?? 0] as const),
      )
    return { name: `c515-${index + 1}`, model: builder.build(PROVE_EXACTLY), optimum: -(optima[index] ?? 0) }
  })
}

/** `pmed1`: five places among a hundred, so that the ways of all hundred to the nearest are shortest. */
export function fiveMedians(): PublishedProblem {
  const next = numbersOf('pmed1.txt')
  const [nodes, edges, places] = [next(), next(), next()]
  const lengths = Array.from({ length: nodes }, (_row, from) =>
    Array.from({ length: nodes }, (_column, to) => (from === to ? 0 : Infinity)),
  )
  const way = (from: number, to: number): number => lengths[from]?.[to] ?? Infinity
  const set = (from: number, to: number, value: number): void => {
    const row = lengths[from]
    if (row !== undefined) row[to] = value
  }
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to, length] = [next() - 1, next() - 1, next()]
    set(from, to, length)
    set(to, from, length)
  }
  for (let by = 0; by < nodes; by += 1)
    for (let from = 0; from < nodes; from += 1)
      for (let to = 0; to < nodes; to += 1) set(from, to, Math.min(way(from, to), way(from, by) + way(by, to)))
  const builder = new ModelBuilder()
  const opens = lengths.map(() => builder.addColumn({ cost: 0, upper: 1 }))
  builder.addRow(
    places,
    places,
    opens.map((column) => [column, 1] as const),
  )
  for (let from = 0; from < nodes; from += 1) {
    const goes = opens.map((_, to) => builder.addColumn({ cost: way(from, to), upper: 1, isContinuous: true }))
    builder.addRow(
      1,
      1,
      goes.map((column) => [column, 1] as const),
    )
    for (const [to, column] of goes.entries())
      builder.addRow(-Infinity, 0, [
        [column, 1],
        [opens[to] ?? 0, -1],
      ])
  }
  return { name: 'pmed1', model: builder.build(PROVE_EXACTLY), optimum: 5819 }
}

/** Reads a file of numbers one by one; a missing one is an error of the file. */
function numbersOf(file: string): () => number {
  const numbers = readFileSync(join(FOLDER, file), 'utf8').trim().split(/\s+/).map(Number)
  let read = 0
  return () => {
    const value = numbers[read]
    read += 1
    if (value === undefined || !Number.isFinite(value)) throw new Error(`${file}: no number at place ${read}`)
    return value
  }
}
