import { StressResult } from '#shared/domain/stress.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, jsonOf, numberOf, textOf } from '../rows.ts'

/** A stress run as it was kept. */
export interface StoredStressRun {
  readonly madeAt: string
  readonly elapsedMs: number
  readonly result: StressResult
}

/** Runs kept besides the newest: each can be made again from its seed, so old ones are let go. */
const RUNS_KEPT = 10

/** Keeps a run; the oldest beyond ten are let go. */
export function saveStressRun(db: WriteDb, { madeAt, elapsedMs, result }: StoredStressRun): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO stress_runs (made_at, elapsed_ms, dataset_version, parameters_version, library_version,
         planner_version, seed, incidents, mode, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[madeAt, elapsedMs, result.datasetVersion, result.parametersVersion, result.libraryVersion],
      ...[result.plannerVersion, result.question.seed, result.question.incidents, result.question.mode],
      canonicalJson(result),
    )
    db.prepare('DELETE FROM stress_runs WHERE run NOT IN (SELECT run FROM stress_runs ORDER BY run DESC LIMIT ?)').run(
      RUNS_KEPT,
    )
  })()
}

/** The newest run; null = none was made. */
export function findLatestStressRun(db: ReadDb): StoredStressRun | null {
  const row = firstRow(db, 'SELECT made_at, elapsed_ms, result FROM stress_runs ORDER BY run DESC LIMIT 1')
  if (row === null) return null
  return {
    madeAt: textOf(row, 'made_at'),
    elapsedMs: numberOf(row, 'elapsed_ms'),
    result: StressResult.parse(jsonOf(row, 'result')),
  }
}
