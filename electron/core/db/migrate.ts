import type Database from 'better-sqlite3'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { Migration } from './migrations/migration.ts'

/** Version of a database file: 0 for an empty one. */
export function versionOf(connection: Database.Database): number {
  const version: unknown = connection.pragma('user_version', { simple: true })
  invariant(typeof version === 'number', 'user_version is a number')
  return version
}

/**
 * Takes a database to the newest version. Each step and its number are one transaction, with foreign keys checked at
 * its end, so that a failed step leaves the file as it was. `copyBefore` is called once, before the first step on a
 * database that already holds something.
 *
 * @throws AppError `database-newer` when a newer program wrote the file.
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[],
  copyBefore: (fromVersion: number) => void,
): void {
  migrations.forEach((step, index) => {
    invariant(step.version === index + 1, `migration ${step.name} must have the number ${index + 1}`)
  })
  const from = versionOf(connection)
  refuseNewer(connection, migrations.length)
  const pending = migrations.slice(from)
  if (pending.length === 0) return
  if (from > 0) copyBefore(from)
  // Rebuilding a table inside a step needs the keys off; they are checked before the step is committed.
  connection.pragma('foreign_keys = OFF')
  for (const step of pending) runStep(connection, step)
  connection.pragma('foreign_keys = ON')
}

/** @throws AppError `database-newer` when a newer program wrote the file; nothing is changed. */
export function refuseNewer(connection: Database.Database, latest: number): void {
  const version = versionOf(connection)
  if (version <= latest) return
  throw new AppError(
    'database-newer',
    `数据库由更新版本的程序写成（数据库版本 ${version}，本程序支持到 ${latest}），未作任何改动；请安装新版本后再打开`,
    { path: 'database', value: version },
  )
}

function runStep(connection: Database.Database, step: Migration): void {
  connection
    .transaction(() => {
      step.up(connection)
      const broken: unknown = connection.pragma('foreign_key_check')
      invariant(Array.isArray(broken) && broken.length === 0, `foreign keys hold after migration ${step.name}`)
      connection.pragma(`user_version = ${step.version}`)
    })
    .immediate()
}
