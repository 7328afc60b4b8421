import { AppError } from '#shared/kernel/app-error.ts'
import { verifyDatabase, type VerifyReport } from '#electron/core/services/verify/verify-database.ts'
import type { CommandArguments, Outcome } from '../command.ts'
import { requireOption } from '../require-option.ts'
import { withDatabase } from '../read-database.ts'

/** `verify`: what is wrong with a database. Exit 4 with the report when anything is. */
export function runVerify(given: CommandArguments): Outcome {
  const path = requireOption(given, 'db')
  const report = reportOn(path)
  const { isOtherVersion, ...document } = report
  if (report.ok) return { exitCode: 0, document }
  const count = report.problems.length
  const first = report.problems[0]
  // A database of another version is not damaged: its remedy is in the finding, and to replace it would lose it.
  const remedy = isOtherVersion ? '' : '请停用此库，换用备份或从另一席位同步。'
  const message = `数据库“${path}”核验不通过，共 ${count} 处：${(first?.text ?? '').replace(/[。；]$/, '')}。${remedy}`
  return { exitCode: 4, document, error: { code: 'verify-failed', message, path, value: first?.code ?? null } }
}

/** A file too damaged to be opened is a finding, not a failure to look. */
function reportOn(path: string): VerifyReport & { readonly isOtherVersion: boolean } {
  try {
    return { ...withDatabase(path, (db) => verifyDatabase(db, path)), isOtherVersion: false }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'database-damaged') throw error
    const isOtherVersion = typeof error.value === 'number'
    return { ok: false, problems: [{ code: error.code, text: error.message }], isOtherVersion }
  }
}
