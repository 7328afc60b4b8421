import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { createPlanLibrarySource, libraryAsOf, type MadeWith } from '#electron/core/planning/plan-library-source.ts'
import { openReadOnly } from '#electron/core/db/open-database.ts'
import { readIntegrityProblems } from '#electron/core/db/repositories/storage-check.repo.ts'
import { readDataset } from '#electron/core/db/repositories/dataset.repo.ts'
import type { ReadDb } from '#electron/core/db/db-types.ts'

/** Runs a reading task on a database and closes it. Throws `database-…`. */
export function withDatabase<T>(path: string, task: (db: ReadDb) => T): T {
  const { db, close } = openReadOnly(path)
  try {
    return task(db)
  } catch (error) {
    throw asDamage(path, error)
  } finally {
    close()
  }
}

/** A page that cannot be read is damage to the file, not a bug of the program. */
function asDamage(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code) ? damagedError(path, code, error) : error
}

function damagedError(path: string, reason: string, cause?: unknown): AppError {
  const message = `数据库“${path}”已损坏（${reason}），未作任何改动。请换用备份，或从另一席位同步。`
  return new AppError('database-damaged', message, { path, value: reason, cause })
}

/** The contingency plans in force of a database, or those a stored plan was made with. */
export function readDatabasePlans(path: string, madeWith: MadeWith | null): readonly ContingencyPlan[] {
  return withDatabase(path, (db) => {
    const source = createPlanLibrarySource(db)
    return madeWith === null ? source.current().library.plans : libraryAsOf(source, madeWith).plans
  })
}

/** The data set in a database, or null when none was imported yet. Throws `database-damaged` also for damage elsewhere in it. */
export function readDatabaseDataset(path: string): Dataset | null {
  return withDatabase(path, (db) => {
    const [damage] = readIntegrityProblems(db)
    if (damage !== undefined) throw damagedError(path, damage)
    return readDataset(db)
  })
}
